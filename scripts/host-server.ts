import { type ChildProcess, spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Settings that every workbench of ours has: nothing pops up beside the reports. */
const SETTINGS = {
  'workbench.startupEditor': 'none',
  'chat.disableAIFeatures': true,
  'security.workspace.trust.enabled': false,
  'extensions.ignoreRecommendations': true,
  'workbench.secondarySideBar.defaultVisibility': 'hidden',
  'git.enabled': false,
};

/** How long VS Code's server may take until it listens. */
const START_LIMIT_MS = 60_000;

export interface WorkbenchAddress {
  /** The folder that the workbench opens. */
  readonly folder: string;
  /** The extension under development. */
  readonly extension: string;
  /** A file to begin with. */
  readonly file?: string;
  /** A compiled module with `run(): Promise<void>`; left out, the workbench is a person's. */
  readonly suite?: string;
}

export interface EditorServer {
  /** Where a browser finds a workbench with the extension in it. */
  address(workbench: WorkbenchAddress): string;
  /** Changes the settings beside the usual ones; the open workbenches follow. */
  configure(settings: Readonly<Record<string, unknown>>): Promise<void>;
  /** Rejects when the server ends by itself. */
  readonly ended: Promise<never>;
  /** What the server printed, for a failure's report. */
  printed(): string;
  /** Ends the server and what it started, and clears its data away. */
  stop(): Promise<void>;
}

/**
 * Starts VS Code's own server on a free port of this machine, behind a token, with fresh data.
 *
 * @param editor the folder in which `out/server-main.js` runs
 * @param settings beside the usual ones
 */
export async function startEditor(
  editor: string,
  settings: Readonly<Record<string, unknown>> = {},
): Promise<EditorServer> {
  const data = await mkdtemp(join(tmpdir(), 'gca-report-editor-'));
  const machine = join(data, 'data', 'Machine');
  await mkdir(machine, { recursive: true });
  const configure = (changed: Readonly<Record<string, unknown>>) =>
    writeFile(join(machine, 'settings.json'), JSON.stringify({ ...SETTINGS, ...changed }));
  await configure(settings);

  const token = randomBytes(16).toString('hex');
  const child = spawn(process.execPath, serverArguments(data, token), {
    cwd: editor,
    stdio: ['ignore', 'pipe', 'pipe'],
    // A group of its own, so that the extension host and the language server end with it.
    detached: process.platform !== 'win32',
  });
  let printed = '';
  const ended = new Promise<never>((_, reject) => {
    child.on('error', reject);
    child.on('exit', code => reject(new Error(`VS Code's server ended with ${code}:\n${printed}`)));
  });
  ended.catch(() => {});
  const listening = new Promise<number>(resolve => {
    for (const stream of [child.stdout, child.stderr]) {
      stream.on('data', chunk => {
        printed = (printed + chunk).slice(-100_000);
        const port = /Extension host agent listening on (\d+)/.exec(printed)?.[1];
        if (port) resolve(Number(port));
      });
    }
  });
  const stop = async () => {
    await endGroup(child);
    await rm(data, { recursive: true, force: true, maxRetries: 5 });
  };

  try {
    const port = await Promise.race([listening, ended, limit(START_LIMIT_MS, () => printed)]);
    const authority = `127.0.0.1:${port}`;
    return {
      address: workbench => address(authority, token, workbench),
      configure,
      ended,
      printed: () => printed,
      stop,
    };
  } catch (error) {
    await stop();
    throw error;
  }
}

function serverArguments(data: string, token: string): string[] {
  return [
    'out/server-main.js',
    ...['--host', '127.0.0.1', '--port', '0', '--connection-token', token],
    ...['--server-data-dir', data, '--accept-server-license-terms'],
    ...['--disable-workspace-trust', '--telemetry-level', 'off'],
    // Without it a built workbench ignores the payload of its address in silence.
    '--enable-smoke-test-driver',
  ];
}

function address(authority: string, token: string, workbench: WorkbenchAddress): string {
  const remote = (path: string) => `vscode-remote://${authority}${slashed(path)}`;
  const payload = [['extensionDevelopmentPath', remote(workbench.extension)]];
  if (workbench.file) payload.push(['openFile', remote(workbench.file)]);
  if (workbench.suite) payload.push(['extensionTestsPath', remote(workbench.suite)]);
  const query = new URLSearchParams({
    tkn: token,
    folder: slashed(workbench.folder),
    payload: JSON.stringify(payload),
  });
  return `http://${authority}/?${query}`;
}

/** A path as a URI has it: with slashes, and with one before a drive's letter. */
const slashed = (path: string): string => path.replaceAll('\\', '/').replace(/^(?=[A-Za-z]:)/, '/');

/** Ends a process and those that it started; resolves when it is gone. */
async function endGroup(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null || child.pid === undefined) return;
  const gone = new Promise(resolve => child.once('exit', resolve));
  const signal = (name: NodeJS.Signals) => {
    try {
      if (process.platform === 'win32') child.kill(name);
      else process.kill(-child.pid!, name);
    } catch {
      // Gone already.
    }
  };
  signal('SIGTERM');
  const insist = setTimeout(signal, 5000, 'SIGKILL');
  await gone;
  clearTimeout(insist);
}

/** Rejects after a time, with what was printed until then. */
function limit(ms: number, printed: () => string): Promise<never> {
  return new Promise((_, reject) => {
    const say = () =>
      reject(new Error(`VS Code's server does not listen after ${ms / 1000} s:\n${printed()}`));
    setTimeout(say, ms).unref();
  });
}
