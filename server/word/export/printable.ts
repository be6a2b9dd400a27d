/** Characters that XML cannot hold; a form feed or vertical tab between words becomes a space. */
const UNPRINTABLE = /[\0-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]/g;
const HALF_PAIR = /[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;
/** The text without what XML cannot hold; halves of a pair become the replacement character. */
export const printable = (text: string): string =>
  text
    .replace(UNPRINTABLE, unit => (unit === '\x0b' || unit === '\x0c' ? ' ' : ''))
    .replace(HALF_PAIR, '\ufffd');
