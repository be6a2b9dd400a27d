import { type Language, languageOf } from '../messages/languages.ts';

/**
 * The language of a call: what `--locale` says, else the first of LC_ALL, LC_MESSAGES and LANG that is set, as
 * everywhere. It is looked for before the call is understood, because what is wrong with a call is told in it too.
 */
export function languageOfCall(
  argv: readonly string[],
  { LC_ALL, LC_MESSAGES, LANG }: Readonly<Record<string, string | undefined>>,
): Language {
  const words = argv.includes('--') ? argv.slice(0, argv.indexOf('--')) : argv;
  const at = words.findLastIndex(word => word === '--locale' || word.startsWith('--locale='));
  const said = words[at] === '--locale' ? words[at + 1] : words[at]?.slice('--locale='.length);
  return languageOf(said || LC_ALL || LC_MESSAGES || LANG);
}
