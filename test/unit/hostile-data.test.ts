import assert from 'node:assert/strict';
import { test } from 'node:test';
import { completionsAt } from '../../server/analysis/completions.ts';
import { hoverAt } from '../../server/analysis/hover/index.ts';
import { Project } from '../../server/analysis/project.ts';
import { Catalogue } from '../../server/catalogue/catalogue.ts';
import { INSTRUMENTS } from '../../server/catalogue/instruments.ts';
import { memoryWorkspace } from '../../server/workspace/workspace.ts';

/** Names that every object of JavaScript has already, wherever a file or a text may give a name. */
const NAMES = [
  '__proto__',
  'constructor',
  'prototype',
  'toString',
  'hasOwnProperty',
  'valueOf',
  '__defineGetter__',
];

const json = JSON.stringify;
const list = (key: string, entries: object[]) => json({ [key]: entries });
/** As a person writes it: JSON.stringify would leave the key out. */
const polluting = (rest: string) => `{ "__proto__": { "polluted": true, "mode": "submission" }, ${rest} }`;

const FILES: Record<string, string> = {
  '.gca-report/config.json': polluting(
    `"constructor": { "prototype": { "polluted": true } }, "rules": { ${NAMES.map(name => `"${name}": "off"`).join(', ')} }`,
  ),
  ...Object.fromEntries(
    NAMES.map(name => [
      `.gca-report/profiles/${name}.json`,
      polluting(`"id": "${name}", "sections": [{ "role": "${name}", "title": "${name}" }]`),
    ]),
  ),
  '.gca-report/indicators.json': list(
    'indicators',
    NAMES.map(name => ({ id: name, label: name, scope: 'cumulative', unit: [name], context: [name] })),
  ),
  '.gca-report/confirmed.json': list(
    'confirmed',
    NAMES.map(unit => ({ value: 7, unit, year: 2025 })),
  ),
  '.gca-report/terms.json': list(
    'terms',
    NAMES.map(write => ({ write, not: [`${write}s`], kind: 'name' })),
  ),
  '.gca-report/acronyms.json': list(
    'acronyms',
    NAMES.map(acronym => ({ acronym, expansion: acronym })),
  ),
  '.gca-report/catalogue.json': list(
    'entries',
    NAMES.map(id => ({ id, title: id, supersededBy: id })),
  ),
  '.gca-report/baseline.json': list(
    'findings',
    NAMES.map(name => ({ rule: name, file: name, excerpt: name })),
  ),
};

const paragraph = (name: string, i: number) =>
  `1.${i + 1} The ${name} (${name}) held 7 ${name} of ITU-T ${name}; see [^${name}] and Resolution ${name} (${name}, 2018).\n\n[^${name}]: The ${name}.\n`;
const text = (symbol: string, date: string) =>
  `Document ${symbol}-E\n\n${date}\n\n# Activities of ITU on cybersecurity\n\n## 1. Legal Measures\n\n${NAMES.map(paragraph).join('\n')}\n\n## 2. Technical and Procedural Measures\n\n2.1 The work went on.\n\n<!-- gca-report-disable ${NAMES.join(' ')} -->\n`;

const DRAFT = text('C25/18', '1 March 2025');
FILES['archive/__proto__ 2024.md'] = text('C24/18', '1 March 2024');

test('names that every object has are only names, in every data file, in the archive and in the draft', async () => {
  const faults: unknown[] = [];
  const project = new Project(
    memoryWorkspace(new Map(Object.entries(FILES))),
    '',
    {},
    { catalogue: new Catalogue({ read: () => Promise.reject(new Error('none')) }), instruments: INSTRUMENTS },
    fault => faults.push(fault),
  );
  await project.refresh();
  assert.equal(project.earlierReports.length, 1);
  // The configuration said nothing that counts, and each of its names is told.
  assert.equal(project.mode, 'review');
  const told = project.problems.filter(({ location }) => location.endsWith('config.json'));
  assert.equal(told.length, 2 + NAMES.length);

  const analysis = project.analyse('__proto__.md', DRAFT);
  await project.prepare(analysis);
  assert.ok(analysis.findings.length > 0);
  for (let at = 0; at < DRAFT.length; at += 3) {
    hoverAt(analysis, at);
    await completionsAt(analysis, at, false);
  }
  assert.deepEqual(faults, []);

  const plain = {} as Record<string, unknown>;
  assert.equal(plain.polluted, undefined);
  assert.deepEqual(Object.keys(Object.prototype), []);
});
