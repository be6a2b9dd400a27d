import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { sourceEdits } from '../../server/analysis/actions.ts';
import { applyEdits } from '../../server/analysis/fixes.ts';
import { type FormatOptions, formatted } from '../../server/drafting/format.ts';
import { sloppyReport, soundReport, textOf } from './support/random-reports.ts';
import { check, plan2023, withParagraphs, write } from './support/reports.ts';

const format = (text: string, quotes: FormatOptions['quotes'] = 'keep'): string =>
  formatted(
    text,
    version => {
      const { report, reading, profile, findings } = check(version);
      return { report, reading, profile: profile?.profile ?? null, findings };
    },
    { quotes },
  );

const messy = [
  '# Activities of ITU on confidence and security',
  '## Purpose',
  'This report tells what was done since Council 2024.  ',
  '## Action required by the Council',
  'The Council is invited to note this report.',
  '____________',
  'The sections follow the Agenda.',
  '## 1.  Legal Measures',
  '1.1   Laws were written, as paragraph 2.4 below says.',
  '1.3 The "guides" are there .',
  '## 2. Technical and Procedural Measures',
  '2.1 The study has three parts:',
  'a. one;',
  'b.  another.',
  'c. the last;',
  '2.4 The teams  met.',
].join('\n\n');

test('numbers, spaces, blank lines and list ends are set right, references follow', () => {
  const text = format(`${messy}\n\n\n\n`);
  assert.match(
    text,
    /1\.1 Laws were written, as paragraph 2\.2 below says\.\n\n1\.2 The "guides" are there\.\n/,
  );
  assert.match(text, /2\.2 The teams met\.\n$/);
  assert.match(text, /## 1\. Legal Measures\n\n1\.1/);
  assert.doesNotMatch(text, / \n|\n\n\n/);
  assert.equal(format(text), text);
});

test('quotation marks by setting', () => {
  assert.match(format(messy, 'curly'), /“guides”/);
  const curly = format(messy.replace('Laws', "The teams’ and ITU's laws"), 'curly');
  assert.match(curly, /The teams’ and ITU’s laws/);
  assert.match(format(curly, 'straight'), /The teams' and ITU's laws[\s\S]*"guides"/);
  assert.equal(format(curly, 'keep'), curly);
});

test('what the drafter silenced, comments, and texts that are no reports are left alone', () => {
  const kept = write(
    withParagraphs(plan2023(), '1', [
      { number: '1.1', text: 'Laws were written.' },
      { number: '1.3', text: 'Guides were printed.' },
    ]),
    'markdown',
  ).replace('1.3', '<!-- gca-report-disable-next-line numbering/gap -- so be it -->\n1.3');
  assert.equal(format(kept), kept);
  const comment = kept.replace('Guides', '<!-- a  note,\n\n\n\nand more  -->\n\nGuides');
  assert.ok(format(comment).includes('<!-- a  note,\n\n\n\nand more  -->'));
  const other = '# Notes\n\n\n\nSome  text. \n';
  assert.equal(format(other), other);
});

test('a sound report stays as it is', () => {
  fc.assert(
    fc.property(soundReport, sound => {
      const text = textOf(sound);
      assert.equal(format(text), text);
    }),
    { seed: 2026, numRuns: 60 },
  );
});

test('applied twice, formatting and renumbering change nothing', () => {
  fc.assert(
    fc.property(
      sloppyReport,
      fc.constantFrom<FormatOptions['quotes']>('keep', 'curly', 'straight'),
      (text, quotes) => {
        const once = format(text, quotes);
        assert.equal(format(once, quotes), once);
        const left = check(once).findings.filter(({ rule }) =>
          /^(?:numbering\/(?:gap|repeat|order|prefix)|text\/double-space)$/.test(rule),
        );
        assert.deepEqual(
          left.map(({ rule, message }) => `${rule} ${message}`),
          [],
          once,
        );
        const renumbered = applyEdits(text, sourceEdits(check(text), 'renumber'));
        assert.deepEqual(sourceEdits(check(renumbered), 'renumber'), []);
      },
    ),
    { seed: 2026, numRuns: 150 },
  );
});
