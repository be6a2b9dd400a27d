import 'mocha/mocha.js';
import { activationTimes } from './activation-times.ts';
import { type Outcome, RESULT, RESULTS, type Results } from './result.ts';

/** Prints the suite's results through the console, which VS Code hands on to the launcher. */
export class Reporter extends Mocha.reporters.Base {
  constructor(runner: Mocha.Runner) {
    super(runner);
    const outcomes: Outcome[] = [];
    const note = (test: Mocha.Runnable, outcome: Outcome['outcome']) =>
      outcomes.push({ suite: test.parent?.title ?? '', title: test.title, outcome });
    runner.on('suite', suite => {
      if (suite.title) say(`\n${suite.title}`);
    });
    runner.on('pass', test => {
      note(test, 'passed');
      say(`  ✔ ${test.title} (${test.duration} ms)`);
    });
    runner.on('pending', test => {
      note(test, 'skipped');
      say(`  - ${test.title}`);
    });
    runner.on('fail', (test, error) => {
      note(test, 'failed');
      say(`  ✖ ${test.title}\n${indented(error.stack ?? error.message)}`);
    });
    runner.on('end', () => {
      const { passes, failures, pending } = this.stats;
      say(`\n${passes} passed, ${failures} failed, ${pending} skipped`);
      const results: Results = { outcomes, activation: activationTimes() };
      console.log(RESULTS + JSON.stringify(results));
    });
  }
}

const say = (text: string): void => console.log(RESULT + text);

const indented = (text: string): string => text.replace(/^/gm, '      ');
