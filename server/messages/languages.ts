/** The languages that the program speaks; it is written in the first. */
export const LANGUAGES = ['en', 'fr', 'es'] as const;
export type Language = (typeof LANGUAGES)[number];

/**
 * The language for a locale as editors and systems name them: `fr`, `fr-CA`, `fr_CH.UTF-8`. English where there is
 * none, or none that is spoken.
 */
export function languageOf(locale: string | undefined): Language {
  const wanted = /^[a-z]{2}(?![a-z])/i.exec(locale ?? '')?.[0].toLowerCase();
  return LANGUAGES.find(known => known === wanted) ?? 'en';
}
