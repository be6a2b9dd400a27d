/** The official languages of the Union. A text in any other counts as English, for which the checks are made. */
export const REPORT_LANGUAGES = ['en', 'fr', 'es', 'ru', 'zh', 'ar'] as const;
export type ReportLanguage = (typeof REPORT_LANGUAGES)[number];

/** Words that make up a third of any text in their language and hardly stand in the others. */
const words = (list: string): ReadonlySet<string> => new Set(list.split(' '));
const ENGLISH = words(
  'the of and to in for on with by is was were that this from at as its it has have which are be been an or their will',
);
const FRENCH = words(
  'le les des du et une au aux dans pour par sur qui est ont été ce cette ces avec leur leurs son ses ainsi afin sont plus',
);
const SPANISH = words(
  'el los las del y una para por con se su sus es ha han como al lo más esta este estas estos entre sobre también fue son',
);

/** Looked at: so many stretches of the text, spread evenly, each of so many characters. */
const STRETCHES = 16;
const STRETCH = 1500;

/** Fewer words than these say nothing. */
const LEAST_WORDS = 60;
/** So large a part of the words must be the language's own small words… */
const OWN_SHARE = 0.15;
/** …and so many times more of them than English ones: quotations and names never make it. */
const TIMES_ENGLISH = 6;

/** Letters of a script by their code units. */
const isCyrillic = (unit: number): boolean => unit >= 0x0400 && unit <= 0x04ff;
const isArabic = (unit: number): boolean => unit >= 0x0600 && unit <= 0x06ff;
const isHan = (unit: number): boolean => unit >= 0x4e00 && unit <= 0x9fff;
const isLatin = (unit: number): boolean =>
  (unit >= 0x61 && unit <= 0x7a) || (unit >= 0x41 && unit <= 0x5a) || (unit >= 0xc0 && unit <= 0x24f);

/** A sign of Chinese stands for a syllable, so for some three letters. */
const LETTERS_OF_A_SIGN = 3;

/**
 * The language that most of a text is written in, told by its script and, in Latin letters, by its small words. Looks
 * at no more than some 24 000 characters, however long the text is.
 */
export function languageOfText(text: string): ReportLanguage {
  const sample = sampleOf(text);
  return byScript(sample) ?? byWords(sample);
}

function sampleOf(text: string): string {
  if (text.length <= STRETCHES * STRETCH) return text;
  let sample = '';
  for (let i = 0; i < STRETCHES; i++) {
    const start = Math.floor((i * (text.length - STRETCH)) / (STRETCHES - 1));
    sample += `${text.slice(start, start + STRETCH)}\n`;
  }
  return sample;
}

function byScript(text: string): ReportLanguage | undefined {
  const counts = { latin: 0, ru: 0, ar: 0, zh: 0 };
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    if (isLatin(unit)) counts.latin++;
    else if (unit < 0x0400) continue;
    else if (isCyrillic(unit)) counts.ru++;
    else if (isArabic(unit)) counts.ar++;
    else if (isHan(unit)) counts.zh += LETTERS_OF_A_SIGN;
  }
  const others = (['ru', 'ar', 'zh'] as const).filter(script => counts[script] > LEAST_WORDS);
  // Identifiers and addresses are in Latin letters in every language.
  return others.find(script => counts[script] > counts.latin);
}

function byWords(text: string): ReportLanguage {
  let all = 0;
  const counts = { en: 0, fr: 0, es: 0 };
  for (const [word] of text.toLowerCase().matchAll(/[a-zà-ÿ]+/g)) {
    all++;
    if (ENGLISH.has(word)) counts.en++;
    if (FRENCH.has(word)) counts.fr++;
    if (SPANISH.has(word)) counts.es++;
  }
  if (all < LEAST_WORDS) return 'en';
  const likely = counts.fr >= counts.es ? 'fr' : 'es';
  const own = counts[likely];
  return own >= all * OWN_SHARE && own > counts.en * TIMES_ENGLISH ? likely : 'en';
}
