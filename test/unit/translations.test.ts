import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import packageJson from '../../package.json' with { type: 'json' };
import { ROOT } from '../../scripts/root.ts';
import { allTexts, literalsIn, readBundle } from '../../scripts/texts.ts';
import { LANGUAGES, languageOf } from '../../server/messages/languages.ts';
import { speak, t } from '../../server/messages/translate.ts';

const OTHERS = LANGUAGES.filter(language => language !== 'en');
const texts = allTexts();

const placesOf = (text: string): string[] =>
  [...new Set([...text.matchAll(/\{\w+\}/g)].map(([place]) => place))].sort();

test('every text stands in its call as a literal, where it is found', () => {
  for (const folder of ['server', 'client']) {
    const { found, unseen } = literalsIn(folder);
    assert.deepEqual(unseen, []);
    assert.ok(found.length > 50, folder);
  }
});

for (const language of OTHERS) {
  const bundle = readBundle(language);

  test(`${language}: every text is translated, and nothing is left over`, () => {
    const missing = texts.filter(text => !Object.hasOwn(bundle, text));
    const left = Object.keys(bundle).filter(text => !texts.includes(text));
    assert.deepEqual({ missing, left }, { missing: [], left: [] });
  });

  test(`${language}: each translation has the places of its text, and says something else`, () => {
    // Words that are spelt alike, and texts that are nothing but places and names.
    const alike =
      /^(?:section|édition|edition|date|constant|error|1 error|Introduction|Section|mode|title)$/i;
    for (const [text, said] of Object.entries(bundle)) {
      assert.deepEqual(placesOf(said), placesOf(text), text);
      assert.equal(said.trim(), said, text);
      assert.doesNotMatch(said, / {2}|[“”]/, text);
      const words = text.replace(/\{\w+\}|GCA Report|Recommendation|Question/g, '').trim();
      if (/[a-z]{3}/i.test(words) && !alike.test(words)) assert.notEqual(said, text);
    }
  });

  test(`${language}: a sentence ends as it does in English, and none is much longer`, () => {
    for (const [text, said] of Object.entries(bundle)) {
      assert.equal(/[.?…]$/.test(said), /[.?…]$/.test(text), text);
      assert.ok(said.length <= text.length * 1.6 + 40, `${said.length} for ${text.length}: ${text}`);
    }
  });
}

test('English has one kind of apostrophe, the curly one', () => {
  for (const said of [...texts, ...Object.values(nls())]) assert.doesNotMatch(said, /[a-z]'[a-z]/i, said);
});

test('French has its spaces, quotation marks and apostrophes', () => {
  for (const said of [...Object.values(readBundle('fr')), ...Object.values(nls('fr'))]) {
    assert.doesNotMatch(said, /(?:^|[^\u00a0])»|«(?!\u00a0)/, said);
    assert.doesNotMatch(said, / [:;!?]|[a-zà-ÿ»)}][;!?](?=\s|$)/, said);
    assert.doesNotMatch(said, /[a-zà-ÿ»)}]: /, said);
    assert.doesNotMatch(said, /[a-zà-ÿ]'[a-zà-ÿ]/i, said);
  }
});

test('Spanish opens its questions, and its quotation marks touch their words', () => {
  for (const said of [...Object.values(readBundle('es')), ...Object.values(nls('es'))]) {
    assert.equal(said.split('¿').length, said.split('?').length, said);
    assert.doesNotMatch(said, /«\s|\s»/, said);
  }
});

test('a locale gives the language that is spoken, and English where there is none', () => {
  for (const locale of ['fr', 'fr-CA', 'fr_CH.UTF-8', 'FR', 'fr@euro'])
    assert.equal(languageOf(locale), 'fr', locale);
  for (const locale of ['es', 'es-419', 'es_MX.utf8']) assert.equal(languageOf(locale), 'es', locale);
  for (const locale of [undefined, '', 'C', 'POSIX', 'C.UTF-8', 'de', 'fil', 'est', 'frp', 'en_GB'])
    assert.equal(languageOf(locale), 'en', String(locale));
});

test('places are filled; what has no value, and what a value holds, stays as it is', () => {
  try {
    speak({ 'a {one}': 'b {one} {two}' });
    assert.equal(t('a {one}', { one: '{two} $& $1' }), 'b {two} $& $1 {two}');
    assert.equal(t('not translated {one}', { one: 1 }), 'not translated 1');
  } finally {
    speak({});
  }
  assert.equal(t('a {one}', { one: 'x' }), 'a x');
});

/** What of the manifest a person reads; what a language model reads and names that are names stay as they are. */
const SHOWN =
  /^(?:title|description|markdownDescription|contents|altText|displayName|userDescription|enumDescriptions|patternErrorMessage|name)$/;
const NAMES = /^(?:GCA Report|gca-report(?:_\w+)?)$/;

/** Every text of a value that a person reads, by the name of its property. */
function shownIn(value: unknown, key = ''): string[] {
  if (typeof value === 'string') return SHOWN.test(key) ? [value] : [];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, one]) =>
    name === 'inputSchema' ? [] : shownIn(one, Array.isArray(value) ? key : name),
  );
}

const nls = (language?: string): Record<string, string> =>
  JSON.parse(readFileSync(join(ROOT, `package.nls${language ? `.${language}` : ''}.json`), 'utf8'));

test('what the manifest shows stands in package.nls.json, each text once', () => {
  const { description, capabilities, contributes } = packageJson;
  const shown = shownIn({ description, capabilities, ...contributes }).filter(text => !NAMES.test(text));
  assert.ok(shown.length > 80, String(shown.length));
  const keys = shown.map(text => /^%(.+)%$/.exec(text)?.[1] ?? `not in package.nls.json: ${text}`);
  assert.deepEqual([...new Set(keys)].sort(), Object.keys(nls()).sort());
});

for (const language of OTHERS) {
  test(`${language}: the manifest is translated, with the same links and names of files`, () => {
    const english = nls();
    const other = nls(language);
    assert.deepEqual(Object.keys(other), Object.keys(english));
    const keptIn = (text: string) => text.match(/\(command:[\w.]+\)|`[^`]+`|\n/g) ?? [];
    for (const [key, text] of Object.entries(english)) {
      assert.notEqual(other[key], text, key);
      assert.deepEqual(keptIn(other[key]), keptIn(text), key);
      assert.equal(/\.$/.test(other[key]), /\.$/.test(text), key);
    }
  });
}
