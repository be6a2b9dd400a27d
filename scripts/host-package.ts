import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { run } from './host-cache.ts';
import { installEditor } from './host-editor.ts';
import { ROOT } from './root.ts';

/** Installs the packed extension into a fresh VS Code and says whether it arrived: `npm run package` comes first. */
const packed = readdirSync(ROOT).filter(name => name.endsWith('.vsix'));
if (packed.length === 0) throw new Error('Pack the extension first: npm run package.');

const editor = await installEditor();
const data = mkdtempSync(join(tmpdir(), 'gca-report-install-'));
try {
  for (const name of packed) {
    const extensions = join(data, name);
    const args = [
      '--install-extension',
      join(ROOT, name),
      '--extensions-dir',
      extensions,
      '--server-data-dir',
      data,
    ];
    await run(process.execPath, ['out/server-main.js', ...args, '--accept-server-license-terms'], editor);
    const installed = readdirSync(extensions).filter(folder => folder.startsWith('gca-report.gca-report-'));
    if (installed.length === 0) throw new Error(`${name} was not installed.`);
    console.log(`VS Code installed ${name} as ${installed.join(', ')}.`);
  }
} finally {
  rmSync(data, { recursive: true, force: true });
}
