import type { ReportLanguage } from './language.ts';
import type { Head, Masthead, Role, Section } from './model.ts';
import { allSections } from './model.ts';
import { PILLARS, roleOf, titleKey } from './roles.ts';

/** How many points make a text a report of this kind; see `isReport`. */
const ENOUGH = 3;

const SUBJECT =
  /confidence and security in the use of (?:icts|information and communication)|global cybersecurity agenda/i;

/** The same in the other languages: the Agenda, the subject of Resolution 130, or its number. */
const SUBJECT_IN: Readonly<Record<Exclude<ReportLanguage, 'en'>, RegExp>> = {
  fr: /programme mondial (?:de )?cybersécurité|sécurité dans l['’]utilisation des (?:tic|technologies)|résolution[\s\u00a0]130/i,
  es: /agenda (?:sobre|de|mundial de) ciberseguridad|seguridad en la utilización de las (?:tic|tecnologías)|resolución[\s\u00a0]130/i,
  ru: /глобальн[а-я]{1,4} программ[а-я]{1,4} кибербезопасности|безопасности при использовании (?:икт|информационно)|резолюци[а-я]{1,3}[\s\u00a0]130/i,
  zh: /全球网络安全议程|使用信息通信技术|第[\s\u00a0]?130[\s\u00a0]?号决议/,
  ar: /البرنامج العالمي للأمن السيبراني|أمن استعمال تكنولوجيا|القرار[\s\u00a0\u200e\u200f]{1,2}130/,
};

/**
 * Whether what was read is a report on Resolution 130, or the beginning of one.
 *
 * A point for each pillar that has a section of its own (COP included), for up to two heads of the Council's
 * template, for a document symbol, for the subject's own words; at least one pillar or two heads, because a
 * resolution or a web page speaks of the same subject.
 *
 * In another language the titles are not known: the subject and a document symbol or numbered sections are asked for.
 */
export function isReport(
  text: string,
  language: ReportLanguage,
  masthead: Masthead,
  heads: readonly Head[],
  sections: readonly Section[],
): boolean {
  if (language !== 'en') {
    const numbered = sections.filter(section => section.number !== null).length;
    return (
      SUBJECT_IN[language].test(text.slice(0, 20_000)) &&
      (masthead.symbol !== undefined || numbered >= ENOUGH)
    );
  }
  const roles = new Set<Role>();
  for (const section of allSections(sections))
    if (section.title && PILLARS.includes(section.role)) roles.add(section.role);
  if (roles.size === 0 && heads.length < 2) return false;
  const points =
    roles.size +
    Math.min(2, heads.length) +
    (masthead.symbol ? 1 : 0) +
    (SUBJECT.test(text.slice(0, 20_000)) ? 1 : 0);
  return points >= ENOUGH;
}

const BARE_LINE = /^[ \t\u00a0#*\d.]{0,12}([A-Z][^\n]{3,80}?)[*: \t\r]{0,40}$/gm;

/**
 * The same question asked of the raw start of any text, cheap enough to ask of every Markdown or text file that is
 * opened: three pillar titles on lines of their own within the first 200 000 characters.
 */
export function looksLikeReport(text: string): boolean {
  const roles = new Set<Role>();
  for (const found of text.slice(0, 200_000).matchAll(BARE_LINE)) {
    const role = roleOf(titleKey(found[1]));
    if (PILLARS.includes(role)) roles.add(role);
    if (roles.size >= ENOUGH) return true;
  }
  return false;
}
