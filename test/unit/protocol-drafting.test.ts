import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { afterEach, test } from 'node:test';
import type {
  CompareAnswer,
  EarlierParagraph,
  EditAnswer,
  NewReportAnswer,
  ProgressAnswer,
  RefusedAnswer,
} from '../../server/lsp/protocol.ts';
import { applyWire, madeFrom, positionOf } from './support/drafting.ts';
import { Editor } from './support/editor.ts';

const sample = (path: string) => readFileSync(new URL(`../../samples/${path}`, import.meta.url), 'utf8');
const LAST = sample('archive/2024.gca.md');
const NEW = madeFrom(LAST, 'archive/2024.gca.md', 2025);
const ARCHIVE = ['archive/2022.txt', 'archive/2023.md', 'archive/2024.gca.md'];
const files = Object.fromEntries(ARCHIVE.map(path => [path, sample(path)]));

let editor: Editor | undefined;
afterEach(async () => {
  await editor?.stop();
  editor = undefined;
});

async function open(text: string, path = 'draft-2025.gca.md') {
  editor = await Editor.start({ files });
  const uri = await editor.open(path, text);
  const ask = <R>(method: string, params: object = {}): Promise<R> =>
    (editor as Editor).connection.sendRequest(`gcaReport/${method}`, { uri, ...params });
  return { editor, uri, ask };
}

test('progress: the marks by section, with the paragraph they come from, and the promises', async () => {
  const { ask, editor } = await open(NEW);
  const progress = await ask<ProgressAnswer>('progress');
  assert.equal(progress.open, progress.total);
  assert.equal(
    progress.groups.reduce((sum, group) => sum + group.marks.length, 0),
    progress.open,
  );
  assert.deepEqual(
    progress.groups.map(group => group.title),
    [
      'Front matter',
      'Introduction',
      '1. Legal Measures',
      '2. Technical and Procedural Measures',
      '3. Organizational Structures',
      '4. Capacity Building',
      '5. International Cooperation',
      '6. Child Online Protection (COP)',
    ],
  );
  const [first] = progress.groups[2].marks;
  assert.deepEqual([first.place, first.year, first.from], ['1.1', 2024, '1.1']);
  assert.equal(first.earlier?.uri, editor.uri('archive/2024.gca.md'));
  const capacity = progress.groups.find(group => group.role === 'capacity');
  assert.deepEqual(
    capacity?.promises.map(({ when, state }) => `${when}: ${state}`),
    ['November 2024: marked', 'October 2025: marked', 'September 2024: marked'],
  );
});

test('the status of a draft says how many marks are open', async () => {
  const { editor, uri } = await open(NEW);
  await editor.items(uri);
  const told = editor.notifications.findLast(({ method }) => method === 'gcaReport/status');
  assert.ok(told);
  const { toConfirm } = told.params as { toConfirm: object };
  assert.deepEqual(toConfirm, { open: 42, total: 42 });
});

test('settling: kept, changed with the figure selected, dropped with the numbers closing up', async () => {
  const { ask, uri } = await open(NEW);
  const at = positionOf(NEW, 'confirm (2024, 3.1): ITU has so far');
  const kept = await ask<EditAnswer>('settle', { ...at, how: 'keep' });
  assert.match(applyWire(NEW, kept.edits), /\n3\.1 ITU has so far assessed .*\(CIRT\)\. <!--/);
  const changed = await ask<EditAnswer>('settle', { ...at, how: 'change' });
  const text = applyWire(NEW, changed.edits);
  const { start, end } = changed.selection ?? assert.fail();
  assert.equal(text.split('\n')[start.line].slice(start.character, end.character), '86');
  const dropped = await ask<EditAnswer>('settle', {
    ...positionOf(NEW, 'A CyberDrill open to all'),
    how: 'drop',
  });
  assert.doesNotMatch(applyWire(NEW, dropped.edits), /^3\.4/m);
  assert.equal(await ask('settle', { uri, line: 0, character: 80, how: 'keep' }), null);
});

test('an open promise is listed and ticked off', async () => {
  const { ask } = await open(sample('draft-2025.gca.md'));
  const { groups } = await ask<ProgressAnswer>('progress');
  const promised = groups.flatMap(group => group.promises).find(({ state }) => state === 'open');
  assert.match(promised?.text ?? '', /NCS guide/);
  const { edits } = await ask<EditAnswer>('settlePromise', { text: promised?.text });
  const text = applyWire(sample('draft-2025.gca.md'), edits);
  assert.match(text, /<!-- promise settled \(2024, 4\.1\): A third edition/);
  await editor?.stop();
  const after = await open(text);
  const again = (await after.ask<ProgressAnswer>('progress')).groups.flatMap(group => group.promises);
  assert.equal(again.find(one => one.text === promised?.text)?.state, 'settled');
});

test('comparison: states, aligned texts, pillars that went silent', async () => {
  const { ask, editor } = await open(sample('draft-2025.gca.md'));
  const answer = await ask<CompareAnswer>('compare');
  assert.deepEqual(
    [answer.year, answer.earlier.year, answer.earlier.uri],
    [2025, 2024, editor.uri('archive/2024.gca.md')],
  );
  assert.equal(answer.left.split('\n').length, answer.right.split('\n').length);
  for (const one of answer.paragraphs) {
    const [left, right] = [answer.left, answer.right].map(text => text.split('\n')[one.line]);
    assert.equal(left !== '', one.earlierPlace !== null, `${one.earlierPlace} ${left}`);
    assert.equal(right !== '', one.place !== null, `${one.place} ${right}`);
  }
  const silent = answer.pillars.filter(pillar => pillar.silent).map(pillar => pillar.title);
  assert.deepEqual(silent, ['International Cooperation']);
  const legal = answer.pillars.find(pillar => pillar.role === 'legal');
  assert.deepEqual(
    legal?.years.map(one => one.year),
    [2022, 2023, 2024, 2025],
  );
  const older = await ask<CompareAnswer>('compare', { year: 2022 });
  assert.equal(older.earlier.path, 'archive/2022.txt');
  assert.equal(await ask('compare', { year: 1999 }), null);
});

test('the previous year’s paragraph, and what to insert of it', async () => {
  const draft = sample('draft-2025.gca.md');
  const { ask } = await open(draft);
  const found = await ask<EarlierParagraph>('previousParagraph', positionOf(draft, 'ITU has organized 40'));
  assert.equal(found.place, '3.3');
  assert.match(found.text, /^3\.3 ITU has organized 42 CyberDrills/);
  assert.match(found.insert, /^<!-- confirm \(2024, 3\.3\): ITU has organized 42 CyberDrills so far/);
});

test('a new report from a file of the archive, and what is refused', async () => {
  const { ask, editor } = await open(sample('draft-2025.gca.md'));
  const from = editor.uri('archive/2024.gca.md');
  const order = { from, year: 2025, symbol: 'C25/18', date: '11 April 2025', agendaItem: 'PL 2' };
  const draft = await ask<NewReportAnswer>('new', order);
  assert.equal(draft.text, NEW);
  assert.deepEqual([draft.fileName, draft.toConfirm, draft.notes], ['draft-2025.gca.md', 42, []]);
  const skeleton = await ask<NewReportAnswer>('new', { from: null, year: 2026 });
  assert.match(skeleton.text, /^## 1\. Legal Measures$/m);
  for (const [wrong, why] of [
    [{ ...order, symbol: 'C/18' }, /document symbol/],
    [{ ...order, symbol: 'C24/18' }, /2024/],
    [{ ...order, date: 'soon' }, /no date/],
    [{ from, year: 2024 }, /report of 2024/],
    [{ ...order, from: editor.uri('archive/none.md') }, /not there/],
    [{ ...order, profile: 'none' }, /no profile/],
  ] as const) {
    assert.match((await ask<RefusedAnswer>('new', wrong)).refused, why);
  }
});
