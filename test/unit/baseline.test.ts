import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { ROOT } from '../../scripts/root.ts';
import { allParagraphs } from '../../server/report/model.ts';
import { entryFor, parseBaseline, withoutAccepted } from '../../server/rules/suppression/baseline.ts';
import { reflow } from './support/reflow.ts';
import { check } from './support/reports.ts';

/** The sample draft, which holds a mistake of nearly every kind. */
const DRAFT = readFileSync(join(ROOT, 'samples', 'draft-2025.gca.md'), 'utf8').replaceAll('\r\n', '\n');
const before = check(DRAFT);
const baseline = before.findings.map(finding => entryFor(finding, 'draft.md', before.report));

/** What a baseline of the sample draft does not accept in another text. */
const newIn = (text: string) => {
  const { findings, report } = check(text);
  return withoutAccepted(findings, 'draft.md', report, baseline).map(finding => ({
    ...entryFor(finding, 'draft.md', report),
    start: finding.start,
    end: finding.end,
  }));
};

test('the sample draft has findings to accept, and its baseline accepts them', () => {
  assert.ok(baseline.length > 50);
  assert.deepEqual(newIn(DRAFT), []);
  const written = JSON.stringify({ findings: baseline });
  assert.deepEqual(parseBaseline(written), { entries: baseline, problems: [] });
});

for (const width of [40, 72, 100_000]) {
  test(`nothing is new when paragraphs are wrapped at ${width}, with either line end`, () => {
    const text = reflow(DRAFT, width);
    assert.notEqual(text, DRAFT);
    assert.deepEqual(newIn(text), []);
    assert.deepEqual(newIn(text.replaceAll('\n', '\r\n')), []);
  });
}

test('nothing but the new paragraph is new when one is put before another', () => {
  const added = 'The work of the period went on as it was planned.';
  const paragraphs = [...allParagraphs(before.report.sections)].map(({ paragraph }) => paragraph);
  assert.ok(paragraphs.length > 20);
  for (const { span } of paragraphs.filter((_, i) => i % 5 === 0)) {
    const text = `${DRAFT.slice(0, span.start)}${added}\n\n${DRAFT.slice(span.start)}`;
    const inside = (at: number) => at >= span.start && at <= span.start + added.length;
    assert.deepEqual(
      newIn(text).filter(({ start, end }) => !inside(start) || !inside(end)),
      [],
    );
  }
});

test('a word changed beside an accepted finding brings that finding back', () => {
  const doubled = before.findings.find(({ rule }) => rule === 'text/doubled-word');
  assert.ok(doubled);
  const text = `${DRAFT.slice(0, doubled.end)} once${DRAFT.slice(doubled.end)}`;
  assert.deepEqual(
    newIn(text).map(({ rule, start }) => [rule, start]),
    [['text/doubled-word', doubled.start]],
  );
});
