/** Marks the suite's own lines among all that a VS Code writes to its console. */
export const RESULT = '[gca-report] ';
