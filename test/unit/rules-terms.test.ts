import assert from 'node:assert/strict';
import { test } from 'node:test';
import { builtinTerms } from '../../server/rules/terms/listed.ts';
import { TermMatcher } from '../../server/rules/terms/matcher.ts';
import type { Term } from '../../server/rules/terms/term.ts';
import { frame } from './support/pages.ts';
import { findingsOf } from './support/reports.ts';

const found = (rule: string, paragraphs: string, year = 2025): string[] => {
  const text = frame(paragraphs, year);
  return findingsOf(rule, text).map(({ start, end }) => text.slice(start, end));
};

const term = (write: string, not: string[], more: Partial<Term> = {}): Term => ({
  write,
  not,
  kind: 'name',
  source: 'own-names',
  ...more,
});
const matches = (terms: Term[], text: string): string[] =>
  [...new TermMatcher(terms).matches(text)].map(
    ({ start, end, term: one }) => `${text.slice(start, end)} > ${one.write}`,
  );

test('the matcher takes the longest form, over line breaks, as whole words only', () => {
  const terms = [
    term('Côte d’Ivoire', ['Ivory Coast']),
    term('Ivory', ['Ivory Coast Guard Post']),
    term('Iran (Islamic Republic of)', ['Iran']),
  ];
  assert.deepEqual(matches(terms, 'in Ivory\nCoast and ivory coast'), [
    'Ivory\nCoast > Côte d’Ivoire',
    'ivory coast > Côte d’Ivoire',
  ]);
  assert.deepEqual(matches(terms, 'Ivory Coast Guard Post'), ['Ivory Coast Guard Post > Ivory']);
  assert.deepEqual(matches(terms, 'Ivory Coast-based, the Irani, iran.example.org, x/Iran'), []);
});

test('capitals matter only where a form differs in nothing else', () => {
  const terms = [
    term('INTERPOL', ['Interpol']),
    term('Safer Internet Day', [], { capitals: true }),
    term('programme', ['program'], { matchCase: true }),
  ];
  assert.deepEqual(matches(terms, 'Interpol, INTERPOL, interpol'), ['Interpol > INTERPOL']);
  assert.deepEqual(matches(terms, 'Safer internet day, SAFER INTERNET DAY, Safer Internet Day'), [
    'Safer internet day > Safer Internet Day',
  ]);
  assert.deepEqual(matches(terms, 'a program and a Program'), ['program > programme']);
});

test('words around a form can make it another thing; masked text parts words; the earlier entry holds', () => {
  const iran = term('Iran (Islamic Republic of)', ['Iran'], {
    notBefore: ['(Islamic'],
    notAfter: ['Republic of'],
  });
  assert.deepEqual(matches([iran], 'Iran (Islamic Republic of), the Islamic Republic of Iran, Iran'), [
    'Iran > Iran (Islamic Republic of)',
  ]);
  assert.deepEqual(matches([term('Ivory', ['Ivory Coast'])], 'Ivory \uFEFF\uFEFF Coast'), []);
  assert.deepEqual(matches([term('mine', ['thing']), term('yours', ['thing'])], 'a thing'), ['thing > mine']);
});

test('the fix keeps a capital and the apostrophe of the text', () => {
  const fixed = (paragraph: string) =>
    findingsOf('terms', frame(paragraph)).map(one => one.fixes?.()[0].edits[0].newText);
  assert.deepEqual(fixed('Publically the guide follows the publically known one.'), ['Publicly', 'publicly']);
  assert.deepEqual(fixed('The host’s forum in Cote d’Ivoire was held.'), ['Côte d’Ivoire']);
});

test('a former name is judged by the date of the report', () => {
  const text = 'Experts from Turkey and Swaziland took part.';
  assert.deepEqual(found('terms/former-name', text, 2014), []);
  assert.deepEqual(found('terms/former-name', text, 2020), ['Swaziland']);
  assert.deepEqual(found('terms/former-name', text, 2023), ['Turkey', 'Swaziland']);
});

test('one name in two forms: by majority, with every place, and never for words that differ by a first capital', () => {
  const text = frame('SG17 met. SG17 agreed. SG-17 will meet, and SG-17 will agree.  SG17 is the lead.');
  const [finding] = findingsOf('terms/consistency', text);
  assert.equal(text.slice(finding.start, finding.end), 'SG-17');
  assert.equal(finding.related?.length, 2);
  const quiet = [
    'Cybersecurity is a goal. The goal of cybersecurity holds. CyberSecurity Malaysia took part.',
    'The ITU-T and ITU-R groups met. IT is used; it works. CIRTs and a CIRT met.',
    'Capacity-building courses help with capacity building.',
    'The title “Cyber-Drill” names the CyberDrill.',
    'They resign and re-sign the form.',
  ];
  for (const paragraph of quiet) assert.deepEqual(found('terms/consistency', paragraph), [], paragraph);
  assert.deepEqual(
    found('terms/consistency', 'The ITU–UNODC course, the ITU–UNODC forum and the ITU-UNODC plan.'),
    ['ITU-UNODC'],
  );
  assert.deepEqual(found('terms/consistency', 'FG-AN, FG-AI4A and FG VM reported.'), ['FG VM']);
  assert.deepEqual(
    found('terms/consistency', 'A multistakeholder forum and a multi-stakeholder plan.').length,
    1,
  );
});

test('-ise: names and words that always have it are let pass', () => {
  const quiet =
    'They advise, revise, exercise and supervise an enterprise; the Organisation for Economic Co-operation and Development likewise.';
  assert.deepEqual(found('terms/ize', quiet), []);
  const text = frame('They organise and harmonise; standardisation is recognised.');
  const [finding] = findingsOf('terms/ize', text);
  const edits = finding.fixes?.()[0].edits ?? [];
  assert.equal(edits.length, 4);
  const fixed = edits.reduceRight(
    (out, edit) => out.slice(0, edit.start) + edit.newText + out.slice(edit.end),
    text,
  );
  assert.ok(fixed.includes('They organize and harmonize; standardization is recognized.'));
});

test('capitals: names, headings and words right both ways are let pass', () => {
  const quiet = [
    'A Workshop on Spam was held. The Study Group met; a study group may meet. The National Cybersecurity Forum met.',
    'The Action Plan holds, and each action plan of the region too. Member States met; the member State hosted.',
  ];
  for (const paragraph of quiet) assert.deepEqual(found('terms/capital', paragraph), [], paragraph);
  assert.deepEqual(found('terms/capital-consistency', quiet[0]), []);
});

test('every entry of the list has a source, and no form is right and wrong at once', () => {
  const right = new Set(
    builtinTerms.terms.flatMap(one => one.write.split(' / ').map(form => `${one.kind} ${form}`)),
  );
  const seen = new Set<string>();
  for (const one of builtinTerms.terms) {
    assert.ok(builtinTerms.sources[one.source], `${one.write}: no source “${one.source}”`);
    assert.ok(one.not.length > 0 || one.capitals, one.write);
    for (const form of one.not) {
      assert.notEqual(form, one.write);
      assert.ok(!right.has(`${one.kind} ${form}`), `“${form}” is wrong for ${one.write} and right elsewhere`);
      assert.ok(!seen.has(form), `“${form}” stands twice`);
      seen.add(form);
    }
  }
});

test('applying a list’s exact fix leaves nothing to fix', () => {
  for (const one of builtinTerms.terms) {
    if (one.write.includes(' / ')) continue;
    const matcher = new TermMatcher(builtinTerms.terms.filter(other => other.kind === one.kind));
    assert.deepEqual(
      [...matcher.matches(`the ${one.write} here`)].map(match => match.form),
      [],
      one.write,
    );
  }
});

test('a name that is written right is right across a line break too', () => {
  for (const eol of ['\n', '\r\n', '\r\n  ']) {
    assert.deepEqual(found('terms/name', `Countries took part in the Global Cybersecurity${eol}Index.`), []);
    assert.equal(
      found('terms/name', `Countries took part in the Global Cybersecurity${eol}index.`).length,
      1,
    );
  }
});
