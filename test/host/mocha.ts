import { Reporter } from './reporter.ts';

/** How long one test may take; nothing waits this long unless something is wrong. */
const LIMIT_MS = 30_000;

/** Mocha's browser edition, which runs on both extension hosts. The test files come after it is set up. */
export function setUp(): Mocha {
  const mocha = new Mocha({ ui: 'bdd', timeout: LIMIT_MS, reporter: Reporter });
  mocha.suite.emit('pre-require', globalThis, '', mocha);
  return mocha;
}

/** Runs what was loaded. Rejects where a test fails. */
export async function runAll(mocha: Mocha): Promise<void> {
  const failures = await new Promise<number>(resolve => mocha.run(resolve));
  if (failures > 0) throw new Error(`${failures} of the tests in VS Code failed.`);
}
