export const recommendation = {
  'recommendation/malformed':
    '“{written}” should be written {right}: letter, full stop, number, without a space.',
  'recommendation/malformed:fix': 'Write {right}',

  'recommendation/unknown':
    'No text with the number {id} is known (facts of {asOf}). Near it: {near}. Check the number.',
  'recommendation/unknown#alone':
    'No text with the number {id} is known (facts of {asOf}). Check the number.',
  'recommendation/unknown#titled':
    'No text with the number {id} is known (facts of {asOf}); the title beside it is that of {other}. Check the number.',
  'recommendation/unknown:fix': 'Change to {id}, “{title}”',
  'recommendation/unknown:fix-catalogue': 'Add {id} to this workspace’s catalogue (writes {file})',

  'recommendation/title':
    '“{quoted}” is not the title of {name}, but that of {other}. Correct the number or the title.',
  'recommendation/title#other':
    '“{quoted}” is not the title of {name}, which is “{title}”. Correct the number or the title.',
  'recommendation/title#differs': 'The title of {name} is “{title}”. Here it reads differently: check it.',
  'recommendation/title:fix-number': 'Change the number to {id}',
  'recommendation/title:fix-title': 'Change the title to “{title}”',

  'recommendation/number-missing':
    'This is the title of {name}. A text is found by its number: give it beside the title.',
  'recommendation/number-missing#several':
    'This is the title of {names}. A text is found by its number: give the right one.',
  'recommendation/number-missing#supplement':
    'A Supplement has a number of its own. Those to {name} are {names}: give the right one.',
  'recommendation/number-missing:fix': 'Insert the number {id}',
  'recommendation/number-missing:fix-all': 'Insert the numbers of all {count} titles of this paragraph',

  'recommendation/status#later-edition':
    'This edition of {name} was superseded by that of {by} before this report. Cite the edition in force, or say that the older one is meant.',
  'recommendation/status#other-number':
    '{name} was superseded by {by} before this report. Cite the text in force, or say that the older one is meant.',
  'recommendation/status#base-replaced':
    '{name} belongs to an edition that was superseded by that of {by} before this report. Cite what is in force, or say that the older text is meant.',
  'recommendation/status#ended':
    '{name} is {status} (facts of {asOf}). Cite a text in force, or say that the older one is meant.',
  'recommendation/status#no-such-edition':
    '{name} has no edition of {edition}. Its editions are {editions}: check the date.',
  'recommendation/status:fix': 'Change to {text}',
  'recommendation/status:fix-keep': 'Keep as historical (writes a comment into this file)',

  'recommendation/sector': '{id} is a text of {right}, not of {written}. Correct the sector or the number.',
  'recommendation/sector:fix': 'Change {written} to {right}',
  'recommendation/sector:fix-insert': 'Write {right} before {id}',

  'recommendation/repeated': '{id} stands twice in this list. Delete one, or check which number was meant.',
  'recommendation/repeated:related': 'The first {id}',
  'recommendation/repeated:fix': 'Delete the second {id}',

  'recommendation/list-order':
    '{second} stands behind {first}. Numbers in a list are found faster in their order.',
  'recommendation/list-order:fix': 'Sort the list',

  'recommendation/announced-again':
    '{id} was announced in the report of {year} already. Say what is new about it, or leave it out.',
  'recommendation/announced-again:related': 'Announced here, in the report of {year}',

  'recommendation/working-name':
    '“{id}” is the working name of a text in preparation, not a number. Give the number once the text has one.',
  'recommendation/working-name#became':
    '“{id}” is a working name: the text has become {name}. Give its number.',
  'recommendation/working-name:fix': 'Change to {id}',

  'recommendation/citation-form':
    '“{written}” here, and {others} times in this report the noun before the sector, which is ITU’s form. Write “{right}”.',
  'recommendation/citation-form:fix': 'Change to “{right}”',

  'recommendation/supplement-form':
    '“{written}” here, and Supplements mostly like “{model}” in this report. Write “{right}”.',
  'recommendation/supplement-form:fix': 'Change to “{right}”',

  'recommendation/supplement-listed':
    '{id} is a Supplement, which is agreed, not approved, and is no Recommendation. Name it apart from the list.',
} as const;
