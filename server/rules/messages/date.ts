export const date = {
  'date/stale-future':
    '“{sign} … {when}” speaks of the future, but the report is of {today}. Say what happened, or give the new date.',
  'date/stale-future#conference':
    '“{words}” speaks of the future, but the report is of {today}, and {conference} had ended by then. Say what it decided.',
  'date/outside-period':
    '{when} lies before the reporting period (from {start} on). If this was reported before, leave it out or say that it is background.',
  'date/impossible': '“{date}” is no date: {month} has {last} days.',
  'date/weekday': '{date} is a {right}, not a {written}. Check which of the two is right.',
  'date/weekday:fix': 'Change to {right}',
  'date/backwards': '“{written}” ends before it starts. Check the two dates.',
  'date/backwards#unsaid':
    '“{written}” ends before it starts, unless the first month is of the year before. Give both years.',
  'date/form': 'The house writes dates as “{right}”.',
  'date/form#ordinal': 'The day in a date is a plain number: “{right}”, not “{written}”.',
  'date/form#of': 'Month and year stand together without “of”: “{right}” and the year.',
  'date/form#plural': '“{written}”: a month has no plural. Name each month with its year.',
  'date/form#numeric': '“{written}” can be read in two ways. Write the month as a word.',
  'date/form#in': 'A part of a year needs its preposition: “{right}” and the year.',
  'date/form#capital': 'Months have a capital: “{right}”.',
  'date/form:fix': 'Write “{right}”',
  'date/month-style':
    'Months are abbreviated (“{written}”) and in full (“{full}”) in one paragraph. Write them in full.',
  'date/month-style:related': '“{written}”',
  'date/month-style:fix': 'Write the months in full',
  'date/without-year': '“{month}” of which year? The report is read later: give the year.',
  'date/vague-time': '“{word}” is understood only on the day of writing. Give a date, or leave it out.',
} as const;
