import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Connection } from 'vscode-languageserver';
import { clientWorkspace } from '../../server/lsp/client-files.ts';
import { readFile } from '../../server/lsp/protocol.ts';
import { base64Of, bytesOf } from '../../server/text/base64.ts';

const FOLDER = 'file:///reports';

/** A client with these answers, by the names of the requests. */
const client = (answers: Readonly<Record<string, unknown>>): Connection =>
  ({
    sendRequest: async (method: string) => {
      if (!(method in answers)) throw new Error(`${method}: no answer`);
      return answers[method];
    },
  }) as unknown as Connection;

test('what a client does not answer for is neither read nor written', async () => {
  const workspace = clientWorkspace(client({}), FOLDER);
  assert.equal(await workspace.read(`${FOLDER}/a.md`), null);
  assert.deepEqual(await workspace.list(FOLDER), []);
  assert.equal(await workspace.barrier(`${FOLDER}/.gca-report/terms.json`), 'outside');
});

test('files come in base64, byte by byte', async () => {
  const bytes = Uint8Array.from({ length: 70_000 }, (_, at) => (at * 7) % 256);
  assert.ok(Buffer.from(bytes).equals(bytesOf(base64Of(bytes))));
  assert.ok(base64Of(bytes) === Buffer.from(bytes).toString('base64'));
  const workspace = clientWorkspace(client({ [readFile.method]: base64Of(bytes) }), FOLDER);
  const read = await workspace.read(`${FOLDER}/a.docx`);
  assert.ok(read && Buffer.from(bytes).equals(read));
});
