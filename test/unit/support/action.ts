import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { load } from 'js-yaml';
import { ROOT } from '../../../scripts/root.ts';

interface Step {
  readonly id: string;
  readonly shell: string;
  readonly 'working-directory': string;
  readonly env: Readonly<Record<string, string>>;
  readonly run: string;
}

export interface Action {
  readonly inputs: Readonly<Record<string, { description: string; default: string }>>;
  readonly outputs: Readonly<Record<string, { description: string; value: string }>>;
  readonly runs: { readonly using: string; readonly steps: readonly Step[] };
}

export const readAction = (path = join(ROOT, 'action.yml')): Action =>
  load(readFileSync(path, 'utf8')) as Action;

/**
 * Does with the action what a runner does: inputs into the environment, the script to bash, outputs out of their
 * file. The environment holds nothing else but where programs are.
 *
 * @param folder the top of the repository
 * @param from where the action's own files lie
 */
export function runAction(folder: string, inputs: Readonly<Record<string, string>>, from = ROOT) {
  const { inputs: known, runs } = readAction(join(from, 'action.yml'));
  const [step] = runs.steps;
  const filled = (text: string): string =>
    text.replace(/\$\{\{ inputs\.([\w-]+) \}\}/g, (_, name: string) => {
      if (!known[name]) throw new Error(`There is no input ${name}.`);
      return inputs[name] ?? known[name].default;
    });
  const temporary = mkdtempSync(join(tmpdir(), 'gca-report-runner-'));
  try {
    const output = join(temporary, 'output');
    const { status, stdout, stderr } = spawnSync(
      'bash',
      ['--noprofile', '--norc', '-eo', 'pipefail', '-c', step.run],
      {
        cwd: join(folder, filled(step['working-directory'])),
        encoding: 'utf8',
        env: {
          PATH: `${dirname(process.execPath)}:${process.env.PATH}`,
          TMPDIR: temporary,
          GITHUB_ACTION_PATH: from,
          GITHUB_WORKSPACE: folder,
          GITHUB_OUTPUT: output,
          ...Object.fromEntries(Object.entries(step.env).map(([name, value]) => [name, filled(value)])),
        },
      },
    );
    return { status, out: stdout, err: stderr, outputs: readFileSync(output, 'utf8') };
  } finally {
    rmSync(temporary, { recursive: true, force: true });
  }
}
