export const figure = {
  'figure/unchanged':
    '“{text}” is what the report of {year} said, in the same words. Check the figure: bring it up to date, say from when it is, or confirm that it still holds.',
  'figure/unchanged#year':
    'This sentence is that of the report of {year} with nothing but its year moved on, and still says “{text}”. Bring its figures up to date, or confirm that they are the same again.',
  'figure/unchanged:fix-confirm': 'Confirm “{text}” for {year} (adds a comment)',
  'figure/unchanged:fix-confirm-file': 'Confirm “{text}” for {year} in {file}',
  'figure/unchanged:fix-as-of': 'Insert “as of {date}”',
  'figure/unchanged:fix-track': 'Track “{text}” as the same figure as in {year}',
  'figure/decreased':
    '“{text}” is below the {value} of {year}, but this is a running total ({label}) and cannot fall. Correct it, or explain the difference.',
  'figure/decreased#past':
    '“{text}” is below the {value} of {year}. If it is a running total ({label}), it cannot have fallen: correct it. If it counts one year alone, say which.',
  'figure/comparator-changed':
    'The report of {year} gave {value} exactly; “{text}” does not, so nobody can tell by how much the figure grew. Give the exact number if it is known.',
  'figure/scope':
    '“{text}” is a running total ({label}, continued from {year}), but the sentence says “{period}”. Say “to date”, or give the number of that period alone.',
  'figure/scope:fix': 'Change “{period}” to “{instead}”',
  'figure/count-mismatch':
    'The text says “{text}”, and {count} are listed. Correct the number or complete the list.',
  'figure/count-mismatch#items':
    'The text says “{text}”, and {count} points follow. Correct the number or complete the list.',
  'figure/count-mismatch:related': 'The list',
  'figure/count-mismatch:fix': 'Change to “{count}”, as in the list',
  'figure/inconsistent':
    '“{text}” here and “{other}” in {place} seem to be the same figure ({label}). Check which one holds, or say how they differ.',
  'figure/as-of-outdated':
    '“{figure}” is given as of {date}, before the period that this report of {year} is about. Bring the figure and its date up to date.',
  'figure/as-of-outdated#older':
    '“{figure}” is given as of {date}, but the report of {year} already had it as of {earlier}. Bring the figure and its date up to date.',
  'figure/as-of-outdated#same':
    '“{figure}” is given as of {date}, as in the report of {year}. Bring the figure and its date up to date.',
  'figure/implausible':
    '“{text}” is far out of line with earlier reports ({history}). Check for a digit too many, or for another thing counted.',
  'carried-over/sentence#figure':
    'This sentence stands word for word in the report of {year}, with its figure. Check that it still holds.',
  'carried-over/sentence#date':
    'This sentence stands word for word in the report of {year}, with its date. Check that it is news to the Council, or leave it out.',
  'carried-over/sentence#future':
    'This sentence stands word for word in the report of {year}, as a plan. Say what became of it, or check that it is still the plan.',
  'carried-over/sentence#ongoing':
    'This sentence stands word for word in the report of {year}. Say what is new, or leave it out.',
} as const;
