import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { test } from 'node:test';
import { applyEdits, exactEdits } from '../../server/analysis/fixes.ts';
import { Project } from '../../server/analysis/project.ts';
import { Catalogue } from '../../server/catalogue/catalogue.ts';
import { INSTRUMENTS } from '../../server/catalogue/instruments.ts';
import { memoryWorkspace } from '../../server/workspace/workspace.ts';
import { frame } from './support/pages.ts';

const root = new URL('../../', import.meta.url);
const catalogue = new Catalogue({ read: name => readFile(new URL(`data/${name}`, root), 'utf8') });
const sample = (name: string) => readFileSync(new URL(`samples/${name}`, root), 'utf8');
const ARCHIVE = ['archive/2022.txt', 'archive/2023.md', 'archive/2024.gca.md'];

/** The findings of both groups on a text, held against earlier samples. */
async function checked(name: string, text: string, earlier: readonly string[]) {
  const files = new Map(earlier.map(one => [one, sample(one)]));
  const project = new Project(
    memoryWorkspace(files),
    '',
    {},
    { catalogue, instruments: INSTRUMENTS },
    fault => {
      throw new Error(`${fault.rule} failed`, { cause: fault.error });
    },
  );
  await project.refresh();
  const analysis = project.analyse(name, text);
  await project.prepare(analysis);
  return analysis.findings.filter(({ rule }) => /^(?:recommendation|instrument)\//.test(rule));
}

test('the samples of earlier years are clean', async () => {
  for (const [i, name] of ARCHIVE.entries()) {
    const findings = await checked(name, sample(name), ARCHIVE.slice(0, i));
    assert.deepEqual(
      findings.map(({ rule, message }) => `${rule}: ${message}`),
      [],
      name,
    );
  }
});

test('the draft: each mistake once, on its words', async () => {
  const text = sample('draft-2025.gca.md');
  const findings = await checked('draft-2025.gca.md', text, ARCHIVE);
  const found = findings.map(
    ({ rule, start, end }) => `${rule}: ${text.slice(start, end).replace(/\s+/g, ' ')}`,
  );
  assert.deepEqual(found, [
    'instrument/superseded: Resolution 130 (Rev. Dubai, 2018)',
    'instrument/malformed: (Rev. Bucharest 2022)',
    'instrument/conference: (Rev. Kigali, 2021)',
    'recommendation/malformed: X. 1384',
    'recommendation/unknown: X.1721',
    'recommendation/announced-again: X.1282',
    'recommendation/list-order: X.1820 and X.1818',
    'recommendation/repeated: X.1600',
    'recommendation/title: Security measures for digital twin system of smart cities',
    'recommendation/status: X.1373 (03/2017)',
    'recommendation/citation-form: ITU-T Rec.',
    'recommendation/working-name: X.sgdfs-us',
    'recommendation/sector: ITU-T M.2160',
    'instrument/superseded: 2018-2021',
    'instrument/superseded: Buenos Aires Action Plan',
    'instrument/subject: Resolution 69 (Rev. Kigali, 2022), on child online protection',
  ]);
});

test('the draft: exact fixes applied twice change nothing the second time', async () => {
  const text = sample('draft-2025.gca.md');
  const once = applyEdits(text, exactEdits(await checked('draft-2025.gca.md', text, ARCHIVE)));
  assert.match(once, /\(Rev\. Bucharest, 2022\).*ITU-T X\.1384.*Rec\. ITU-T X\.1205/s);
  assert.deepEqual(exactEdits(await checked('draft-2025.gca.md', once, ARCHIVE)), []);
});

test('what is dense, long or broken takes no longer than its length', async () => {
  const times = 2000;
  const texts = [
    'Resolution 130 (Rev. Dubai, 2018), Resolution 69 (Rev. Kigali, 2022), on child online protection, ',
    'SG17 approved X.1060 "Framework for the creation of a cyber defence centre", ',
    'Recommendations ITU-T X.1205, X.9999, X.1060 "A title of some words" and ',
    'approved Recommendations, namely: Security framework and ',
    '"(Rev. ',
    'Study Group 17 (Security of ',
  ];
  const begin = performance.now();
  for (const text of texts)
    await checked('report.gca.md', frame(text.repeat(times)), ['archive/2024.gca.md']);
  const took = performance.now() - begin;
  assert.ok(took < 15_000, `${Math.round(took)} ms`);
});
