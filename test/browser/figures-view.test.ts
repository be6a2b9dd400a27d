import assert from 'node:assert/strict';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { after, before, beforeEach, test } from 'node:test';
import { build } from 'esbuild';
import type { Browser, Page } from 'playwright-core';
import { fromViewMessage } from '../../client/figures/messages.ts';
import { figuresPage, makeNonce } from '../../client/figures/page.ts';
import { startBrowser } from '../../scripts/host-browser.ts';
import { ROOT } from '../../scripts/root.ts';
import '../unit/support/vscode.ts';

const { figureWords } = await import('../../client/figures/words.ts');

/** The inside of the Figures view in a browser, as VS Code puts it there: its page, its script, its policy. */

let browser: Browser;
let server: Server;
let address: string;
let page: Page;
/** What the browser asked for beside the page and its script. */
let asked: string[];

/** What VS Code gives a page, and what happens in it. Scripts of the page are text: tests know no DOM. */
const WORLD = `
  const seen = { posted: [], stopped: [], ran: 0 };
  globalThis.seen = seen;
  globalThis.acquireVsCodeApi = () => ({
    postMessage: message => seen.posted.push(message),
    setState: () => undefined,
    getState: () => undefined,
  });
  addEventListener('securitypolicyviolation', event => seen.stopped.push(event.effectiveDirective));
`;

/** Everything that a page might do if words of a document became a part of it. */
const BREAK_OUT = `async html => {
  const host = document.createElement('div');
  host.innerHTML = html + '<div onclick="seen.ran++" id="click">x</div><form action="/sent"><button id="send"></form><iframe src="/frame"></iframe><base href="/elsewhere/">';
  document.body.append(host);
  const inline = document.createElement('script');
  inline.textContent = 'seen.ran++';
  const loaded = document.createElement('script');
  loaded.src = '/other.js';
  document.body.append(inline, loaded);
  document.getElementById('click').click();
  document.getElementById('send').click();
  // In a turn of its own: what a test evaluates may evaluate in its turn.
  const fails = run => new Promise(resolve => setTimeout(resolve)).then(run).then(() => false, () => true);
  return {
    eval: await fails(() => eval('1')),
    fetch: await fails(() => fetch('/fetched')),
    base: document.baseURI,
  };
}`;

const PAGE_WORDS = { language: 'en', title: 'Figures', empty: 'Open a report.' };
const said = { summary: 'Figures through the years.', words: figureWords() };

interface Seen {
  posted: unknown[];
  stopped: string[];
  ran: number;
}

before(async () => {
  const { outputFiles } = await build({
    entryPoints: [join(ROOT, 'client', 'webview', 'figures.ts')],
    bundle: true,
    write: false,
    platform: 'browser',
    format: 'iife',
    target: 'es2022',
    logLevel: 'error',
  });
  server = createServer(({ url }, response) => {
    const script = url === '/figures.js';
    if (!script && url !== '/') asked.push(url ?? '');
    response.setHeader('content-type', script ? 'text/javascript' : 'text/html; charset=utf-8');
    response.end(script ? outputFiles[0].text : figuresPage('/figures.js', makeNonce(), PAGE_WORDS));
  });
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
  address = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
  browser = await startBrowser();
});

after(async () => {
  await browser?.close();
  server?.close();
});

beforeEach(async () => {
  await page?.close();
  page = await browser.newPage();
  asked = [];
  await page.addInitScript(WORLD);
  await page.goto(address);
});

const seen = (): Promise<Seen> => page.evaluate('seen');
const say = (message: unknown) => page.evaluate(`postMessage(${JSON.stringify(message)}, '*')`);
const shown = () => page.locator('main').innerText();

const HOSTILE = `<img src=x onerror="seen.ran++"><script>seen.ran++</script><a href="javascript:seen.ran++">x</a>`;

const series = (words: string) => ({
  id: words,
  label: words,
  scope: 'cumulative',
  role: words,
  verdict: words,
  stale: true,
  history: words,
  points: [2024, 2025].map(year => ({
    year,
    value: 40,
    shown: words,
    text: words,
    path: words,
    place: words,
    uri: 'file:///reports/draft.gca.md',
    range: { start: { line: 1, character: 2 }, end: { line: 1, character: 4 } },
  })),
});

test('words of a document are text, wherever they are shown', async () => {
  await say({ kind: 'figures', series: [series(HOSTILE)], ...said });
  await page.locator('button.name').click();
  const words = await shown();
  assert.ok(words.includes('<script>'), words);
  assert.equal(await page.locator('main img, main script, main a').count(), 0);
  assert.deepEqual(await seen().then(({ ran, stopped }) => ({ ran, stopped })), { ran: 0, stopped: [] });
  assert.deepEqual(asked, []);
});

test('the page’s policy stops what would come through all the same', async () => {
  const outcome = await page.evaluate(`(${BREAK_OUT})(${JSON.stringify(HOSTILE)})`);
  assert.deepEqual(outcome, { eval: true, fetch: true, base: address });
  const { ran, stopped } = await seen();
  assert.equal(ran, 0);
  for (const directive of [
    'script-src-elem',
    'script-src-attr',
    'img-src',
    'frame-src',
    'connect-src',
    'base-uri',
    'form-action',
  ])
    assert.ok(stopped.includes(directive), `${directive}: ${stopped}`);
  assert.deepEqual(asked, []);
});

test('a message of no known form changes nothing', async () => {
  await say({ kind: 'figures', series: [series('Drills')], ...said });
  await page.locator('.name', { hasText: 'Drills' }).waitFor();
  const before = await shown();
  for (const message of [
    null,
    'figures',
    { kind: 'figures', ...said },
    { kind: 'figures', series: [{ ...series('Other'), points: 'none' }], ...said },
    { kind: 'figures', series: [{ ...series('Other'), stale: 'yes' }], ...said },
    { kind: 'other', series: [series('Other')], ...said },
    { kind: 'figures', series: [], problem: { html: HOSTILE }, ...said },
  ])
    await say(message);
  // Messages come in order: this one is the last.
  await say({ kind: 'figures', series: [series('Drills'), series('Last')], ...said });
  await page.locator('.name', { hasText: 'Last' }).waitFor();
  await say({ kind: 'figures', series: [series('Drills')], ...said });
  await page.locator('.name', { hasText: 'Last' }).waitFor({ state: 'detached' });
  assert.equal(await shown(), before);
});

test('what the view says is of the form that the extension reads', async () => {
  await say({ kind: 'figures', series: [series('Drills')], ...said });
  for (const id of ['copy', 'next', 'Drills/2024']) await page.locator(`[id="${id}"]`).click();
  const { posted } = await seen();
  assert.deepEqual(
    posted.map(message => fromViewMessage(message)?.kind),
    ['ready', 'copy', 'next', 'open'],
  );
  assert.deepEqual(posted.map(fromViewMessage), posted);
});
