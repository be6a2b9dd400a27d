export const reference = {
  'reference/paragraph':
    'There is no paragraph {number} in this report. Check the number: paragraphs may have moved.',
  'reference/paragraph#section':
    'There is no section {number} in this report. Check the number: paragraphs may have moved.',
  'reference/side':
    'Paragraph {number} stands “{actual}” and not “{said}”, seen from here. Change the word or the number.',
  'reference/side#section':
    'Section {number} stands “{actual}” and not “{said}”, seen from here. Change the word or the number.',
  'reference/side:fix': 'Change “{said}” to “{actual}”',
  'reference/footnote-text': 'Footnote {label} has no text. Write it, or remove the mark.',
  'reference/footnote-mark':
    'Nothing in the text refers to footnote {label}. Put its mark where it belongs, or remove it.',
  'reference/not-listed':
    '{id} is cited in the text but not listed under “{head}”. Add it there, or remove the citation.',
  'reference/not-cited':
    '{id} is listed under “{head}” but the text never cites it. Check whether it still belongs there.',
  'reference/link': 'This link is broken in form: {why}. Readers cannot follow it.',
  'reference/link:fix': 'Remove the spaces',
} as const;
