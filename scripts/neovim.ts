import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { removeOutcomes, writeOutcomes } from './host-outcomes.ts';
import { copySamples } from './host-samples.ts';
import { ROOT } from './root.ts';

/**
 * Runs test/neovim/suite.lua in a Neovim without a window, set up as docs/editors.md says for its edition:
 * `npm run test:neovim`. The one that is used is GCA_NEOVIM, else `nvim`. Where there is none it says so and passes.
 */
const PROGRAM = process.env.GCA_NEOVIM ?? 'nvim';

/** How long the suite may take as a whole. */
const LIMIT_MS = 180_000;

/** The edition, 0.7 as 7 and 1.2 as 102; undefined where there is no Neovim. */
function edition(): number | undefined {
  const { stdout } = spawnSync(PROGRAM, ['--version'], { encoding: 'utf8' });
  const found = /^NVIM v(\d+)\.(\d+)/.exec(stdout ?? '');
  return found ? Number(found[1]) * 100 + Number(found[2]) : undefined;
}

/** The set-up that the documentation gives for an edition, with the place where the server is. */
function setup(version: number): string {
  const heading = version >= 11 ? '### From 0.11' : version >= 8 ? '### 0.8 to 0.10' : '### 0.7';
  const page = readFileSync(join(ROOT, 'docs', 'editors.md'), 'utf8');
  const section = page.slice(page.indexOf(heading));
  const code = /```lua\n([\s\S]*?)```/.exec(section)?.[1];
  if (!page.includes(heading) || !code?.includes('/path/to/gca-report'))
    throw new Error(`docs/editors.md has no set-up under “${heading}”.`);
  return code.replaceAll('/path/to/gca-report', ROOT).replaceAll("'node'", `'${process.execPath}'`);
}

/** Runs the suite in a copy of the samples. Prints what Neovim prints; gives whether every test passed. */
function run(version: number): boolean {
  const samples = copySamples();
  const home = mkdtempSync(join(tmpdir(), 'gca-report-neovim-'));
  try {
    const init = join(home, 'init.lua');
    const left = join(home, 'outcomes.json');
    writeFileSync(init, setup(version));
    const suite = join(ROOT, 'test', 'neovim', 'suite.lua');
    const folders = Object.fromEntries(
      ['CONFIG', 'DATA', 'STATE', 'CACHE'].map(kind => [`XDG_${kind}_HOME`, join(home, kind.toLowerCase())]),
    );
    const { status, error } = spawnSync(
      PROGRAM,
      ['--headless', '-n', '-i', 'NONE', '-u', init, '-c', `luafile ${suite}`],
      {
        cwd: samples.folder,
        env: { ...process.env, ...folders, GCA_OUTCOMES: left },
        stdio: 'inherit',
        timeout: LIMIT_MS,
      },
    );
    if (error) throw error;
    if (status !== 0 || !existsSync(left))
      throw new Error(`Neovim ended with ${status} before the suite did.`);
    const outcomes = JSON.parse(readFileSync(left, 'utf8'));
    writeOutcomes('neovim', outcomes);
    const failed = outcomes.filter((one: { outcome: string }) => one.outcome !== 'passed').length;
    console.log(`\n${outcomes.length - failed} passed, ${failed} failed`);
    return outcomes.length > 0 && failed === 0;
  } finally {
    samples.remove();
    rmSync(home, { recursive: true, force: true });
  }
}

const version = edition();
removeOutcomes('neovim');
if (version === undefined) console.log('Skipped: Neovim (nvim) is not installed.');
else {
  console.log(`Neovim ${Math.floor(version / 100)}.${version % 100}\n`);
  process.exitCode = run(version) ? 0 : 1;
}
