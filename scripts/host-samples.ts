import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ROOT } from './root.ts';

/** A copy of the samples for a workbench to work on: nothing done there changes the project. */
export function copySamples(): { readonly folder: string; remove(): void } {
  const parent = mkdtempSync(join(tmpdir(), 'gca-report-'));
  const folder = join(parent, 'samples');
  cpSync(join(ROOT, 'samples'), folder, { recursive: true });
  return { folder, remove: () => rmSync(parent, { recursive: true, force: true }) };
}
