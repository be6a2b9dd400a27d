import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { generateReport } from './generate.ts';

/** A folder to work in, with an archive of reports of 15 kB: one a year, the last of last year. */
export class Workplace {
  readonly path = mkdtempSync(join(tmpdir(), 'gca-bench-'));

  constructor(reports: number) {
    mkdirSync(join(this.path, 'archive'));
    for (let i = 0; i < reports; i++) {
      const year = YEAR - reports + i;
      writeFileSync(join(this.path, 'archive', `${year}.md`), generateReport(15_000, i + 1, year));
    }
  }

  get url(): string {
    return pathToFileURL(this.path).href;
  }

  remove(): void {
    rmSync(this.path, { recursive: true });
  }
}

/** The year of the drafts. */
export const YEAR = 2025;
