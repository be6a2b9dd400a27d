import { Inflate } from 'fflate';
import { LIMITS, REFUSED, Refusal } from './limits.ts';

interface Entry {
  readonly name: string;
  /** 0 stored, 8 deflated. */
  readonly method: number;
  readonly packed: number;
  readonly size: number;
  /** Where the entry's own header begins. */
  readonly at: number;
}

const END_MARK = 0x06054b50;
const CENTRAL_MARK = 0x02014b50;
const LOCAL_MARK = 0x04034b50;
/** The end record is 22 bytes and a comment of at most 65 535. */
const END_REACH = 22 + 65_535;
/** Below this an entry may be packed as tightly as it likes: a line of spaces is no bomb. */
const SMALL = 1_000_000;
/** How much is unpacked before the size is looked at again; deflate makes at most 1032 bytes of one. */
const SLICE = 16_384;

/**
 * The files inside a zip, told by its directory and unpacked one by one when they are asked for. The directory is
 * judged first: number of files, sizes, ratios and paths; while unpacking, a file that grows beyond the size it
 * claimed is refused.
 */
export class Zip {
  private readonly bytes: Uint8Array;
  private readonly view: DataView;
  /** By name in lower case: names of parts do not differ by case. */
  private readonly entries = new Map<string, Entry>();

  /** Throws a Refusal where the bytes are no zip or one that is beyond the limits. */
  constructor(bytes: Uint8Array) {
    this.bytes = bytes;
    this.view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    const end = this.findEnd();
    const count = this.view.getUint16(end + 10, true);
    if (count > LIMITS.entries) throw new Refusal(REFUSED.entries(count));
    let at = this.view.getUint32(end + 16, true);
    let total = 0;
    for (let i = 0; i < count; i++) {
      if (at + 46 > bytes.length || this.view.getUint32(at, true) !== CENTRAL_MARK)
        throw new Refusal(REFUSED.damaged());
      const nameLength = this.view.getUint16(at + 28, true);
      const rest = this.view.getUint16(at + 30, true) + this.view.getUint16(at + 32, true);
      if (at + 46 + nameLength > bytes.length) throw new Refusal(REFUSED.damaged());
      // Bit 0: packed with a password.
      if (this.view.getUint16(at + 8, true) & 1) throw new Refusal(REFUSED.encrypted());
      const entry = {
        name: safeName(bytes.subarray(at + 46, at + 46 + nameLength)),
        method: this.view.getUint16(at + 10, true),
        packed: this.view.getUint32(at + 20, true),
        size: this.view.getUint32(at + 24, true),
        at: this.view.getUint32(at + 42, true),
      };
      at += 46 + nameLength + rest;
      total += entry.size;
      if (!entry.name.endsWith('/')) this.add(entry);
    }
    if (total > LIMITS.totalBytes) throw new Refusal(REFUSED.total(total));
  }

  private add(entry: Entry): void {
    if (entry.size > SMALL && entry.size > entry.packed * LIMITS.ratio)
      throw new Refusal(REFUSED.ratio(entry.name));
    const key = entry.name.toLowerCase();
    if (this.entries.has(key)) throw new Refusal(REFUSED.twins(entry.name));
    this.entries.set(key, entry);
  }

  private findEnd(): number {
    const lowest = Math.max(0, this.bytes.length - END_REACH);
    for (let at = this.bytes.length - 22; at >= lowest; at--) {
      if (this.bytes[at] === 0x50 && this.view.getUint32(at, true) === END_MARK) return at;
    }
    throw new Refusal(REFUSED.damaged());
  }

  /** The names of all files inside, as written, in the order of the directory. */
  get names(): string[] {
    return [...this.entries.values()].map(entry => entry.name);
  }

  /** The bytes of a file, unpacked; undefined for one that is not there. Throws a Refusal on a damaged one. */
  read(name: string): Uint8Array | undefined {
    const entry = this.entries.get(name.toLowerCase());
    if (!entry) return undefined;
    const { at, packed, size, method } = entry;
    if (size > LIMITS.partBytes) throw new Refusal(REFUSED.part(entry.name));
    if (at + 30 > this.bytes.length || this.view.getUint32(at, true) !== LOCAL_MARK)
      throw new Refusal(REFUSED.damaged());
    const start = at + 30 + this.view.getUint16(at + 26, true) + this.view.getUint16(at + 28, true);
    if (start + packed > this.bytes.length) throw new Refusal(REFUSED.damaged());
    const data = this.bytes.subarray(start, start + packed);
    if (method === 0 && packed === size) return data;
    if (method !== 8) throw new Refusal(REFUSED.damaged());
    return inflate(data, size);
  }
}

/** Unpacks into exactly `size` bytes; more or fewer are a lie in the directory. */
function inflate(data: Uint8Array, size: number): Uint8Array {
  const out = new Uint8Array(size);
  let length = 0;
  try {
    const stream = new Inflate(chunk => {
      if (length + chunk.length > size) throw new Refusal(REFUSED.damaged());
      out.set(chunk, length);
      length += chunk.length;
    });
    for (let at = 0; at < data.length; at += SLICE) {
      stream.push(data.subarray(at, at + SLICE), at + SLICE >= data.length);
    }
  } catch {
    throw new Refusal(REFUSED.damaged());
  }
  if (length !== size) throw new Refusal(REFUSED.damaged());
  return out;
}

declare const TextDecoder: new () => { decode(bytes: Uint8Array): string };

/** A file's name inside the zip, with `/` between folders; refused where it leads out of the zip. */
function safeName(bytes: Uint8Array): string {
  const name = new TextDecoder().decode(bytes).replaceAll('\\', '/');
  if (
    name.startsWith('/') ||
    /^[A-Za-z]:/.test(name) ||
    name.includes('\0') ||
    name.split('/').includes('..')
  ) {
    throw new Refusal(REFUSED.path(name));
  }
  return name;
}
