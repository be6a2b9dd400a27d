/** Reports in Russian, Arabic and Chinese: what a number in digits counts is the word right behind it. */

const WORD =
  /\s{0,2}([\u0400-\u04ff]{2,30}|[\u0600-\u06ff]{2,30}|[个名项次家种份位场届][\u4e00-\u9fff]{1,2}|[\u4e00-\u9fff]{1,2})/y;
/** What a number follows as a name: `Резолюция 130`, `القرار 130`, `第130号`. */
const LABEL =
  /(?:(?<![а-яё])(?:резолюци|решени|рекомендаци|вопрос|комисси|стать|пункт|приложени|раздел|глав|част|цел)[а-я]{0,3}|القرار|المقرر|التوصية|المسألة|المادة|الفقرة|القسم|الملحق|الفصل|الدراسات|№|第)\s{0,2}$/i;
const LABEL_REACH = 24;
/** Years, months, days, hours and ordinal numbers, which count nothing, in Russian and Chinese. */
const NO_THING = /^(?:год|г$|янв|фев|март|апрел|ма[йя]$|июн|июл|авг|сент|окт|нояб|дек|час|[年月日号时点])/;
/** `10 марта 2025`, `10 مارس 2025`. */
const DATE = /^\s{0,2}[\u0400-\u06ff]{2,30}\s{1,2}(?:19|20)\d{2}/;

/** Whether a code unit is of a letter of these scripts. */
export const isOtherLetter = (code: number): boolean => code >= 0x0400 && code <= 0x06ff;
/** Whether a code unit is of a Chinese sign, which is a word by itself. */
export const isSign = (code: number): boolean => code >= 0x4e00 && code <= 0x9fff;

/**
 * The thing counted by a number from `start` to `end`; undefined where no word of these scripts follows, or one that
 * counts nothing.
 */
export function otherThing(
  view: string,
  start: number,
  end: number,
  value: number,
): { readonly unit: string; readonly end: number } | undefined {
  // Nearly every number is followed by Latin letters: one look tells.
  if (view.charCodeAt(end) < 0x0400 && !(view.charCodeAt(end + 1) >= 0x0400)) return undefined;
  WORD.lastIndex = end;
  const found = WORD.exec(view);
  if (!found || NO_THING.test(found[1])) return undefined;
  if ((value >= 1900 && value <= 2100) || DATE.test(view.slice(end, end + 40))) return undefined;
  if (LABEL.test(view.slice(Math.max(0, start - LABEL_REACH), start))) return undefined;
  return { unit: found[1], end: end + found[0].length };
}
