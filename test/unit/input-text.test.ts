import assert from 'node:assert/strict';
import { test } from 'node:test';
import { decode, MAX_BYTES } from '../../server/text/decode.ts';
import { encodeLike } from '../../server/text/encode.ts';
import { LineIndex } from '../../server/text/lines.ts';
import { plan2023, write } from './support/reports.ts';

const TEXT = write(plan2023(), 'markdown');
const bytes = (...values: number[]) => new Uint8Array(values);
const joined = (...parts: Uint8Array[]) => new Uint8Array(Buffer.concat(parts));
const utf8 = (text: string) => new Uint8Array(Buffer.from(text, 'utf8'));
const utf16le = (text: string) => new Uint8Array(Buffer.from(text, 'utf16le'));
const utf16be = (text: string) => new Uint8Array(Buffer.from(text, 'utf16le').swap16());

/** What decoding gives: the encoding and whether the text came out right, or the refusal. */
function outcome(input: Uint8Array, text = TEXT): string {
  const decoded = decode(input);
  if ('refused' in decoded) return decoded.refused;
  return `${decoded.encoding}${decoded.text === text ? '' : ' but another text'}`;
}

test('UTF-8 with and without a byte order mark', () => {
  assert.equal(outcome(utf8(TEXT)), 'utf-8');
  assert.equal(outcome(joined(bytes(0xef, 0xbb, 0xbf), utf8(TEXT))), 'utf-8');
  assert.equal(outcome(utf8('“Café” – naïve'), '“Café” – naïve'), 'utf-8');
});

test('UTF-16 in both orders, with and without a byte order mark', () => {
  assert.equal(outcome(joined(bytes(0xff, 0xfe), utf16le(TEXT))), 'utf-16le');
  assert.equal(outcome(joined(bytes(0xfe, 0xff), utf16be(TEXT))), 'utf-16be');
  assert.equal(outcome(utf16le(TEXT)), 'utf-16le');
  assert.equal(outcome(utf16be(TEXT)), 'utf-16be');
});

test('a byte order mark that lies is not believed', () => {
  const decoded = decode(joined(bytes(0xff, 0xfe), utf8(TEXT)));
  assert.ok('text' in decoded && decoded.text.includes('Legal Measures'), 'a UTF-16 mark before UTF-8');
  const swapped = decode(joined(bytes(0xfe, 0xff), utf16le(TEXT)));
  assert.ok('text' in swapped && swapped.text.includes('Legal Measures'), 'the mark of the other order');
});

test('Windows-1252 where the bytes are no UTF-8', () => {
  const old = new Uint8Array([...utf8('ITU'), 0x92, ...utf8('s work '), 0x96, ...utf8(' caf'), 0xe9]);
  assert.equal(outcome(old, 'ITU’s work – café'), 'windows-1252');
});

test('what is no text is refused with its reason', () => {
  assert.equal(outcome(bytes()), 'empty');
  assert.equal(
    outcome(bytes(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 0x0d, 0x49, 0x48, 0x44, 0x52)),
    'binary',
  );
  assert.equal(outcome(Uint8Array.from({ length: 4096 }, (_, i) => (i * 151) % 256)), 'binary');
  assert.equal(outcome(new Uint8Array(4096)), 'binary');
  assert.equal(
    outcome(
      joined(
        utf8('PK\u0003\u0004'),
        Uint8Array.from({ length: 999 }, (_, i) => (i * 89) % 256),
      ),
    ),
    'binary',
  );
  assert.equal(outcome(new Uint8Array(MAX_BYTES + 1)), 'too-large');
});

test('decoding never throws', () => {
  let seed = 7;
  const random = () => (seed = (seed * 1103515245 + 12345) % 2147483648);
  for (let round = 0; round < 200; round++) {
    decode(Uint8Array.from({ length: random() % 64 }, () => random() % 256));
  }
});

test('lines end with LF, CRLF or a lone CR, and positions go both ways', () => {
  const text = 'a\nbc\r\n\rd\r\r\ne';
  const lines = new LineIndex(text);
  assert.deepEqual([...lines.starts], [0, 2, 6, 7, 9, 11]);
  for (let offset = 0; offset <= text.length; offset++) {
    const { line, character } = lines.positionAt(offset);
    assert.equal(lines.offsetAt(line, character), offset);
  }
  assert.deepEqual(lines.positionAt(-5), { line: 0, character: 0 });
  assert.deepEqual(lines.positionAt(999), { line: 5, character: 1 });
  assert.equal(lines.offsetAt(-1, 3), 0);
  assert.equal(lines.offsetAt(99, 0), text.length);
  assert.equal(lines.offsetAt(0, 99), 2);
});

test('a text goes back into the bytes that it came from', () => {
  const mark = { 'utf-8': [0xef, 0xbb, 0xbf], le: [0xff, 0xfe], be: [0xfe, 0xff] };
  for (const input of [
    utf8(TEXT),
    joined(bytes(...mark['utf-8']), utf8(TEXT)),
    utf16le(TEXT),
    joined(bytes(...mark.le), utf16le(TEXT)),
    utf16be(TEXT),
    joined(bytes(...mark.be), utf16be(TEXT)),
    new Uint8Array([...utf8('ITU'), 0x92, ...utf8('s work '), 0x96, ...utf8(' caf'), 0xe9, 0x81]),
  ]) {
    const decoded = decode(input);
    assert.ok('text' in decoded);
    assert.deepEqual(encodeLike(decoded.text, input), input, decoded.encoding);
  }
  const old = new Uint8Array([...utf8('caf'), 0xe9]);
  assert.deepEqual(encodeLike('“café”', old), new Uint8Array([0x93, ...utf8('caf'), 0xe9, 0x94]));
  assert.equal(encodeLike('caf\u0119', old), null);
  assert.equal(encodeLike('text', bytes(0, 1, 2)), null);
});
