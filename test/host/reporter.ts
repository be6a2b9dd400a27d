import 'mocha/mocha.js';
import { RESULT } from './result.ts';

/** Prints the suite's results through the console, which VS Code hands on to the launcher. */
export class Reporter extends Mocha.reporters.Base {
  constructor(runner: Mocha.Runner) {
    super(runner);
    runner.on('suite', suite => {
      if (suite.title) say(`\n${suite.title}`);
    });
    runner.on('pass', test => say(`  ✔ ${test.title} (${test.duration} ms)`));
    runner.on('pending', test => say(`  - ${test.title}`));
    runner.on('fail', (test, error) => say(`  ✖ ${test.title}\n${indented(error.stack ?? error.message)}`));
    runner.on('end', () => {
      const { passes, failures, pending } = this.stats;
      say(`\nhost: ${passes} passed, ${failures} failed, ${pending} skipped`);
    });
  }
}

const say = (text: string): void => console.log(RESULT + text);

const indented = (text: string): string => text.replace(/^/gm, '      ');
