export const numbering = {
  'numbering/gap': '{number} follows {before}: {missing} is skipped. Renumber, or put back what is missing.',
  'numbering/repeat': 'Two paragraphs have the number {number}. References to it are ambiguous: renumber.',
  'numbering/repeat:related': '{number} stands here first',
  'numbering/order':
    '{number} comes after {before}: paragraph numbers must rise. Move the paragraph or renumber.',
  'numbering/prefix':
    'Paragraph {number} stands in section {section}. Its number should start with {section}.',
  'numbering/missing':
    'This paragraph has no number, and the other paragraphs of the section have one. Number it, or join it to the paragraph before.',
  'numbering/section':
    'Section “{title}” is number {number} here; in this profile it is {expected}. Renumber the sections.',
  'numbering/section#sequence':
    'Section {number} follows section {before}. Section numbers must run without a gap or a repeat.',
  'numbering/section#first': 'The first section has the number {number}. Section numbers begin with 1.',
  'numbering/items':
    'Item {marker} follows {before}: {expected} was expected. Check whether an item is missing.',
  'numbering/separator':
    'The number {number} is followed by {found}; the other paragraphs have a tab there. Word loses the indent without it.',
  'numbering/separator:fix': 'Use one tab',
  'numbering:fix': 'Renumber all paragraphs (references follow)',
  'numbering:fix-missing': 'Number this paragraph and renumber the following',
} as const;
