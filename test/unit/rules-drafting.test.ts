import assert from 'node:assert/strict';
import { test } from 'node:test';
import { applyEdits } from '../../server/analysis/fixes.ts';
import { Project } from '../../server/analysis/project.ts';
import { Catalogue } from '../../server/catalogue/catalogue.ts';
import { INSTRUMENTS } from '../../server/catalogue/instruments.ts';
import { judgedPromises } from '../../server/drafting/promises.ts';
import type { Mode } from '../../server/rules/rule.ts';
import { memoryWorkspace } from '../../server/workspace/workspace.ts';
import { madeFrom, readingOf } from './support/drafting.ts';
import { findingsOf, fixOf, numbered, plan2023, withParagraphs, write } from './support/reports.ts';

const report = (...paragraphs: string[]) =>
  write(withParagraphs(plan2023(), '4', numbered('4', ...paragraphs)), 'markdown');
const MARKED = report('<!-- confirm (2024, 4.1): There were 86 teams. --> The work goes on.');

test('an open mark weighs more from mode to mode; keep, change and drop are choices', () => {
  const severity = (mode: Mode) => findingsOf('drafting', MARKED, { mode }).map(one => one.severity);
  assert.deepEqual(
    [severity('drafting'), severity('review'), severity('submission')],
    [['info'], ['warning'], ['error']],
  );
  const [finding] = findingsOf('drafting', MARKED);
  assert.equal(
    MARKED.slice(finding.start, finding.end),
    '<!-- confirm (2024, 4.1): There were 86 teams. -->',
  );
  assert.match(finding.message, /report of 2024: “There were 86 teams\.”/);
  assert.ok(finding.fixes?.().every(fix => !fix.exact));
  assert.match(
    applyEdits(MARKED, fixOf(finding, 'Keep').edits),
    /4\.1 There were 86 teams\. The work goes on\./,
  );
  assert.match(applyEdits(MARKED, fixOf(finding, 'Drop').edits), /4\.1 The work goes on\./);
});

test('a mark without its end is told instead, and closed where its line ends', () => {
  const open = report(
    'The work. <!-- confirm (2024, 4.1): There were 86 teams.',
    'More. <!-- confirm: So there were. -->',
  );
  const [finding, ...others] = findingsOf('drafting', open);
  assert.deepEqual([finding.rule, others.length], ['drafting/mark-not-closed', 0]);
  const closed = applyEdits(open, fixOf(finding, 'Close').edits);
  assert.deepEqual(
    findingsOf('drafting', closed).map(({ rule }) => rule),
    ['drafting/to-confirm', 'drafting/to-confirm'],
  );
});

/** A draft beside a report of the year before. */
async function promised(last: string, draft: string, name = 'draft-2025.gca.md') {
  const files = new Map([
    ['archive/2024.md', last.replace('C25/18', 'C24/18').replace('10 March 2025', '10 March 2024')],
  ]);
  const facts = {
    catalogue: new Catalogue({ read: () => Promise.reject(new Error('none')) }, () => {}),
    instruments: INSTRUMENTS,
  };
  const project = new Project(memoryWorkspace(files), '', { mode: 'review' }, facts, fault => {
    throw fault.error;
  });
  await project.refresh();
  return project.analyse(name, draft).findings.filter(({ rule }) => rule.startsWith('promise/'));
}

const GUIDE = 'A third edition of the strategy guide will be published in November 2024.';

test('an open promise is told at its section, with the place in the earlier report, and can be ticked off', async () => {
  const draft = report('Teams are trained on request.');
  const [finding, ...others] = await promised(report(GUIDE), draft);
  assert.equal(others.length, 0);
  assert.equal(draft.slice(finding.start, finding.end), 'Capacity Building');
  assert.deepEqual(
    [finding.severity, finding.related?.[0].path, finding.related?.[0].paragraph],
    ['info', 'archive/2024.md', '4.1'],
  );
  const ticked = applyEdits(draft, fixOf(finding, 'Tick').edits);
  assert.match(ticked, /on request\.\n\n<!-- promise settled \(2024, 4\.1\): A third edition/);
  assert.deepEqual(await promised(report(GUIDE), ticked), []);
  const shortened = ticked.replace(/guide will be published in November 2024\. -->/, 'guide -->');
  assert.deepEqual(await promised(report(GUIDE), shortened), []);
});

test('a promise is known again with apostrophes, links, emphasis, notes and hyphens in it', async () => {
  for (const words of [
    'ITU’s study on Africa’s islands will be published in November 2024.',
    'The study on [islands of Africa](https://www.example.org/a) will be published in November 2024.',
    'The study on **islands** of Africa will be published[^9] in November 2024.',
    'The study on islands -- and ports --> will be published in November 2024.',
  ]) {
    const draft = report('Teams are trained on request.');
    const [finding] = await promised(report(words), draft);
    const ticked = applyEdits(draft, fixOf(finding, 'Tick').edits);
    assert.deepEqual(await promised(report(words), ticked), [], words);
    assert.doesNotMatch(ticked, /--> ?will/);
    const marked = madeFrom(
      report(words).replace('C25/18', 'C24/18').replace('2025', '2024'),
      '2024.md',
      2025,
    );
    assert.deepEqual(await promised(report(words), marked), [], words);
  }
});

test('no promise: the outcome, another date, not yet due, in a mark, taken over, good intentions', async () => {
  for (const now of [
    'The third edition of the strategy guide came out in December 2024.',
    'The third edition of the strategy guide is now scheduled for June 2025.',
    GUIDE,
    `<!-- confirm (2024, 4.1): ${GUIDE} -->`,
  ]) {
    assert.deepEqual(await promised(report(GUIDE), report(now)), [], now);
  }
  for (const then of [
    'A third edition of the strategy guide will be published in November 2025.',
    'ITU will continue to support its members in the field of training.',
    'More courses of this kind are planned to be held in other places.',
    'The participants will be able to use what they learnt.',
  ]) {
    assert.deepEqual(await promised(report(then), report('Teams are trained on request.')), [], then);
  }
});

test('what was promised, by its words; a month without a year is the next one', () => {
  const judged = (text: string) =>
    judgedPromises(
      readingOf(report('Teams are trained.'), 'draft-2026.md'),
      [readingOf(report(text), 'archive/2025.md')],
      { year: 2026, month: 4 },
    ).map(({ promise, state }) => [promise.when, state]);
  assert.deepEqual(judged('The next Global CyberDrill is scheduled for the end of 2025.'), [
    ['the end of 2025', 'open'],
  ]);
  assert.deepEqual(judged('The course for Africa will be launched in June.'), [['in June', 'open']]);
  assert.deepEqual(judged('A revised Guide on Teams will be submitted to Council 2026.'), [
    ['2026', 'waiting'],
  ]);
  assert.deepEqual(judged('In May 2025, the Regional Forum will meet in Lima.'), [['May 2025', 'open']]);
  assert.deepEqual(judged('The forum met in Lima, as was planned for May 2025.'), []);
});

test('a fresh draft tells its promises in marks and not twice', async () => {
  const last = report(GUIDE).replace('C25/18', 'C24/18').replace('10 March 2025', '10 March 2024');
  assert.deepEqual(await promised(report(GUIDE), madeFrom(last, '2024.md', 2025)), []);
});
