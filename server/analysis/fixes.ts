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
