import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Outcome } from '../test/host/result.ts';
import { ROOT } from './root.ts';

/** What the suites of the hosts leave for docs/hosts.md: how each test went, without times. */
const FOLDER = join(ROOT, 'dist', 'test', 'outcomes');

export const HOSTS = ['node', 'web', 'neovim'] as const;
export type HostName = (typeof HOSTS)[number];

/** Where a host's outcomes are, one JSON file for each host. */
export const outcomesFile = (host: HostName): string => join(FOLDER, `${host}.json`);

export function writeOutcomes(host: HostName, outcomes: readonly Outcome[]): void {
  mkdirSync(FOLDER, { recursive: true });
  writeFileSync(outcomesFile(host), `${JSON.stringify(outcomes, null, 1)}\n`);
}

/** Forgets an earlier run: what it found is not true of what there is now. */
export const removeOutcomes = (host: HostName): void => rmSync(outcomesFile(host), { force: true });

/** The outcomes of a host's last run; undefined where it was not run. */
export function readOutcomes(host: HostName): readonly Outcome[] | undefined {
  const file = outcomesFile(host);
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : undefined;
}
