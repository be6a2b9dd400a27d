import { REFUSED, Refusal } from './limits.ts';

const startsWith = (bytes: Uint8Array, ...start: number[]): boolean =>
  start.every((value, i) => bytes[i] === value);

/** How far into a compound file its directory is looked for by its names. */
const DIRECTORY_REACH = 50_000_000;

/**
 * Lets pass what begins as a zip does, and says of everything else what it is: people name files wrongly, and
 * "not a zip" helps nobody who was handed a `.doc`.
 */
export function refuseOtherKinds(bytes: Uint8Array): void {
  if (startsWith(bytes, 0x50, 0x4b)) return;
  if (startsWith(bytes, 0xd0, 0xcf, 0x11, 0xe0)) {
    throw new Refusal(holdsName(bytes, 'EncryptedPackage') ? REFUSED.encrypted() : REFUSED.old());
  }
  const start = String.fromCharCode(...bytes.subarray(0, 2000));
  if (start.startsWith('{\\rtf')) throw new Refusal(REFUSED.rtf());
  if (start.includes('<?mso-application') || start.includes('pkg:package')) throw new Refusal(REFUSED.flat());
  throw new Refusal(REFUSED.notZip());
}

/** Whether a compound file's directory has an entry of this name, in UTF-16 as such names are. */
function holdsName(bytes: Uint8Array, name: string): boolean {
  const first = name.charCodeAt(0);
  const last = Math.min(bytes.length, DIRECTORY_REACH) - 2 * name.length;
  for (let at = bytes.indexOf(first); at >= 0 && at <= last; at = bytes.indexOf(first, at + 1)) {
    let i = 1;
    while (i < name.length && bytes[at + 2 * i] === name.charCodeAt(i) && bytes[at + 2 * i + 1] === 0) i++;
    if (i === name.length) return true;
  }
  return false;
}
