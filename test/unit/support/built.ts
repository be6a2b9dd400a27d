import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from '../../../scripts/root.ts';

const newest = (path: string): number => {
  const found = statSync(path);
  if (!found.isDirectory()) return found.mtimeMs;
  return Math.max(0, ...readdirSync(path).map(name => newest(join(path, name))));
};

/** A program as it ships, in dist/: built first where it is missing or older than a source. */
export function built(name: 'cli.js' | 'server.js'): string {
  const program = join(ROOT, 'dist', name);
  const sources = Math.max(...['client', 'server', 'data'].map(folder => newest(join(ROOT, folder))));
  if (!existsSync(program) || statSync(program).mtimeMs < sources) {
    const { status, stderr } = spawnSync(process.execPath, ['esbuild.mjs'], { cwd: ROOT, encoding: 'utf8' });
    assert.equal(status, 0, stderr);
  }
  return program;
}
