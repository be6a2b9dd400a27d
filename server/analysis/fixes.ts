import { diffArrays } from 'diff';
import type { Edit, Finding } from '../rules/rule.ts';
import { Taken } from '../text/taken.ts';

/** The exact fixes, each as its edits; of two that touch the same words the first is kept. */
export function exactFixes(findings: readonly Finding[]): (readonly Edit[])[] {
  const taken = new Taken();
  return findings.flatMap(finding => {
    const fix = finding.fixes?.().find(fix => fix.exact && !fix.files?.length);
    return fix && fix.edits.length > 0 && taken.take(fix.edits) ? [fix.edits] : [];
  });
}

/** The edits of the exact fixes, in the order of the text. */
export const exactEdits = (findings: readonly Finding[]): Edit[] =>
  exactFixes(findings)
    .flat()
    .sort((a, b) => a.start - b.start || a.end - b.end);

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
 * The text with every exact fix applied, and those that they uncover, until none is left. A fix that would leave
 * more findings than there were is not made: where a text is hardly a report, a full stop taken away can turn a
 * line into a heading and so the rest of the report into something else.
 *
 * @param findingsOf the findings on a text; asked again of each round's
 */
export function fixedText(text: string, findingsOf: (text: string) => readonly Finding[]): string {
  let fixed = text;
  let findings = findingsOf(text);
  for (let round = 0; round < MAX_ROUNDS; round++) {
    const fixes = exactFixes(findings);
    const made = harmless(fixed, fixes, findings.length, findingsOf);
    if (made.text === fixed) break;
    fixed = made.text;
    findings = made.findings ?? findingsOf(fixed);
  }
  return fixed;
}

interface Made {
  readonly text: string;
  readonly fixes: readonly (readonly Edit[])[];
  /** Undefined where they have not been asked for. */
  readonly findings?: readonly Finding[];
}

/** As many of the fixes as leave no more findings than there were; looked for by halves where it is not all. */
function harmless(
  text: string,
  fixes: Made['fixes'],
  most: number,
  findingsOf: (text: string) => readonly Finding[],
): Made {
  const none: Made = { text, fixes: [] };
  if (fixes.length === 0) return none;
  const all = madeOf(text, fixes, findingsOf);
  if (all.findings.length <= most) return all;
  if (fixes.length === 1) return none;
  const half = fixes.length >> 1;
  const left = harmless(text, fixes.slice(0, half), most, findingsOf);
  const right = harmless(text, fixes.slice(half), most, findingsOf);
  if (left.fixes.length === 0 || right.fixes.length === 0) return left.fixes.length > 0 ? left : right;
  const both = madeOf(text, [...left.fixes, ...right.fixes], findingsOf);
  return both.findings.length <= most ? both : left;
}

function madeOf(
  text: string,
  fixes: Made['fixes'],
  findingsOf: (text: string) => readonly Finding[],
): Required<Made> {
  const after = applyEdits(text, fixes.flat());
  return { text: after, fixes, findings: findingsOf(after) };
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
