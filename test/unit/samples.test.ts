import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { SAMPLE_FILES } from '../../client/sample-files.ts';
import { Project } from '../../server/analysis/project.ts';
import { Catalogue } from '../../server/catalogue/catalogue.ts';
import { INSTRUMENTS } from '../../server/catalogue/instruments.ts';
import { installedAssets } from '../../server/platform/assets.ts';
import { diskWorkspace } from '../../server/platform/disk.ts';
import { ruleIds } from '../../server/rules/index.ts';
import defects from './fixtures/draft-defects.json' with { type: 'json' };

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const SAMPLES = `${ROOT}samples`;
const DRAFT = 'draft-2025.gca.md';

const facts = { catalogue: new Catalogue(installedAssets(`${ROOT}data`)), instruments: INSTRUMENTS };
const project = new Project(diskWorkspace(SAMPLES), SAMPLES, {}, facts);
await project.refresh();

async function analysed(path: string) {
  const analysis = project.analyse(path, readFileSync(`${SAMPLES}/${path}`, 'utf8'));
  await project.prepare(analysis);
  return analysis;
}

test('every mistake planted in the sample draft is found, on its words', async () => {
  const { findings, report } = await analysed(DRAFT);
  for (const { rule, text } of defects) {
    if (!ruleIds.has(rule)) continue;
    const start = text === '' ? 0 : report.text.indexOf(text);
    assert.ok(start >= 0, `“${text}” is no more in the draft`);
    const end = text === '' ? report.text.length : start + text.length;
    const found = findings.some(
      finding => finding.rule === rule && finding.start < end && start < finding.end,
    );
    assert.ok(found, `${rule} is not found on “${text}”`);
  }
});

test('nothing is found in the sample draft that was not planted', async () => {
  const { findings, report } = await analysed(DRAFT);
  const planted = (finding: { rule: string; start: number; end: number }) =>
    defects.some(({ rule, text }) => {
      if (rule !== finding.rule) return false;
      const start = report.text.indexOf(text);
      return text === '' || (finding.start < start + text.length && start < finding.end);
    });
  assert.deepEqual(
    findings
      .filter(finding => !planted(finding))
      .map(({ rule, start, end }) => `${rule}: ${report.text.slice(start, end)}`),
    [],
  );
});

test('the reports of the sample archive are clean', async () => {
  for (const earlier of project.earlierReports) {
    const { findings } = await analysed(earlier.path);
    assert.deepEqual(
      findings.map(finding => `${earlier.path} ${finding.rule}: ${finding.message}`),
      [],
    );
  }
});

test('the sample workspace that a command opens has every file of samples/', () => {
  const files = readdirSync(SAMPLES, { recursive: true, withFileTypes: true })
    .filter(entry => entry.isFile())
    .map(entry => `${entry.parentPath}/${entry.name}`.slice(SAMPLES.length + 1).replaceAll('\\', '/'));
  assert.deepEqual(files.sort(), [...SAMPLE_FILES].sort());
});
