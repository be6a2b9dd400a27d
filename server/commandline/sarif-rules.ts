import { spokenLanguage, t } from '../messages/translate.ts';
import { pageOf, rules } from '../rules/index.ts';
import { groupOf, type Rule, type Severity } from '../rules/rule.ts';

export type Level = 'error' | 'warning' | 'note';

export const LEVELS: Readonly<Record<Severity, Level>> = {
  error: 'error',
  warning: 'warning',
  info: 'note',
  hint: 'note',
};

/** The text of a rule's page; undefined where it is not there, as where the program was copied without its pages. */
export type ReadPage = (page: string) => Promise<string | undefined>;

/** The parts of a page that metadata are made of, as plain text. */
interface Told {
  readonly what?: string;
  readonly why?: string;
  readonly markdown?: string;
}

/**
 * What SARIF says of each rule: names, what it finds and why it matters, its level and its group. A rule with
 * results has its whole page as help, so that a reader of the results needs nothing else.
 *
 * @param used the ids of the rules that have results
 * @param home where the project is published, if it is
 */
export const ruleMetadata = (
  used: ReadonlySet<string>,
  read: ReadPage,
  home: string | undefined,
): Promise<object[]> =>
  Promise.all(
    rules.map(async rule => {
      const told = toldBy(await read(pageOf(rule.id)));
      const level = typeof rule.severity === 'string' ? rule.severity : rule.severity.review;
      return {
        id: rule.id,
        name: nameOf(rule),
        shortDescription: { text: `${t(rule.title)}.` },
        fullDescription: { text: told.what ?? `${t(rule.title)}.` },
        ...addressOf(rule, home),
        help: {
          text: [told.why, t('See {page}.', { page: pageOf(rule.id) })].filter(Boolean).join('\n\n'),
          ...(used.has(rule.id) && told.markdown ? { markdown: told.markdown } : {}),
        },
        defaultConfiguration: {
          enabled: level !== 'off',
          level: LEVELS[level === 'off' ? 'hint' : level],
        },
        properties: { tags: [groupOf(rule.id)] },
      };
    }),
  );

/** `numbering/gap` as the standard wants names: `NumberingGap`. */
const nameOf = ({ id }: Rule): string =>
  id
    .split(/[/-]/)
    .map(word => word[0].toUpperCase() + word.slice(1))
    .join('');

/** Where the page can be read. */
const addressOf = ({ id }: Rule, home: string | undefined): { helpUri?: string } =>
  home ? { helpUri: new URL(pageOf(id), home.replace(/\/?$/, '/')).href } : {};

function toldBy(page: string | undefined): Told {
  if (page === undefined) return {};
  // A link to a neighbour leads nowhere outside of the folder.
  const markdown = page.replace(/\[([^[\]]{1,200})\]\((?!https?:)[^()\s]{1,200}\)/g, '$1');
  const part = (title: string): string | undefined => {
    const start = markdown.indexOf(`\n## ${title}\n`);
    if (start < 0) return undefined;
    const from = start + title.length + 5;
    const next = markdown.indexOf('\n## ', from);
    return plain(markdown.slice(from, next < 0 ? undefined : next));
  };
  const whole = { markdown: markdown.trim() };
  // The pages are English: in another language they are help, and no description.
  return spokenLanguage() === 'en' ? { ...whole, what: part('What'), why: part('Why') } : whole;
}

/** Paragraphs of a page as text: one line each, without the marks of Markdown. */
const plain = (text: string): string =>
  text
    .trim()
    .split(/\n{2,}/)
    .map(paragraph => paragraph.replace(/\s+/g, ' ').replace(/[*`]/g, ''))
    .join('\n\n');
