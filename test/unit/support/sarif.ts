import { spawnSync } from 'node:child_process';
import { chmodSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** The validator of the standard's own authors; a program for each system, which npm leaves without the right to run. */
function validator(): string | undefined {
  try {
    const path: string = createRequire(import.meta.url)('@microsoft/sarif-multitool');
    if (process.platform !== 'win32') chmodSync(path, 0o755);
    return path;
  } catch {
    return undefined;
  }
}

const program = validator();

/** Why no log can be validated here; false where it can. */
export const cannotValidate: string | false =
  program && process.arch === 'x64' ? false : `no SARIF validator for ${process.platform} on ${process.arch}`;

/**
 * What the validator has against each of some logs, by its rules for the standard and for what GitHub takes: the id
 * of each of its rules with the place. It says nothing of a log that it cannot read at all, so that one thing it
 * has against every log of ours, that a tool names no address, is asked for.
 */
export function problemsOf(...logs: object[]): string[][] {
  const folder = mkdtempSync(join(tmpdir(), 'gca-report-sarif-'));
  try {
    const output = join(folder, 'told.json');
    const inputs = logs.map((log, i) => {
      const copy = structuredClone(log) as { runs: { tool: { driver: { informationUri?: string } } }[] };
      for (const { tool } of copy.runs) delete tool.driver.informationUri;
      const input = join(folder, `${i}.sarif`);
      writeFileSync(input, JSON.stringify(copy));
      return input;
    });
    const { error, stderr } = spawnSync(
      program ?? '',
      ['validate', ...inputs, '--rule-kind', 'Sarif;Ghas', '--output', output],
      {
        encoding: 'utf8',
        env: { PATH: process.env.PATH, HOME: folder, DOTNET_SYSTEM_GLOBALIZATION_INVARIANT: '1' },
      },
    );
    if (error) throw error;
    const told = JSON.parse(readFileSync(output, 'utf8')).runs[0].results as Told[];
    return inputs.map((_, i) => {
      const own = told.filter(({ locations }) => fileOf(locations).endsWith(`/${i}.sarif`));
      if (!own.some(({ ruleId }) => ruleId === NO_ADDRESS))
        throw new Error(`Log ${i} could not be read. ${stderr}`);
      return own
        .filter(({ ruleId }) => ruleId !== NO_ADDRESS)
        .map(({ ruleId, message }) => [ruleId, ...(message.arguments ?? [])].join(' '));
    });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

const NO_ADDRESS = 'SARIF2005';

/** What is asked of the validator's own log, which is SARIF as well. */
interface Told {
  readonly ruleId: string;
  readonly message: { readonly arguments?: readonly string[] };
  readonly locations: readonly { physicalLocation: { artifactLocation: { uri: string } } }[];
}

const fileOf = ([location]: Told['locations']): string => location.physicalLocation.artifactLocation.uri;
