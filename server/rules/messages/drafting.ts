export const drafting = {
  'drafting/to-confirm':
    'Still to confirm, from the report of {year}: “{words}”. Keep it, change it or drop it.',
  'drafting/to-confirm#unknown':
    'Still to confirm, from an earlier report: “{words}”. Keep it, change it or drop it.',
  'drafting/to-confirm#replaced':
    'Still to confirm: the report of {year} said “{words}” here. Keep the new words, change them, or go back.',
  'drafting/to-confirm#replaced-unknown':
    'Still to confirm: an earlier report said “{words}” here. Keep the new words, change them, or go back.',
  'drafting/to-confirm:fix-keep': 'Keep “{words}”',
  'drafting/to-confirm:fix-change': 'Change it: take the words out of the mark to edit them',
  'drafting/to-confirm:fix-drop': 'Drop it',
  'drafting/to-confirm:fix-keep-new': 'Keep the new words',
  'drafting/to-confirm:fix-back': 'Go back to “{words}”',
  'drafting/to-confirm:related': 'The paragraph that it comes from',

  'drafting/mark-not-closed':
    'The comment that begins here is not closed, so that the text behind it is hidden. Add “-->” where the words to confirm end.',
  'drafting/mark-not-closed:fix': 'Close it at the end of the line',

  'promise/open':
    'The report of {year} said what was to come: “{words}”. Nothing here tells what came of it. Report the outcome or the new date, or tick it off.',
  'promise/open:related': 'The statement in the report of {year}',
  'promise/open:fix': 'Tick it off (writes a comment into this file)',
} as const;
