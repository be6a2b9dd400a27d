import assert from 'node:assert/strict';
import { fixAllEdits } from '../../server/analysis/actions.ts';
import { applyEdits, exactFixes, fixedText } from '../../server/analysis/fixes.ts';
import type { Analysis } from '../../server/analysis/project.ts';
import type { Finding } from '../../server/rules/rule.ts';
import { assertEdits, assertFix } from './places.ts';

/** What fixes may do to a text. */

const say = (findings: readonly Finding[]): string =>
  findings.map(({ rule, message, start }) => `  ${start} ${rule}: ${message}`).join('\n');

/** Each fix can be made, changes something, and one that guesses nothing leaves no more findings than there were. */
export function fixesApply(analysis: Analysis): void {
  const { text } = analysis.report;
  for (const finding of analysis.findings) {
    for (const fix of finding.fixes?.() ?? []) {
      const after = assertFix(text, fix, finding.rule);
      if (fix.edits.length > 0)
        assert.notEqual(after, text, `${finding.rule}: “${fix.title}” changes nothing`);
    }
  }
  assertEdits(text, exactFixes(analysis.findings).flat(), 'all exact fixes together');
}

/** `--fix` and fix-all do the same, come to rest, and never leave more findings than there were. */
export function fixingRests(analysis: Analysis, again: (text: string) => Analysis): void {
  const { text } = analysis.report;
  const findingsOf = (version: string) => (version === text ? analysis : again(version)).findings;
  const fixed = fixedText(text, findingsOf);
  if (fixed === text) return;
  assert.equal(applyEdits(text, fixAllEdits(analysis, findingsOf)), fixed);
  const left = findingsOf(fixed);
  assert.equal(fixedText(fixed, findingsOf), fixed, 'fixing twice is not fixing once');
  assert.ok(
    left.length <= analysis.findings.length,
    `${analysis.findings.length} findings became ${left.length}\n${say(analysis.findings)}\nbecame\n${say(left)}`,
  );
}
