/**
 * What is made when it is first asked for, and kept. A program that starts makes nothing before it is needed: a server
 * answers the editor before the first text is checked.
 */
export function lazy<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}
