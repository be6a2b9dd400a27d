import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Citation } from '../../server/citations/citation.ts';
import { prose, quotationMarks } from '../../server/reading/prose.ts';
import { MASK, view } from '../../server/text/view.ts';

const read = (text: string, cited: string[] = []) => {
  const citations = cited.map(id => {
    const start = text.indexOf(id);
    return {
      kind: 'recommendation',
      id,
      start,
      end: start + id.length,
      core: { start, end: start + id.length },
    };
  }) as Citation[];
  const seen = prose(text, view(text), citations);
  assert.equal(seen.length, text.length);
  return seen.replaceAll(new RegExp(`${MASK}+`, 'g'), '~');
};

const pairs = (text: string) => quotationMarks(text, view(text)).pairs.map(p => text.slice(p.start, p.end));
const loose = (text: string) =>
  quotationMarks(text, view(text)).loose.map(l => (l.opens ? 'opens' : 'closes'));

test('identifiers and list numbers are masked', () => {
  assert.equal(read('It holds (1) X.1205 and (b) Q3/2.', ['X.1205', 'Q3/2']), 'It holds ~ ~ and ~ ~.');
  assert.equal(read('Twenty people came.'), 'Twenty people came.');
});

test('quotations lose their words and keep their marks', () => {
  assert.equal(read('The “Green Paper” and "Red Book" are out.'), 'The "~" and "~" are out.');
  assert.equal(read('A course on ‘Safer play’ began.'), "A course on '~' began.");
  assert.equal(read('Called "[The Title](#)", it opened.'), 'Called "~", it opened.');
});

test('apostrophes, possessives and inches are no quotation marks', () => {
  assert.deepEqual(pairs("ITU's work and the States' view of the '90s can't change."), []);
  assert.deepEqual(pairs('The Members’ list isn’t long.'), []);
  assert.deepEqual(pairs('A 19" rack and a 7" screen.'), []);
  assert.deepEqual(pairs('the ‘Members’ own page’ is out'), ['‘Members’ own page’']);
});

test('nested and mixed quotations are understood', () => {
  assert.deepEqual(pairs('on “A ‘small’ step”'), ['“A ‘small’ step”', '‘small’']);
  assert.deepEqual(pairs('on “A "big" step” and more'), ['"big"', '“A "big" step”']);
  assert.deepEqual(pairs('said “to go on".'), ['“to go on"']);
});

test('a mark without a partner is loose, and only that one', () => {
  assert.deepEqual(loose('on Users’ guide” and “five new ones”'), ['closes']);
  assert.deepEqual(loose('on "half a title and "a whole one" too'), ['opens']);
  assert.deepEqual(loose('on “a whole one”'), []);
});

test('linear on hostile input', () => {
  for (const piece of ['"', "'", " 'a", '("', "s' a", '“', '(1)', '" ', `${MASK}"`]) {
    const text = piece.repeat(300_000);
    const start = performance.now();
    prose(text, text, []);
    assert.ok(performance.now() - start < 3000, JSON.stringify(piece));
  }
});
