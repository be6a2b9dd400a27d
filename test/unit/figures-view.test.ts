import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { type FromView, fromViewMessage, type ToView, toViewMessage } from '../../client/figures/messages.ts';
import { figuresPage, makeNonce } from '../../client/figures/page.ts';
import './support/vscode.ts';

const { figureWords } = await import('../../client/figures/words.ts');

/** What the page shows and runs is held by test/browser/figures-view.test.ts. */

const NONCE = '0123456789abcdef0123456789abcdef';
const WORDS = { language: 'en', title: 'Figures', empty: 'Open a report.' };
const page = figuresPage('https://host.example/dist/figures.js', NONCE, WORDS);

test('the page’s policy allows its own script and styles by their nonce, and nothing else', () => {
  const policy = /http-equiv="Content-Security-Policy" content="([^"]*)"/.exec(page)?.[1] ?? '';
  const directives = Object.fromEntries(
    policy.split(';').map(one => {
      const [name, ...values] = one.trim().split(' ');
      return [name, values.join(' ')];
    }),
  );
  assert.deepEqual(directives, {
    'default-src': "'none'",
    'script-src': `'nonce-${NONCE}'`,
    'style-src': `'nonce-${NONCE}'`,
    'base-uri': "'none'",
    'form-action': "'none'",
  });
});

test('nothing in the page runs or is styled without the nonce', () => {
  const scripts = page.match(/<script\b[^>]*>/g) ?? [];
  assert.deepEqual(scripts, [`<script nonce="${NONCE}" src="https://host.example/dist/figures.js">`]);
  assert.deepEqual(page.match(/<style\b[^>]*>/g), [`<style nonce="${NONCE}">`]);
  assert.doesNotMatch(page, /\son\w+\s*=|\sstyle\s*=|javascript:/i);
  const evil = '"><script>1</script>';
  const hostile = figuresPage(evil, NONCE, { language: evil, title: evil, empty: evil });
  assert.doesNotMatch(hostile, /<script>1/);
});

test('a nonce is long, and another one each time', () => {
  const nonces = Array.from({ length: 50 }, makeNonce);
  assert.equal(new Set(nonces).size, 50);
  for (const nonce of nonces) assert.match(nonce, /^[0-9a-f]{32}$/);
});

const FROM_VIEW: readonly FromView[] = [
  { kind: 'ready' },
  { kind: 'next' },
  { kind: 'copy', role: 'legal' },
  { kind: 'open', uri: 'file:///a', line: 0, character: 1, endLine: 0, endCharacter: 2 },
];
const point = {
  year: null,
  value: 40,
  shown: '40',
  text: '40 drills',
  path: 'draft.md',
  place: '2.1',
  uri: 'file:///a',
  range: { start: { line: 1, character: 0 }, end: { line: 1, character: 2 } },
};
const series = {
  id: 'drills',
  label: 'Drills',
  scope: 'cumulative',
  role: 'capacity',
  verdict: 'first',
  stale: false,
  history: '40',
  points: [point],
};
const said = { summary: 'One figure.', words: figureWords() };
const TO_VIEW: readonly ToView[] = [
  { kind: 'figures', series: [], ...said },
  { kind: 'figures', series: [series], problem: 'Nothing.', ...said },
];

test('messages of a known form come through as they are', () => {
  for (const message of FROM_VIEW) assert.deepEqual(fromViewMessage(message), message);
  for (const message of TO_VIEW) assert.deepEqual(toViewMessage(message), message);
});

test('others are dropped, by either side', () => {
  const [, , copy, open] = FROM_VIEW;
  for (const wrong of [
    { ...copy, role: 7 },
    { kind: 'copy' },
    { ...open, line: -1 },
    { ...open, line: 0.5 },
    { ...open, line: Number.NaN },
    { ...open, line: 1e300 },
    { ...open, uri: ['file:///a'] },
    { kind: 'eval' },
    { kind: ['ready'] },
    'ready',
    null,
  ])
    assert.equal(fromViewMessage(wrong), undefined, JSON.stringify(wrong));
  for (const wrong of [
    { kind: 'figures', ...said },
    { kind: 'figures', series: [], ...said, words: { ...said.words, roles: { legal: 7 } } },
    { kind: 'figures', series: {}, ...said },
    { kind: 'figures', series: [{ ...series, points: [{ ...point, range: null }] }], ...said },
    { kind: 'figures', series: [{ ...series, label: { toString: 'x' } }], ...said },
    { kind: 'figures', series: [], problem: 7, ...said },
  ])
    assert.equal(toViewMessage(wrong), undefined, JSON.stringify(wrong));
});

test('what nobody knows of a message does not come through, __proto__ least of all', () => {
  const message = JSON.parse('{ "kind": "ready", "more": 1, "__proto__": { "polluted": true } }');
  assert.deepEqual(Object.keys(fromViewMessage(message) ?? {}), ['kind']);
  assert.equal(({} as { polluted?: boolean }).polluted, undefined);
});

test('whatever comes, nothing is thrown', () => {
  fc.assert(
    fc.property(fc.anything(), message => {
      fromViewMessage(message);
      toViewMessage(message);
    }),
  );
});
