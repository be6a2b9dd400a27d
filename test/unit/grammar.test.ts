import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import oniguruma from 'vscode-oniguruma';
import textmate, { type IGrammar, type StateStack } from 'vscode-textmate';

const GRAMMAR = new URL('../../syntaxes/gca-report.tmLanguage.json', import.meta.url);
const FIXTURES = new URL('fixtures/grammar/', import.meta.url);
const SAMPLES = new URL('../../samples/', import.meta.url);
const ROOT = 'text.gca-report';

async function loadGrammar(): Promise<IGrammar> {
  const wasm = readFileSync(new URL('onig.wasm', import.meta.resolve('vscode-oniguruma')));
  await oniguruma.loadWASM(wasm);
  const registry = new textmate.Registry({
    onigLib: Promise.resolve({
      createOnigScanner: sources => oniguruma.createOnigScanner(sources),
      createOnigString: text => oniguruma.createOnigString(text),
    }),
    loadGrammar: async () => textmate.parseRawGrammar(readFileSync(GRAMMAR, 'utf8'), 'grammar.json'),
  });
  return (await registry.loadGrammar(ROOT))!;
}

const grammar = await loadGrammar();

/** The scopes of every character of a line, without the root and without the `.gca-report` that ends each. */
function scopesOf(line: string, state: StateStack | null): { scopes: string[][]; state: StateStack } {
  const { tokens, ruleStack } = grammar.tokenizeLine(line, state);
  const scopes: string[][] = [];
  for (const token of tokens) {
    const names = token.scopes.filter(name => name !== ROOT).map(name => name.replace(/\.gca-report$/, ''));
    for (let at = token.startIndex; at < Math.min(token.endIndex, line.length); at++) scopes[at] = names;
  }
  return { scopes, state: ruleStack };
}

/** Every stretch of a line that has the scope, as `start-end`. */
function stretches(scopes: readonly string[][], scope: string): string[] {
  const found: string[] = [];
  for (let at = 0, start = -1; at <= scopes.length; at++) {
    const has = scopes[at]?.includes(scope) ?? false;
    if (has && start < 0) start = at;
    if (!has && start >= 0) {
      found.push(`${start}-${at}`);
      start = -1;
    }
  }
  return found;
}

/**
 * Runs one fixture. `# name` begins a case with a fresh state. `| text` is a line of a report, ⇥ a TAB in it and ␣ a
 * no-break space. Under it, `^^^ scope scope` says that each scope stands on just the characters above the carets,
 * `^^^ -` that no scope stands there.
 */
function runFixture(name: string): void {
  let state: StateStack | null = null;
  let scopes: string[][] = [];
  readFileSync(new URL(name, FIXTURES), 'utf8')
    .split('\n')
    .forEach((raw, index) => {
      const place = `${name}:${index + 1}`;
      if (raw === '') return;
      if (raw.startsWith('#')) state = null;
      else if (raw.startsWith('| ')) {
        const line = raw.slice(2).replaceAll('⇥', '\t').replaceAll('␣', '\u00a0');
        ({ scopes, state } = scopesOf(line, state));
      } else {
        const carets = /^ {2}( *)(\^+) (.+)$/.exec(raw);
        assert.ok(carets, `${place}: not a line of a fixture: ${raw}`);
        const start = carets[1]!.length;
        const end = start + carets[2]!.length;
        if (carets[3] === '-') {
          assert.deepEqual(scopes.slice(start, end).flat(), [], `${place}: scopes where none should be`);
          return;
        }
        for (const scope of carets[3]!.split(' ')) {
          const there = stretches(scopes, scope);
          const here = JSON.stringify(scopes.slice(start, end));
          assert.ok(
            there.includes(`${start}-${end}`),
            `${place}: ${scope} on ${there.join(', ') || 'nothing'}; here ${here}`,
          );
        }
      }
    });
}

for (const name of readdirSync(FIXTURES).filter(name => name.endsWith('.txt'))) {
  test(`grammar: ${name}`, () => runFixture(name));
}

/** The roles of the section headings of a whole file, in order. */
function rolesOf(file: string): string[] {
  const roles: string[] = [];
  let state: StateStack | null = null;
  for (const line of readFileSync(new URL(file, SAMPLES), 'utf8').split('\n')) {
    const read = scopesOf(line, state);
    state = read.state;
    const heading = read.scopes.flat().find(scope => scope.startsWith('markup.heading.section.'));
    if (heading) roles.push(heading.slice('markup.heading.section.'.length));
  }
  return roles;
}

test('grammar: the sections of the samples are known by their role, in every dialect', () => {
  const pillars = ['legal', 'technical', 'organizational', 'capacity', 'cooperation', 'cop'];
  assert.deepEqual(rolesOf('archive/2022.txt'), ['introduction', ...pillars]);
  assert.deepEqual(rolesOf('archive/2023.md'), pillars);
  assert.deepEqual(rolesOf('archive/2024.gca.md'), pillars);
  assert.deepEqual(rolesOf('draft-2025.gca.md'), [
    ...pillars.filter(role => role !== 'cooperation'),
    'other',
  ]);
});

test('grammar: every scope is of a family that themes colour, and names the language', () => {
  const families =
    /^(comment|constant|entity\.name|invalid|keyword|markup|meta|punctuation|string|support)\.[a-z._-]+\.gca-report$/;
  const names: string[] = [];
  JSON.stringify(JSON.parse(readFileSync(GRAMMAR, 'utf8')), (key, value) => {
    if ((key === 'name' || key === 'contentName') && typeof value === 'string') names.push(value);
    return value;
  });
  assert.deepEqual(
    names.filter(name => name !== 'GCA report' && !families.test(name)),
    [],
  );
});

const long = (piece: string): string => piece.repeat(Math.ceil(100_000 / piece.length));

test('grammar: a line of 100 kB costs well under a second, whatever it is made of', () => {
  const samples = readFileSync(new URL('draft-2025.gca.md', SAMPLES), 'utf8').replaceAll('\n', ' ');
  const pieces = [
    '[',
    '(',
    '"',
    '“',
    '*',
    '_',
    '`',
    '\\',
    '#',
    '<!--',
    '1',
    '1 ',
    '1,',
    '2 700 ',
    'X',
    'X.',
    'X.1',
    ' ',
    '\t',
  ];
  const words = [
    'a ',
    'more than ',
    'Resolution 130 (Rev. ',
    '[^1',
    '[a](',
    '[footnoteRef:1] [1: ',
    'ITU-T ',
    'http://',
  ];
  const heads = ['## legal', '1.', '1.1', '___', 'Summary'].map(head => head + ' '.repeat(100_000));
  const lines = [...[...pieces, ...words, samples].map(long), ...heads, ...heads.map(line => `${line}x`)];
  for (const line of lines) {
    const from = performance.now();
    grammar.tokenizeLine(line, null);
    const ms = performance.now() - from;
    assert.ok(ms < 1000, `${Math.round(ms)} ms for ${JSON.stringify(line.slice(0, 24))} …`);
  }
});
