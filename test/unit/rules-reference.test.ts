import assert from 'node:assert/strict';
import { test } from 'node:test';
import { applyEdits } from '../../server/analysis/fixes.ts';
import type { Mode } from '../../server/rules/rule.ts';
import {
  DIALECTS,
  findingsOf,
  fixOf,
  numbered,
  type Plan,
  plan2019,
  withParagraphs,
  write,
} from './support/reports.ts';

const about = (...texts: string[]): Plan => withParagraphs(plan2019(), '3', numbered('3', ...texts));
const text = (...texts: string[]): string => write(about(...texts), 'markdown');

/** The words that a rule marks in these paragraphs of section 3. */
function marked(rule: string, ...texts: string[]): string[] {
  const report = text(...texts);
  return findingsOf(rule, report).map(({ start, end }) => report.slice(start, end));
}

test('a paragraph or section that is not there', () => {
  assert.deepEqual(
    marked('reference/paragraph', 'See paragraph 2.1 and section 7.', 'See paragraph 3.2.'),
    [],
  );
  assert.deepEqual(
    marked('reference/paragraph', 'See paragraph 2.9, paragraphs 4.1 and 4.8, and section 12.'),
    ['2.9', '4.8', '12'],
  );
  assert.deepEqual(marked('reference/paragraph', 'See paragraph 2.9 of Document C19/4.'), []);
  assert.deepEqual(marked('reference/paragraph', 'See `paragraph 9.9` and <!-- paragraph 9.8 --> on.'), []);
});

test('“above” and “below” against where the paragraph stands', () => {
  for (const sound of [
    'See paragraph 2.1 above.',
    'See paragraph 4.1 below.',
    'See paragraph 3.2 below.',
    'See section 3 above.',
    'See paragraph 4.1.',
  ]) {
    assert.deepEqual(marked('reference/side', sound, 'More.'), [], sound);
  }
  for (const [wrong, words] of [
    ['See paragraph 2.1 below.', '2.1 below'],
    ['See paragraph 4.1 above.', '4.1 above'],
    ['See section 7 (above).', '7 (above'],
  ]) {
    assert.deepEqual(marked('reference/side', wrong), [words], wrong);
  }
  // A number that leads nowhere has no side.
  assert.deepEqual(marked('reference/side', 'See paragraph 9.9 above.'), []);
});

test('the side is changed and the number left alone, however the report is written', () => {
  for (const dialect of DIALECTS) {
    const report = write(about('See paragraph 4.1 above.'), dialect);
    const [finding] = findingsOf('reference/side', report);
    const fix = fixOf(finding, 'below');
    assert.equal(fix.exact, false);
    assert.equal(applyEdits(report, fix.edits), write(about('See paragraph 4.1 below.'), dialect));
  }
});

test('footnotes: a mark without text, a text without mark, in every dialect', () => {
  const noted: Plan = {
    ...withParagraphs(plan2019(), '3', [{ number: '3.1', text: 'It met.', footnote: '1' }]),
    footnotes: { 1: 'In Geneva.' },
  };
  for (const dialect of DIALECTS)
    assert.deepEqual(findingsOf('reference', write(noted, dialect)), [], dialect);
  const markdown = write(noted, 'markdown');
  const only = (changed: string) =>
    findingsOf('reference', changed).map(
      ({ rule, start, end }) => `${rule.slice(10)} ${changed.slice(start, end)}`,
    );
  assert.deepEqual(only(markdown.replace('[^1]: In Geneva.\n\n', '')), ['footnote-text [^1]']);
  assert.deepEqual(only(markdown.replace('[^1]: In Geneva.', '[^1]:')), ['footnote-text [^1]']);
  assert.deepEqual(only(markdown.replace('met.[^1]', 'met.')), ['footnote-mark In Geneva.']);
  const word = write(noted, 'word-text');
  assert.deepEqual(only(word.replace(/ \[1:[^\]]*\]/, '')), ['footnote-text [footnoteRef:1]']);
});

const listing = (references: string, ...texts: string[]): string => {
  const plan = about(...texts);
  return write({ ...plan, heads: [...plan.heads, { title: 'References', text: references }] }, 'markdown');
};
const documents = (report: string, mode: Mode = 'review') =>
  findingsOf('reference', report, { mode }).map(
    ({ rule, start, end }) => `${rule.slice(10)} ${report.slice(start, end)}`,
  );

test('Council documents against the head References', () => {
  assert.deepEqual(documents(text('As in Document C19/4.')), []);
  assert.deepEqual(documents(listing('Documents C19/4 and C18/5.', 'As in Documents C18/5 and C19/4.')), []);
  assert.deepEqual(
    documents(listing('Document C18/5.', 'As in Documents C18/5 and C19/4, and again in C19/4.')),
    ['not-listed C19/4'],
  );
  assert.deepEqual(documents(listing('Documents C19/4 and C18/5.', 'As in Document C18/5.')), [
    'not-cited C19/4',
  ]);
  assert.deepEqual(documents(listing('Documents C19/4 and C18/5.', 'As in Document C18/5.'), 'drafting'), []);
  // Listed as background, and none cited at all.
  assert.deepEqual(documents(listing('Documents C19/4 and C18/5.', 'As planned.')), []);
  // A revision is the same document, and the report need not list itself.
  assert.deepEqual(
    documents(listing('Documents C19/4 and C18/5.', 'As in C18/5, C19/4(Rev.1) and this Document C20/18.')),
    [],
  );
});

test('links that cannot be followed, and why', () => {
  for (const [link, why] of [
    ['[page](https:/example.org/a)', 'two slashes'],
    ['[page](https:example.org/a)', 'two slashes'],
    ['[page](http://example.org/a b)', 'a space in the address'],
    ['[page](https://)', 'not complete'],
    ['[page](https://https://example.org)', 'twice'],
    ['[page](https://example/a)', 'no dot'],
    ['[page] (https://example.org/a)', 'a space parts'],
    ['https:/example.org/a', 'two slashes'],
    ['http:// example.org/a', 'not complete'],
  ]) {
    const found = findingsOf('reference/link', text(`See ${link} for more.`));
    assert.equal(found.length, 1, link);
    assert.ok(found[0].message.includes(why), `${link}: ${found[0].message}`);
  }
});

test('links that can', () => {
  for (const link of [
    '[page](https://example.org/a)',
    '[page](https://example.org/a_(b)) and more',
    '[page](https://example.org/a "A title")',
    '[page](#section)',
    '[page](mailto:someone@example.org)',
    '[page](../archive/2019.md)',
    'https://example.org/a.',
    'www.example.org',
    'the page (https://example.org/a)',
    '<https://example.org/a>',
    'the list [of them] (in brackets)',
    '`https:/example.org`',
    'the scheme http: is old',
  ]) {
    assert.deepEqual(
      findingsOf('reference/link', text(`See ${link} for more.`)).map(({ message }) => message),
      [],
      link,
    );
  }
});

test('the space between a link’s text and its address is taken out, exactly and once', () => {
  const report = text('See [page] (https://example.org/a) for more.');
  const [finding] = findingsOf('reference/link', report);
  const fix = fixOf(finding, 'spaces');
  assert.equal(fix.exact, true);
  const fixed = applyEdits(report, fix.edits);
  assert.equal(fixed, text('See [page](https://example.org/a) for more.'));
  assert.deepEqual(findingsOf('reference/link', fixed), []);
});

test('a hundred thousand brackets are looked at in no time', () => {
  const start = process.cpuUsage();
  findingsOf(
    'reference',
    text(
      `${'[a](b '.repeat(30_000)}${'[x] ('.repeat(30_000)}${'https:/a '.repeat(10_000)}${'[a](https://a.b) '.repeat(30_000)}`,
    ),
  );
  assert.ok(process.cpuUsage(start).user < 5_000_000);
});
