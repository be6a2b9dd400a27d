const WORTH: Readonly<Record<string, number>> = { i: 1, v: 5, x: 10 };
/** A Roman number below forty, as it is written. */
const ROMAN = /^x{0,3}(?:ix|iv|v?i{0,3})$/;

/** The value of a small Roman number, `iv` as 4; null for what is none, or 40 and more. */
export function parseRoman(text: string): number | null {
  if (text === '' || !ROMAN.test(text)) return null;
  let value = 0;
  for (let i = 0; i < text.length; i++) {
    const worth = WORTH[text[i]];
    value += worth < (WORTH[text[i + 1]] ?? 0) ? -worth : worth;
  }
  return value;
}
