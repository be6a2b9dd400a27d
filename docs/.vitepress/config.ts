import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { siteLinks } from './links.ts';
import { PROJECT, REWRITES, sidebar } from './pages.ts';

const ICON = `data:image/svg+xml,${encodeURIComponent(readFileSync(join(PROJECT, 'images/icon.svg'), 'utf8'))}`;

/** Examples are running text: their lines break where the page ends. */
const STYLE = '.vp-doc :is(.language-bad, .language-good, .language-archive) code { white-space: pre-wrap; }';

/**
 * The site of the documentation: `npm run docs` builds it into docs/.vitepress/dist. It searches, and shows, without
 * a network. `GCA_DOCS_BASE` is the path that it will stand under, `/` unless said otherwise.
 */
export default {
  title: 'GCA Report',
  description: 'Checks drafts of the yearly Council report on cybersecurity.',
  lang: 'en-GB',
  head: [
    ['link', { rel: 'icon', href: ICON }],
    ['style', {}, STYLE],
  ],
  base: process.env.GCA_DOCS_BASE ?? '/',
  // The project's own pages belong to the site, so that links between them and docs/ hold.
  srcDir: PROJECT,
  srcExclude: ['!(docs|*.md)/**'],
  rewrites: REWRITES,
  cleanUrls: true,
  markdown: {
    // The examples of the rules' pages.
    config: siteLinks,
    languageAlias: { bad: 'md', good: 'md', archive: 'md' },
  },
  themeConfig: {
    logo: ICON,
    sidebar: sidebar(),
    outline: [2, 3],
    search: { provider: 'local' },
  },
};
