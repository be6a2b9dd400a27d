import { Reporter } from './reporter.ts';

/** How long one test may take; nothing waits this long unless something is wrong. */
const LIMIT_MS = 30_000;

/**
 * Runs the suite inside VS Code: what `extensionTestsPath` names must export it. Rejects where a test fails.
 * Mocha's browser edition runs on both extension hosts, and the test files come after it is set up.
 */
export async function run(): Promise<void> {
  const mocha = new Mocha({ ui: 'bdd', timeout: LIMIT_MS, reporter: Reporter });
  mocha.suite.emit('pre-require', globalThis, '', mocha);
  await import('./activation.test.ts');
  await import('./detection.test.ts');
  await import('./findings.test.ts');
  await import('./fixes.test.ts');
  await import('./outline.test.ts');
  await import('./typing.test.ts');
  await import('./settings.test.ts');
  await import('./identifiers.test.ts');
  await import('./figures.test.ts');
  await import('./word.test.ts');
  await import('./drafting.test.ts');
  await import('./drafting-views.test.ts');
  await import('./safety.test.ts');
  const failures = await new Promise<number>(resolve => mocha.run(resolve));
  if (failures > 0) throw new Error(`${failures} of the tests in VS Code failed.`);
}
