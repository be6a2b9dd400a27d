import { runAll, setUp } from './mocha.ts';

/** The suite in a workspace that has none of our files. Rejects where a test fails. */
export async function run(): Promise<void> {
  const mocha = setUp();
  await import('./elsewhere.test.ts');
  await runAll(mocha);
}
