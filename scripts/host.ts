import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { availableParallelism, loadavg } from 'node:os';
import { join } from 'node:path';
import type { Activation } from '../test/host/result.ts';
import { type Profile, startProfile } from './host-browser.ts';
import { CACHE } from './host-cache.ts';
import { installEditor } from './host-editor.ts';
import { removeOutcomes, writeOutcomes } from './host-outcomes.ts';
import { copySamples, makeElsewhere } from './host-samples.ts';
import { startEditor } from './host-server.ts';
import { runSuite, type SuiteEnd } from './host-suite.ts';
import { startWebEditor } from './host-web.ts';
import { ROOT } from './root.ts';

/**
 * Runs the compiled suites inside a real VS Code, its workbench in a headless browser: `host.ts node` with VS Code's
 * server, whose extension host is Node, `host.ts web` with VS Code's web build, whose extension host is a Worker of
 * the page. Exit status 0 where every test passed. The name of a suite behind the host's runs that one alone.
 */
type Host = 'node' | 'web';

/** The suites, each with the workspace that it runs in. */
const SUITES = { suite: copySamples, elsewhere: makeElsewhere };
type Suite = keyof typeof SUITES;
const SUITE_NAMES = Object.keys(SUITES) as Suite[];

/** How long a suite may take as a whole. */
const LIMIT_MS = Number(process.env.GCA_HOST_LIMIT_MS) || 300_000;

/**
 * How long loading and activating the extension may take on the Node host, by that host's own clock. In the browser the
 * code comes from a test server that nobody installs: its time is printed, and no more.
 */
const ACTIVATION_LIMIT_MS = 60;
/** A machine that is busy with other things is slow by chance: so often it is tried again. */
const MORE_ACTIVATIONS = 3;

/** Where a failed run leaves a picture of the workbench and what VS Code said. */
const REMAINS = join(CACHE, 'failed');

const compiled = (host: Host, suite: Suite): string => join(ROOT, 'dist', 'test', host, `${suite}.js`);

/** A workbench on a host, with a suite to run. */
interface Started {
  readonly address: string;
  /** Rejects when what serves the workbench ends by itself. */
  readonly ended: Promise<never>;
  printed(): string;
  stop(): Promise<void>;
}

const HOSTS: Readonly<Record<Host, (folder: string, suite: string) => Promise<Started>>> = {
  async node(folder, suite) {
    const editor = await startEditor(await installEditor());
    return { ...editor, address: editor.address({ folder, extension: ROOT, suite }) };
  },
  async web(folder, suite) {
    const server = await startWebEditor({ folder, extension: ROOT, suite });
    return { ...server, ended: new Promise(() => {}), printed: () => '' };
  },
};

/** Settings of the workspaces: in a browser VS Code saves by itself after a second, which on a slow machine is amid a test. */
const SETTINGS = { 'files.autoSave': 'off' };

/** Runs one suite in a workbench of its own. What a failed one leaves to look at is kept. */
async function run(browser: Profile, host: Host, suite: Suite): Promise<SuiteEnd> {
  const workspace = SUITES[suite]();
  mkdirSync(join(workspace.folder, '.vscode'));
  writeFileSync(join(workspace.folder, '.vscode', 'settings.json'), JSON.stringify(SETTINGS));
  const started = await HOSTS[host](workspace.folder, compiled(host, suite));
  const page = await browser.newPage();
  const log: string[] = [];
  let code = 1;
  try {
    const running = runSuite(page, started.address, LIMIT_MS, log);
    const end = await Promise.race([running, started.ended]);
    code = end.code;
    return end;
  } finally {
    if (code !== 0) {
      mkdirSync(REMAINS, { recursive: true });
      await page.screenshot({ path: join(REMAINS, 'workbench.png') }).catch(() => {});
      writeFileSync(join(REMAINS, 'log.txt'), [...log, '', started.printed()].join('\n'));
      console.error(`The workbench and what VS Code said are in ${REMAINS}.`);
    }
    await page.close();
    await started.stop();
    workspace.remove();
  }
}

/** Whether more than twice as much waits to be run as there are processors: a clock then measures the others. */
const isBusy = (): boolean => loadavg()[0] > 2 * availableParallelism();

/** How long loading and activating took at best; infinite where no host told. */
const best = (times: readonly Activation[]): number =>
  Math.min(...times.map(({ load, activate }) => load + activate));

async function main(host: Host, only: Suite | undefined): Promise<boolean> {
  if (!only) removeOutcomes(host);
  const browser = await startProfile({ width: 1400, height: 900 });
  try {
    const ends: SuiteEnd[] = [];
    for (const suite of only ? [only] : SUITE_NAMES) ends.push(await run(browser, host, suite));
    const outcomes = ends.flatMap(end => end.outcomes);
    const passed = ends.every(end => end.code === 0);
    const times = ends.flatMap(({ activation }) => activation ?? []);
    const slow = () => host === 'node' && !(best(times) < ACTIVATION_LIMIT_MS);
    for (let more = 0; passed && slow() && more < MORE_ACTIVATIONS; more++) {
      const { activation } = await run(browser, host, 'elsewhere');
      if (activation) times.push(activation);
    }
    for (const { load, activate } of times)
      console.log(`activation: ${load + activate} ms (reading the code ${load}, activate ${activate})`);
    if (slow()) console.error(`None of the activations took less than ${ACTIVATION_LIMIT_MS} ms.`);
    if (slow() && isBusy()) console.error('This machine has so much else to do that it proves nothing.');
    if (!only) writeOutcomes(host, outcomes);
    return passed && (!slow() || isBusy());
  } finally {
    await browser.close();
  }
}

const [host, only] = process.argv.slice(2);
if (host !== 'node' && host !== 'web') throw new Error('Name a host: node or web.');
const named = SUITE_NAMES.find(suite => suite === only);
if (only && !named) throw new Error(`There is no suite ${only}: ${SUITE_NAMES.join(', ')}.`);
if (!existsSync(compiled(host, 'suite')))
  throw new Error('Build the suites first: npm run test:host does both.');
try {
  process.exitCode = (await main(host, named)) ? 0 : 1;
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
