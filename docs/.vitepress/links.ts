import { existsSync } from 'node:fs';
import { dirname, posix, relative, resolve, sep } from 'node:path';
import { addressOf, PROJECT } from './pages.ts';

/** The little of markdown-it that is needed here. */
interface Token {
  readonly type: string;
  readonly children: Token[] | null;
  attrGet(name: string): string | null;
  attrSet(name: string, value: string): void;
}

interface Markdown {
  readonly core: {
    readonly ruler: {
      push(
        name: string,
        rule: (state: { tokens: Token[]; env: { realPath?: string; path: string } }) => void,
      ): void;
    };
  };
}

/**
 * Links as they stand in the files, which a code host follows, become links of the site. A file of the project that
 * is no page of the site has no address there: its words stay without the link. What does not exist is left to
 * VitePress, which fails for it.
 */
export function siteLinks(md: Markdown): void {
  md.core.ruler.push('site_links', ({ tokens, env }) => {
    const folder = dirname(env.realPath ?? env.path);
    for (const token of tokens) if (token.children) follow(token.children, folder);
  });
}

function follow(children: Token[], folder: string): void {
  const unlinked: Token[] = [];
  let without = false;
  for (const token of children) {
    if (token.type === 'link_open') without = !lead(token, folder);
    if (!(without && (token.type === 'link_open' || token.type === 'link_close'))) unlinked.push(token);
    if (token.type === 'link_close') without = false;
  }
  children.splice(0, children.length, ...unlinked);
}

/** Whether a link leads somewhere on the site, with the address set that it has there. */
function lead(link: Token, folder: string): boolean {
  const href = link.attrGet('href') ?? '';
  if (href === '' || /^(?:[a-z][a-z+.-]*:|#|\/)/i.test(href)) return true;
  const [, path, rest] = /^([^?#]*)(.*)$/.exec(href) ?? [];
  const target = resolve(folder, decodeURIComponent(path));
  if (!existsSync(target)) return true;
  const file = relative(PROJECT, target).split(sep).join(posix.sep);
  const address = addressOf(file) ?? addressOf(posix.join(file, 'README.md'));
  if (address === undefined) return false;
  link.attrSet('href', address + rest);
  return true;
}
