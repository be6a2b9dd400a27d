import { spawn, spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { installEditor } from './host-editor.ts';
import { startEditor } from './host-server.ts';
import { ROOT } from './root.ts';

/**
 * `npm start`: builds, prints the findings of the sample draft, then opens the sample workspace with the
 * extension: in the desktop's VS Code where there is one, else in VS Code in the browser.
 */
const SAMPLES = join(ROOT, 'samples');
const DRAFT = join(SAMPLES, 'draft-2025.gca.md');

function build(): void {
  const { status } = spawnSync(process.execPath, [join(ROOT, 'esbuild.mjs')], {
    cwd: ROOT,
    stdio: 'inherit',
  });
  if (status !== 0) process.exit(status ?? 1);
}

/** Prints what the checker finds in the draft. Findings are what it is there for; only a refusal ends the start. */
function check(): void {
  const args = ['check', 'samples/draft-2025.gca.md', '--archive', 'samples/archive'];
  console.log(`\n$ gca-report ${args.join(' ')}\n`);
  const cli = join(ROOT, 'dist', 'cli.js');
  const { status } = spawnSync(process.execPath, [cli, ...args], { cwd: ROOT, stdio: 'inherit' });
  if (status !== 0 && status !== 1) process.exit(status ?? 1);
}

/** Whether a window could be opened. */
function hasDisplay(): boolean {
  if (process.platform === 'win32' || process.platform === 'darwin') return true;
  return Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY);
}

/** The command `code` where it is on the PATH. */
function desktopEditor(): string | undefined {
  const names = process.platform === 'win32' ? ['code.cmd'] : ['code'];
  const folders = (process.env.PATH ?? '').split(delimiter);
  return folders.flatMap(folder => names.map(name => join(folder, name))).find(file => existsSync(file));
}

/** Opens the samples in the desktop's VS Code, with this extension in it. */
function openDesktop(code: string): void {
  console.log('\nOpening the sample workspace in VS Code …');
  const args = [`--extensionDevelopmentPath=${ROOT}`, SAMPLES, DRAFT];
  // A .cmd needs a shell, and a shell needs quotes.
  const shell = process.platform === 'win32';
  const quoted = (word: string) => (shell ? `"${word}"` : word);
  const child = spawn(quoted(code), args.map(quoted), { stdio: 'inherit', shell });
  child.on('exit', status => {
    process.exitCode = status ?? 1;
  });
}

/** Serves the samples in VS Code for a browser until Ctrl+C. */
async function serve(): Promise<void> {
  const editor = await startEditor(await installEditor());
  console.log('\nThe sample workspace with the extension, in VS Code in the browser:\n');
  console.log(editor.address({ folder: SAMPLES, file: DRAFT, extension: ROOT }));
  console.log('\nCtrl+C ends it.');
  const interrupted = new Promise<void>(resolve => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, () => resolve());
  });
  try {
    await Promise.race([interrupted, editor.ended]);
  } finally {
    await editor.stop();
  }
}

build();
check();
const code = desktopEditor();
if (hasDisplay() && code) openDesktop(code);
else if (hasDisplay() || process.stdout.isTTY) await serve();
