import * as l10n from '@vscode/l10n';
import type { Language } from './languages.ts';

/** Values for the `{name}` places of a text. */
export type MessageValues = Readonly<Record<string, string | number>>;

/** A language's translations: English texts as they stand in the code, places and all, to those of the language. */
export type Translations = Readonly<Record<string, string>>;

/** The translations in use; none for English. */
let spoken: Translations = {};
let language: Language = 'en';

/**
 * Sets the language of everything that is said from now on. It is the one thing that a module remembers, and it is
 * set once, before the first text is checked: a program speaks one language for as long as it runs, so that what is
 * remembered of a paragraph is never of two.
 */
export function speak(translations: Translations, of: Language = 'en'): void {
  spoken = translations;
  language = of;
  l10n.config({ contents: { ...translations } });
}

/** The language that is spoken. */
export const spokenLanguage = (): Language => language;

/** The translations in use, for a program part that is loaded later and has to be told. */
export const spokenTranslations = (): Translations => spoken;

/**
 * A text in the program's language, its `{name}` places filled; a place without a value stays as it is. The English
 * text is the key: it stands in the call as a literal, where `npm run generate` and the tests find it.
 */
export const t = (text: string, values: MessageValues = {}): string => l10n.t(text, onOneLine(values));

/** What is quoted of a document may run over the end of a line; a message is one. */
const onOneLine = (values: MessageValues): Record<string, string | number> =>
  Object.fromEntries(
    Object.entries(values).map(([name, value]) => [
      name,
      typeof value === 'string' && value.includes('\n')
        ? value
            .split('\n')
            .map(line => line.trim())
            .join(' ')
        : value,
    ]),
  );
