import assert from 'node:assert/strict';
import fc from 'fast-check';
import { withRuleOff } from '../../server/analysis/hide.ts';
import { parseLocalCatalogue } from '../../server/catalogue/local.ts';
import { parseConfirmed, withConfirmation } from '../../server/figures/confirmations.ts';
import { parseIndicators, withIndicator } from '../../server/figures/indicator-file.ts';
import { parseProfile } from '../../server/profiles/parse.ts';
import { parseAcronyms } from '../../server/rules/acronym/file.ts';
import { parseConfig } from '../../server/rules/config.ts';
import { ruleIds } from '../../server/rules/index.ts';
import { parseBaseline, withEntry } from '../../server/rules/suppression/baseline.ts';
import { parseTerms } from '../../server/rules/terms/file.ts';
import { decode } from '../../server/text/decode.ts';
import { encodeLike } from '../../server/text/encode.ts';
import { parseJson, valueOf as plainValue } from '../../server/text/json.ts';
import type { Span } from '../../server/text/span.ts';
import { assertPlace } from './places.ts';
import { read, type Stroke, struck } from './texts.ts';

/** The data files that a workspace brings: whatever stands in them, they are read, and told what is wrong. */

type Reader = (text: string) => { readonly problems: readonly { span: Span; message: string }[] };

const READERS: readonly Reader[] = [
  text => parseConfig(text, ruleIds),
  parseIndicators,
  parseTerms,
  parseAcronyms,
  parseProfile,
  parseLocalCatalogue,
  parseBaseline,
  parseConfirmed,
];

const CONFIG = `{
  // ours
  "mode": "drafting", "year": 2025, "profile": "council-2023", "archive": ["archive", "old/2020.md"],
  "rules": { "text": "off", "numbering/repeat": "info", "figure": "warning" }
}`;
const LOCAL = `{ "entries": [ { "id": "X.1999", "sector": "ITU-T", "title": "A title", "editions": [ { "date": "2024-03", "status": "in force" } ] } ] }`;
const BASELINE = `{ "findings": [ { "rule": "numbering/repeat", "file": "draft.md", "excerpt": "2.4" } ] }`;
const CONFIRMED = `{ "confirmed": [ { "unit": "countries", "year": 2025, "value": 84 } /* so be it */ ] }`;

/** Each a file as it should be; every reader gets every one. */
const FILES: readonly string[] = [
  CONFIG,
  LOCAL,
  BASELINE,
  CONFIRMED,
  read('data', 'indicators.json').slice(0, 3000),
  read('data', 'terms.json').slice(0, 2000),
  read('data', 'acronyms.json').slice(0, 1500),
  read('data/profiles', 'council-2023.json'),
];

const JSON_PIECES = [
  ...[
    '{',
    '}',
    '[',
    ']',
    ',',
    ':',
    '"',
    '\\',
    '\\u12',
    '\\ud800',
    '//',
    '/*',
    '*/',
    'null',
    'true',
    '-',
    '1e999',
    '\n',
  ],
  ...[
    '"__proto__": {"a": 1},',
    '"constructor": 1,',
    '"rules": {',
    '"id": "",',
    '"*"',
    '"a*b*c*"',
    '0',
    '"\u0000"',
    '[[[[',
  ],
];

export const dataFile: fc.Arbitrary<string> = fc
  .tuple(
    fc.constantFrom(...FILES),
    fc.array(
      fc.record({
        at: fc.double({ min: 0, max: 0.999999, noNaN: true }),
        out: fc.oneof(fc.constant(0), fc.nat(20)),
        put: fc.oneof(fc.constantFrom(...JSON_PIECES), fc.constant(''), fc.json({ maxDepth: 2 })),
      }),
      { maxLength: 5 },
    ),
  )
  .map(([file, strokes]) => (strokes as Stroke[]).reduce(struck, file));

/** Every reader reads every file; what it complains of stands in the file. */
export function dataIsRead(text: string): void {
  for (const reader of READERS) {
    for (const { span, message } of reader(text).problems) {
      assertPlace(text, span, message);
      assert.ok(message.trim());
    }
  }
  const { root } = parseJson(text);
  if (root) plainValue(root);
  assert.equal(({} as { a?: unknown }).a, undefined, 'a file reached the prototype of objects');
  // What we write into a file of the drafter's keeps the rest, or leaves all of it alone.
  const off = withRuleOff(text, 'numbering/gap');
  assert.equal(withRuleOff(off, 'numbering/gap'), off);
  const before = parseConfig(text, ruleIds);
  if (before.problems.length === 0 && text.trim() !== '') {
    const after = parseConfig(off, ruleIds);
    assert.deepEqual(after.problems, []);
    assert.equal(after.config.rules.get('numbering/gap'), 'off');
    assert.equal(after.config.mode, before.config.mode);
  }
  keepsTheRest(text, parseBaseline, now => withEntry(now, { rule: 'a/b', file: 'f', excerpt: 'x' }));
  keepsTheRest(text, parseConfirmed, now => withConfirmation(now, { value: 1, unit: 'labs', year: 1999 }));
  keepsTheRest(
    text,
    one => ({ entries: parseIndicators(one).indicators }),
    now => withIndicator(now, { id: 'labs', label: 'Labs', scope: 'period', unit: ['lab'] }),
  );
}

/** One more entry is one more, or the file stays as it is; every word that was there is still there. */
function keepsTheRest(
  text: string,
  parse: (text: string) => { readonly entries: readonly object[] },
  add: (text: string) => string,
): void {
  const after = add(text);
  if (after === text) return;
  const before = parse(text).entries;
  const entries = parse(after).entries;
  assert.equal(entries.length, before.length + 1, after);
  for (const one of before) assert.ok(entries.some(other => JSON.stringify(other) === JSON.stringify(one)));
  // Whatever else stood there, comments and entries with a slip, is found in the order in which it stood.
  let at = 0;
  for (const word of text.match(/[^\s,[\]{}]+/g) ?? []) {
    at = after.indexOf(word, at);
    assert.ok(at >= 0, `“${word}” was lost`);
    at += word.length;
  }
}

/** Any bytes are a text or refused; a text that nobody changed is written back byte by byte. */
export function bytesAreRead(bytes: Uint8Array): void {
  const decoded = decode(bytes);
  if ('refused' in decoded) return;
  const back = encodeLike(decoded.text, bytes);
  if (back && decoded.encoding !== 'utf-16le' && decoded.encoding !== 'utf-16be')
    assert.deepEqual(Buffer.from(back), Buffer.from(bytes));
}
