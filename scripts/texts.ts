import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { runInNewContext } from 'node:vm';
import { builtinIndicators } from '../server/figures/indicators.ts';
import { LANGUAGES } from '../server/messages/languages.ts';
import { builtinProfiles } from '../server/profiles/builtin.ts';
import { rules } from '../server/rules/index.ts';
import { messages } from '../server/rules/messages.ts';
import { builtinTerms } from '../server/rules/terms/listed.ts';
import { ROOT } from './root.ts';

/** A text that goes through the translation, where it stands in the sources. */
export interface Found {
  readonly file: string;
  readonly text: string;
}

/** A call of the translation whose text is no literal: nobody could find it, unless it is listed in DATA. */
export interface Unseen {
  readonly file: string;
  readonly argument: string;
}

/** Texts that are data and no literals; each kind is collected below. */
const DATA = ['text,', 'messages[key]', 'rule.title', 'profile.title', 'indicator.label', 'note'];

const CALL = /(?<![\w.$])(?:l10n\.)?t\(\s*/g;
const LITERAL = /^(?:'(?:[^'\\\n]|\\.)*'|"(?:[^"\\\n]|\\.)*"|`(?:[^`\\$]|\\.)*`)(?=\s*[,)])/;

function filesIn(folder: string): string[] {
  return readdirSync(join(ROOT, folder), { withFileTypes: true }).flatMap(entry => {
    const path = `${folder}/${entry.name}`;
    if (entry.isDirectory()) return filesIn(path);
    return entry.name.endsWith('.ts') ? [path] : [];
  });
}

/** The texts in the calls of `t` of a folder's sources. */
export function literalsIn(folder: string): { found: Found[]; unseen: Unseen[] } {
  const found: Found[] = [];
  const unseen: Unseen[] = [];
  for (const file of filesIn(folder).sort()) {
    const code = readFileSync(join(ROOT, file), 'utf8').replace(/^\s*(?:\/\/|\/?\*).*$/gm, '');
    for (const call of code.matchAll(CALL)) {
      const rest = code.slice(call.index + call[0].length);
      const literal = LITERAL.exec(rest)?.[0];
      if (literal) found.push({ file, text: runInNewContext(literal) });
      else if (!DATA.some(known => new RegExp(`^(?:[\\w.]+\\.)?${asPattern(known)}`).test(rest)))
        unseen.push({ file, argument: rest.slice(0, 40) });
    }
  }
  return { found, unseen };
}

const asPattern = (text: string): string => text.replace(/[[\].]/g, '\\$&');

/** Every English text that is shown to a person, once, in an order that follows the sources. */
export function allTexts(): string[] {
  return [
    ...new Set([
      ...Object.values(messages),
      ...rules.map(rule => rule.title),
      ...builtinProfiles.map(profile => profile.title),
      ...builtinIndicators.map(indicator => indicator.label),
      ...builtinTerms.terms.flatMap(term => term.note ?? []),
      ...literalsIn('server').found.map(({ text }) => text),
      ...literalsIn('client').found.map(({ text }) => text),
    ]),
  ];
}

export const BUNDLES = 'l10n';
export const bundleFile = (language: string): string => `${BUNDLES}/bundle.l10n.${language}.json`;

/** A language's translations as they are committed. */
export const readBundle = (language: string): Record<string, string> =>
  JSON.parse(readFileSync(join(ROOT, bundleFile(language)), 'utf8'));

/** A bundle's text; spaces that do not break are written so that they can be seen. */
const bundleText = (bundle: Readonly<Record<string, string>>): string =>
  `${JSON.stringify(bundle, null, 2).replace(/[\u00a0\u202f]/g, space => `\\u${space.charCodeAt(0).toString(16).padStart(4, '0')}`)}\n`;

/**
 * What the bundles are to hold: the English one every text, for whoever begins another language; the others what they
 * have, in the same order, without what nobody says any more. What is missing in them the tests name.
 */
export function bundles(): Map<string, string> {
  const texts = allTexts();
  const files = new Map([
    [`${BUNDLES}/bundle.l10n.json`, bundleText(Object.fromEntries(texts.map(text => [text, text])))],
  ]);
  for (const language of LANGUAGES) {
    if (language === 'en') continue;
    const known = readBundle(language);
    const kept = texts.filter(text => Object.hasOwn(known, text)).map(text => [text, known[text]] as const);
    files.set(bundleFile(language), bundleText(Object.fromEntries(kept)));
  }
  return files;
}
