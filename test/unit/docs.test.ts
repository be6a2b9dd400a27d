import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { addressOf, type Group, type Link, PROJECT, sidebar } from '../../docs/.vitepress/pages.ts';
import { deadLinks } from '../../scripts/docs.ts';
import { settingsPage, withTables } from '../../scripts/reference.ts';

const linksIn = (groups: readonly (Link | Group)[]): Link[] =>
  groups.flatMap(one => ('items' in one ? linksIn(one.items) : [one]));

test('every page of docs/ stands in the sidebar, once', () => {
  const pages = readdirSync(join(PROJECT, 'docs'), { recursive: true, encoding: 'utf8' })
    .map(path => `docs/${path.replaceAll('\\', '/')}`)
    .filter(path => path.endsWith('.md') && !path.includes('/.vitepress/') && path !== 'docs/index.md')
    .filter(path => path !== 'docs/decisions/README.md')
    .map(path => addressOf(path));
  const links = linksIn(sidebar()).map(({ link }) => link);
  assert.equal(new Set(links).size, links.length);
  assert.deepEqual(
    pages.filter(page => !links.includes(page ?? '')),
    [],
  );
});

test('files have their addresses on the site', () => {
  assert.equal(addressOf('docs/word.md'), '/word');
  assert.equal(addressOf('docs/index.md'), '/');
  assert.equal(addressOf('docs/rules/README.md'), '/rules/');
  assert.equal(addressOf('README.md'), '/project/readme');
  assert.equal(addressOf('samples/README.md'), undefined);
  assert.equal(addressOf('docs/nothing.md'), undefined);
});

test('links are followed to pages, files and headings', () => {
  const pages = [
    {
      address: '/',
      html: '<a href="/a">a</a> <a href="/a#two">b</a> <img src="/x.png"> <a href="https://example.org/">c</a>',
    },
    { address: '/a', html: '<h2 id="two">Two</h2> <a href="#two">up</a> <a href="/">home</a>' },
  ];
  assert.deepEqual(deadLinks(pages, new Set(['/x.png'])), []);
  assert.deepEqual(deadLinks(pages, new Set()), ['/ → /x.png']);
  assert.deepEqual(
    deadLinks(
      [{ address: '/a', html: '<h2 id="two">Two</h2> <a href="#three">x</a> <a href="b">y</a>' }],
      new Set(),
    ),
    ['/a → #three', '/a → b'],
  );
});

test('a page gets the tables that it asks for, and keeps the rest', () => {
  const page =
    '# A\n\n<!-- table of schemas/terms.schema.json, by `npm run generate` -->\n\nold\n\n<!-- end of table -->\n\nend\n';
  const made = withTables(page);
  assert.match(made, /\| `terms\[\]\.write` \(needed\) \| Text \| The form to write\./);
  assert.doesNotMatch(made, /\bold\b/);
  assert.match(made, /<!-- end of table -->\n\nend\n$/);
  assert.equal(withTables(made), made);
});

test('every schema of a workspace’s files has its table', () => {
  const { contributes } = JSON.parse(readFileSync(join(PROJECT, 'package.json'), 'utf8'));
  const page = readFileSync(join(PROJECT, 'docs/file-formats.md'), 'utf8');
  for (const { url } of contributes.jsonValidation)
    assert.ok(page.includes(`<!-- table of ${url.replace('./', '')},`), `${url} has no table`);
});

test('a key is told with the place that it works in', () => {
  const rows = settingsPage().match(/^\| .* \| `(?:Ctrl|Alt)\+.*$/gm) ?? [];
  const row = (command: string) => rows.filter(one => one.startsWith(`| ${command} |`));
  assert.deepEqual(row('Tick Off'), ['| Tick Off | *Drafting Progress* | `Ctrl+Alt+X` | `Cmd+Alt+X` |']);
  assert.deepEqual(row('Drop'), [
    '| Drop | report, *Drafting Progress* | `Ctrl+Alt+Backspace` | `Cmd+Alt+Backspace` |',
  ]);
});
