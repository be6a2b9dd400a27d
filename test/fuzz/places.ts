import assert from 'node:assert/strict';
import { applyEdits } from '../../server/analysis/fixes.ts';
import type { Edit, Fix } from '../../server/rules/rule.ts';
import type { Span } from '../../server/text/span.ts';
import { counts } from './counts.ts';

/** What must hold of every place that is told and of every edit that is offered. */

const isHigh = (unit: number): boolean => unit >= 0xd800 && unit < 0xdc00;
const isLow = (unit: number): boolean => unit >= 0xdc00 && unit < 0xe000;

/** Whether an offset stands between two characters: never inside a surrogate pair, nor inside a CRLF. */
export function isBoundary(text: string, at: number): boolean {
  const before = text.charCodeAt(at - 1);
  const after = text.charCodeAt(at);
  return !(isHigh(before) && isLow(after)) && !(before === 13 && after === 10);
}

/** The offset at a share of a text, between characters: what an editor's caret can stand at. */
export function placeAt(text: string, share: number): number {
  const at = Math.floor(share * (text.length + 1));
  return isBoundary(text, at) ? at : at - 1;
}

/** A span runs forward, lies in the text, and begins and ends between characters. */
export function assertPlace(text: string, { start, end }: Span, what: string): void {
  const where = `${what} ${start}-${end} of ${text.length}`;
  assert.ok(Number.isInteger(start) && Number.isInteger(end), `${where}: no offsets`);
  assert.ok(0 <= start && start <= end && end <= text.length, `${where}: out of bounds`);
  assert.ok(isBoundary(text, start) && isBoundary(text, end), `${where}: inside a character`);
}

/**
 * Edits lie in the text, share no character with each other, and at one place only inserts and one replacement behind
 * them begin, which is what the protocol allows. The text that they lead to.
 */
export function assertEdits(text: string, edits: readonly Edit[], what: string): string {
  const sorted = [...edits].sort((a, b) => a.start - b.start || a.end - b.end);
  sorted.forEach((edit, i) => {
    assertPlace(text, edit, what);
    const before = sorted[i - 1];
    if (!before) return;
    assert.ok(before.end <= edit.start, `${what}: edits overlap at ${edit.start}`);
  });
  const after = applyEdits(text, edits);
  // Between the edits everything is as it was.
  let from = 0;
  let to = 0;
  for (const edit of sorted) {
    const kept = text.slice(from, edit.start);
    assert.equal(after.slice(to, to + kept.length), kept, `${what}: text outside the edits was touched`);
    from = edit.end;
    to += kept.length + edit.newText.length;
  }
  assert.equal(after.slice(to), text.slice(from), `${what}: text outside the edits was touched`);
  return after;
}

/** A fix can be made as it is offered; the text that it leads to. */
export function assertFix(text: string, fix: Fix, rule: string): string {
  assert.ok(fix.title.trim(), `${rule}: a fix without a title`);
  counts.fixes++;
  return assertEdits(text, fix.edits, `${rule}, “${fix.title}”`);
}
