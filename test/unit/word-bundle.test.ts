import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import vm from 'node:vm';
import { build } from 'esbuild';
import { installedWord } from '../../server/platform/word.ts';
import { type WordModule, wordReader } from '../../server/word/reader.ts';
import { parse, plan2023, write } from './support/reports.ts';
import { modelOf, p, simple } from './support/word.ts';

const ENTRY = fileURLToPath(new URL('../../server/word/index.ts', import.meta.url));
const BUILD = fileURLToPath(new URL('../../esbuild.mjs', import.meta.url));

/** The script that a Worker loads, built as esbuild.mjs builds it. */
async function script(): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [ENTRY],
    bundle: true,
    write: false,
    platform: 'browser',
    format: 'iife',
    globalName: 'gcaReportWord',
    target: 'es2022',
    logLevel: 'error',
  });
  return outputFiles[0].text;
}

test('Word in and out run in a Worker: no part of Node, of a page or of the network is used', async () => {
  assert.ok(readFileSync(BUILD, 'utf8').includes("globalName: 'gcaReportWord'"));
  // What every Worker has, and nothing else: a use of anything more throws.
  const worker = vm.createContext({ TextDecoder, TextEncoder, setTimeout, queueMicrotask, Blob });
  vm.runInContext(await script(), worker);
  const word = vm.runInContext('gcaReportWord', worker) as WordModule;
  const report = parse(write(plan2023(), 'markdown'));
  const written = await word.exportWord(report, {
    comments: [word.commentOfFinding({ start: 9, end: 12, message: 'm', rule: 'a/b' })],
  });
  assert.ok('bytes' in written);
  const back = word.importWord(written.bytes);
  assert.ok('text' in back);
  assert.deepEqual(modelOf(parse(back.text)), modelOf(report));
  assert.ok('refused' in word.importWord(new Uint8Array([1, 2, 3])));
});

test('what reads Word documents is loaded when the first is read, and each is read once', async () => {
  let loaded = 0;
  let read = 0;
  const reader = wordReader(async () => {
    loaded++;
    const word = await installedWord();
    return {
      ...word,
      importWord: (...args: Parameters<WordModule['importWord']>) => {
        read++;
        return word.importWord(...args);
      },
    };
  });
  assert.equal(loaded, 0);
  const [a, b] = [simple(p('One.')), simple(p('Two.'))];
  assert.deepEqual(await reader(a), { text: 'One.\n' });
  assert.deepEqual(await reader(a.slice()), { text: 'One.\n' });
  assert.deepEqual(await reader(b), { text: 'Two.\n' });
  assert.equal(read, 2);
});

test('where what reads Word documents is missing, each is refused with the reason', async () => {
  const reader = wordReader(() => Promise.reject(new Error('word.js is not there')));
  assert.deepEqual(await reader(simple(p('One.'))), {
    refused: 'What reads Word documents could not be loaded: word.js is not there',
  });
});
