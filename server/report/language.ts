/** The official languages of the Union. A text in any other counts as English, for which the checks are made. */
export const REPORT_LANGUAGES = ['en', 'fr', 'es', 'ru', 'zh', 'ar'] as const;
export type ReportLanguage = (typeof REPORT_LANGUAGES)[number];

/** Words that make up a third of any text in their language and hardly stand in the others. */
const SMALL_WORDS = {
  en: 'the of and to in for on with by is was were that this from at as its it has have which are be been an or their will',
  fr: 'le les des du et une au aux dans pour par sur qui est ont été ce cette ces avec leur leurs son ses ainsi afin sont plus',
  es: 'el los las del y una para por con se su sus es ha han como al lo más esta este estas estos entre sobre también fue son',
} as const;
type Told = keyof typeof SMALL_WORDS;
/** The languages that a word is a small word of; `son` is one of two. */
const LANGUAGES_OF = new Map<string, Told[]>();
for (const language of ['en', 'fr', 'es'] as const) {
  for (const word of SMALL_WORDS[language].split(' '))
    LANGUAGES_OF.set(word, [...(LANGUAGES_OF.get(word) ?? []), language]);
}
/** Longer words are none of them. */
const LONGEST_SMALL_WORD = 7;

/** Looked at: so many stretches of the text, spread evenly, each of so many characters. */
const STRETCHES = 12;
const STRETCH = 500;

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
 * at no more than some 6 000 characters, however long the text is: it is asked after every keystroke.
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
  const counts = { en: 0, fr: 0, es: 0 };
  let all = 0;
  let start = -1;
  for (let at = 0; at <= text.length; at++) {
    if (at < text.length && isLatin(text.charCodeAt(at))) {
      if (start < 0) start = at;
      continue;
    }
    if (start < 0) continue;
    all++;
    if (at - start <= LONGEST_SMALL_WORD) {
      for (const language of LANGUAGES_OF.get(text.slice(start, at).toLowerCase()) ?? []) counts[language]++;
    }
    start = -1;
  }
  if (all < LEAST_WORDS) return 'en';
  const likely = counts.fr >= counts.es ? 'fr' : 'es';
  const own = counts[likely];
  return own >= all * OWN_SHARE && own > counts.en * TIMES_ENGLISH ? likely : 'en';
}
