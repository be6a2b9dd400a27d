import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** What the site is made of, found in the folders: a new page has its place without a word here. */

/** The project's folder. The pages of the site are its own Markdown files and those in docs/. */
export const PROJECT = dirname(dirname(dirname(fileURLToPath(import.meta.url))));

export interface Link {
  readonly text: string;
  readonly link: string;
}

export interface Group {
  readonly text: string;
  readonly collapsed?: boolean;
  readonly items: readonly (Link | Group)[];
}

/** Groups of the sidebar, with the pages of docs/ that come first in each, where they exist. */
const GROUPS = [
  { text: 'How to', pages: ['getting-started', 'drafting', 'word', 'ci', 'editors'] },
  { text: 'Reference', pages: ['settings', 'file-formats', 'profiles', 'hosts'] },
  { text: 'Inside', pages: ['architecture', 'performance', 'reliability'] },
];

/** Where pages stand that no group names. */
const OTHERS = 'Reference';

/** The project's own pages outside docs/, by their files. */
const PROJECT_PAGES = ['README', 'CONTRIBUTING', 'SECURITY', 'CHANGELOG'].filter(name =>
  existsSync(join(PROJECT, `${name}.md`)),
);

/** The pages of the site that stand elsewhere than in docs/, by where they stand: see `rewrites` of VitePress. */
export const REWRITES: Readonly<Record<string, string>> = {
  ...Object.fromEntries(PROJECT_PAGES.map(name => [`${name}.md`, `project/${name.toLowerCase()}.md`])),
  'docs/rules/README.md': 'rules/index.md',
  'docs/decisions/README.md': 'decisions/index.md',
  'docs/:path*': ':path*',
};

/** Where a file of the project stands on the site; undefined where it is no page of it. */
export function addressOf(file: string): string | undefined {
  if (!file.endsWith('.md') || !existsSync(join(PROJECT, file))) return undefined;
  const page = REWRITES[file] ?? (file.startsWith('docs/') ? file.slice('docs/'.length) : undefined);
  return page && `/${page.replace(/\.md$/, '').replace(/(^|\/)index$/, '$1')}`;
}

const markdownIn = (folder: string): string[] =>
  readdirSync(join(PROJECT, folder))
    .filter(name => name.endsWith('.md'))
    .map(name => name.slice(0, -'.md'.length))
    .sort();

/** The first heading of a page. */
function titleOf(path: string): string {
  const text = readFileSync(join(PROJECT, `${path}.md`), 'utf8');
  const title = /^# (.+?)\s*$/m.exec(text)?.[1];
  if (!title) throw new Error(`${path}.md has no heading: the site needs one to name it by.`);
  return title.replace(/[`*]/g, '');
}

/** A page by its file without `.md`. */
const linkTo = (path: string): Link => ({ text: titleOf(path), link: addressOf(`${path}.md`) ?? '' });

/** The rules by their group, as docs/rules/README.md lists them: `group/name` is the title of a rule's page. */
function rules(): Group {
  const index = readFileSync(join(PROJECT, 'docs/rules/README.md'), 'utf8');
  const groups = [...index.matchAll(/^## (.+)$/gm)].map(([, name]) => name);
  const pages = markdownIn('docs/rules')
    .filter(name => name !== 'README')
    .map(name => linkTo(`docs/rules/${name}`));
  return {
    text: 'Rules',
    items: [
      { text: 'All rules', link: '/rules/' },
      ...groups.map(group => ({
        text: group,
        collapsed: true,
        items: pages
          .filter(page => page.text.startsWith(`${group}/`))
          .map(page => ({ ...page, text: page.text.slice(group.length + 1) })),
      })),
    ],
  };
}

function decisions(): Group {
  const pages = markdownIn('docs/decisions').filter(name => name !== 'README');
  return {
    text: 'Decisions',
    collapsed: true,
    items: pages.map(name => linkTo(`docs/decisions/${name}`)),
  };
}

export function sidebar(): Group[] {
  const named = new Set<string>(GROUPS.flatMap(group => group.pages));
  const there = markdownIn('docs').filter(name => name !== 'index');
  const [howTo, reference, inside] = GROUPS.map(({ text, pages }) => {
    const items = pages.filter(page => there.includes(page));
    if (text === OTHERS) items.push(...there.filter(name => !named.has(name)));
    return { text, items: items.map(name => linkTo(`docs/${name}`)) };
  });
  return [
    howTo,
    reference,
    rules(),
    { ...inside, items: [...inside.items, decisions()] },
    { text: 'Project', items: PROJECT_PAGES.map(linkTo) },
  ];
}
