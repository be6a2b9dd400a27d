/** What ends the lines of a text. */
export type LineEnd = '\n' | '\r\n' | '\r';

/**
 * The text as the core reads it: every line ends with LF. Lines and characters stay what they were, only offsets
 * differ; so whatever is found does not depend on how the editor or the converter of a file ends its lines.
 */
export const withLf = (text: string): string => (text.includes('\r') ? text.replace(/\r\n?/g, '\n') : text);

/** What ends the first line of a text: what new lines of it end with. */
export function lineEndOf(text: string): LineEnd {
  const lf = text.indexOf('\n');
  const cr = text.indexOf('\r');
  if (cr < 0 || (lf >= 0 && lf < cr)) return '\n';
  return lf === cr + 1 ? '\r\n' : '\r';
}

/** New lines, ended as the others of the text are that they go into. */
export const endedWith = (text: string, lineEnd: LineEnd): string =>
  lineEnd === '\n' ? text : withLf(text).replaceAll('\n', lineEnd);
