/**
 * The numbers of Word's lists in the scripts and forms that its format names stand for (`w:numFmt`, ECMA-376 part 1,
 * 17.18.59). What is not known is written in digits: a number in the wrong script is better than none.
 */

/** Letters in which a list counts; after the last one they are doubled, as Word does: y, z, aa, bb. */
const LETTERS: Readonly<Record<string, string>> = {
  lowerLetter: 'abcdefghijklmnopqrstuvwxyz',
  upperLetter: 'ABCDEFGHIJKLMNOPQRSTUVWXYZ',
  russianLower: 'абвгдежзиклмнопрстуфхцчшщыэюя',
  russianUpper: 'АБВГДЕЖЗИКЛМНОПРСТУФХЦЧШЩЫЭЮЯ',
  arabicAlpha: 'أبتثجحخدذرزسشصضطظعغفقكلمنهوي',
  arabicAbjad: 'أبجدهوزحطيكلمنسعفصقرشتثخذضظغ',
  ideographTraditional: '甲乙丙丁戊己庚辛壬癸',
};

const ROMAN: readonly (readonly [number, string])[] = [
  [1000, 'm'],
  [900, 'cm'],
  [500, 'd'],
  [400, 'cd'],
  [100, 'c'],
  [90, 'xc'],
  [50, 'l'],
  [40, 'xl'],
  [10, 'x'],
  [9, 'ix'],
  [5, 'v'],
  [4, 'iv'],
  [1, 'i'],
];

const CHINESE = '〇一二三四五六七八九';
const CHINESE_FORMATS = new Set([
  'chineseCounting',
  'chineseCountingThousand',
  'ideographDigital',
  'japaneseCounting',
  'taiwaneseCounting',
]);

/** A number of a list in a format of Word's. */
export function formatNumber(value: number, format: string): string {
  const letters = LETTERS[format];
  if (letters && value >= 1) {
    const all = [...letters];
    return all[(value - 1) % all.length].repeat(Math.min(20, Math.ceil(value / all.length)));
  }
  if (CHINESE_FORMATS.has(format)) return chinese(value);
  switch (format) {
    case 'none':
      return '';
    case 'decimalZero':
      return String(value).padStart(2, '0');
    case 'lowerRoman':
      return roman(value);
    case 'upperRoman':
      return roman(value).toUpperCase();
    case 'ordinal':
      return `${value}${ordinalEnding(value)}`;
    case 'numberInDash':
      return `- ${value} -`;
    case 'decimalFullWidth':
      return [...String(value)].map(digit => String.fromCharCode(digit.charCodeAt(0) + 0xfee0)).join('');
    case 'decimalEnclosedCircle':
    case 'decimalEnclosedCircleChinese':
      return value >= 1 && value <= 20 ? String.fromCharCode(0x245f + value) : String(value);
    default:
      return String(value);
  }
}

function roman(value: number): string {
  if (value < 1 || value >= 4000) return String(value);
  let rest = value;
  let text = '';
  for (const [worth, letters] of ROMAN) {
    while (rest >= worth) {
      text += letters;
      rest -= worth;
    }
  }
  return text;
}

function ordinalEnding(value: number): string {
  if (value % 100 >= 11 && value % 100 <= 13) return 'th';
  return ['th', 'st', 'nd', 'rd'][value % 10] ?? 'th';
}

/** Up to 99 in words, as in lists; beyond, digit by digit. */
function chinese(value: number): string {
  const digit = (n: number) => CHINESE[n];
  if (value >= 100 || value < 0) return [...String(Math.abs(value))].map(one => digit(Number(one))).join('');
  if (value < 10) return digit(value);
  const tens = Math.floor(value / 10);
  return `${tens > 1 ? digit(tens) : ''}十${value % 10 ? digit(value % 10) : ''}`;
}
