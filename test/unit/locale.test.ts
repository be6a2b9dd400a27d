import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, test } from 'node:test';
import type { CodeAction, CodeLens, Diagnostic, DocumentSymbol, Hover } from 'vscode-languageserver-protocol';
import packageJson from '../../package.json' with { type: 'json' };
import { ROOT } from '../../scripts/root.ts';
import { readBundle } from '../../scripts/texts.ts';
import { speak } from '../../server/messages/translate.ts';
import { rules } from '../../server/rules/index.ts';
import { commandline, Folder } from './support/commandline.ts';
import { Editor, type EditorOptions } from './support/editor.ts';
import { pseudoTranslations, untranslated } from './support/pseudo.ts';

const SAMPLES = join(ROOT, 'samples');
const draft = readFileSync(join(SAMPLES, 'draft-2025.gca.md'), 'utf8');
const archive = Object.fromEntries(
  readdirSync(join(SAMPLES, 'archive')).map(name => [
    `archive/${name}`,
    readFileSync(join(SAMPLES, 'archive', name)),
  ]),
);

let folder: Folder | undefined;
let editor: Editor | undefined;
afterEach(async () => {
  folder?.remove();
  await editor?.stop();
  folder = editor = undefined;
  for (const name of ['LC_ALL', 'LC_MESSAGES', 'LANG']) delete process.env[name];
  speak({});
});

interface JsonCheck {
  files: { findings: { rule: string; severity: string; message: string; range: unknown }[] }[];
}

test('the command line speaks the language of the system, and --locale comes before it', async () => {
  folder = new Folder({ 'draft.gca.md': draft, ...archive });
  const line = async (...argv: string[]) =>
    (await commandline(['check', 'draft.gca.md', ...argv])).out.trimEnd().split('\n').at(-1);
  assert.match((await line()) ?? '', /^one report checked: /);
  process.env.LANG = 'fr_FR.UTF-8';
  assert.match((await line()) ?? '', /^un rapport vérifié\u00a0: /);
  process.env.LC_MESSAGES = 'es_ES.UTF-8';
  assert.match((await line()) ?? '', /^un informe comprobado: /);
  process.env.LC_ALL = 'C';
  assert.match((await line()) ?? '', /^one report checked: /);
  assert.match((await line('--locale', 'es')) ?? '', /^un informe comprobado: /);
  assert.match((await line('--locale=fr')) ?? '', /^un rapport vérifié\u00a0: /);
  process.env.LC_ALL = 'fr_FR';
  assert.match((await line('--locale', 'en')) ?? '', /^one report checked: /);
});

test('rules, severities, places and exit statuses are the same in every language', async () => {
  folder = new Folder({ 'draft.gca.md': draft, ...archive });
  const found = async (locale: string) => {
    const { out, status } = await commandline([
      'check',
      'draft.gca.md',
      ...['--archive', 'archive', '--format', 'json', '--locale', locale],
    ]);
    const { findings } = (JSON.parse(out) as JsonCheck).files[0];
    return {
      status,
      messages: findings.map(({ message }) => message),
      bare: findings.map(({ rule, severity, range }) => ({ rule, severity, range })),
    };
  };
  const english = await found('en');
  assert.ok(english.bare.length > 50);
  for (const locale of ['fr', 'es']) {
    const other = await found(locale);
    assert.deepEqual(other.bare, english.bare);
    assert.equal(other.status, english.status);
    for (const [i, message] of other.messages.entries()) assert.notEqual(message, english.messages[i]);
  }
  const { out } = await commandline(['check', 'draft.gca.md', '--format', 'sarif', '--locale', 'fr']);
  const [{ tool, language }] = JSON.parse(out).runs;
  assert.equal(language, 'fr');
  assert.deepEqual(
    tool.driver.rules.map((rule: { id: string }) => rule.id),
    rules.map(({ id }) => id),
  );
});

test('what is wrong with a call is told in the language too; one that nobody speaks is refused', async () => {
  folder = new Folder();
  const call = await commandline(['chek', '--locale', 'fr']);
  assert.equal(call.status, 2);
  assert.match(call.err, /Il n’y a pas de commande «\u00a0chek\u00a0»\. Valeurs connues/);
  process.env.LANG = 'es_ES';
  assert.match((await commandline(['check', '--colour'])).err, /No hay ninguna opción --colour/);
  const unknown = await commandline(['check', 'a.md', '--locale', 'de']);
  assert.deepEqual([unknown.status, /“de”.*Known are en, fr, es/.test(unknown.err)], [2, true]);
});

test('translations that cannot be read leave English', async () => {
  folder = new Folder({ 'draft.gca.md': draft });
  const { out } = await commandline(['check', 'draft.gca.md', '--locale', 'fr'], undefined, async () => {
    throw new Error('damaged');
  });
  assert.match(out, /one report checked: /);
});

test('everything that the command line prints goes through the translation', async () => {
  folder = new Folder({ 'draft.gca.md': draft, 'empty.md': '', 'note.md': 'A note.\n', ...archive });
  const translations = async () => pseudoTranslations();
  const given = [
    draft,
    ...Object.keys(archive),
    ...rules.map(({ id }) => id),
    ...[
      'draft.gca.md',
      'empty.md',
      'note.md',
      'nowhere',
      'gca-report',
      'made.md',
      '.gca-report/baseline.json',
    ],
    ...Object.entries(archive).map(([name, bytes]) => (name.endsWith('.docx') ? '' : bytes.toString())),
    'drafting review submission',
    'Thursday',
    'council-2014, council-2019, council-2023, thematic',
    'markdown introduction background legal technical organizational capacity cooperation cop other',
  ];
  const calls = [
    ['check', 'draft.gca.md', '--archive', 'archive'],
    ['check', 'draft.gca.md', 'empty.md', 'note.md', 'nowhere'],
    ['check', 'draft.gca.md', '--format', 'github'],
    ['check', 'draft.gca.md', '--profile', 'no'],
    ['check', 'draft.gca.md', '--archive', 'nowhere'],
    ['check', 'draft.gca.md', '--fix-dry-run'],
    ['check', 'draft.gca.md', '--update-baseline'],
    ['figures', 'draft.gca.md', '--archive', 'archive'],
    ['citations', 'draft.gca.md'],
    ['outline', 'draft.gca.md'],
    ['new', '--from', 'archive/2023.md', '--year', '2026', '--output', 'made.md'],
    ['new', '--from', 'archive/2023.md', '--year', '2020'],
    ['convert', 'draft.gca.md', 'draft.gca.md'],
    ['convert', 'empty.md', 'made.docx'],
  ];
  let heard = 0;
  for (const argv of calls) {
    const { out, err } = await commandline(argv, undefined, translations);
    for (const line of `${out}\n${err}`.split('\n')) {
      // Lines of the draft, as they are and as they would be.
      if (line.trim() === '' || /^(?:[+-]|@@ )/.test(line)) continue;
      heard++;
      const said = line.replace(/^::\w+ .*?::/, '').replace(/^gca-report: /, '');
      assert.deepEqual(untranslated(said, given), [], `${argv.join(' ')}: ${line}`);
    }
  }
  assert.ok(heard > 300, String(heard));
  const { out } = await commandline(['--help'], undefined, translations);
  const words = out.split('\n').map(line => line.replace(/^ {2}[\w-].*? {2,}|^ {2}--\S.*$|^ {2}\w+$/, ''));
  for (const line of words) assert.doesNotMatch(line.replace(/⟦.*⟧/, ''), /[a-z]{3}/, line);
});

const textOf = (message: Diagnostic['message']): string =>
  typeof message === 'string' ? message : message.value;

/** A text with anything in its places. */
const templateOf = (text: string): RegExp =>
  new RegExp(
    `^${text
      .split(/\{\w+\}/)
      .map(part => part.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&'))
      .join('[^]+')}$`,
  );

const server = async (options: EditorOptions) => {
  editor = await Editor.start({
    files: { 'archive/2023.md': archive['archive/2023.md'].toString() },
    ...options,
  });
  return { editor, uri: await editor.open('draft-2025.gca.md', draft) };
};

test('the server speaks its client’s language; what the client says for it comes first', async () => {
  const french = await server({ locale: 'fr-CA' });
  const said = (await french.editor.items(french.uri)).map(({ message }) => textOf(message));
  assert.ok(said.length > 50);
  const known = Object.values(readBundle('fr')).map(templateOf);
  assert.deepEqual(
    said.filter(message => !known.some(template => template.test(message))),
    [],
  );
  await french.editor.stop();
  const spanish = await server({ locale: 'fr', initializationOptions: { locale: 'es' } });
  assert.ok(
    (await spanish.editor.items(spanish.uri)).some(({ message }) =>
      /Compruebe|Escriba/.test(textOf(message)),
    ),
  );
  await spanish.editor.stop();
  const english = await server({ locale: 'de' });
  assert.ok((await english.editor.items(english.uri)).some(({ message }) => /Check /.test(textOf(message))));
});

test('everything that the server says goes through the translation', async () => {
  const { editor, uri } = await server({
    initializationOptions: { translations: pseudoTranslations(), clientFiles: false },
  });
  const given = [
    draft,
    archive['archive/2023.md'].toString(),
    ...rules.map(({ id }) => id),
    'archive/2023.md',
    '.gca-report/confirmed.json',
  ];
  const check = (said: string, more: readonly string[] = []) =>
    assert.deepEqual(untranslated(said, [...given, ...more]), [], said);
  const { connection } = editor;
  const textDocument = { uri };
  const whole = { start: { line: 0, character: 0 }, end: { line: 500, character: 0 } };
  const context = { diagnostics: [] };
  const newTexts = ({ edit }: CodeAction) => JSON.stringify(edit ?? {}).replaceAll('\\"', '"');
  for (const only of [undefined, ['source']]) {
    const actions = await connection.sendRequest<CodeAction[]>('textDocument/codeAction', {
      textDocument,
      range: whole,
      context: { ...context, only },
    });
    assert.ok(actions.length > 1);
    for (const action of actions) check(action.title, [newTexts(action)]);
  }
  for (const lens of await connection.sendRequest<CodeLens[]>('textDocument/codeLens', { textDocument }))
    check(lens.command?.title ?? '');
  for (const symbol of await connection.sendRequest<DocumentSymbol[]>('textDocument/documentSymbol', {
    textDocument,
  }))
    check(symbol.name);
  const refused = await connection.sendRequest<{ refused: string }>('gcaReport/move', {
    uri,
    line: 0,
    character: 0,
    part: 'section',
    direction: 'up',
  });
  check(refused.refused);
  const progress = await connection.sendRequest<{ groups: { title: string }[] }>('gcaReport/progress', {
    uri,
  });
  for (const { title } of progress.groups) check(title);
  for (const { title } of await connection.sendRequest<{ title: string }[]>('gcaReport/profiles', {}))
    check(title);
  const hover = await connection.sendRequest<Hover | null>('textDocument/hover', {
    textDocument,
    position: { line: 1, character: 12 },
  });
  if (hover) check(JSON.stringify(hover.contents), ['kind markdown value']);
});

test('what a fix writes into the draft is English, whatever the program speaks', async () => {
  const edits = async (locale: string) => {
    const { editor: one, uri } = await server({ locale });
    const actions = await one.connection.sendRequest<CodeAction[]>('textDocument/codeAction', {
      textDocument: { uri },
      range: { start: { line: 0, character: 0 }, end: { line: 500, character: 0 } },
      context: { diagnostics: [] },
    });
    await one.stop();
    editor = undefined;
    return actions.map(({ edit }) => edit);
  };
  assert.deepEqual(await edits('fr'), await edits('en'));
});

test('an English program reads no translations', async () => {
  folder = new Folder({ 'draft.gca.md': draft });
  const asked: string[] = [];
  const translations = async (language: string) => {
    asked.push(language);
    return {};
  };
  await commandline(['check', 'draft.gca.md'], undefined, translations);
  assert.deepEqual(asked, ['en']);
  assert.equal(packageJson.l10n, './l10n');
});
