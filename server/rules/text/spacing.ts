import { perBlock } from '../../reading/per-block.ts';
import { scannedView, sentencesOf } from '../../reading/shared.ts';
import { Pattern } from '../../text/pattern/pattern.ts';
import { firstIndex } from '../../text/search.ts';
import { say } from '../messages.ts';
import type { Rule } from '../rule.ts';
import { inReport, isProse, isRunning, replaceBy } from './help.ts';

/** `word,word`, `word;Word`, `Note:This`. */
const AFTER_MARK = new Pattern(/(?<=[a-z])[,;](?=[A-Za-z]{2})|(?<=[a-z]{2}):(?=[A-Z][a-z])/);
/** `done.The`: two sentences glued together. Names of sites and files go on in lower case. */
const GLUED_SENTENCE = new Pattern(/(?<=[A-Za-z][a-z]{2})\.(?=[A-Z][a-z])/);
/** `Index(GCI)`; `function(s)` and `(re)use` are left alone. */
const BEFORE_BRACKET = new Pattern(/(?<=[a-z]{2})\((?=[A-Z]|[a-z]{4})/);
const BEHIND_BRACKET = new Pattern(/\)(?=[A-Za-z]{2})/);

export const missingSpace: Rule = {
  id: 'text/missing-space',
  title: 'A space is missing',
  severity: 'warning',
  timing: 'settled',
  block(block, remark) {
    const { view } = block;
    const tell = (at: number, before: boolean, exact: boolean): void => {
      if (!isProse(block, at, at + 1)) return;
      const gap = before ? at : at + 1;
      const left = /[\w-]{1,24}$/.exec(view.slice(Math.max(0, at - 24), at))?.[0] ?? '';
      const right = /^[\w-]{1,24}/.exec(view.slice(at + 1, at + 25))?.[0] ?? '';
      remark({
        at: { start: at - left.length, end: at + 1 + right.length },
        say: before ? 'text/missing-space#before' : 'text/missing-space',
        with: { mark: view[at] },
        fixes: replaceBy(say('text/missing-space:fix'), { start: gap, end: gap }, ' ', exact),
      });
    };
    const scanned = scannedView(block);
    for (const found of AFTER_MARK.matches(scanned)) tell(found.index, false, true);
    for (const found of GLUED_SENTENCE.matches(scanned)) tell(found.index, false, false);
    for (const found of BEFORE_BRACKET.matches(scanned)) tell(found.index, true, true);
    for (const found of BEHIND_BRACKET.matches(scanned)) {
      // `(multi)stakeholder` and `(s)he` are words; a bracket that holds several words or an acronym is not.
      const before = view.slice(Math.max(0, found.index - 80), found.index);
      const inside = before.slice(before.lastIndexOf('(') + 1);
      if (before.includes('(') && /\s|[A-Z]{2}/.test(inside)) tell(found.index, false, true);
    }
  },
};

/** A dash with a space on one side only. Ranges (`2018–2021`) have none on either, suspended hyphens go on with and. */
const ONE_SIDED = new Pattern(/(?<=[\w)"'\]] )-(?=[A-Za-z("'])|(?<=[\w)"'\]])-(?= [\w("'])/);

export const dashSpacing: Rule = {
  id: 'text/dash-spacing',
  title: 'A dash has a space on one side only',
  severity: 'warning',
  timing: 'settled',
  block(block, remark) {
    if (!isRunning(block)) return;
    const { view, text } = block;
    for (const { index: at } of ONE_SIDED.matches(scannedView(block))) {
      if (!isProse(block, at, at + 1)) continue;
      const isBefore = view[at - 1] !== ' ';
      const start = isBefore ? at : at - 1;
      const end = start + 2;
      const isDash = text[at] === '\u2013' || text[at] === '\u2014';
      const next = /^[A-Za-z]+/.exec(view.slice(end, end + 24))?.[0] ?? '';
      // `short- and long-term`: a hyphen that waits for its other half.
      if (/^(?:and|or|to|und|et|y|nor|versus|rather|but)$/.test(next)) continue;
      // A hyphen before a lower-case word may be a word broken at a line's end: told, but not as a dash.
      if (!isDash && isBefore && !/[A-Z]/.test(view[end] ?? '')) continue;
      const gap = isBefore ? start : end;
      remark({
        at: { start: Math.max(0, start - 1), end: Math.min(view.length, end + Math.max(1, next.length)) },
        say: !isDash
          ? 'text/dash-spacing#hyphen'
          : isBefore
            ? 'text/dash-spacing#before'
            : 'text/dash-spacing',
        fixes: isDash
          ? replaceBy(say('text/dash-spacing:fix'), { start: gap, end: gap }, ' ')
          : () => [
              {
                title: say('text/dash-spacing:fix-dash'),
                edits: [{ start, end, newText: ' \u2013 ' }],
                exact: false,
              },
              {
                title: say('text/dash-spacing:fix-hyphen'),
                edits: [{ start, end, newText: '-' }],
                exact: false,
              },
            ],
      });
    }
  },
};

/** No-break spaces beside each other are as wide as plain ones. */
const SPACES = /(?<=\S)[ \u00a0\u202f]{2,}(?=\S)/g;

/** The wide spaces of a block, and how many sentences follow on one space; offsets count from the block's start. */
const spacesIn = perBlock(block => {
  const sentences = sentencesOf(block);
  const begins = (at: number): boolean =>
    sentences[firstIndex(sentences.length, i => sentences[i].start >= at)]?.start === at;
  const wide: { start: number; end: number; ends: boolean }[] = [];
  for (const { index, 0: spaces } of block.view.includes('  ') ? block.text.matchAll(SPACES) : []) {
    const end = index + spaces.length;
    if (isProse(block, index, end) && block.view[index] === ' ')
      wide.push({ start: index, end, ends: begins(end) });
  }
  let single = 0;
  for (const { start } of sentences)
    if (start > 1 && block.view[start - 1] === ' ' && block.view[start - 2] !== ' ') single++;
  return { wide, single };
});

/**
 * More than one space between words. Two after a full stop are an old typist's habit: where most sentences of a
 * report end with two, those are left alone.
 */
export const doubleSpace: Rule = {
  id: 'text/double-space',
  title: 'Several spaces in a row',
  severity: 'info',
  timing: 'settled',
  report({ reading }, remark) {
    const found: { start: number; end: number; ends: boolean; place: string }[] = [];
    let single = 0;
    let double = 0;
    for (const block of reading.blocks) {
      if (!isRunning(block)) continue;
      const spaces = spacesIn(block);
      single += spaces.single;
      for (const { start, end, ends } of spaces.wide) {
        if (ends) double++;
        found.push({ ...inReport(block, start, end), ends, place: block.block.place });
      }
    }
    const habit = double > 3 && double > single;
    for (const { start, end, ends, place } of found) {
      if (ends && habit) continue;
      remark({
        at: { start, end },
        say: 'text/double-space',
        place,
        fixes: replaceBy(say('text/double-space:fix'), { start, end }, ' '),
      });
    }
  },
};
