import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { RESULT } from '../test/host/result.ts';
import { startBrowser } from './host-browser.ts';
import { CACHE } from './host-cache.ts';
import { installEditor } from './host-editor.ts';
import { copySamples } from './host-samples.ts';
import { startEditor } from './host-server.ts';
import { ROOT } from './root.ts';

/**
 * Runs the compiled suite inside a real VS Code: its server with a real Node extension host, its workbench in a
 * headless browser. Exit status 0 where every test passed.
 */
const SUITE = join(ROOT, 'dist', 'test', 'suite.js');

/** How long the suite may take as a whole. */
const LIMIT_MS = Number(process.env.GCA_HOST_LIMIT_MS) || 300_000;

/** Where a failed run leaves a picture of the workbench and what VS Code said. */
const REMAINS = join(CACHE, 'failed');

/** Opens the suite's workbench, prints the suite's results as they come and resolves to its exit code. */
async function runSuite(page: Page, address: string, log: string[]): Promise<number> {
  const exited = new Promise<number>(resolve => page.exposeFunction('codeAutomationExit', resolve));
  await page.exposeFunction('codeAutomationLog', (_type: string, values: unknown[]) => {
    const line = values.map(String).join(' ');
    if (line.startsWith(RESULT)) console.log(line.slice(RESULT.length));
    else log.push(line);
  });
  const crashed = new Promise<never>((_, reject) =>
    page.on('crash', () => reject(new Error('The page crashed.'))),
  );
  const late = new Promise<never>((_, reject) => {
    const say = () => reject(new Error(`The suite has not ended after ${LIMIT_MS / 1000} s.`));
    setTimeout(say, LIMIT_MS).unref();
  });
  await page.goto(address);
  return Promise.race([exited, crashed, late]);
}

async function main(): Promise<number> {
  const browser = await startBrowser();
  const samples = copySamples();
  const editor = await startEditor(await installEditor());
  const page = await browser.newPage({ viewport: { width: 1400, height: 900 } });
  const log: string[] = [];
  let code = 1;
  try {
    const address = editor.address({ folder: samples.folder, extension: ROOT, suite: SUITE });
    code = await Promise.race([runSuite(page, address, log), editor.ended]);
  } finally {
    if (code !== 0) {
      mkdirSync(REMAINS, { recursive: true });
      await page.screenshot({ path: join(REMAINS, 'workbench.png') }).catch(() => {});
      writeFileSync(join(REMAINS, 'log.txt'), [...log, '', editor.printed()].join('\n'));
      console.error(`The workbench and what VS Code said are in ${REMAINS}.`);
    }
    await browser.close();
    await editor.stop();
    samples.remove();
  }
  return code;
}

if (!existsSync(SUITE)) throw new Error('Build the suite first: npm run test:host does both.');
try {
  process.exitCode = await main();
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
