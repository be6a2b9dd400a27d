import assert from 'node:assert/strict';
import { type Analysis, newDocumentMemory } from '../../server/analysis/project.ts';
import type { Finding, Fix } from '../../server/rules/rule.ts';
import { withLf } from '../../server/text/line-ends.ts';
import type { LineIndex } from '../../server/text/lines.ts';
import { counts } from './counts.ts';
import { type Stroke, struck } from './texts.ts';
import { analysed } from './workplace.ts';

/** What must come out the same, whichever way it is asked. */

/** A finding by line and character, with the texts that its fixes would write: what does not depend on line ends. */
function told(finding: Finding, lines: LineIndex) {
  const at = (offset: number) => {
    const { line, character } = lines.positionAt(offset);
    return `${line}:${character}`;
  };
  const fix = ({ title, exact, edits }: Fix) => ({
    title,
    exact,
    edits: edits.map(edit => `${at(edit.start)}-${at(edit.end)} ${edit.newText}`),
  });
  return {
    rule: finding.rule,
    severity: finding.severity,
    message: finding.message,
    place: finding.place,
    range: `${at(finding.start)}-${at(finding.end)}`,
    related: finding.related?.map(({ path, message, span }) =>
      path === undefined ? `${at(span.start)}-${at(span.end)} ${message}` : `${path} ${message}`,
    ),
    fixes: finding.fixes?.().map(fix),
  };
}

const everything = ({ findings, report }: Analysis) => findings.map(one => told(one, report.lines));

/** Whatever was typed before, what is found in a text is what is found in it afresh. */
export function incrementalIsFresh(text: string, strokes: readonly Stroke[]): void {
  const memory = newDocumentMemory();
  let now = text;
  let before = text;
  strokes.forEach((one, i) => {
    // Every fifth time the last change is undone, as a person does.
    const next = i % 5 === 4 ? before : withLf(struck(now, one));
    before = now;
    now = next;
    counts.edits++;
    const analysis = analysed(now, memory);
    if (i % 3 === 0 || i === strokes.length - 1)
      assert.deepEqual(everything(analysis), everything(analysed(now)));
  });
}
