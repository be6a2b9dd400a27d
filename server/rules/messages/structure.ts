export const structure = {
  'structure/not-a-report':
    'This does not read like a report on Resolution 130: no section titles of the Global Cybersecurity Agenda were found, so nothing was checked. Add the titles of its sections.',
  'structure/language':
    'This report is in {language}. Names, wording, dates and titles are checked in English only; paragraph numbers, footnotes, identifiers and figures in digits are checked here too.',
  'structure/missing-head':
    'The front matter has no “{title}”. A report of {year} has one. Add it before the first section.',
  'structure/missing-head:fix': 'Insert the head “{title}”',
  'structure/missing-section':
    'The section “{title}” is missing. Every report of this profile ({profile}) has it. Add it, even if there is little to say.',
  'structure/missing-section:fix': 'Insert the section “{title}”',
  'structure/missing-section:fix-all': 'Complete the skeleton (everything that is missing)',
  'structure/order':
    '“{title}” stands out of order: the profile puts it before “{before}”. Move the section, or reorder all sections.',
  'structure/order:fix': 'Reorder the sections and renumber',
  'structure/unknown-section':
    'The profile ({profile}) has no section “{title}”. Check the title, or move the text into one of its sections.',
  'structure/duplicate-section': 'There are two sections on “{title}”. Readers expect one: join them.',
  'structure/duplicate-section:related': 'The first one stands here',
  'structure/title':
    'The section is called “{title}” in this profile, and “{found}” here. Use the title that readers know.',
  'structure/title:fix': 'Change to “{title}”',
  'structure/empty-section':
    'The section “{title}” has no text. Write a paragraph, or say that nothing happened.',
  'structure/masthead': 'The masthead has no {field}. The Council’s documents carry it before the {head}.',
  'structure/masthead#none':
    'The report starts without a masthead (agenda item, document symbol, date, original language). Add it before handing the report in.',
  'structure/masthead-mismatch': '{first} and {second} do not agree: one of them was left from another year.',
  'structure/masthead-mismatch:related': 'This says {year}',
  'structure/end-mark':
    'The report does not end with a rule (a line of underscores). The Council’s documents do.',
  'structure/end-mark:fix': 'Add the closing rule',
} as const;
