export const terms = {
  'terms/name': '“{found}” is not how the name is written. Write “{right}”.{note}',
  'terms/official-name':
    '“{found}” is a common name. In documents of the Council the country is “{right}”.{note}',
  'terms/former-name': '“{found}” is a former name: it is “{right}” since {since}.{note}',
  'terms/misspelling': '“{found}” is misspelt. Write “{right}”.{note}',
  'terms/house-spelling': 'The house writes “{right}” rather than “{found}”.{note}',
  'terms/wording': '“{found}” is better said as “{right}”.{note}',
  'terms:fix': 'Change to “{right}”',
  'terms/consistency':
    '“{form}” here ({count}×), “{usual}” elsewhere ({others}×). Write the name one way throughout.',
  'terms/consistency:related': '“{form}”',
  'terms/consistency:fix': 'Write “{usual}” ({count}×)',
  'terms/ize': 'The house spells “{right}”, not “{word}” (words in -ise in this report: {count}).',
  'terms/ize:related': '“{word}”',
  'terms/ize:fix': 'Spell them with -ize ({count}×)',
  'terms/capital': '“{word}” is a common noun or adjective here and needs no capital.',
  'terms/capital#recommendation': 'What ITU-T and ITU-R approve is a “{right}”, with a capital.',
  'terms/capital-consistency': '“{word}” here, “{usual}” elsewhere in the report. Use capitals one way.',
  'terms/capital-consistency:related': '“{word}”',
  'terms/the-itu': 'The house speaks of “ITU” without an article.',
} as const;
