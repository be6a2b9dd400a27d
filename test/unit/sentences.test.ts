import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sentenceAt, sentences } from '../../server/text/sentences.ts';
import { view } from '../../server/text/view.ts';

const split = (text: string): string[] => {
  const seen = view(text);
  assert.equal(seen.length, text.length);
  return sentences(seen).map(s => text.slice(s.start, s.end));
};

const same = (...parts: string[]) => assert.deepEqual(split(parts.join(' ')), parts);

test('a full stop before a capital ends a sentence', () => {
  same('Two workshops were held.', 'Fifty people came.', 'Was it enough?', 'Nobody knows!');
});

test('abbreviations, initials and numbers end none', () => {
  same('See Rec. ITU-T X.1205 and Res. 130 (Rev. Dubai, 2018).', 'The Council noted No. 5 of para. 3.');
  same('Delegates from I.R. Iran met Dr. J. Smith on p. 12, e.g. The Hague.', 'They agreed on Amd. 1.');
  same('The answer was no.', 'Growth was 3.5 per cent.', 'It ended in Oct. 2018.', 'Nothing followed.');
  same('Spam, malware, etc. were discussed.', 'Tools, guides, etc.', 'The group met.');
});

test('identifiers keep their stops', () => {
  same('ITU-T F.747.10 and X.1080.2 were approved.', 'ITU-T Y.3053 (2018) Amd.1 followed.');
});

test('quotation marks, brackets, links and footnote marks belong to the sentence before', () => {
  assert.deepEqual(split('The title is “Ready.” Then came more (much more.) Last one'), [
    'The title is “Ready.”',
    'Then came more (much more.)',
    'Last one',
  ]);
  assert.deepEqual(split('Held in [Baku.](https://example.int/x) Next.[^1] Last.'), [
    'Held in [Baku.',
    'Next.',
    'Last.',
  ]);
});

test('a lost space and a plain footnote number do not glue sentences', () => {
  assert.deepEqual(split('The work is done.The next starts.'), ['The work is done.', 'The next starts.']);
  assert.deepEqual(split('The work is done.1 The next starts.'), ['The work is done.1', 'The next starts.']);
  assert.deepEqual(split('Read node.js and example.com Today.'), ['Read node.js and example.com Today.']);
});

test('a list number opens a sentence, a blank line ends one', () => {
  same('1. The first point is short.', '2. The second is not.');
  assert.deepEqual(split('No stop here\n\nA new paragraph\nthat goes on.'), [
    'No stop here',
    'A new paragraph\nthat goes on.',
  ]);
});

test('sentenceAt finds the sentence of an offset', () => {
  const all = sentences('One two. Three four. Five.');
  assert.deepEqual(sentenceAt(all, 10), all[1]);
  assert.equal(sentenceAt(all, 8), undefined);
  assert.equal(sentenceAt([], 0), undefined);
});

test('linear on hostile input', () => {
  for (const piece of ['.', '. ', 'a.', '"', '1.', 'A.', '\n', '.\uFEFF', '(. ', '1', '. "']) {
    const text = piece.repeat(300_000);
    const start = performance.now();
    sentences(text);
    assert.ok(performance.now() - start < 3000, JSON.stringify(piece));
  }
});
