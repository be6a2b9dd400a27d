import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { test } from 'node:test';
import { applyEdits } from '../../server/analysis/fixes.ts';
import { Project } from '../../server/analysis/project.ts';
import { Catalogue } from '../../server/catalogue/catalogue.ts';
import { INSTRUMENTS } from '../../server/catalogue/instruments.ts';
import { parseLocalCatalogue } from '../../server/catalogue/local.ts';
import { memoryWorkspace } from '../../server/workspace/workspace.ts';
import { frame } from './support/pages.ts';
import { fixOf } from './support/reports.ts';

const data = new URL('../../data/', import.meta.url);
const catalogue = new Catalogue({ read: name => readFile(new URL(name, data), 'utf8') });

/** The findings of one rule on paragraphs of a report of that year. */
async function find(rule: string, text: string, year = 2025, files: Readonly<Record<string, string>> = {}) {
  const project = new Project(
    memoryWorkspace(new Map(Object.entries(files))),
    '',
    {},
    { catalogue, instruments: INSTRUMENTS },
    ({ rule, error }) => {
      throw new Error(`${rule} failed`, { cause: error });
    },
  );
  await project.refresh();
  const report = frame(text, year);
  const analysis = project.analyse('report.gca.md', report);
  await project.prepare(analysis);
  const findings = analysis.findings.filter(found => found.rule === `recommendation/${rule}`);
  return { report, findings, words: findings.map(({ start, end }) => report.slice(start, end)) };
}

/** The text behind a fix, and that the finding is gone then. */
async function fixed(rule: string, text: string, title: string, year = 2025): Promise<string> {
  const { report, findings } = await find(rule, text, year);
  return applyEdits(report, fixOf(findings[0], title).edits);
}

test('malformed: the number alone is corrected, whatever stands around it', async () => {
  const text =
    'SG17 approved Recommendations ITU-T X.\u00a01383, [X. 1384](https://www.itu.int/rec/X.1384) and ITU-T X1818.';
  const { report, findings, words } = await find('malformed', text);
  assert.deepEqual(words, ['X.\u00a01383', 'X. 1384', 'X1818']);
  assert.ok(findings.every(({ severity }) => severity === 'warning'));
  const edits = findings.flatMap(finding => finding.fixes?.().flatMap(fix => [...fix.edits]) ?? []);
  const after = applyEdits(report, edits);
  assert.match(
    after,
    /ITU-T X\.1383, \[X\.1384\]\(https:\/\/www\.itu\.int\/rec\/X\.1384\) and ITU-T X\.1818\./,
  );
});

test('malformed: quotations, comments and code are left alone', async () => {
  const text =
    'The workshop “All of ITU-T X. 1384” took place. <!-- Recommendation ITU-T X. 1384 --> See `ITU-T X. 1384`.';
  assert.deepEqual((await find('malformed', text)).words, []);
});

test('unknown: a number that no series has, with the nearest ones', async () => {
  const { findings, words } = await find('unknown', 'Operators can turn to Recommendation ITU-T X.1721.');
  assert.deepEqual(words, ['X.1721']);
  assert.equal(findings[0].severity, 'hint');
  assert.match(findings[0].message, /\b2026-08\b.*X\.17\d\d/);
  for (const fix of findings[0].fixes?.() ?? []) assert.equal(fix.exact, false);
});

test('unknown: drafts, working names, parts and reports after the facts are not judged', async () => {
  for (const text of [
    'SG17 determined draft Recommendations ITU-T X.1721 and X.1722.',
    'Work continues on Recommendation ITU-T X.sgdfs-us.',
    'Recommendation ITU-T X.1060 and Recommendation ITU-T X.1051 (2023) Amd. 7 are read together.',
  ])
    assert.deepEqual((await find('unknown', text)).words, [], text);
  const later = await find('unknown', 'Operators can turn to Recommendation ITU-T X.1721.', 2027);
  assert.deepEqual(later.words, []);
});

test('unknown: the title beside it tells which number was meant', async () => {
  const text = 'See Recommendation ITU-T X.1721, “Cyber insurance acquisition guidelines”.';
  const { findings } = await find('unknown', text);
  assert.match(findings[0].message, /X\.1061/);
  assert.match(await fixed('unknown', text, 'X.1061'), /ITU-T X\.1061, “Cyber/);
});

test('unknown: the number is written into the workspace’s catalogue, and then it is known', async () => {
  const text = 'Operators can turn to Recommendation ITU-T X.1721, “Security of very large clouds”.';
  const { findings } = await find('unknown', text);
  const { path, update } = fixOf(findings[0], 'catalogue').files![0];
  assert.equal(path, '.gca-report/catalogue.json');
  for (const present of [
    undefined,
    '{\n  "entries": []\n}\n',
    '{ "$schema": "x" }',
    '{}',
    '{\n  "entries": [\n    { "id": "X.9999" } // ours\n  ]\n}\n',
  ]) {
    const written = update(present);
    const { entries, problems } = parseLocalCatalogue(written);
    assert.deepEqual(problems, [], written);
    const entry = entries.find(({ id }) => id === 'X.1721');
    assert.equal(entry?.facts.title, 'Security of very large clouds', written);
    if (present?.includes('X.9999')) assert.match(written, /"X\.9999" }.*\/\/ ours/s);
    assert.deepEqual((await find('unknown', text, 2025, { [path]: written })).words, []);
  }
});

test('title: a warning where another number bears it, a remark where it only differs', async () => {
  const other =
    'Recommendation ITU-T X.2011 (04/2024), "Security measures for digital twin system of smart cities", is new.';
  const wrong = await find('title', other);
  assert.equal(wrong.findings[0].severity, 'warning');
  assert.match(wrong.findings[0].message, /that of ITU-T X\.2012/);
  assert.match(await fixed('title', other, 'number'), /ITU-T X\.2012 \(04\/2024\), "Security measures/);
  assert.match(
    await fixed('title', other, 'Change the title'),
    /X\.2011 \(04\/2024\), "Security guidelines for digital twin network"/,
  );
  const differs = await find(
    'title',
    'ITU-T X.1384 (“Security guidelines for edge computing in vehicles”) is new.',
  );
  assert.equal(differs.findings[0].severity, 'info');
});

test('title: what is the same title, or no title at all, is let pass', async () => {
  for (const text of [
    'ITU-T X.1384 “Security Requirements & Guidelines for Vehicular Edge Computing” is new.',
    'ITU-T X.1214 “Security assessment techniques in telecommunication/ICT networks” is in use.',
    'The “Security guidelines for digital twin network” (ITU-T X.2011) are new.',
    'Recommendation ITU-T X.1060 speaks of a “cyber defence centre”.',
    'ITU-T X.1060, X.1061 “Cyber insurance acquisition guidelines” and X.2011 “Security guidelines for digital twin network”.',
    'Recommendation ITU-T X.1060 was shown at the event “The New Challenges of a Connected World”.',
  ])
    assert.deepEqual((await find('title', text)).words, [], text);
});

test('status: judged by the report’s own date and the edition cited', async () => {
  const text = 'Makers of vehicles should apply Recommendation ITU-T X.1373 (03/2017).';
  const { findings, words } = await find('status', text);
  assert.deepEqual(words, ['X.1373 (03/2017)']);
  assert.equal(findings[0].severity, 'warning');
  for (const year of [2018, 2022, 2023])
    assert.deepEqual((await find('status', text, year)).words, [], String(year));
  assert.match(await fixed('status', text, 'Change to'), /X\.1373 \(03\/2024\)/);
  const kept = await fixed('status', text, 'Keep');
  assert.match(kept, /<!-- gca-report-disable-next-line recommendation\/status -- [^>]+ -->\n\d\.\d Makers/);
});

test('status: a year that no edition has, and one that a part carries', async () => {
  const { findings, words } = await find('status', 'The terms are those of ITU-T X.1205 (2009).');
  assert.deepEqual(words, ['X.1205 (2009)']);
  assert.match(findings[0].message, /04\/2008/);
  assert.match(
    await fixed('status', 'The terms are those of ITU-T X.1205 (2009).', 'Change to'),
    /X\.1205 \(2008\)/,
  );
  assert.deepEqual(
    (await find('status', 'See ITU-T Y.3053 (2018) Amd. 1 and ITU-T X.509 (2019) Cor. 1.')).words,
    [],
  );
});

test('status: a sub-series is no text that could be superseded', async () => {
  const text = 'The ITU-T H.248 sub-series of Recommendations was extended.';
  assert.deepEqual((await find('status', text)).words, []);
});

test('status: what is told as past is right', async () => {
  for (const text of [
    'The new edition replaces Recommendation ITU-T X.1373 (03/2017).',
    'The former ITU-T X.1373 (03/2017) was in use until then.',
    'The article “Ten years of ITU-T X.1373 (03/2017)” was printed.',
  ])
    assert.deepEqual((await find('status', text)).words, [], text);
});

test('sector: a number of the other sector, alone and in a list', async () => {
  const text = 'Recommendation ITU-T M.2160 and Recommendations ITU-R M.1078, X.1205 and M.1645 are in use.';
  const { words } = await find('sector', text);
  assert.deepEqual(words, ['ITU-T M.2160', 'X.1205']);
  assert.match(await fixed('sector', text, 'Change ITU-T to ITU-R'), /Recommendation ITU-R M\.2160/);
  assert.deepEqual(
    (await find('sector', 'Recommendation ITU-T M.3016.1 and ITU-R M.2160 are in use.')).words,
    [],
  );
});

test('repeated: the second goes with its comma, and “and” stays before the last', async () => {
  const list = (numbers: string) => `Clouds are the subject of Recommendations ITU-T ${numbers}.`;
  for (const [before, after] of [
    ['X.1600, X.1600 and X.1647', 'X.1600 and X.1647'],
    ['X.1600, X.1647 and X.1600', 'X.1600 and X.1647'],
    ['X.1600, X.1640, X.1647, and X.1640', 'X.1600, X.1640, and X.1647'],
    ['X.1600 and X.1600', 'X.1600'],
  ])
    assert.ok((await fixed('repeated', list(before), 'Delete')).includes(list(after)), before);
  for (const numbers of [
    'X.1051 (2016) and X.1051 (2023)',
    'X.1600 and X.1647. Clouds also use ITU-T X.1600',
  ])
    assert.deepEqual((await find('repeated', list(numbers))).words, [], numbers);
});

test('list-order: sorted in place, series by series', async () => {
  const text =
    'Clouds are the subject of Recommendations ITU-T Y.3805, X.1647 (10/2024), X.1303bis, X.1303 and X.1080.2.';
  const { words } = await find('list-order', text);
  assert.deepEqual(words, ['X.1647 (10/2024), X.1303bis']);
  const after = await fixed('list-order', text, 'Sort');
  assert.match(after, /ITU-T Y\.3805, X\.1080\.2, X\.1303, X\.1303bis and X\.1647 \(10\/2024\)\./);
  for (const other of [
    'Recommendations ITU-T X.1282 “Security measures” and X.1281 “APIs for interoperability” are new.',
    'Recommendations ITU-T X.1054, X.1252 and Supplements X.Suppl.36 and X.Suppl.37 are new.',
    'Recommendations ITU-T X.1205, X.1205 and X.1206 are listed.',
  ])
    assert.deepEqual((await find('list-order', other)).words, [], other);
});
