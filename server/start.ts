/**
 * Starts the server on Node: tells the engine how to keep its house, and runs the bundle from what the engine compiled
 * of it the time before (docs/decisions/compiled-bundle.md).
 */
import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createRequire, Module } from 'node:module';
import { join } from 'node:path';
import { setFlagsFromString } from 'node:v8';
import { Script } from 'node:vm';
import * as zlib from 'node:zlib';

/** The folder to keep it in, named by who starts us. Without one nothing is kept, nor by a Node without checksums (20.9). */
const FOLDER = process.env.GCA_REPORT_COMPILED;
const BUNDLE = join(__dirname, 'server.web.js');

/** What the first checks need is compiled by then, in milliseconds after the start, and the engine still has it. */
const SETTLED = 5000;

const KEPT = /^gca-report-[\d.-]+\.compiled$/;
const CHECKSUM_BYTES = 4;

// The engine lets a heap grow to several times what is alive before it looks for what is not: after some hours of typing
// 40 MB would stand for 300 to 450. At most twice what is alive costs a tenth more time. An engine without the flag says
// so and goes on. What was compiled under other flags is refused, so they come first.
setFlagsFromString('--heap-growing-percent=100');

if (FOLDER && 'crc32' in zlib) runFrom(FOLDER);
else require('./server.web.js');

/** Runs the bundle as Node runs a module: from what was kept where that is whole, else it is kept for the next time. */
function runFrom(folder: string): void {
  const { size, mtimeMs } = statSync(BUNDLE);
  const name = `gca-report-${size}-${mtimeMs}.compiled`;
  const kept = read(join(folder, name));
  const script = new Script(Module.wrap(readFileSync(BUNDLE, 'utf8')), {
    filename: BUNDLE,
    cachedData: kept,
  });
  const module = { exports: {} };
  script.runInThisContext()(module.exports, createRequire(BUNDLE), module, BUNDLE, __dirname);
  if (kept && !script.cachedDataRejected) return;
  let isKept = false;
  const keep = () => {
    if (isKept) return;
    isKept = true;
    write(folder, name, script.createCachedData());
  };
  setTimeout(keep, SETTLED).unref();
  process.on('exit', keep);
}

/** What was kept in a file; undefined where there is none, or a disk has damaged it, which an engine would not survive. */
function read(path: string): Buffer | undefined {
  try {
    const bytes = readFileSync(path);
    const data = bytes.subarray(0, -CHECKSUM_BYTES);
    return zlib.crc32(data) === bytes.readUInt32LE(data.length) ? data : undefined;
  } catch {
    return undefined;
  }
}

/** Puts it in its place as a whole, and takes away that of older bundles. Where a disk refuses, the next start is slower. */
function write(folder: string, name: string, data: Buffer): void {
  const temporary = join(folder, `${name}.${process.pid}`);
  const checksum = Buffer.alloc(CHECKSUM_BYTES);
  checksum.writeUInt32LE(zlib.crc32(data));
  tolerant(() => {
    mkdirSync(folder, { recursive: true });
    writeFileSync(temporary, Buffer.concat([data, checksum]));
    renameSync(temporary, join(folder, name));
    for (const other of readdirSync(folder))
      if (KEPT.test(other) && other !== name) rmSync(join(folder, other));
  });
  tolerant(() => rmSync(temporary, { force: true }));
}

function tolerant(change: () => void): void {
  try {
    change();
  } catch {
    // Nobody waits for it.
  }
}
