import assert from 'node:assert/strict';
import { afterEach, test } from 'node:test';
import { type ReportFacts, reportText } from '../../client/report-text.ts';
import { Measures } from '../../server/lsp/measures.ts';
import { type HealthAnswer, tellHealth } from '../../server/lsp/protocol.ts';
import { Editor } from './support/editor.ts';
import { plan2019, plan2023, write } from './support/reports.ts';

/** A word that stands wherever somebody can write one: no report may hold it. */
const SECRET = 'Zuckerwatte';
const draft = write(plan2023(), 'markdown').replaceAll('The work', `The ${SECRET} work`);
const FILES = {
  [`archive/${SECRET} 2019.md`]: write(plan2019(), 'markdown').replaceAll('The work', `The ${SECRET} work`),
  [`.gca-report/profiles/${SECRET}.json`]: `{ "id": "zuckerwatte", "title": "${SECRET}", "sections": [{ "role": "legal", "title": "${SECRET}", "number": "1" }] }`,
  '.gca-report/config.json': `{ "profile": "zuckerwatte", "${SECRET}": 1, "archive": ["archive", "../${SECRET}"] }`,
};

let editor: Editor | undefined;
afterEach(async () => {
  await editor?.stop();
  editor = undefined;
});

async function healthOf(): Promise<HealthAnswer> {
  editor = await Editor.start({ files: FILES });
  const uri = await editor.open(`${SECRET}.gca.md`, draft);
  await editor.items(uri);
  return editor.connection.sendRequest(tellHealth.method, {});
}

const facts = (health: ReportFacts['health']): ReportFacts => ({
  extension: '1.2.3',
  editor: '1.91.0',
  host: 'desktop',
  remote: null,
  platform: 'linux',
  language: 'en',
  trusted: true,
  schemes: ['file'],
  settings: {
    mode: SECRET as never,
    profile: SECRET,
    year: SECRET as never,
    archive: [SECRET, SECRET],
    inlayHints: 'all',
    quotes: SECRET as never,
    detect: SECRET,
  },
  server: { state: 'running', startMs: 41.7, ends: 2 },
  health,
});

test('the server tells counts and times of what is open', async () => {
  const health = await healthOf();
  assert.equal(health.openReports.length, 1);
  const [open] = health.openReports;
  assert.deepEqual([open.characters, open.profile, open.recognised], [draft.length, 'own', true]);
  assert.deepEqual(
    health.folders.map(one => [one.trusted, one.earlierReports, one.dataProblems, one.ownProfiles]),
    [[true, 1, 2, 1]],
  );
  for (const work of ['diagnostics', 'reading the folder']) {
    const times = health.requests.find(one => one.work === work);
    assert.ok(times && times.count > 0 && times.longest >= times.mean && times.failed === 0, work);
  }
});

test('the report holds versions, settings, times and counts', async () => {
  const text = reportText(facts(await healthOf()));
  for (const words of [
    'extension: 1.2.3',
    'editor: 1.91.0, desktop',
    'archive: 2 places',
    'inlay hints: all',
    'started in: 42 ms',
    'ended by itself: 2 times',
    '1 earlier reports',
    `${draft.length} characters`,
    '| reading the folder | ',
  ])
    assert.ok(text.includes(words), words);
});

test('nobody’s words, names or paths are in it', async () => {
  const health = await healthOf();
  assert.doesNotMatch(JSON.stringify(health), /zuckerwatte|reports\/|file:\/\//i);
  assert.doesNotMatch(reportText(facts(health)), /zuckerwatte|reports\/|file:\/\//i);
});

test('a fault is told by its kind and its places in our code: no message, no folder', () => {
  const measures = new Measures();
  const error = new TypeError(`no ${SECRET}\n    at ${SECRET} (server.ts:1:1)`);
  error.stack = `TypeError: ${error.message}
    at hoverAt (/home/zuckerwatte/.vscode/extensions/gca-report/dist/server.web.js:12:345)
    at async Session.fenced (C:\\Users\\Zuckerwatte\\dist\\server.web.js:1:2)
    at file:///home/zuckerwatte/server/lsp/session.ts:3:4
    at ${SECRET} with words (${SECRET}.docx:1:1)`;
  measures.failed('hover', error);
  measures.failed('hover', SECRET);
  assert.deepEqual(measures.faults, [
    {
      where: 'hover',
      kind: 'TypeError',
      at: ['hoverAt server.web.js:12:345', 'Session.fenced server.web.js:1:2', 'session.ts:3:4'],
    },
    { where: 'hover', kind: 'Error', at: [] },
  ]);
});

test('a server that says nothing is told as such', () => {
  const text = reportText(facts('nothing within 3 s'));
  assert.match(text, /says: nothing within 3 s/);
});
