import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import {
  type JsonNode,
  MAX_DEPTH,
  MAX_ERRORS,
  member,
  parseJson,
  valueOf as toPlain,
} from '../../server/text/json.ts';

/** The same value with ordinary objects, for comparison. */
const plain = (node: JsonNode): unknown => JSON.parse(JSON.stringify(toPlain(node)));

test('what JSON.parse reads is read the same, without an error', () => {
  fc.assert(
    fc.property(fc.jsonValue(), fc.constantFrom(undefined, 2, '\t'), (value, indent) => {
      const { root, errors } = parseJson(JSON.stringify(value, null, indent));
      assert.deepEqual(errors, []);
      assert.deepEqual(plain(root!), JSON.parse(JSON.stringify(value)));
    }),
    { numRuns: 300, seed: 3 },
  );
});

test('every node knows its place', () => {
  const text = '\uFEFF { "id" : "X.1205",\n  "list": [1, true , null] }';
  const { root, errors } = parseJson(text);
  assert.deepEqual(errors, []);
  assert.equal(root?.kind, 'object');
  const id = root.kind === 'object' ? member(root, 'id') : undefined;
  assert.equal(text.slice(id!.keySpan.start, id!.keySpan.end), '"id"');
  assert.equal(text.slice(id!.value!.start, id!.value!.end), '"X.1205"');
  assert.equal(text.slice(id!.start, id!.end), '"id" : "X.1205"');
  const list = root.kind === 'object' ? member(root, 'list')?.value : undefined;
  assert.equal(list?.kind, 'array');
  assert.deepEqual(list.kind === 'array' && list.items.map(item => text.slice(item.start, item.end)), [
    '1',
    'true',
    'null',
  ]);
});

test('an error is told at its place, and what surrounds it is read', () => {
  const cases: [text: string, at: string, value: unknown][] = [
    ['{"a": 1 "b": 2}', '"', { a: 1, b: 2 }],
    ['{"a": 1,}', ',', { a: 1 }],
    ['[1,,2]', ',', [1, 2]],
    ['{"a": True, "b": 2}', 'True', { b: 2 }],
    ['{a: 1, "b": 2}', 'a', { a: 1, b: 2 }],
    ['{"a": , "b": 2}', ',', { b: 2 }],
    ['{"a"; "b": 2}', '"a"', { b: 2 }],
    ['{"a": "one\n, "b": 2}', '"one', { a: 'one', b: 2 }],
    ['{"a": "\\q", "b": 2}', '\\q', { a: 'q', b: 2 }],
    ['{"a": [1, 2}', '}', { a: [1, 2] }],
    ['{"a": 1}}', '}', { a: 1 }],
    ['[01, 2]', '01', [2]],
    ['{"a": 1, "a": 2}', '"a"', { a: 2 }],
    ['[1, 2', '[', [1, 2]],
  ];
  for (const [text, at, value] of cases) {
    const { root, errors } = parseJson(text);
    assert.ok(errors.length >= 1, text);
    const [{ span }] = errors;
    assert.equal(text.slice(span.start, span.end), at, text);
    assert.deepEqual(plain(root!), value, text);
  }
});

test('comments are let pass', () => {
  const { root, errors } = parseJson('// ours\n{"a": 1 /* one */, /* {"b": */ "b": 2 // two\n}');
  assert.deepEqual(errors, []);
  assert.deepEqual(plain(root!), { a: 1, b: 2 });
  assert.equal(parseJson('{"a": 1} /* open').errors.length, 1);
});

test('a key is never more than a key', () => {
  const value = toPlain(parseJson('{"__proto__": {"admin": true}, "constructor": 1}').root!) as Record<
    string,
    unknown
  >;
  assert.deepEqual(Object.keys(value), ['__proto__', 'constructor']);
  assert.equal(({} as { admin?: boolean }).admin, undefined);
  assert.equal(value.toString, undefined);
  assert.equal(value.admin, undefined);
});

test('anything at all is read without a throw, within the bounds of the text, in order', () => {
  const pieces = fc.constantFrom(
    '{',
    '}',
    '[',
    ']',
    ',',
    ':',
    '"',
    '\\',
    'a',
    '1',
    '-',
    '\n',
    ' ',
    '//',
    '/*',
    '*/',
    '\\u',
    'é',
    '\ud800',
  );
  fc.assert(
    fc.property(fc.array(pieces, { maxLength: 60 }), parts => {
      const text = parts.join('');
      const { root, errors } = parseJson(text);
      if (root) toPlain(root);
      for (const { span, message } of errors) {
        assert.ok(span.start >= 0 && span.start <= span.end && span.end <= text.length && message, text);
      }
      let valid = true;
      try {
        JSON.parse(text);
      } catch {
        valid = false;
      }
      if (!valid && !/\/[/*]/.test(text)) assert.ok(errors.length > 0, `no error in ${text}`);
    }),
    { numRuns: 3000, seed: 5 },
  );
});

test('depth, size and the number of errors are bounded', () => {
  const deep = parseJson('['.repeat(100_000) + ']'.repeat(100_000));
  assert.equal(deep.errors.length, 1);
  assert.match(deep.errors[0].message, new RegExp(`${MAX_DEPTH}`));
  toPlain(deep.root!);
  assert.ok(parseJson('{"a":'.repeat(100_000)).errors.length <= MAX_ERRORS);
  assert.equal(parseJson(',;'.repeat(500_000)).errors.length <= MAX_ERRORS, true);
  const start = performance.now();
  const long = parseJson(
    `["${'x'.repeat(5_000_000)}", ${'1'.repeat(1_000_000)}, ${'"a",'.repeat(200_000)} 1]`,
  );
  assert.equal(long.errors.length, 0);
  assert.ok(performance.now() - start < 3000);
  assert.equal(parseJson('').errors.length, 1);
  assert.equal(parseJson(' \n').root, undefined);
});
