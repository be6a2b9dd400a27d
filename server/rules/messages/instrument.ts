export const instrument = {
  'instrument/malformed': '“{written}” should be written “{right}”, as ITU writes revisions.',
  'instrument/malformed#plural': '“{written}” names one conference: write “{right}”.',
  'instrument/malformed:fix': 'Write “{right}”',

  'instrument/superseded':
    '{cited} had been revised before this report: {by} held. Cite the revision in force, or say that the older one is meant.',
  'instrument/superseded#plan':
    'The {cited} had been followed by the {by} before this report. Name the one in force, or tell it as past.',
  'instrument/superseded#period':
    'Study period {cited} was over before this report; {by} had begun. Correct it, or tell it as past.',
  'instrument/superseded#question':
    '{cited} had been replaced by {by} before this report. Name the Question of the day, or say that the former one is meant.',
  'instrument/superseded#former':
    '{cited} was replaced by {by} in {year}. Readers hardly know the former Question any more: the remark may go.',
  'instrument/superseded:fix': 'Change to {by}',

  'instrument/conference':
    'No conference that adopts resolutions met in {place} in {year}; {conferences} met there. Check place and year.',
  'instrument/conference#not-yet':
    '{conference} had not met by the day of this report: {cited} cannot be cited yet. Check the revision.',
  'instrument/conference:fix': 'Change the year to {year}',
  'instrument/conference:fix-revision': 'Change to {by}',

  'instrument/subject': '{cited} is not on “{subject}”; {other} is. Correct the number or the subject.',
  'instrument/subject:fix': 'Change the number to {number}',

  'instrument/group-name': '“{name}” is the name of {other}, not of {group}. Correct the name or the number.',
  'instrument/group-name#former':
    '“{name}” was the name of {group} in {period}; on the day of this report it was “{right}”.',
  'instrument/group-name:fix': 'Change the name to “{right}”',
  'instrument/group-name:fix-number': 'Change the number to {other}',

  'instrument/question-sector':
    '{id} is a Question of ITU-D in paragraph {paragraph}, and one of ITU-T here. Check which sector is meant.',
  'instrument/question-sector:related': 'Here it is a Question of ITU-D',
  'instrument/question-sector:fix': 'Change ITU-T to ITU-D',

  'instrument/body-missing':
    '“Council” stands before other resolutions of the Council in this report, and not before this one. Add it.',
  'instrument/body-missing:fix': 'Write “Council {noun}”',
} as const;
