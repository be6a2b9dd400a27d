/** Characters of Word's picture fonts, which stand at private places from U+F020 on, as what they look like. */
const PICTURED: Readonly<Record<string, ReadonlyMap<number, string>>> = {
  symbol: new Map([
    [0x2d, '\u2212'],
    [0xa3, '\u2264'],
    [0xae, '\u2192'],
    [0xb0, '\u00b0'],
    [0xb1, '\u00b1'],
    [0xb3, '\u2265'],
    [0xb4, '\u00d7'],
    [0xb7, '\u2022'],
    [0xd2, '\u00ae'],
    [0xd3, '\u00a9'],
    [0xd4, '\u2122'],
  ]),
  wingdings: new Map([
    [0x6c, '\u25cf'],
    [0x6e, '\u25a0'],
    [0x76, '\u2022'],
    [0x9f, '\u2022'],
    [0xa7, '\u25aa'],
    [0xa8, '\u25a1'],
    [0xd8, '\u2022'],
    [0xe0, '\u2192'],
    [0xfc, '\u2713'],
    [0xfe, '\u2713'],
  ]),
};

/**
 * The character that a `w:sym` shows; undefined for one that only its font can show.
 *
 * @param code four hexadecimal digits
 */
export function symbolOf(font: string, code: string): string | undefined {
  const value = /^[0-9a-f]{1,6}$/i.test(code) ? Number.parseInt(code, 16) : Number.NaN;
  if (!(value > 0 && value <= 0x10ffff)) return undefined;
  const pictured = PICTURED[font.toLowerCase()];
  const place = value >= 0xf000 && value <= 0xf0ff ? value - 0xf000 : value;
  const shown = pictured?.get(place);
  if (shown !== undefined) return shown;
  if (pictured || (value >= 0xe000 && value <= 0xf8ff)) return undefined;
  return String.fromCodePoint(value);
}
