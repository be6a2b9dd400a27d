import { RESULT } from './result.ts';

/** Prints the suite's results through the console, which VS Code hands on to the launcher. */
export class Reporter {
  constructor(runner: Mocha.Runner) {
    let passed = 0;
    let failed = 0;
    let skipped = 0;
    runner.on('suite', suite => {
      if (suite.title) say(`\n${suite.title}`);
    });
    runner.on('pass', test => {
      passed++;
      say(`  ✔ ${test.title} (${test.duration} ms)`);
    });
    runner.on('pending', test => {
      skipped++;
      say(`  - ${test.title}`);
    });
    runner.on('fail', (test, error) => {
      failed++;
      say(`  ✖ ${test.title}\n${indented(error.stack ?? error.message)}`);
    });
    runner.on('end', () => say(`\nhost: ${passed} passed, ${failed} failed, ${skipped} skipped`));
  }
}

const say = (text: string): void => console.log(RESULT + text);

const indented = (text: string): string => text.replace(/^/gm, '      ');
