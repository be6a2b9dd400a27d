import { runAll, setUp } from './mocha.ts';

/** The suite in the sample workspace; VS Code runs what `extensionTestsPath` names. Rejects where a test fails. */
export async function run(): Promise<void> {
  const mocha = setUp();
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
  await import('./editing.test.ts');
  await runAll(mocha);
}
