import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { test } from 'node:test';
import { applyEdits, exactEdits } from '../../server/analysis/fixes.ts';
import { Project } from '../../server/analysis/project.ts';
import { Catalogue } from '../../server/catalogue/catalogue.ts';
import { INSTRUMENTS } from '../../server/catalogue/instruments.ts';
import { readReport } from '../../server/reading/read.ts';
import { titleSeries } from '../../server/rules/recommendation/index.ts';
import { memoryWorkspace } from '../../server/workspace/workspace.ts';
import { frame } from './support/pages.ts';
import { fixOf, parse } from './support/reports.ts';

const data = new URL('../../data/', import.meta.url);
const newCatalogue = () => new Catalogue({ read: name => readFile(new URL(name, data), 'utf8') });
const catalogue = newCatalogue();

interface Setting {
  readonly year?: number;
  readonly archive?: Readonly<Record<number, string>>;
  readonly files?: Readonly<Record<string, string>>;
  readonly facts?: Catalogue;
  /** The text is a report, and no paragraph of one. */
  readonly whole?: boolean;
}

/** The findings of one rule on paragraphs of a report, with earlier reports beside it. */
async function find(
  rule: string,
  text: string,
  { year = 2025, archive = {}, files = {}, facts = catalogue, whole }: Setting = {},
) {
  const workspace = new Map(Object.entries(files));
  for (const [year, earlier] of Object.entries(archive))
    workspace.set(`archive/${year}.md`, frame(earlier, Number(year)));
  const project = new Project(
    memoryWorkspace(workspace),
    '',
    {},
    { catalogue: facts, instruments: INSTRUMENTS },
    fault => {
      throw new Error(`${fault.rule} failed`, { cause: fault.error });
    },
  );
  await project.refresh();
  const report = whole ? text : frame(text, year);
  const analysis = project.analyse(`report-${year}.gca.md`, report);
  await facts.ready(titleSeries(analysis.reading), 'ITU-T');
  await project.prepare(analysis);
  const findings = analysis.findings.filter(found => found.rule === `recommendation/${rule}`);
  return { report, findings, words: findings.map(({ start, end }) => report.slice(start, end)) };
}

async function fixed(rule: string, text: string, title: string): Promise<string> {
  const { report, findings } = await find(rule, text);
  return applyEdits(report, fixOf(findings[0], title).edits);
}

test('number-missing: a quoted title gets its number in house form, with what the text lacks of it', async () => {
  const title = '“Security guidelines for digital twin network”';
  for (const [before, after] of [
    [`SG17 approved ${title}.`, `approved Recommendation ITU-T X.2011, ${title}.`],
    [`SG17 approved Recommendation ${title}.`, `approved Recommendation ITU-T X.2011, ${title}.`],
    [`SG17 approved Recommendation ITU-T ${title}.`, `approved Recommendation ITU-T X.2011, ${title}.`],
  ])
    assert.ok((await fixed('number-missing', before, 'X.2011')).includes(after), before);
});

test('number-missing: every title of a list, also one with “and” or a comma, at once', async () => {
  const text =
    'SG17 approved three Recommendations on security, namely: Security measures for digital twin system of smart cities, Security guidelines for selecting computing methods and resources from cloud service providers and agreed Cyber insurance acquisition guidelines.';
  const { findings, words } = await find('number-missing', text);
  assert.deepEqual(words, [
    'Security measures for digital twin system of smart cities',
    'Security guidelines for selecting computing methods and resources from cloud service providers',
    'Cyber insurance acquisition guidelines',
  ]);
  assert.ok(findings.every(({ severity }) => severity === 'hint'));
  const after = await fixed('number-missing', text, 'all 3');
  assert.match(
    after,
    /ITU-T X\.2012 Security measures.*, ITU-T X\.1647 Security guidelines.* agreed ITU-T X\.1061 Cyber/,
  );
});

test('number-missing: items that are titles', async () => {
  const text =
    'SG17 approved the following Recommendations:\n\na. Security guidelines for digital twin network;\n\nb. Security architecture of edge cloud.';
  assert.deepEqual((await find('number-missing', text)).words, [
    'Security guidelines for digital twin network',
    'Security architecture of edge cloud',
  ]);
});

test('number-missing: numbers near by, other quotations and titles of the future are let pass', async () => {
  for (const text of [
    'SG17 approved ITU-T X.2011 “Security guidelines for digital twin network”.',
    'SG17 approved [ITU-T X.2011](https://www.itu.int/rec/T-REC-X.2011) (04/2024), “Security guidelines for digital twin network”.',
    'SG17 approved ITU-T X.2011 and X.1600. The former, “Security guidelines for digital twin network”, is new.',
    'SG17 held the workshop “Security of digital twins and networks” in Geneva.',
    'Recommendations were made on three points, namely: Member States, industry and civil society.',
  ])
    assert.deepEqual((await find('number-missing', text)).words, [], text);
  const early = 'SG17 held the session “Security guidelines for digital twin network”.';
  assert.deepEqual((await find('number-missing', early, { year: 2022 })).words, []);
});

test('number-missing: a Supplement named by its Recommendation alone', async () => {
  const text =
    'SG17 agreed a Supplement to ITU-T X.1051: Code of practice for information security controls.';
  const { findings, words } = await find('number-missing', text);
  assert.deepEqual(words, ['Supplement to ITU-T X.1051']);
  assert.match(findings[0].message, /Those to ITU-T X\.1051 are X\.Suppl\.34, X\.Suppl/);
  assert.match(
    await fixed('number-missing', text, 'X.Suppl.34'),
    /a Supplement ITU-T X\.Suppl\.34 to ITU-T X\.1051:/,
  );
});

test('the series to load for titles: those of the study groups named, and security', () => {
  const of = (text: string) => [...titleSeries(readReport('r.md', parse(frame(text))))].sort();
  assert.deepEqual(of('SG13 approved “Security guidelines for digital twin network”.'), ['X', 'Y']);
  assert.deepEqual(of('SG17 approved Recommendation ITU-T X.1060.'), []);
});

test('number-missing: what is not loaded is unknown, and found once it is', async () => {
  const facts = newCatalogue();
  const text = 'SG17 approved “Security guidelines for digital twin network”.';
  const project = new Project(
    memoryWorkspace(new Map()),
    '',
    {},
    { catalogue: facts, instruments: INSTRUMENTS },
  );
  await project.refresh();
  const before = project
    .analyse('a.md', frame(text))
    .findings.filter(({ rule }) => rule === 'recommendation/number-missing');
  assert.deepEqual(before, []);
  assert.equal((await find('number-missing', text, { facts })).words.length, 1);
});

test('announced-again: the same news, with the place of the first; revisions and looks back are let pass', async () => {
  const archive = {
    2023: '2.1 SG17 approved the new Recommendations ITU-T X.1352 and X.1373, and draft Recommendation ITU-T X.1281 was determined.',
    2024: '2.1 SG17 approved the new Recommendations ITU-T X.1281 and X.1282.',
  };
  const { findings, words } = await find(
    'announced-again',
    '2.1 SG17 approved the new Recommendations ITU-T X.1282, X.1283 and X.1352.',
    { archive },
  );
  assert.deepEqual(words, ['X.1282', 'X.1352']);
  assert.equal(findings[0].severity, 'info');
  assert.deepEqual(
    findings.map(({ related }) => [related?.[0].path, related?.[0].paragraph]),
    [
      ['archive/2024.md', '2.1'],
      ['archive/2023.md', '2.1'],
    ],
  );
  for (const text of [
    '2.1 SG17 approved revised Recommendation ITU-T X.1282.',
    '2.1 SG17 approved Recommendation ITU-T X.1282 (revised).',
    '2.1 Recommendation ITU-T X.1282 is in use.',
    '2.1 As reported earlier, SG17 approved Recommendation ITU-T X.1282.',
    // The edition of March 2024 followed the report of 2023.
    '2.1 SG17 approved Recommendation ITU-T X.1373.',
    '2.1 The event “SG17 approved ITU-T X.1282” took place.',
  ])
    assert.deepEqual((await find('announced-again', text, { archive })).words, [], text);
  const passive = '2.1 Recommendation ITU-T X.1282, on passwords, was approved in 2024.';
  assert.deepEqual((await find('announced-again', passive, { archive: { 2024: archive[2024] } })).words, [
    'X.1282',
  ]);
});

test('working-name: told, with the number where title or workspace say it', async () => {
  const plain = await find('working-name', 'Work continues on Recommendation ITU-T X.sgdfs-us.');
  assert.deepEqual(plain.words, ['X.sgdfs-us']);
  assert.deepEqual(plain.findings[0].fixes?.() ?? [], []);
  const titled = 'SG15 agreed ITU-T G.Suppl.OTNsec, “Optical transport network security”.';
  assert.match(await fixed('working-name', titled, 'G.Suppl.76'), /agreed ITU-T G\.Suppl\.76, “Optical/);
  const files = { '.gca-report/catalogue.json': '{"entries":[{"id":"X.1456","aka":["X.sgdfs-us"]}]}' };
  const known = await find('working-name', 'Work continues on Recommendation ITU-T X.sgdfs-us.', { files });
  assert.match(known.findings[0].message, /X\.1456/);
  assert.deepEqual((await find('working-name', 'SG17 agreed Technical Report ITU-T TR.sec-qkd.')).words, []);
});

test('citation-form: the rarer form, where it is the sector first; exact, and once', async () => {
  const text = 'See Rec. ITU-T X.1060, Rec. ITU-T X.1061, ITU-T Rec. X.1205 and the “ITU-T Rec. X.800”.';
  const { report, findings, words } = await find('citation-form', text);
  assert.deepEqual(words, ['ITU-T Rec.']);
  const [fix] = findings[0].fixes?.() ?? [];
  assert.equal(fix.exact, true);
  const after = applyEdits(report, fix.edits);
  assert.match(after, /X\.1061, Rec\. ITU-T X\.1205 and the “ITU-T Rec\. X\.800”/);
  assert.deepEqual((await find('citation-form', after, { whole: true })).words, []);
  for (const other of [
    'See ITU-T Rec. X.1060, ITU-T Rec. X.1061 and Rec. ITU-T X.1205.',
    'See ITU-T Rec. X.1060 and Rec. ITU-T X.1205.',
  ])
    assert.deepEqual((await find('citation-form', other)).words, [], other);
});

test('supplement-form: the rarer spelling becomes the usual one, links and quotations apart', async () => {
  const text =
    'SG17 agreed X.Suppl.36 and Q.Suppl.75. SG9 agreed [J.Sup7](https://example.org/7) and J Suppl. 8.';
  const { report, findings, words } = await find('supplement-form', text);
  assert.deepEqual(words, ['J.Sup7', 'J Suppl. 8']);
  const after = applyEdits(report, exactEdits(findings));
  assert.match(after, /agreed \[J\.Suppl\.7\]\(https:\/\/example\.org\/7\) and J\.Suppl\.8\./);
  assert.deepEqual((await find('supplement-form', after, { whole: true })).words, []);
  for (const other of [
    'SG9 agreed J.Sup7 and X.Suppl.36.',
    'SG9 agreed J.Sup7 and J.Sup8; “X.Suppl.36 in use” was held.',
  ])
    assert.deepEqual((await find('supplement-form', other)).words, [], other);
});

test('supplement-listed: a Supplement that the noun before its list does not fit', async () => {
  const text = 'SG17 approved new Recommendations on security, namely: X.1383, X.1384 and X.Suppl.36.';
  assert.deepEqual((await find('supplement-listed', text)).words, ['X.Suppl.36']);
  for (const other of [
    'SG17 approved Recommendations ITU-T X.1383, X.1384 and Supplement ITU-T X.Suppl.36.',
    'SG17 worked on X.1383, X.1384 and X.Suppl.36.',
    'SG17 finished Recommendations and Supplements: X.1383, X.1384 and X.Suppl.36.',
    'The talk “Recommendations ITU-T X.1383 and X.Suppl.36” was held.',
  ])
    assert.deepEqual((await find('supplement-listed', other)).words, [], other);
});

const corpus = new URL('../../../shared/corpus/', import.meta.url);

test('a real list of titles is offered its numbers', {
  skip: existsSync(corpus) ? false : 'the corpus is not here',
}, async () => {
  const text = readFileSync(new URL('2019.txt', corpus), 'utf8');
  const { findings } = await find('number-missing', text, { whole: true, year: 2019 });
  const listed = findings
    .filter(({ place }) => place === '3.2')
    .map(({ message }) => /X\.\d+/.exec(message)?.[0]);
  const wanted = '894 1041 1042 1043 1093 1094 1147 1214 1215 1249 1276 1277 1278 1331 1361 1450 1603';
  assert.deepEqual(
    listed,
    wanted.split(' ').map(number => `X.${number}`),
  );
});
