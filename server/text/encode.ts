import { decode } from './decode.ts';

declare const TextEncoder: new () => { encode(text: string): Uint8Array };
declare const TextDecoder: new (label: string) => { decode(bytes: Uint8Array): string };

/**
 * The bytes of a text in the encoding of the file that it came from, with the byte order mark that stood there, so
 * that a change touches what it means to and nothing else.
 *
 * @param like the bytes of the file
 * @returns null where the file is no text, or its encoding has no sign for a character of the text
 */
export function encodeLike(text: string, like: Uint8Array): Uint8Array | null {
  const decoded = decode(like);
  if ('refused' in decoded) return null;
  switch (decoded.encoding) {
    case 'utf-8': {
      const bytes = new TextEncoder().encode(text);
      return like[0] === 0xef && like[1] === 0xbb && like[2] === 0xbf
        ? joined([0xef, 0xbb, 0xbf], bytes)
        : bytes;
    }
    case 'utf-16le':
      return wide(text, like[0] === 0xff && like[1] === 0xfe, 0);
    case 'utf-16be':
      return wide(text, like[0] === 0xfe && like[1] === 0xff, 1);
    case 'windows-1252':
      return narrow(text);
  }
}

function joined(mark: readonly number[], bytes: Uint8Array): Uint8Array {
  const all = new Uint8Array(mark.length + bytes.length);
  all.set(mark);
  all.set(bytes, mark.length);
  return all;
}

/** UTF-16; `low` is where the lower byte of a unit stands. */
function wide(text: string, marked: boolean, low: 0 | 1): Uint8Array {
  const units = marked ? `\ufeff${text}` : text;
  const bytes = new Uint8Array(units.length * 2);
  for (let i = 0; i < units.length; i++) {
    const unit = units.charCodeAt(i);
    bytes[i * 2 + low] = unit & 0xff;
    bytes[i * 2 + 1 - low] = unit >> 8;
  }
  return bytes;
}

function narrow(text: string): Uint8Array | null {
  const signs = new TextDecoder('windows-1252').decode(Uint8Array.from({ length: 256 }, (_, i) => i));
  const byteOf = new Map([...signs].map((sign, byte) => [sign, byte]));
  const bytes = new Uint8Array(text.length);
  for (let i = 0; i < text.length; i++) {
    const byte = byteOf.get(text[i]);
    if (byte === undefined) return null;
    bytes[i] = byte;
  }
  return bytes;
}
