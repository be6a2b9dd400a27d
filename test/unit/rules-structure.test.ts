import assert from 'node:assert/strict';
import { test } from 'node:test';
import { applyEdits } from '../../server/analysis/fixes.ts';
import type { ProjectSettings } from '../../server/analysis/project.ts';
import {
  check,
  DIALECTS,
  findingsOf,
  fixOf,
  numbered,
  type Plan,
  plan2019,
  plan2023,
  without,
  withParagraphs,
  write,
} from './support/reports.ts';

const titles = (rule: string, text: string, settings?: ProjectSettings): string[] =>
  findingsOf(rule, text, settings).map(({ message }) => /“([^”]+)”/.exec(message)?.[1] ?? message);

const retitled = (plan: Plan, from: string, to: string): Plan => ({
  ...plan,
  sections: plan.sections.map(section => (section.title === from ? { ...section, title: to } : section)),
});

test('a sound report has no finding of structure, numbering or reference, however it is written', () => {
  for (const plan of [plan2019(), plan2023()]) {
    for (const dialect of DIALECTS) {
      const found = check(write(plan, dialect)).findings.filter(({ rule }) =>
        /^(?:structure|numbering|reference)\//.test(rule),
      );
      assert.deepEqual(
        found.map(({ rule, message }) => `${rule} ${message}`),
        [],
        dialect,
      );
    }
  }
});

test('what is missing is told once each, in each mode with its own weight', () => {
  const text = write(
    without(plan2023(), 'Financial implications', 'Capacity Building', 'Legal Measures'),
    'markdown',
  );
  assert.deepEqual(titles('structure/missing-section', text), ['Legal Measures', 'Capacity Building']);
  assert.deepEqual(titles('structure/missing-head', text), ['Financial implications']);
  const weights = (rule: string) =>
    (['drafting', 'review', 'submission'] as const).map(mode => findingsOf(rule, text, { mode })[0].severity);
  assert.deepEqual(weights('structure/missing-section'), ['hint', 'error', 'error']);
  assert.deepEqual(weights('structure/missing-head'), ['hint', 'warning', 'error']);
});

test('what is missing is marked at its neighbour', () => {
  const text = write(without(plan2023(), 'Financial implications', 'Capacity Building'), 'markdown');
  const [section] = findingsOf('structure/missing-section', text);
  assert.equal(text.slice(section.start, section.end), '## 5. International Cooperation');
  const [head] = findingsOf('structure/missing-head', text);
  assert.equal(text.slice(head.start, head.end), '## Relevant link(s) with the Strategic Plan');
});

test('an optional head is not asked for', () => {
  assert.deepEqual(titles('structure/missing-head', write(plan2019(), 'markdown')), []);
});

test('each year has the heads of its own form', () => {
  const heads = (year: number) =>
    titles(
      'structure/missing-head',
      write({ ...plan2019(), heads: [{ title: 'References', text: 'None.' }] }, 'markdown'),
      { year },
    );
  assert.deepEqual(heads(2014), ['Summary', 'Action required']);
  assert.deepEqual(heads(2022), ['Summary', 'Action required']);
  assert.deepEqual(heads(2023), [
    'Purpose',
    'Action required by the Council',
    'Relevant link(s) with the Strategic Plan',
    'Financial implications',
  ]);
});

test('a head in the words of the older form is no missing one', () => {
  const plan = plan2023();
  const old = {
    ...plan,
    heads: plan.heads.map(head => ({
      ...head,
      title: head.title.replace('Purpose', 'Summary').replace(' by the Council', ''),
    })),
  };
  assert.deepEqual(titles('structure/missing-head', write(old, 'markdown')), []);
});

test('other titles: told, with the profile’s title as an exact fix', () => {
  for (const [from, to] of [
    ['Technical and Procedural Measures', 'Technical Measures'],
    ['Capacity Building', 'Capacity Development'],
    ['Child Online Protection (COP)', 'Protecting Children Online'],
    ['Organizational Structures', 'Organisational measures'],
  ]) {
    for (const dialect of DIALECTS) {
      const text = write(retitled(plan2023(), from, to), dialect);
      const [finding, ...others] = findingsOf('structure/title', text);
      assert.equal(others.length, 0);
      assert.equal(text.slice(finding.start, finding.end), to);
      const fix = fixOf(finding, from);
      assert.equal(fix.exact, true);
      assert.equal(applyEdits(text, fix.edits), write(plan2023(), dialect));
    }
  }
});

test('case, spelling with s, and a missing acronym are no other title', () => {
  for (const [from, to] of [
    ['Technical and Procedural Measures', 'TECHNICAL AND PROCEDURAL MEASURES'],
    ['Organizational Structures', 'Organisational structures'],
    ['Child Online Protection (COP)', 'Child Online Protection'],
    ['Legal Measures', '**Legal Measures**'],
  ]) {
    assert.deepEqual(findingsOf('structure', write(retitled(plan2023(), from, to), 'markdown')), [], to);
  }
});

test('sections out of order are told at the ones that came too late', () => {
  const { sections, ...rest } = plan2023();
  const [introduction, legal, technical, ...others] = sections;
  const text = write({ ...rest, sections: [introduction, technical, legal, ...others] }, 'markdown');
  assert.deepEqual(
    findingsOf('structure/order', text).map(({ place }) => place),
    ['1'],
  );
});

test('a section of its own kind: a note, and what stands behind the sections is let pass', () => {
  const plan = plan2023();
  const extra = (title: string): Plan => ({
    ...plan,
    sections: [...plan.sections, { number: '7', title, paragraphs: numbered('7', 'More.') }],
  });
  assert.deepEqual(titles('structure/unknown-section', write(extra('Other Activities'), 'markdown')), [
    'Other Activities',
  ]);
  for (const title of ['Conclusion', 'Abbreviations', 'Acknowledgements']) {
    assert.deepEqual(titles('structure/unknown-section', write(extra(title), 'markdown')), [], title);
  }
});

test('two sections on one subject: the second leads to the first', () => {
  const plan = plan2023();
  const text = write(
    {
      ...plan,
      sections: [
        ...plan.sections,
        { number: '7', title: 'Legal Frameworks', paragraphs: numbered('7', 'More.') },
      ],
    },
    'markdown',
  );
  const [finding, ...others] = findingsOf('structure/duplicate-section', text);
  assert.equal(others.length, 0);
  assert.equal(text.slice(finding.start, finding.end), 'Legal Frameworks');
  assert.equal(finding.related?.[0].span.start, text.indexOf('## 1. Legal'));
});

test('a section without text, and none that has only items or sections in it', () => {
  const empty = withParagraphs(plan2023(), '4', []);
  assert.deepEqual(titles('structure/empty-section', write(empty, 'markdown')), ['Capacity Building']);
  const items = write(empty, 'markdown').replace(
    '## 4. Capacity Building',
    '## 4. Capacity Building\n\na. courses\n\nb. seminars',
  );
  assert.deepEqual(titles('structure/empty-section', items), []);
});

test('the masthead: each field that is missing, or one word where there is none', () => {
  const text = write(plan2023(), 'markdown');
  const missing = (changed: string, settings?: ProjectSettings) =>
    findingsOf('structure/masthead', changed, settings).map(
      ({ message }) => /no ([^.]*)\./.exec(message)?.[1] ?? message.slice(0, 40),
    );
  assert.deepEqual(missing(text), []);
  assert.deepEqual(missing(text.replace('Original: English\n\n', '')), ['original language']);
  assert.deepEqual(missing(text.replace('Agenda item: PL 1\n\n', '').replace('10 March 2025\n\n', '')), [
    'agenda item',
    'date',
  ]);
  const bare = text.slice(text.indexOf('## Purpose'));
  assert.deepEqual(missing(bare, { year: 2025 }), ['The report starts without a masthead (ag']);
  // Word text loses its masthead on the way, which is told only when the report is handed in.
  const word = write(plan2019(), 'word-text');
  const bareWord = word.slice(word.indexOf(' \tSummary'));
  assert.deepEqual(missing(bareWord, { year: 2020 }), []);
  assert.equal(missing(bareWord, { year: 2020, mode: 'submission' }).length, 1);
});

test('symbol, date and file name that speak of different years', () => {
  const text = write(plan2023(), 'markdown');
  const told = (changed: string, name = 'report.md') =>
    findingsOf('structure/masthead-mismatch', changed, {}, name).map(
      ({ message }) => /^(.*) do not agree/.exec(message)?.[1],
    );
  assert.deepEqual(told(text), []);
  assert.deepEqual(told(text, '2025.md'), []);
  assert.deepEqual(told(text.replace('10 March 2025', '3 December 2024')), []);
  assert.deepEqual(told(text.replace('10 March 2025', '10 March 2024')), []);
  assert.deepEqual(told(text.replace('10 March 2025', '10 March 2023')), [
    'The date (2023) and the document symbol (C25/18)',
  ]);
  assert.deepEqual(told(text.replace('10 March 2025', '10 March 2026')), [
    'The date (2026) and the document symbol (C25/18)',
  ]);
  assert.deepEqual(told(text, 'drafts/2024.gca.md'), [
    'The document symbol (C25/18) and the file’s name (2024)',
  ]);
});

test('the closing rule: an exact fix, at the very end', () => {
  for (const dialect of ['word-text', 'markdown'] as const) {
    for (const end of ['', '\n', '\n\n\n']) {
      const text = write(plan2019(), dialect).replace(/\s*____________\s*$/, end);
      const [finding] = findingsOf('structure/end-mark', text);
      const fix = fixOf(finding, 'closing rule');
      assert.equal(fix.exact, true);
      assert.equal(applyEdits(text, fix.edits), write(plan2019(), dialect));
    }
  }
  assert.deepEqual(
    findingsOf('structure/end-mark', write(plan2019(), 'converted-markdown').replace(/____________\s*$/, '')),
    [],
  );
});

test('a text that is no report has one finding, unless a profile is set by hand', () => {
  const text = '# Minutes\n\n1. Opening\n\n1.2 It was opened.\n\n1.2 It was closed, see paragraph 9.9.\n';
  assert.deepEqual(
    check(text).findings.map(({ rule, severity }) => `${rule} ${severity}`),
    ['structure/not-a-report info'],
  );
  const [finding] = check(text).findings;
  assert.equal(text.slice(finding.start, finding.end), '# Minutes');
  assert.deepEqual(
    check('').findings.map(({ start, end }) => [start, end]),
    [[0, 0]],
  );
});

test('the missing end mark is told at the last word, whichever white space stands before it', () => {
  const text = write(plan2023(), 'markdown').replace(/\n_+\s*$/, '\n');
  const at = (report: string) =>
    findingsOf('structure/end-mark', report).map(({ start, end }) => report.slice(start, end));
  const [word] = at(text);
  assert.match(word, /^\S+$/);
  assert.deepEqual(at(text.replace(` ${word}`, `\n${word}`)), [word]);
});
