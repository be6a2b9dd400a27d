import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { Catalogue } from '../../server/catalogue/catalogue.ts';
import { titleSimilarity } from '../../server/catalogue/titles.ts';

const DATA = new URL('../../data/', import.meta.url);
const catalogue = new Catalogue({ read: async name => readFileSync(new URL(name, DATA), 'utf8') });
await catalogue.ready('all');

test('one title, however it is written, stays one title', () => {
  const same: [string, string][] = [
    ['Overview of cybersecurity', 'overview of Cybersecurity.'],
    ['ITU-T X.1205 – Overview of cybersecurity', 'Overview of cybersecurity'],
    ['Recommendation ITU-T X.1205 (04/2008), Overview of cybersecurity', 'Overview of cybersecurity'],
    ['Framework for a cyber defence centre', 'Framework for a cyber defense center'],
    ['Organisation of signalling programmes', 'Organization of signaling programs'],
    ['Guidelines for “smart” cities & communities', 'Guidelines for smart cities and communities'],
    ['Security guidelines: Cloud computing', 'Security guidelines – cloud computing'],
    [
      'Security requirement of public key infrastructures',
      'Security requirements of public-key infrastructure',
    ],
    ['Technical framework for countering email spam', 'Technical framewrok for countering email spam'],
    [
      'The Directory: Public-key and attribute certificate frameworks',
      'Information technology – Open Systems Interconnection – The Directory: Public-key and attribute certificate frameworks',
    ],
    ['Methods for home networks', 'Methods for home networks – Amendment on mesh'],
  ];
  for (const [a, b] of same) {
    assert.ok(titleSimilarity(a, b) >= 0.9, `${titleSimilarity(a, b)}: ${a} | ${b}`);
    assert.equal(titleSimilarity(a, b), titleSimilarity(b, a));
  }
});

test('two titles stay two', () => {
  const different: [string, string][] = [
    ['Overview of cybersecurity', 'Overview of cybersecurity information exchange'],
    ['Security framework for home networks', 'Security architecture for vehicle systems'],
    ['Functional requirements for networks', 'Functional requirements of gateways'],
    ['H.264 conformance', 'H.265 conformance'],
    ['', 'Overview of cybersecurity'],
    ['of the', ''],
  ];
  for (const [a, b] of different)
    assert.ok(titleSimilarity(a, b) < 0.8, `${titleSimilarity(a, b)}: ${a} | ${b}`);
});

test('every title finds its text again', () => {
  let sought = 0;
  let missed = 0;
  let index = 0;
  for (const { id, sector } of catalogue.ids()) {
    const entry = catalogue.get(id, sector)!;
    if (entry.kind !== 'recommendation' || !entry.title || index++ % 61) continue;
    sought++;
    const best = catalogue.byTitle(entry.title, 3);
    // Some titles are borne by more than one text.
    if (!best.some(({ entry: found }) => found.title === entry.title) || best[0].score < 0.99) missed++;
  }
  assert.ok(sought > 100);
  assert.ok(missed <= sought / 50, `${missed} of ${sought}`);
});

test('a title of an earlier edition leads to the text', () => {
  const [best] = catalogue.byTitle(
    'Information security management guidelines for telecommunications organizations based on ISO/IEC 27002',
    1,
  );
  assert.equal(best.entry.id, 'X.1051');
  assert.ok(best.score > 0.9);
});

test('words of a title, the last one unfinished, offer the text', () => {
  assert.equal(catalogue.searchTitle('overview of cybersec', 5)[0].entry.id, 'X.1205');
  assert.equal(catalogue.searchTitle('Overview of cybersecurity', 5)[0].entry.id, 'X.1205');
  assert.ok(
    catalogue.searchTitle('quantum key dist', 10).every(({ entry }) => /quantum/i.test(entry.title!)),
  );
  assert.ok(
    catalogue
      .searchTitle('terrestrial radio interfaces IMT-Advanced', 5, 'ITU-R')
      .every(({ entry }) => entry.sector === 'ITU-R'),
  );
  assert.deepEqual(catalogue.searchTitle('', 5), []);
  assert.deepEqual(catalogue.searchTitle('xyzzy', 5), []);
  const ids = catalogue.searchTitle('security', 50).map(({ entry }) => `${entry.sector} ${entry.id}`);
  assert.equal(new Set(ids).size, 50);
});

test('a text as long as a book is no trouble', () => {
  const long = 'security of networks '.repeat(100_000);
  const start = performance.now();
  assert.ok(titleSimilarity(long, 'Security of networks') < 0.5);
  catalogue.searchTitle(long, 5);
  catalogue.byTitle('a'.repeat(1_000_000), 5);
  assert.ok(performance.now() - start < 5000);
});

test('an unknown number is near to existing ones', () => {
  const near = (id: string) => catalogue.nearest(id).map(entry => entry.id);
  assert.equal(near('X.1701')[0], 'X.1702');
  assert.ok(near('X.1701').every(id => id.startsWith('X.')));
  assert.ok(near('ITU-T X.10601').includes('X.1060'));
  // No series W: the same number elsewhere.
  assert.ok(near('W.1205').length > 0 && near('W.1205').every(id => /\.1205$/.test(id)));
  assert.deepEqual(near('nonsense'), []);
  assert.equal(catalogue.nearest('M.2084', 1, 'ITU-R')[0].sector, 'ITU-R');
});

test('what begins with the letters typed so far, in order', () => {
  const ids = catalogue.startingWith('ITU-T X.12', 200, 'ITU-T').map(entry => entry.id);
  assert.ok(ids.includes('X.1205') && ids.length > 50 && ids.every(id => id.startsWith('X.12')));
  assert.equal(catalogue.startingWith('X.12', 3).length, 3);
});
