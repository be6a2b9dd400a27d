import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { ROOT } from './root.ts';

/**
 * The site of the documentation: `npm run docs` builds it into docs/.vitepress/dist and follows every link in it;
 * exit status 1 where one leads nowhere. `npm run docs -- dev` shows the pages while they are written. VitePress is
 * installed beside them, when its lock file has changed: docs/decisions/documentation-site.md says why.
 */
const HOME = join(ROOT, 'docs', '.vitepress');
const DIST = join(HOME, 'dist');
const MODULES = join(HOME, 'node_modules');

/** Left behind by an installation that went to its end: the lock file that it was made from. */
const INSTALLED = join(MODULES, '.installed.json');

function install(): void {
  const lock = readFileSync(join(HOME, 'package-lock.json'), 'utf8');
  if (existsSync(INSTALLED) && readFileSync(INSTALLED, 'utf8') === lock) return;
  console.log('Installing VitePress into docs/.vitepress, once …');
  const args = ['ci', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'];
  const { status } = spawnSync('npm', args, {
    cwd: HOME,
    stdio: 'inherit',
    shell: process.platform === 'win32',
  });
  if (status !== 0) process.exit(status ?? 1);
  writeFileSync(INSTALLED, lock);
}

function vitepress(command: string): void {
  const program = join(MODULES, 'vitepress', 'bin', 'vitepress.js');
  const { status } = spawnSync(process.execPath, [program, command, 'docs'], { cwd: ROOT, stdio: 'inherit' });
  if (status !== 0) process.exit(status ?? 1);
}

export interface Page {
  /** Its address on the site: `/rules/`, `/word`. */
  readonly address: string;
  readonly html: string;
}

/**
 * The links between pages that lead nowhere, as `from → to`: to no page or file of the site, or to no heading of a
 * page.
 *
 * @param files the addresses of what is on the site beside pages
 */
export function deadLinks(pages: readonly Page[], files: ReadonlySet<string>): string[] {
  const ids = new Map(
    pages.map(({ address, html }) => [
      address,
      new Set([...html.matchAll(/\sid="([^"]+)"/g)].map(([, id]) => decoded(id))),
    ]),
  );
  const dead: string[] = [];
  for (const { address, html } of pages) {
    const links = new Set([...html.matchAll(/\s(?:href|src)="([^"]*)"/g)].map(([, link]) => decoded(link)));
    for (const link of links) {
      const { origin, pathname, hash } = new URL(link, `http://site${address}`);
      if (origin !== 'http://site') continue;
      const path = decodeURIComponent(pathname);
      const there = ids.get(path);
      const heading = decodeURIComponent(hash.slice(1));
      if (there ? heading === '' || there.has(heading) : files.has(path)) continue;
      dead.push(`${address} → ${link}`);
    }
  }
  return dead;
}

const decoded = (text: string): string =>
  text
    .replace(/&quot;/g, '"')
    .replace(/&#39;/g, "'")
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&amp;/g, '&');

/** Follows every link of the built site. */
function checkLinks(): void {
  const base = process.env.GCA_DOCS_BASE ?? '/';
  const paths = readdirSync(DIST, { recursive: true, encoding: 'utf8' }).map(path =>
    path.replaceAll('\\', '/'),
  );
  const pages = paths
    .filter(path => path.endsWith('.html') && path !== '404.html')
    .map(path => ({
      address: base + path.replace(/(^|\/)index\.html$/, '$1').replace(/\.html$/, ''),
      html: readFileSync(join(DIST, path), 'utf8'),
    }));
  const dead = deadLinks(pages, new Set(paths.map(path => base + path)));
  for (const link of dead) console.error(`Dead link: ${link}`);
  if (dead.length > 0) process.exitCode = 1;
  else console.log(`${pages.length} pages, no dead link: docs/.vitepress/dist`);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const command = process.argv[2] ?? 'build';
  install();
  if (command === 'build') rmSync(DIST, { recursive: true, force: true });
  vitepress(command);
  if (command === 'build') checkLinks();
}
