import assert from 'node:assert/strict';
import { offersAt, sourceEdits } from '../../server/analysis/actions.ts';
import { coloursOf } from '../../server/analysis/colours.ts';
import { completionsAt } from '../../server/analysis/completions.ts';
import {
  confirmationAt,
  figureHints,
  figuresIn,
  sectionFigures,
  seriesViews,
} from '../../server/analysis/figures.ts';
import { foldsOf } from '../../server/analysis/folding.ts';
import { hoverAt } from '../../server/analysis/hover/index.ts';
import { linksOf } from '../../server/analysis/links.ts';
import { definitionOf, highlightsOf, type Place, referencesOf } from '../../server/analysis/navigate.ts';
import { type OutlineNode, outlineOf } from '../../server/analysis/outline.ts';
import type { Analysis } from '../../server/analysis/project.ts';
import { selectionsAt } from '../../server/analysis/selection.ts';
import { wordComments } from '../../server/analysis/word-comments.ts';
import { compare } from '../../server/drafting/compare.ts';
import { afterEnter } from '../../server/drafting/enter.ts';
import { formatted } from '../../server/drafting/format.ts';
import { markAt, marksOf } from '../../server/drafting/marks.ts';
import { moveParagraph, moveSection } from '../../server/drafting/move.ts';
import { orderReport } from '../../server/drafting/order.ts';
import { previousParagraph } from '../../server/drafting/previous.ts';
import { judgedPromises } from '../../server/drafting/promises.ts';
import { renamableAt, renameNumber } from '../../server/drafting/rename.ts';
import { settle } from '../../server/drafting/settle.ts';
import { contains, type Span } from '../../server/text/span.ts';
import { assertEdits, assertPlace } from './places.ts';
import { knownProfiles } from './workplace.ts';

/** Every question that an editor or the command line can ask of a text is answered, and speaks of places in it. */

/** A place may lie in an earlier report: then in that one's text. */
const assertThere = ({ reading, span }: Place, what: string): void =>
  assertPlace(reading.report.text, span, what);

function assertOutline(text: string, nodes: readonly OutlineNode[], around: Span): void {
  for (const node of nodes) {
    assertPlace(text, node.span, 'an outline node');
    // Editors drop the whole outline where a node's selection lies outside of it.
    assert.ok(contains(node.span, node.selection), `the selection of “${node.name}” lies outside of it`);
    assert.ok(contains(around, node.span), `“${node.name}” lies outside of its parent`);
    assert.ok(node.name.trim(), 'an outline node without a name');
    assertOutline(text, node.children, node.span);
  }
}

/** What is asked of the text as a whole. */
export function answersOfWhole(analysis: Analysis): void {
  const { report, reading, archive, date, findings } = analysis;
  const { text } = report;
  const whole = { start: 0, end: text.length };
  for (const finding of findings) {
    assertPlace(text, finding, finding.rule);
    assert.ok(
      finding.message.trim() && !/\bundefined\b|\bNaN\b|\{\w+\}/.test(finding.message),
      finding.message,
    );
    for (const { path, span } of finding.related ?? []) {
      const there = path === undefined ? reading : archive.find(one => one.path === path);
      assert.ok(there, `${finding.rule} points into ${path}, which is not there`);
      assertPlace(there.report.text, span, `${finding.rule}, related`);
    }
  }
  assertOutline(text, outlineOf(report), whole);
  for (const { span } of foldsOf(report)) assertPlace(text, span, 'a fold');
  for (const { span } of linksOf(analysis)) assertPlace(text, span, 'a link');
  let at = 0;
  for (const { span } of coloursOf(analysis)) {
    assertPlace(text, span, 'a colour');
    assert.ok(span.start >= at && span.end > span.start, `colours overlap at ${span.start}`);
    at = span.end;
  }
  for (const hint of figureHints(analysis)) assertPlace(text, { start: hint.at, end: hint.at }, 'a hint');
  for (const { span } of sectionFigures(analysis)) assertPlace(text, span, 'a section of figures');
  for (const claim of figuresIn(analysis).claims) assertPlace(text, claim.span, 'a figure');
  for (const { points } of seriesViews(analysis))
    for (const { point } of points) assertThere(point, 'a point of a series');
  for (const comment of wordComments(analysis)) assertPlace(text, comment, 'a Word comment');
  for (const mark of marksOf(report)) assertPlace(text, mark.words, 'the words of a mark');
  for (const { answer } of judgedPromises(reading, archive, date))
    if (answer) assertPlace(text, answer, 'the answer to a promise');
  for (const change of ['completeSkeleton', 'renumber'] as const)
    assertEdits(text, sourceEdits(analysis, change), change);
  const last = archive.at(-1);
  if (last) {
    const { left, right, rows } = compare(reading, last, archive);
    assert.equal(left.split('\n').length, right.split('\n').length, 'the compared texts are not aligned');
    for (const { draft } of rows) if (draft) assertPlace(text, draft.span, 'a compared paragraph');
  }
  const made = orderReport({ year: 2026, symbol: 'C26/18', date: '11 April 2026' }, reading, {
    profiles: knownProfiles,
    instruments: analysis.instruments,
    indicators: analysis.context.indicators,
  });
  assert.ok('refused' in made || made.text.endsWith('\n'), 'a new draft that does not end');
}

/** What is asked of one place of the text. */
export async function answersAt(analysis: Analysis, offset: number, typed: boolean): Promise<void> {
  const { report, reading, archive } = analysis;
  const { text } = report;
  const hover = hoverAt(analysis, offset);
  if (hover) assertPlace(text, hover.span, 'a hover');
  for (const { replaces, newText, label } of await completionsAt(analysis, offset, typed)) {
    assert.ok(newText && label, 'an empty proposal');
    assertPlace(text, replaces, `the proposal “${label}”`);
    assert.ok(replaces.start <= offset && offset <= replaces.end, `“${label}” replaces what is elsewhere`);
  }
  const definition = definitionOf(analysis, offset);
  if (definition) assertThere(definition, 'a definition');
  for (const place of referencesOf(analysis, offset)) assertThere(place, 'a reference');
  for (const span of highlightsOf(analysis, offset)) assertPlace(text, span, 'a highlight');
  let inner: Span | undefined;
  for (const span of selectionsAt(report, offset)) {
    assertPlace(text, span, 'a selection');
    assert.ok(!inner || contains(span, inner), 'a selection that does not grow');
    inner = span;
  }
  for (const { fix } of offersAt(analysis, { start: offset, end: offset }))
    assertEdits(text, fix.edits, `“${fix.title}”`);
  const confirmation = confirmationAt(analysis, offset);
  if (confirmation) assertPlace(text, { start: confirmation.at, end: confirmation.at }, 'a confirmation');
  for (const direction of ['up', 'down'] as const) {
    for (const move of [moveParagraph, moveSection]) {
      const moved = move(report, offset, direction);
      if ('refused' in moved) continue;
      const after = assertEdits(text, moved.edits, `${move.name} ${direction}`);
      assertPlace(after, { start: moved.caret, end: moved.caret }, 'the caret of a move');
    }
  }
  assertEdits(text, afterEnter(report, offset), 'the number on Enter');
  const renamable = renamableAt(report, offset);
  if (renamable) {
    const edits = renameNumber(report, renamable, '7.7');
    if (!('refused' in edits)) assertEdits(text, edits, 'a rename');
  }
  const mark = markAt(report, offset);
  if (mark) {
    for (const how of ['keep', 'change', 'drop'] as const) {
      const { edits, selection } = settle(report, mark, how);
      assertPlace(assertEdits(text, edits, `${how} a mark`), selection, 'the selection behind a mark');
    }
  }
  const last = archive.at(-1);
  if (last) {
    const request = {
      year: 2025,
      date: { year: 2025 },
      instruments: analysis.instruments,
      indicators: analysis.context.indicators,
    };
    const previous = previousParagraph(reading, last, offset, request);
    if (previous) assertPlace(last.report.text, previous.earlier.span, 'the paragraph of last year');
  }
}

/** Formatting comes to rest, and a text that is no report stays as it is. */
export function formattingRests(analysis: Analysis, again: (text: string) => Analysis): void {
  const { text, recognised } = analysis.report;
  const format = (from: string): string =>
    formatted(
      from,
      version => {
        const one = version === text ? analysis : again(version);
        return { ...one, profile: one.profile?.profile ?? null };
      },
      { quotes: 'curly' },
    );
  const once = format(text);
  if (!recognised) assert.equal(once, text);
  assert.equal(format(once), once, 'formatting twice is not formatting once');
}
