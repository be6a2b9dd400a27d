/** What the core needs of the platform's decoder; it exists in Node, in browsers and in Workers. */
declare const TextDecoder: new (
  label: string,
  options?: { fatal?: boolean; ignoreBOM?: boolean },
) => { decode(bytes: Uint8Array): string };

export type Refusal = 'binary' | 'too-large' | 'empty';

export type Decoded =
  | { readonly text: string; readonly encoding: 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252' }
  | { readonly refused: Refusal };

/** Files above this many bytes are no report anyone wrote; they are refused with a word. */
export const MAX_BYTES = 50 * 1024 * 1024;

/** How many of the first bytes are looked at to tell text from something else. */
const PROBE = 8192;

/**
 * Turns the bytes of a file into text without ever throwing.
 *
 * UTF-8 first; UTF-16 by its mark, or by its zero bytes where the mark is missing; Windows-1252 where the bytes
 * are no valid UTF-8 (old .txt files saved by Word). A mark that does not fit the bytes after it is ignored.
 * The byte order mark is not part of the text.
 */
export function decode(bytes: Uint8Array): Decoded {
  if (bytes.length > MAX_BYTES) return { refused: 'too-large' };
  if (bytes.length === 0) return { refused: 'empty' };
  const probe = bytes.subarray(0, PROBE);
  const wide = utf16Order(probe);
  if (wide) {
    const text = new TextDecoder(wide).decode(bytes);
    if (!looksBinary(text.slice(0, PROBE))) return { text, encoding: wide };
    return { refused: 'binary' };
  }
  if (probe.includes(0)) return { refused: 'binary' };
  let text: string;
  let encoding: 'utf-8' | 'windows-1252' = 'utf-8';
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    text = new TextDecoder('windows-1252').decode(bytes);
    encoding = 'windows-1252';
  }
  return looksBinary(text.slice(0, PROBE)) ? { refused: 'binary' } : { text, encoding };
}

/** The order of a UTF-16 file, from its mark or from where its zero bytes stand; undefined for anything else. */
function utf16Order(probe: Uint8Array): 'utf-16le' | 'utf-16be' | undefined {
  let even = 0;
  let odd = 0;
  for (let i = 0; i < probe.length; i++) if (probe[i] === 0) i % 2 === 0 ? even++ : odd++;
  const half = probe.length / 2;
  const marked = (a: number, b: number) => probe[0] === a && probe[1] === b;
  // A lying mark has no zero bytes behind it: Latin letters in UTF-16 leave one byte in two empty.
  if (odd > half * 0.3 && even < half * 0.1) return 'utf-16le';
  if (even > half * 0.3 && odd < half * 0.1) return 'utf-16be';
  if (marked(0xff, 0xfe) && probe.length % 2 === 0 && odd > 0 && even < odd) return 'utf-16le';
  if (marked(0xfe, 0xff) && probe.length % 2 === 0 && even > 0 && odd < even) return 'utf-16be';
  return undefined;
}

/** Whether more than one character in twenty is a control character that no text carries. */
function looksBinary(text: string): boolean {
  let odd = 0;
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    if (
      (unit < 32 && unit !== 9 && unit !== 10 && unit !== 13 && unit !== 12 && unit !== 11) ||
      unit === 0xfffd
    )
      odd++;
  }
  return odd > 0 && odd * 20 > text.length;
}
