/** Marks the suite's own lines among all that a VS Code writes to its console. */
export const RESULT = '[gca-report] ';

/** Marks the one line that carries the results, as JSON. */
export const RESULTS = '[gca-report results] ';

/** How one test went on one host. */
export interface Outcome {
  /** What its tests are about: the title of the suite. */
  readonly suite: string;
  readonly title: string;
  readonly outcome: 'passed' | 'failed' | 'skipped';
}

/** What the extension host wrote down when it loaded and activated the extension, in milliseconds. */
export interface Activation {
  readonly load: number;
  readonly activate: number;
}

/** What a suite leaves when it has ended. */
export interface Results {
  readonly outcomes: readonly Outcome[];
  readonly activation: Activation | null;
}
