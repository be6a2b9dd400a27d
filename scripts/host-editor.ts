import { join } from 'node:path';
import { installOnce, npm } from './host-cache.ts';

/** VS Code 1.139: the npm package code-server holds a whole one, server, workbench and built-in extensions. */
const VERSION = '4.139.1';
const EDITOR = join('node_modules', 'code-server', 'lib', 'vscode');

/**
 * Installs VS Code's server into the cache, once.
 *
 * @returns the folder in which `out/server-main.js` runs
 */
export async function installEditor(): Promise<string> {
  const home = await installOnce(`code-server-${VERSION}`, async folder => {
    await npm(folder, ['install', `code-server@${VERSION}`]);
    // The editor's own modules are listed by a lock file in its folder. Native ones are not built: a terminal and
    // a faster log are all that is missing for it.
    await npm(join(folder, EDITOR), ['install', '--omit=dev']);
  });
  return join(home, EDITOR);
}
