import assert from 'node:assert/strict';
import { test } from 'node:test';
import { applyEdits } from '../../server/analysis/fixes.ts';
import type { Mode } from '../../server/rules/rule.ts';
import { check, findingsOf, fixOf, plan2023, withParagraphs, write } from './support/reports.ts';

/** A report whose section 2 is these lines. */
const report = (lines: string): string =>
  write(withParagraphs(plan2023(), '2', [{ text: lines }]), 'markdown');

/** What is found of the numbering, the references and the suppressions of such a report. */
const found = (lines: string, mode: Mode = 'review'): string[] =>
  check(report(lines), { mode })
    .findings.filter(({ rule }) => /^(?:numbering|reference|suppression)\//.test(rule))
    .map(({ rule, place }) => [rule, place].filter(Boolean).join(' '));

const REPEAT = '2.1 One.\n\n2.1 Two.';

test('without a comment the finding is there', () => {
  assert.deepEqual(found(REPEAT), ['numbering/repeat 2.1']);
});

test('the next line: by rule, by group, by nothing, with a reason', () => {
  for (const said of [
    'disable-next-line numbering/repeat',
    'disable-next-line numbering',
    'disable-next-line',
    'disable-next-line *',
    'disable-next-line numbering/repeat -- the halves of one paragraph, see numbering/gap',
    'disable-next-line numbering/repeat --\nhalves\nof one',
  ]) {
    assert.deepEqual(found(`2.1 One.\n\n<!-- gca-report-${said} -->\n2.1 Two.`), [], said);
    assert.deepEqual(found(`2.1 One.\n\n<!--gca-report-${said}-->\n\n2.1 Two.`), [], `${said}, blank line`);
  }
  assert.deepEqual(found(`2.1 One.\n\n<!-- gca-report-disable-next-line reference -->\n2.1 Two.`), [
    'suppression/unused',
    'numbering/repeat 2.1',
  ]);
});

test('the next line is the whole paragraph where it is wrapped, and no more than it', () => {
  const wrapped = '2.1 One, which goes on\nover lines, see paragraph 9.1\nand paragraph 9.2.';
  assert.deepEqual(found(wrapped), ['reference/paragraph 2.1', 'reference/paragraph 2.1']);
  assert.deepEqual(found(`<!-- gca-report-disable-next-line reference/paragraph -->\n${wrapped}`), []);
  assert.deepEqual(
    found(`<!-- gca-report-disable-next-line reference/paragraph -->\n${wrapped}\n\n2.2 See paragraph 9.3.`),
    ['reference/paragraph 2.2'],
  );
});

test('the line, the file, a range', () => {
  assert.deepEqual(
    found('2.1 See paragraph 9.1. <!-- gca-report-disable-line reference -->\n\n2.2 See paragraph 9.2.'),
    ['reference/paragraph 2.2'],
  );
  assert.deepEqual(
    found(
      `${REPEAT}\n\n2.2 See paragraph 9.1.\n\n<!-- gca-report-disable-file numbering/repeat reference -->`,
    ),
    [],
  );
  assert.deepEqual(
    found(
      '2.1 See paragraph 9.1.\n\n<!-- gca-report-disable reference -->\n\n2.2 See paragraph 9.2.\n\n<!-- gca-report-enable reference -->\n\n2.3 See paragraph 9.3.',
    ),
    ['reference/paragraph 2.1', 'reference/paragraph 2.3'],
  );
  assert.deepEqual(found('2.1 See paragraph 9.1.\n\n<!-- gca-report-disable -->\n\n2.2 See paragraph 9.2.'), [
    'reference/paragraph 2.1',
  ]);
});

test('enabling one rule ends the range that names it, and no other', () => {
  assert.deepEqual(
    found(
      '<!-- gca-report-disable reference/paragraph -->\n\n<!-- gca-report-disable numbering -->\n\n2.1 See paragraph 9.1.\n\n<!-- gca-report-enable numbering -->\n\n2.1 See paragraph 9.2.',
    ),
    // The range on numbering hid nothing before it ended.
    ['suppression/unused', 'numbering/repeat 2.1'],
  );
});

test('several rules in one comment, each on its own account', () => {
  const lines = '2.1 One.\n\n<!-- gca-report-disable-next-line numbering/repeat, numbering/gap -->\n2.1 Two.';
  const [finding, ...others] = findingsOf('suppression', report(lines));
  assert.equal(others.length, 0);
  assert.equal(finding.rule, 'suppression/unused');
  assert.equal(report(lines).slice(finding.start, finding.end), 'numbering/gap');
  // The comment is still needed for the other one.
  assert.deepEqual(finding.fixes?.(), []);
});

test('a rule that does not exist is told on its name', () => {
  const text = report('2.1 One.\n\n<!-- gca-report-disable-next-line numbering/repeated -->\n2.2 Two.');
  const [finding, ...others] = findingsOf('suppression', text);
  assert.equal(others.length, 0);
  assert.equal(finding.rule, 'suppression/unknown-rule');
  assert.equal(text.slice(finding.start, finding.end), 'numbering/repeated');
});

test('a rule that is off hides nothing and is no reason to remove a comment', () => {
  const lines = '2.1 One.\n\n<!-- gca-report-disable-next-line reference/not-cited -->\n2.2 Two.';
  assert.deepEqual(found(lines, 'review'), ['suppression/unused']);
  assert.deepEqual(found(lines, 'drafting'), []);
});

test('of a text that was not checked no comment is called useless', () => {
  const { findings } = check('# Notes\n\n<!-- gca-report-disable-file text -->\n\nSome words.\n');
  assert.deepEqual(
    findings.map(({ rule }) => rule),
    ['structure/not-a-report'],
  );
  assert.deepEqual(
    check('<!-- gca-report-disable-file structure/not-a-report -->\n\nSome words.\n').findings,
    [],
  );
});

test('other comments are notes', () => {
  for (const note of [
    'a note',
    'gca-report',
    'gca-report-disabled numbering',
    'gca-report disable numbering',
    'TODO gca-report-disable-file',
  ]) {
    assert.deepEqual(found(`2.1 One.\n\n<!-- ${note} -->\n\n2.1 Two.`), ['numbering/repeat 2.1'], note);
  }
});

test('removing a comment takes its line with it, and does not split a paragraph', () => {
  for (const [before, after] of [
    ['2.1 One.\n\n<!-- gca-report-disable-next-line numbering/gap -->\n2.2 Two.', '2.1 One.\n\n2.2 Two.'],
    [
      '2.1 One, which\n<!-- gca-report-disable-next-line numbering/gap -->\ngoes on.',
      '2.1 One, which\ngoes on.',
    ],
    ['2.1 One. <!-- gca-report-disable-line numbering/gap -->\n\n2.2 Two.', '2.1 One.\n\n2.2 Two.'],
  ]) {
    for (const eol of ['\n', '\r\n']) {
      const text = report(before).replaceAll('\n', eol);
      const [finding] = findingsOf('suppression/unused', text);
      const fixed = applyEdits(text, fixOf(finding, 'Remove').edits);
      assert.equal(fixed, report(after).replaceAll('\n', eol));
      assert.deepEqual(findingsOf('suppression', fixed), []);
    }
  }
});

test('a comment that is not closed, and ten thousand of them, harm nothing', () => {
  assert.doesNotThrow(() => found('2.1 One.\n\n<!-- gca-report-disable-next-line'));
  const start = process.cpuUsage();
  found('<!-- gca-report-disable-next-line numbering -->\n2.1 One.\n\n'.repeat(3000));
  assert.ok(process.cpuUsage(start).user < 2_000_000);
});
