export const acronym = {
  'acronym:related': 'Written out here: “{expansion}”',
  'acronym/before-expansion':
    '“{acronym}” is used here, and written out only in {place}. Write it out at its first use.',
  'acronym/before-expansion:fix': 'Write “{expansion} ({acronym})” here, and “{acronym}” there',
  'acronym/never-expanded':
    '“{acronym}” is never written out in this report (uses: {count}). Write it out at its first use, or add it to the acronyms of the workspace.',
  'acronym/never-expanded#known':
    '“{acronym}” is never written out in this report (uses: {count}). It usually stands for {expansion}.',
  'acronym/never-expanded:fix': 'Write “{expansion} ({acronym})”',
  'acronym/expanded-twice':
    '“{acronym}” was already written out in {place}. The acronym alone is enough here.',
  'acronym/expanded-twice:fix': 'Write “{acronym}” alone',
  'acronym/two-expansions':
    '“{acronym}” stands for “{other}” here and for “{first}” in {place}. Readers will mix them up: write one of them out throughout.',
  'acronym/mismatch':
    'The first letters of “{name}” are {initials}, the acronym is {acronym}. Check which of the two is right.',
  'acronym/mismatch#late':
    '“{acronym}” does not stand for “{last}”, the word before it. Put the bracket right behind the name it abbreviates.',
  'acronym/plural': 'The plural of an acronym has a small s: “{right}” instead of “{written}”.',
  'acronym/plural:fix': 'Change to “{right}”',
  'acronym/unused': '“{acronym}” is introduced here and never used. The full name is enough.',
  'acronym/unused:fix': 'Remove “({acronym})”',
} as const;
