import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';
import { test } from 'node:test';
import { ROOT } from '../../scripts/root.ts';

/**
 * The floors of the house (docs/architecture.md): a file imports from its own floor or from one below. A new folder
 * has to be given its floor here.
 */
const FLOORS: Readonly<Record<string, number>> = {
  data: 0,
  'server/text': 0,
  'server/messages': 0,
  'server/report': 1,
  'server/profiles': 1,
  'server/word': 1,
  'server/workspace': 1,
  'server/citations': 2,
  'server/catalogue': 2,
  'server/figures': 2,
  // A reading holds citations and claims, and the series of figures are drawn from readings: one floor.
  'server/reading': 2,
  'server/archive': 3,
  // The drafter's year and the rules that speak of it know each other: one floor.
  'server/drafting': 4,
  'server/rules': 4,
  'server/analysis': 5,
  'server/lsp': 6,
  'server/platform': 6,
  'server/commandline': 6,
  server: 7,
  client: 8,
};

/** Floors up to this one know no editor, no protocol and no machine. */
const CORE = 5;

/** Packages in the core, each only where it is at home: they run in a browser and in a Worker as the core does. */
const PACKAGES: Readonly<Record<string, readonly string[]>> = {
  'server/messages': ['@vscode/l10n'],
  'server/word': ['fflate', 'docx', 'mammoth'],
  'server/analysis': ['diff'],
};

/** What the client may take from the server: the protocol's types, and what is pure. */
const FOR_THE_CLIENT = [
  'server/lsp/protocol.ts',
  'server/report/council.ts',
  'server/report/detect.ts',
  'server/rules/rule.ts',
  'server/text/base64.ts',
  'server/text/decode.ts',
  'server/workspace/workspace.ts',
];

interface Import {
  readonly from: string;
  /** A file of the project relative to its folder, or the name of a package. */
  readonly target: string;
  /** Whether only types are taken, which leaves nothing in the program. */
  readonly typeOnly: boolean;
}

const IMPORT =
  /^\s*(import|export)\s+(type\s+)?(?:[^'";]*?\sfrom\s+)?['"]([^'"\n]+)['"]|\bimport\(\s*['"]([^'"\n]+)['"]/gm;

function filesIn(folder: string): string[] {
  return readdirSync(join(ROOT, folder), { withFileTypes: true }).flatMap(entry => {
    const path = `${folder}/${entry.name}`;
    if (entry.isDirectory()) return filesIn(path);
    return /\.tsx?$/.test(entry.name) ? [path] : [];
  });
}

function importsOf(file: string): Import[] {
  const code = readFileSync(join(ROOT, file), 'utf8').replace(/\/\*[\s\S]*?\*\//g, '');
  return [...code.matchAll(IMPORT)].map(([, , type, name, dynamic]) => {
    const target = name ?? dynamic;
    const local = target.startsWith('.');
    return {
      from: file,
      target: local
        ? relative(ROOT, join(ROOT, dirname(file), target))
            .split(sep)
            .join('/')
        : target,
      typeOnly: type !== undefined,
    };
  });
}

const files = [...filesIn('server'), ...filesIn('client')];
const imports = files.flatMap(importsOf);
const isLocal = ({ target }: Import): boolean => /^(?:server|client|data)\//.test(target);

/** The folder that gives a file its floor: the longest one that FLOORS names. */
const folderOf = (file: string): string | undefined =>
  Object.keys(FLOORS)
    .filter(folder => file.startsWith(`${folder}/`))
    .sort((a, b) => b.length - a.length)[0];

const floorOf = (file: string): number => {
  const folder = folderOf(file);
  // Below server/ a folder of its own has a floor of its own: only the entries stand in server/ itself.
  if (!folder || (folder === 'server' && file.split('/').length > 2))
    throw new Error(`${file} stands on no floor`);
  return FLOORS[folder];
};

test('the imports were found', () => {
  assert.ok(files.length > 50);
  assert.ok(imports.filter(isLocal).length > 100);
  assert.ok(imports.some(one => one.typeOnly) && imports.some(one => !one.typeOnly));
});

test('every file stands on a floor', () => {
  for (const file of files) floorOf(file);
});

test('an arrow goes down only', () => {
  const up = imports
    .filter(isLocal)
    .filter(one => floorOf(one.target) > floorOf(one.from))
    .map(one => `${one.from} imports ${one.target}`);
  assert.deepEqual(up, []);
});

test('the core knows no editor, no protocol, no machine and no package but its own', () => {
  const out = imports
    .filter(one => floorOf(one.from) <= CORE && !isLocal(one))
    .filter(one => !PACKAGES[folderOf(one.from) ?? '']?.includes(one.target))
    .map(one => `${one.from} imports ${one.target}`);
  assert.deepEqual(out, []);
});

test('the language server knows no disk: files come through the editor', () => {
  const out = imports
    .filter(
      one =>
        one.from.startsWith('server/lsp/') &&
        /^(?:node:|vscode$|server\/platform\/|server\/commandline\/)/.test(one.target),
    )
    .map(one => `${one.from} imports ${one.target}`);
  assert.deepEqual(out, []);
});

test('the client takes nothing but vscode, its language client, the protocol and what is pure', () => {
  const out = imports
    .filter(one => one.from.startsWith('client/'))
    .filter(({ target }) => !/^(?:client\/|vscode$|vscode-languageclient(?:\/|$))/.test(target))
    .filter(({ target }) => !FOR_THE_CLIENT.includes(target))
    // Messages of a view are read by schemas on both sides (docs/decisions/messages-of-views.md).
    .filter(({ from, target }) => !(target === 'valibot' && from === 'client/figures/messages.ts'))
    // The preview's plugin is handed the renderer; it takes only its types.
    .filter(
      ({ from, target, typeOnly }) =>
        !(typeOnly && target === 'markdown-it' && from.startsWith('client/preview/')),
    )
    .map(one => `${one.from} imports ${one.target}`);
  assert.deepEqual(out, []);
});

/** Every file that a file's program holds because of it. */
function closure(file: string, seen = new Set<string>()): Set<string> {
  if (seen.has(file)) return seen;
  seen.add(file);
  for (const one of imports)
    if (one.from === file && isLocal(one) && !one.typeOnly) closure(one.target, seen);
  return seen;
}

test('what the client takes brings neither rules nor data with it', () => {
  const brought = FOR_THE_CLIENT.flatMap(file => [...closure(file)]);
  const heavy = brought.filter(
    file =>
      file.startsWith('data/') || file === 'server/rules/index.ts' || file.startsWith('server/catalogue/'),
  );
  assert.deepEqual(heavy, []);
});

test('no file needs itself, not even through others', () => {
  const targets = new Map<string, string[]>();
  for (const one of imports) {
    if (isLocal(one) && !one.typeOnly) targets.set(one.from, [...(targets.get(one.from) ?? []), one.target]);
  }
  const done = new Set<string>();
  const visit = (file: string, path: readonly string[]): void => {
    assert.ok(!path.includes(file), `a circle: ${[...path.slice(path.indexOf(file)), file].join(' → ')}`);
    if (done.has(file)) return;
    for (const target of targets.get(file) ?? []) visit(target, [...path, file]);
    done.add(file);
  };
  for (const file of files) visit(file, []);
});
