import assert from 'node:assert/strict';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { Editor } from '../unit/support/editor.ts';
import { counts } from './counts.ts';
import { read, type Stroke, spanOf, struck } from './texts.ts';

/**
 * A real server in this process and an editor that types into it: whatever was typed before, in whatever order the
 * versions came, what the server says of a text is what it says of the same text opened afresh.
 */

const ARCHIVE = ['archive/2022.txt', 'archive/2023.md', 'archive/2024.gca.md'];

/** One server for all that is typed and one that never saw an edit; both live as long as the run. */
const servers = { typed: undefined as Editor | undefined, fresh: undefined as Editor | undefined };

async function server(which: keyof typeof servers): Promise<Editor> {
  servers[which] ??= await Editor.start({
    files: Object.fromEntries(ARCHIVE.map(name => [name, read('samples', name)])),
    initializationOptions: { inlayHints: 'all' },
  });
  return servers[which];
}

export async function stopServers(): Promise<void> {
  await servers.typed?.stop();
  await servers.fresh?.stop();
  servers.typed = servers.fresh = undefined;
}

/** How an edit is told to the server. */
export interface Told {
  readonly stroke: Stroke;
  /**
   * `range`: as editors do; `all`: the whole text anew; `undo`: back to the text before; `twice`: two ranges in one
   * message; `empty`: a message without a change.
   */
  readonly how: 'range' | 'all' | 'undo' | 'twice' | 'empty';
  /** What is added to the version before: editors add one. */
  readonly step: number;
}

const changeOf = (text: string, one: Stroke) => {
  const document = TextDocument.create('', '', 0, text);
  const { start, end } = spanOf(text, one);
  const range = { start: document.positionAt(start), end: document.positionAt(end) };
  return { change: { range, text: one.put }, after: withChange(text, range, one.put) };
};

type Range = { readonly start: Position; readonly end: Position };
type Position = { readonly line: number; readonly character: number };

/** What an editor has after a change by line and character: worked out here by lines, apart from the server's way. */
export function withChange(text: string, { start, end }: Range, put: string): string {
  const lines = text.split(/(?<=\r\n|\r(?!\n)|\n)/);
  if (text === '' || /[\r\n]$/.test(text)) lines.push('');
  const offset = ({ line, character }: Position) =>
    lines.slice(0, line).join('').length +
    Math.min(character, (lines[line] ?? '').replace(/[\r\n]+$/, '').length);
  return text.slice(0, offset(start)) + put + text.slice(offset(end));
}

/** The questions of the protocol that are asked of a whole document, and those of a place in it. */
const OF_WHOLE = [
  'textDocument/documentSymbol',
  'textDocument/foldingRange',
  'textDocument/documentLink',
  'textDocument/semanticTokens/full',
  'textDocument/codeLens',
];
const AT_PLACE = [
  'textDocument/hover',
  'textDocument/completion',
  'textDocument/definition',
  'textDocument/documentHighlight',
  'textDocument/prepareRename',
];
/** Our client's own. */
const OWN = ['gcaReport/figures', 'gcaReport/progress', 'gcaReport/compare'];

/** Everything that a server says of a document, without its address and version. */
async function said(editor: Editor, uri: string, places: readonly Position[]): Promise<unknown> {
  const ask = (method: string, params: object): Promise<unknown> =>
    editor.connection.sendRequest(method, params);
  const textDocument = { uri };
  const whole = { start: { line: 0, character: 0 }, end: { line: 1e6, character: 0 } };
  await editor.connection.sendNotification('gcaReport/caret', { uri, line: null });
  const answers: Record<string, unknown> = { diagnostics: await editor.items(uri) };
  for (const method of OF_WHOLE) answers[method] = await ask(method, { textDocument });
  for (const method of OWN) answers[method] = await ask(method, { uri });
  answers.hints = await ask('textDocument/inlayHint', { textDocument, range: whole });
  answers.actions = await ask('textDocument/codeAction', {
    textDocument,
    range: whole,
    context: { diagnostics: [], only: ['source'] },
  });
  answers.selections = await ask('textDocument/selectionRange', { textDocument, positions: places });
  for (const [i, position] of places.entries()) {
    for (const method of AT_PLACE) answers[`${method} ${i}`] = await ask(method, { textDocument, position });
    answers[`references ${i}`] = await ask('textDocument/references', {
      textDocument,
      position,
      context: { includeDeclaration: true },
    });
    answers[`fixes ${i}`] = await ask('textDocument/codeAction', {
      textDocument,
      range: { start: position, end: position },
      context: { diagnostics: [] },
    });
  }
  return JSON.parse(
    JSON.stringify(answers)
      .replace(/\bd\d+\/draft\.gca\.md/g, 'draft.gca.md')
      .replace(/"version":-?\d+|"resultId":"\d+"/g, '"version":0'),
  );
}

let documents = 0;

/** A document of its own each time; the name is one, since the year may come from it. */
const addressOf = (editor: Editor): string => editor.uri(`d${++documents}/draft.gca.md`);

const open = (editor: Editor, uri: string, text: string, version: number): Promise<void> =>
  editor.connection.sendNotification('textDocument/didOpen', {
    textDocument: { uri, languageId: 'gca-report', version, text },
  });
const close = (editor: Editor, uri: string): Promise<void> =>
  editor.connection.sendNotification('textDocument/didClose', { textDocument: { uri } });

/** What a server that has just heard of a text says of it. */
async function saidAfresh(text: string, places: readonly Position[]): Promise<unknown> {
  const editor = await server('fresh');
  const uri = addressOf(editor);
  await open(editor, uri, text, 1);
  const answer = await said(editor, uri, places);
  await close(editor, uri);
  return answer;
}

/**
 * Types into a document and compares with the text opened afresh, every so many edits and at the end.
 *
 * @returns the text as the editor has it in the end
 */
export async function typing(
  text: string,
  told: readonly Told[],
  shares: readonly number[],
  every = 4,
): Promise<string> {
  const editor = await server('typed');
  const uri = addressOf(editor);
  let version = 1;
  let now = text;
  let before = text;
  await open(editor, uri, now, version);
  for (const [i, { stroke, how, step }] of told.entries()) {
    const last = now;
    const contentChanges: object[] = [];
    if (how === 'all' || how === 'undo') {
      now = how === 'undo' ? before : struck(now, stroke);
      contentChanges.push({ text: now });
    } else if (how !== 'empty') {
      for (let n = how === 'twice' ? 2 : 1; n > 0; n--) {
        const { change, after } = changeOf(now, stroke);
        now = after;
        contentChanges.push(change);
      }
    }
    before = last;
    version += step;
    counts.edits++;
    await editor.connection.sendNotification('textDocument/didChange', {
      textDocument: { uri, version },
      contentChanges,
    });
    if (i % every === every - 1 || i === told.length - 1) {
      const places = placesIn(now, shares);
      assert.deepEqual(await said(editor, uri, places), await saidAfresh(now, places));
    }
  }
  await close(editor, uri);
  assert.deepEqual(faults(editor), [], 'the server logged a fault');
  return now;
}

const placesIn = (text: string, shares: readonly number[]): Position[] => {
  const document = TextDocument.create('', '', 0, text);
  return shares.map(share => document.positionAt(Math.floor(share * (text.length + 1))));
};

/** What a server logged as an error: a fault that cost an answer and was passed over. */
const faults = (editor: Editor): unknown[] =>
  editor.notifications.filter(
    ({ method, params }) => method === 'window/logMessage' && (params as { type: number }).type === 1,
  );

/** The same words with other line ends get the same answers at the same places. */
export async function lineEndsDoNotMatter(
  text: string,
  end: string,
  shares: readonly number[],
): Promise<void> {
  const lf = text.replace(/\r\n?/g, '\n');
  const other = lf.replaceAll('\n', end);
  const places = placesIn(lf, shares);
  const strip = (answer: unknown) => JSON.stringify(answer).replace(/\\r\\n|\\r/g, '\\n');
  assert.equal(strip(await saidAfresh(other, places)), strip(await saidAfresh(lf, places)));
}
