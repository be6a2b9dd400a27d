import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { afterEach, test } from 'node:test';
import type { LanguageClientOptions } from 'vscode-languageclient';
import type { ServerSettings } from '../../server/lsp/protocol.ts';
import { entryFor } from '../../server/rules/suppression/baseline.ts';
import { analysed } from '../fuzz/workplace.ts';
import { Editor } from './support/editor.ts';
import { editor, granted, Uri } from './support/vscode.ts';

const { ReportServer } = await import('../../client/server.ts');

/**
 * Restricted Mode from the editor's word to the findings: whatever kind of file stands in `.gca-report`, the findings
 * are those of a folder without it until trust is given.
 */
const sample = (path: string) => readFileSync(new URL(`../../samples/${path}`, import.meta.url), 'utf8');
const DRAFT = 'draft-2025.gca.md';
const TEXT = sample(DRAFT);
const ARCHIVE = { 'archive/2024.gca.md': sample('archive/2024.gca.md') };

const accepted = () => {
  const { findings, report } = analysed(TEXT);
  return { findings: findings.slice(0, 20).map(finding => entryFor(finding, DRAFT, report)) };
};

/** Each kind of file, saying something that changes findings of the sample draft. */
const OWN: Readonly<Record<string, object>> = {
  'config.json': { rules: { text: 'off', numbering: 'off' } },
  'baseline.json': accepted(),
  'confirmed.json': { confirmed: [{ value: 21, unit: 'countries', year: 2025 }] },
  'acronyms.json': { acronyms: [{ acronym: 'PQC', expansion: 'post-quantum cryptography', house: true }] },
  'catalogue.json': { entries: [{ id: 'X.1721', title: 'A title' }] },
  'indicators.json': {
    indicators: [
      { id: 'cyberdrills', label: 'CyberDrills held', scope: 'period', unit: ['drill'], context: ['drill'] },
    ],
  },
  'terms.json': { terms: [{ write: 'Gadget', not: ['workshop'], kind: 'name' }] },
};

let server: Editor | undefined;
afterEach(async () => {
  await server?.stop();
  server = undefined;
});

async function found(own: Readonly<Record<string, object>>, trusted: boolean): Promise<unknown[]> {
  const texts = Object.entries(own).map(([name, content]) => [
    `.gca-report/${name}`,
    JSON.stringify(content),
  ]);
  const here = (server = await Editor.start({
    files: { ...ARCHIVE, ...Object.fromEntries(texts) },
    initializationOptions: { trusted },
  }));
  const uri = await here.open(DRAFT, TEXT);
  const items = await here.items(uri);
  await here.stop();
  server = undefined;
  return items;
}

test('no kind of file in .gca-report counts in Restricted Mode', async () => {
  const none = await found({}, true);
  assert.ok(none.length > 50);
  for (const [name, content] of Object.entries(OWN)) {
    assert.deepEqual(await found({ [name]: content }, false), none, name);
    assert.notDeepEqual(await found({ [name]: content }, true), none, `${name} says nothing here`);
  }
  assert.deepEqual(await found(OWN, false), none, 'all of them together');
});

test('the editor says whether the folder is trusted, and when it comes to be', async () => {
  const told: { method: string; trusted: unknown }[] = [];
  const make = async (_id: string, _name: string, { initializationOptions }: LanguageClientOptions) => {
    told.push({ method: 'initialize', trusted: (initializationOptions as ServerSettings).trusted });
    return {
      onRequest: () => {},
      onNotification: () => {},
      start: async () => {},
      dispose: async () => {},
      sendNotification: async (method: string, params: { settings: { gcaReport: ServerSettings } }) =>
        void told.push({ method, trusted: params.settings.gcaReport.trusted }),
    };
  };
  editor.trusted = false;
  try {
    const log = () => {};
    const client = new ReportServer(
      make as never,
      Uri.file('/extension') as never,
      { error: log, warn: log, info: log } as never,
    );
    await client.ready();
    editor.trusted = true;
    granted.fire();
    await client.dispose();
  } finally {
    editor.trusted = true;
  }
  assert.deepEqual(told, [
    { method: 'initialize', trusted: false },
    { method: 'workspace/didChangeConfiguration', trusted: true },
  ]);
});
