import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import fc from 'fast-check';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { commonEnds } from '../../server/text/difference.ts';
import { withChange } from '../fuzz/in-editor.ts';
import { read, SAMPLES, type Stroke, share, spanOf, stroke } from '../fuzz/texts.ts';
import { Editor } from '../unit/support/editor.ts';

/**
 * Ten thousand edits of one document in a server that lives as long: what it finds in the end, and at every tenth
 * edit, is what a server finds that never saw an edit. A seed gives the same edits again: `GCA_FAULT_SEED=7`.
 */
const EDITS = 10_000;
const COMPARED = 10;
/** As often the server is asked and its answer passed over: it remembers what it was asked. */
const ASKED = 2;
/** As often somebody throws the changes away: a text is typed to pieces in less. */
const THROWN_AWAY = 200;
const SEED = Number(process.env.GCA_FAULT_SEED ?? 130);

type Range = ReturnType<typeof rangeOf>;
interface Change {
  readonly range: Range;
  readonly text: string;
}

interface Edit {
  readonly how:
    | 'type'
    | 'overtype'
    | 'remove'
    | 'paste'
    | 'undo'
    | 'replace all'
    | 'two places'
    | 'whole text'
    | 'nothing';
  readonly stroke: Stroke;
  readonly other: number;
  /** What is added to the version: editors add one, and some have been seen to repeat it or go back. */
  readonly step: number;
}

const edit: fc.Arbitrary<Edit> = fc.record({
  how: fc.oneof(
    { weight: 8, arbitrary: fc.constant<Edit['how']>('type') },
    { weight: 4, arbitrary: fc.constantFrom<Edit['how'][]>('overtype', 'remove', 'paste', 'paste', 'undo') },
    fc.constantFrom<Edit['how'][]>('replace all', 'two places', 'whole text', 'nothing'),
  ),
  stroke,
  other: share,
  step: fc.oneof({ weight: 6, arbitrary: fc.constant(1) }, fc.integer({ min: -3, max: 3 })),
});

const rangeOf = (text: string, start: number, end: number) => {
  const document = TextDocument.create('', '', 0, text);
  return { start: document.positionAt(start), end: document.positionAt(end) };
};

/** The paragraphs of the samples, and what stands between them: what somebody pastes. */
const PARAGRAPHS = SAMPLES.flatMap(sample => sample.split(/\n(?=\n)/)).filter(one => one.length < 2000);

const at = (text: string, one: Stroke): Change[] => {
  const { start, end } = spanOf(text, one);
  return [{ range: rangeOf(text, start, end), text: one.put }];
};

/** As long as what was there, at the end of a line: what stands around it stays where it was. */
function overtyped(text: string, { at, put }: Stroke): Change[] {
  const end = text.indexOf('\n', Math.floor(at * text.length));
  const start = end - put.length;
  return end < 0 || start < 0 ? [] : [{ range: rangeOf(text, start, end), text: put }];
}

/** Every place of a word, the last first, so that none moves another. */
function replaceAll(text: string, share: number, put: string): Change[] {
  const [word] = /\p{L}{4,}/u.exec(text.slice(Math.floor(share * text.length))) ?? [];
  if (!word) return [];
  const places: Change[] = [];
  for (let i = text.lastIndexOf(word); i >= 0 && places.length < 30; ) {
    places.push({ range: rangeOf(text, i, i + word.length), text: put });
    i = i === 0 ? -1 : text.lastIndexOf(word, i - 1);
  }
  return places;
}

/** The one change that leads from a text to another. */
function between(now: string, then: string): Change[] {
  const { start, end } = commonEnds(now, then);
  const range = rangeOf(now, start, now.length - end);
  const change = { range, text: then.slice(start, then.length - end) };
  // A place between CR and LF has no line and character.
  return withChange(now, range, change.text) === then ? [change] : [];
}

/** What an editor tells of an edit; null for the whole text anew. */
function changesOf({ how, stroke, other }: Edit, now: string, before: readonly string[]): Change[] | null {
  if (how === 'nothing') return [];
  if (how === 'whole text') return null;
  if (how === 'undo') return before.length > 0 ? between(now, before.at(-1) ?? '') : [];
  if (how === 'overtype') return overtyped(now, stroke);
  if (how === 'remove') return at(now, { ...stroke, put: '', out: 1 + Math.floor(other * 80) });
  if (how === 'paste')
    return at(now, { ...stroke, out: 0, put: PARAGRAPHS[Math.floor(other * PARAGRAPHS.length)] });
  if (how === 'replace all') return replaceAll(now, other, stroke.put.slice(0, 12));
  const [first] = at(now, stroke);
  if (how === 'type') return [first];
  const then = withChange(now, first.range, first.text);
  return [first, ...at(then, { ...stroke, at: other })];
}

const files = Object.fromEntries(
  ['archive/2022.txt', 'archive/2023.md', 'archive/2024.gca.md'].map(name => [name, read('samples', name)]),
);
const typed = await Editor.start({ files });
const fresh = await Editor.start({ files });
after(async () => {
  await typed.stop();
  await fresh.stop();
});

async function found(editor: Editor, uri: string): Promise<unknown[]> {
  // Nobody is typing: what waits until a paragraph is left is told as well.
  await editor.connection.sendNotification('gcaReport/caret', { uri, line: null });
  return editor.items(uri);
}

async function foundAfresh(text: string): Promise<unknown[]> {
  const uri = await fresh.open('draft-2025.gca.md', text);
  const items = await found(fresh, uri);
  await fresh.connection.sendNotification('textDocument/didClose', { textDocument: { uri } });
  return items;
}

test(`after ${EDITS} edits every finding is one of the text as it stands`, async t => {
  const [sample] = SAMPLES;
  const uri = await typed.open('draft-2025.gca.md', sample);
  let now = sample;
  let version = 1;
  let compared = 0;
  let findings = 0;
  /** The texts that undo leads back to. */
  const before: string[] = [];
  for (const [i, one] of fc.sample(edit, { seed: SEED, numRuns: EDITS }).entries()) {
    const thrownAway = i % THROWN_AWAY === THROWN_AWAY - 1;
    const last = now;
    const changes = thrownAway ? null : changesOf(one, now, before);
    if (changes === null) now = thrownAway ? SAMPLES[((i / THROWN_AWAY) % 2) | 0] : now;
    else for (const { range, text } of changes) now = withChange(now, range, text);
    if (one.how === 'undo' && !thrownAway) before.pop();
    else if (now !== last) before.push(last);
    if (before.length > 50) before.shift();
    version += one.step;
    await typed.connection.sendNotification('textDocument/didChange', {
      textDocument: { uri, version },
      contentChanges: changes ?? [{ text: now }],
    });
    if (i % COMPARED === COMPARED - 1 || i === EDITS - 1) {
      const items = await found(typed, uri);
      assert.deepEqual(items, await foundAfresh(now), `edit ${i} of seed ${SEED}`);
      compared++;
      findings += items.length;
    } else if (i % ASKED === 0) await typed.items(uri);
  }
  assert.ok(findings > 20 * compared, 'there was something to find');
  const faults = typed.notifications.filter(
    ({ method, params }) => method === 'window/logMessage' && (params as { type: number }).type === 1,
  );
  assert.deepEqual(faults, [], 'the server logged a fault');
  t.diagnostic(`${compared} comparisons, ${findings} findings, seed ${SEED}`);
});
