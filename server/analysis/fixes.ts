import { diffArrays } from 'diff';
import type { Edit, Finding } from '../rules/rule.ts';
import { overlaps } from '../text/span.ts';

/** The edits of the exact fixes, in the order of the text; of two that touch the same words the first is kept. */
export function exactEdits(findings: readonly Finding[]): Edit[] {
  const chosen: Edit[] = [];
  for (const finding of findings) {
    const fix = finding.fixes?.().find(fix => fix.exact && !fix.files?.length);
    if (!fix || fix.edits.length === 0) continue;
    const clear = fix.edits.every(edit => chosen.every(other => !touches(edit, other)));
    if (clear) chosen.push(...fix.edits);
  }
  return chosen.sort((a, b) => a.start - b.start || a.end - b.end);
}

/** Two inserts at one place touch as well: their order would be a guess. */
const touches = (a: Edit, b: Edit): boolean => overlaps(a, b) || a.start === b.start;

/** The text with edits applied; they must not overlap. */
export function applyEdits(text: string, edits: readonly Edit[]): string {
  let out = '';
  let at = 0;
  for (const edit of [...edits].sort((a, b) => a.start - b.start || a.end - b.end)) {
    out += text.slice(at, edit.start) + edit.newText;
    at = edit.end;
  }
  return out + text.slice(at);
}

/** How often the exact fixes are applied to a text: each round may uncover another, and none undoes one. */
const MAX_ROUNDS = 10;

/**
 * The text with every exact fix applied, and those that they uncover, until none is left.
 *
 * @param findingsOf the findings on a text; asked again of each round's
 */
export function fixedText(text: string, findingsOf: (text: string) => readonly Finding[]): string {
  let fixed = text;
  for (let round = 0; round < MAX_ROUNDS; round++) {
    const edits = exactEdits(findingsOf(fixed));
    if (edits.length === 0) break;
    fixed = applyEdits(fixed, edits);
  }
  return fixed;
}

/** The edits that lead from one text to another, line by line: what did not change is not touched. */
export function editsBetween(before: string, after: string): Edit[] {
  if (before === after) return [];
  const edits: Edit[] = [];
  let at = 0;
  let open: { start: number; end: number; newText: string } | undefined;
  for (const { added, removed, value } of diffArrays(linesOf(before), linesOf(after))) {
    const text = value.join('');
    if (!added && !removed) {
      if (open) edits.push(open);
      open = undefined;
      at += text.length;
      continue;
    }
    open ??= { start: at, end: at, newText: '' };
    if (added) open.newText += text;
    else open.end = at += text.length;
  }
  if (open) edits.push(open);
  return edits;
}

/** Lines with their ends. */
const linesOf = (text: string): string[] => text.match(/[^\r\n]*(?:\r\n|\r|\n)|[^\r\n]+$/g) ?? [];
