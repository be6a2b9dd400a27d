/**
 * One defence of the threat model in SECURITY.md taken out: a passage of a file, what stands there instead, and the
 * test that must fail then. `npm run mutate` does it; test/unit/threat-model.test.ts holds the list to the table and
 * to the files.
 */
export interface Mutation {
  /** The row of the table: `S1`. */
  readonly row: string;
  /** What is taken out, in a few words. */
  readonly out: string;
  readonly file: string;
  /** Stands in the file exactly once. */
  readonly from: string;
  readonly to: string;
  /** A file in test/unit/, without its ending, and the whole name of a test in it. */
  readonly test: readonly [file: string, name: string];
}
