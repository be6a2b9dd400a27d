/** Assertions that both extension hosts have: there is no node:assert in a browser. */

export function ok(value: unknown, message: string): asserts value {
  if (!value) throw new Error(message);
}

/** Compares by value; lists and records by their JSON. */
export function equal<T>(actual: T, expected: T, message: string): void {
  const [found, wanted] = [JSON.stringify(actual), JSON.stringify(expected)];
  if (found !== wanted) throw new Error(`${message}\n  expected ${wanted}\n  found    ${found}`);
}
