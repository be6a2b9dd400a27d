/**
 * What acts on a terminal, or shows words in another order than they stand in: control characters but for line ends
 * and tabs, and marks of writing direction. Of escapes only the colours that we ourselves write are let through.
 */
const ACTING =
  /\u001b(?!\[\d{0,2}m)|[\u0000-\u0008\u000b-\u001a\u001c-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/g;

/** Text for a terminal: words of a document and names of files are shown, and do nothing. */
export const printable = (text: string): string => text.replace(ACTING, '\ufffd');
