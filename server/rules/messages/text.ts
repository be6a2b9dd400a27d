export const text = {
  'text/doubled-word': '“{word}” stands twice in a row. Delete one.',
  'text/doubled-word:fix': 'Delete the second “{word}”',
  'text/doubled-punctuation': '“{marks}”: one punctuation mark is enough here. Keep the one that belongs.',
  'text/doubled-punctuation:fix': 'Keep “{mark}”',
  'text/space-before-punctuation':
    'There is a space before “{mark}”. In English the mark follows the word directly.',
  'text/space-before-punctuation#bracket':
    'There is a space inside the bracket. In English brackets hold their words directly.',
  'text/space-before-punctuation:fix': 'Remove the space',
  'text/missing-space': 'A space is missing after “{mark}”: two words have run together. Add it.',
  'text/missing-space#before': 'A space is missing before “{mark}”. Add it.',
  'text/missing-space:fix': 'Add the space',
  'text/dash-spacing': 'The space after the dash is missing. A dash in a sentence has a space on both sides.',
  'text/dash-spacing#before':
    'The space before the dash is missing. A dash in a sentence has a space on both sides.',
  'text/dash-spacing#hyphen':
    'This hyphen has a space on one side only. As a dash it needs one on both sides (and should be an en dash); inside a word it has none.',
  'text/dash-spacing:fix': 'Add the space',
  'text/dash-spacing:fix-dash': 'Make it a dash with spaces',
  'text/dash-spacing:fix-hyphen': 'Make it a hyphen without spaces',
  'text/double-space':
    'There is more than one space here. One is enough; the others show in a justified page.',
  'text/double-space:fix': 'Use one space',
  'text/unpaired-bracket':
    '“{mark}” is never closed in this paragraph. Close it where the aside ends, or remove it.',
  'text/unpaired-bracket#closing':
    '“{mark}” closes a bracket that was never opened in this paragraph. Open it where the aside begins, or remove it.',
  'text/unpaired-bracket:fix': 'Add “{mark}” at the end of the sentence',
  'text/unpaired-bracket:fix-remove': 'Remove “{mark}”',
  'text/nested-brackets':
    'There are brackets inside these brackets. Commas or dashes, or a sentence of its own, read better.',
  'text/unpaired-quote':
    'This quotation mark is never closed in the paragraph, so that nobody can tell where the title or quotation ends. Close it, or remove it.',
  'text/unpaired-quote#closing':
    'This quotation mark closes what was never opened in the paragraph. Add the opening mark where the title or quotation begins.',
  'text/unpaired-quote:fix': 'Remove the mark',
  'text/mixed-quote-pair':
    'The quotation opens with {opening} and closes with {closing}. Use a pair of one kind.',
  'text/mixed-quote-pair:fix': 'Change to {mark}',
  'text/quote-style':
    'Straight quotation marks here; the report mostly has curly ones (straight: {count}×). Use one kind throughout.',
  'text/quote-style#curly':
    'Curly quotation marks here; the report mostly has straight ones (curly: {count}×). Use one kind throughout.',
  'text/quote-style#single':
    'Single quotation marks here; the report mostly has double ones, and keeps single ones for quotations inside quotations.',
  'text/quote-style:related': 'And here',
  'text/quote-style:fix': 'Use curly quotation marks',
  'text/quote-style:fix-straight': 'Use straight quotation marks',
  'text/quote-style:fix-double': 'Use double quotation marks',
  'text/apostrophe-style':
    'Straight and curly apostrophes are mixed in this report; this is the rarer kind ({count}×). Use one kind throughout.',
  'text/apostrophe-style:fix': 'Use the other apostrophe',
  'text/dash-style':
    'A hyphen between spaces here ({count}×), a dash in other places of the same sort ({others}×). Use one form throughout; printers use the dash.',
  'text/dash-style#dash':
    'A dash between spaces here ({count}×), a hyphen in other places of the same sort ({others}×). Use one form throughout; printers use the dash.',
  'text/dash-style:related': 'Another hyphen',
  'text/dash-style:related-dash': 'Another dash',
  'text/dash-style:fix': 'Use a dash',
  'text/dash-style:fix-all': 'Use dashes everywhere ({count}×)',
  'text/missing-full-stop': 'The paragraph ends without a full stop. Add it, or finish the sentence.',
  'text/missing-full-stop:fix': 'Add the full stop',
  'text/heading-full-stop': 'A heading carries no full stop. Remove it.',
  'text/heading-full-stop:fix': 'Remove the full stop',
  'text/placeholder':
    '“{found}” is a placeholder: something is still to be written here. Fill it in before the report is submitted.',
  'text/placeholder#brackets':
    'Square brackets mark text that is not agreed or not complete. Settle it and remove them before the report is submitted.',
  'text/empty-link':
    'The link on “{words}” leads nowhere: its address was lost. Put the address in, or remove the link.',
  'text/empty-link:fix': 'Remove the link, keep the words',
  'text/residue#bookmark': 'A bookmark of Word was left here as text by a conversion. Remove it.',
  'text/residue#field':
    'A field of Word was left here as text, or could not be resolved. Put in what it stood for.',
  'text/residue#character': 'A character was lost here in a conversion. Put in the right one.',
  'text/residue:fix': 'Remove the residue',
  'text/tracked-change':
    '“{found}” looks like the old and the new wording side by side, as a tracked change leaves them. Keep one.',
  'text/list-punctuation':
    'This item does not end like the others of the list, which end with {usual}. Use one form.',
  'text/list-punctuation#last':
    'The last item of the list should end with a full stop: the others end with {usual}.',
  'text/list-punctuation:fix': 'End with “{mark}”',
  'text/list-punctuation:fix-none': 'Remove the mark',
  'text/run-in-list':
    'The points {first} to {last} follow each other with nothing between them. Part them with semicolons, with “and” before the last.',
  'text/run-in-list:fix': 'Part the points with semicolons',
  'text/missing-comma': 'A comma is missing between {before} and {after}. Add it.',
  'text/missing-comma:fix': 'Add the comma',
  'text/article':
    '“{wrong} {word}” should be “{right} {word}”: what counts is the sound the next word starts with.',
  'text/article:fix': 'Change to “{right} {word}”',
  'text/agreement': '“{noun}” is singular, the verb “{written}” plural. Should it be “{right}”?',
  'text/agreement#plural': '“{many}” asks for a plural: “{plural}” rather than “{noun}”?',
  'text/agreement:fix': 'Change to “{word}”',
  'text/possessive': 'An apostrophe seems to be missing: “{owner}’”, as what follows is theirs.',
  'text/possessive:fix': 'Write “{owner}’”',
  'text/compound-hyphen': '“{wrong}” describes the noun behind it and is one idea: write “{right}”.',
  'text/compound-hyphen:fix': 'Join with a hyphen',
  'text/thousands': '“{written}” here, “{model}” elsewhere: thousands are written in two ways. Use one.',
  'text/thousands:related': '“{written}”',
  'text/number-form': '“{found}” gives the number twice. A report gives it once.',
  'text/number-form#plus': '“{found}” is a form for slides. Write “more than {digits}”, or the exact number.',
  'text/number-form:fix': 'Keep the word',
  'text/number-form:fix-plus': 'Write “more than {digits}”',
} as const;
