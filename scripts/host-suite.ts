import type { Page } from 'playwright-core';
import { RESULT, RESULTS, type Results } from '../test/host/result.ts';

/** How a suite ended. */
export interface SuiteEnd extends Results {
  /** 0 where every test passed. */
  readonly code: number;
}

/**
 * Opens a workbench that runs a suite, prints the results as they come and resolves when the suite has ended.
 * Rejects where the page crashes or the time is up.
 *
 * @param log takes what VS Code says besides
 */
export async function runSuite(
  page: Page,
  address: string,
  limitMs: number,
  log: string[],
): Promise<SuiteEnd> {
  let results: Results = { outcomes: [], activation: null };
  // VS Code calls these two by their names, whichever of its builds it is.
  const exited = new Promise<number>(resolve => page.exposeFunction('codeAutomationExit', resolve));
  await page.exposeFunction('codeAutomationLog', (_type: string, values: unknown[]) => {
    const line = values.map(String).join(' ');
    if (line.startsWith(RESULT)) console.log(line.slice(RESULT.length));
    else if (line.startsWith(RESULTS)) results = JSON.parse(line.slice(RESULTS.length));
    else log.push(line);
  });
  const crashed = new Promise<never>((_, reject) =>
    page.on('crash', () => reject(new Error('The page crashed.'))),
  );
  const late = new Promise<never>((_, reject) => {
    const say = () => reject(new Error(`The suite has not ended after ${limitMs / 1000} s.`));
    setTimeout(say, limitMs).unref();
  });
  await page.goto(address);
  const code = await Promise.race([exited, crashed, late]);
  // A suite that ends without a word has not run.
  return { ...results, code: code === 0 && results.outcomes.length === 0 ? 1 : code };
}
