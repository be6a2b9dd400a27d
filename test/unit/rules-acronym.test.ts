import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readReport } from '../../server/reading/read.ts';
import { acronymRulesFrom } from '../../server/rules/acronym/expansion.ts';
import { builtinAcronyms, knownBy } from '../../server/rules/acronym/known.ts';
import { baseOf, expansionKey, firstWordOf, isAcronym, wordsOf } from '../../server/rules/acronym/letters.ts';
import { acronymTable } from '../../server/rules/acronym/table.ts';
import { frame } from './support/pages.ts';
import { findingsOf, parse } from './support/reports.ts';

const known = knownBy(builtinAcronyms.acronyms);
const tableOf = (paragraphs: string) =>
  acronymTable(readReport('report.md', parse(frame(paragraphs))), known);
const found = (rule: string, paragraphs: string): string[] => {
  const text = frame(paragraphs);
  return findingsOf(rule, text).map(({ start, end }) => text.slice(start, end));
};

const expansion = (acronym: string, words: string): string | undefined => {
  const all = wordsOf(words);
  const first = firstWordOf(acronym, all);
  return first < 0 ? undefined : words.slice(all[first].start);
};

test('letters fit words: initials, small words, parts of compounds, letters inside a word, numbers', () => {
  const fits: readonly (readonly [string, string])[] = [
    ['GCA', 'Global Cybersecurity Agenda'],
    ['CIRTs', 'computer incident response teams'],
    ['MoU', 'Memorandum of Understanding'],
    ['IoT', 'Internet of things'],
    ['IdM', 'identity management'],
    ['SC&C', 'smart cities and communities'],
    ['QKDN', 'quantum key distribution network'],
    ['SG17', 'Study Group 17'],
    ['GCIv4', 'Global Cybersecurity Index'],
    ['VoLTE', 'voice-over-long-term-evolution'],
    ['ICTs', 'information and communication technologies'],
    ['OSCE', 'Organization for Security and Co-operation in Europe'],
  ];
  for (const [acronym, words] of fits)
    assert.equal(expansion(acronym, `presented the ${words}`), words, acronym);
  assert.equal(expansion('CERN', 'the European Organization for Nuclear Research'), undefined);
  assert.equal(expansion('GCI', 'the Global Cybersecurity Agenda'), undefined);
});

test('what an acronym is and what it is a form of', () => {
  assert.deepEqual(['CIRTs', 'ICT’s', "ITU's", 'GCIv3', 'I.R.', 'SIDS'].map(baseOf), [
    'CIRT',
    'ICT',
    'ITU',
    'GCI',
    'IR',
    'SIDS',
  ]);
  assert.deepEqual(['CIRT', 'MoU', 'FG AI4H'].map(isAcronym), [true, true, true]);
  assert.deepEqual(['Geneva', 'online', 'one of the AI tools'].map(isAcronym), [false, false, false]);
  assert.equal(
    expansionKey('National strategies of countries'),
    expansionKey('national Strategy of country'),
  );
});

test('the table knows definitions of both orders, nested ones, and uses in plural, possessive and compounds', () => {
  const table = tableOf(
    'The African Centre for Online Protection (ACOP) met. ACOP (African Centre for Online Protection) is new. The NCS (National Cybersecurity Strategy) and its Plan (the NCS plan) hold; the NCS’s goals and NCS-led work go on.',
  );
  assert.deepEqual(
    table.get('ACOP')?.definitions.map(d => d.expansion),
    ['African Centre for Online Protection', 'African Centre for Online Protection'],
  );
  assert.deepEqual(
    table.get('NCS')?.uses.map(use => use.written),
    ['NCS', 'NCS', 'NCS'],
  );
});

test('identifiers, quotations, headings, house acronyms, Roman numerals and lines of capitals are never reported', () => {
  const quiet =
    'ITU, BDT, TSB, ICTs, UN and WTSA agreed on ITU-T X.1205 and SG17 in part IV, on the title “ABC of DEFG” and on BE SAFE AND BE SMART.';
  assert.deepEqual(found('acronym', quiet), []);
});

test('a name that is known gets its expansion as a fix; an unknown one gets none', () => {
  const text = frame('The workshop was held with SADC and XYZT in the capital.');
  const [sadc, xyzt] = findingsOf('acronym/never-expanded', text);
  assert.deepEqual(
    sadc.fixes?.().map(fix => [fix.edits[0].newText, fix.exact]),
    [['Southern African Development Community (SADC)', false]],
  );
  assert.deepEqual(xyzt.fixes?.(), []);
  assert.equal(sadc.severity, 'hint');
});

test('the front matter is read by itself: an acronym written out there and again in the body is not written out twice', () => {
  const body = 'The Global Cybersecurity Agenda (GCA) is in use. The GCA holds.';
  const text = frame(body).replace(
    'This is told below.',
    'The Global Cybersecurity Agenda (GCA) is told below.',
  );
  assert.deepEqual(findingsOf('acronym/expanded-twice', text), []);
});

test('a bracket that is no definition is let pass', () => {
  const quiet = 'The forum was held in Accra (GHA) by the host (see the ITU site) and in Lima (PER).';
  assert.deepEqual(found('acronym/two-expansions', quiet), []);
  assert.deepEqual(found('acronym/expanded-twice', quiet), []);
  assert.deepEqual(found('acronym/mismatch', quiet), []);
});

test('plural: the S of a protocol that is secured is none, and only what is beside it tells a plural for certain', () => {
  for (const quiet of [
    'DNS over HTTPS was covered.',
    'Three HTTPS servers were tested, and HTTPS and HTTP are in use.',
    'The File Transfer Protocol (FTP) and FTPS were shown; the FTP server stays.',
  ])
    assert.deepEqual(found('acronym/plural', quiet), [], quiet);
  const plural = (words: string) => {
    const text = frame(words);
    return findingsOf('acronym/plural', text).map(({ severity, fixes }) => [
      severity,
      fixes?.().some(fix => fix.exact),
    ]);
  };
  for (const sure of [
    'Ten CIRTS of the region met.',
    'These CIRTS, all new, met.',
    'The CIRTS are new.',
    'CIRTS have met.',
  ])
    assert.deepEqual(plural(sure), [['warning', true]], sure);
  assert.deepEqual(plural('A CIRT is planned. The course was on CIRTS.'), [['warning', false]]);
  for (const unsure of [
    'The CIRTS platform was shown.',
    'The course was on CIRTS.',
    'Many CIRTS platforms were shown.',
  ])
    assert.deepEqual(plural(unsure), [['info', false]], unsure);
});

test('a workspace adds acronyms of the house', () => {
  const rule = acronymRulesFrom([
    ...builtinAcronyms.acronyms,
    { acronym: 'XYZT', expansion: 'Example of Yearly Zonal Talks', source: 'workspace', house: true },
  ]).find(one => one.id === 'acronym/never-expanded');
  const report = parse(frame('The workshop was held with XYZT in the capital.'));
  const said: string[] = [];
  rule?.report?.({ report, reading: readReport('report.md', report) } as never, remark =>
    said.push(remark.say),
  );
  assert.deepEqual(said, []);
});

test('every acronym of the list has an expansion that its letters fit, or is known not to', () => {
  const translated = new Set(
    'ITU-T ITU-R ITU-D BDT PP WTPF ISO CHF INTERPOL FAO CEB ENISA CITEL CEPT RCC SME'.split(' '),
  );
  for (const { acronym, expansion: words, source } of builtinAcronyms.acronyms) {
    assert.ok(builtinAcronyms.sources[source], `${acronym}: no source “${source}”`);
    if (!translated.has(acronym))
      assert.ok(firstWordOf(acronym, wordsOf(words)) >= 0, `${acronym}: ${words}`);
  }
  const ids = builtinAcronyms.acronyms.map(entry => entry.acronym);
  assert.equal(new Set(ids).size, ids.length);
});
