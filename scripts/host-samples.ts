import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ROOT } from './root.ts';

/** A folder for a workbench to work on: nothing done there changes the project. */
export interface Workspace {
  readonly folder: string;
  remove(): void;
}

/** A copy of the samples. */
export function copySamples(): Workspace {
  const parent = mkdtempSync(join(tmpdir(), 'gca-report-'));
  const folder = join(parent, 'samples');
  cpSync(join(ROOT, 'samples'), folder, { recursive: true });
  return { folder, remove: () => rmSync(parent, { recursive: true, force: true }) };
}

/** A workspace in which nothing is a report or is set up for one. */
export function makeElsewhere(): Workspace {
  const folder = mkdtempSync(join(tmpdir(), 'gca-report-elsewhere-'));
  writeFileSync(join(folder, 'terms.txt'), 'Use it as you like.\n');
  writeFileSync(join(folder, 'main.ts'), 'export const answer = 42;\n');
  writeFileSync(join(folder, 'data.json'), '{ "answer": 42 }\n');
  return { folder, remove: () => rmSync(folder, { recursive: true, force: true }) };
}
