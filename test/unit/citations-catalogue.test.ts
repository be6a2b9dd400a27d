/**
 * A property of the recogniser over the whole catalogue: every id and every other spelling of it, put into a
 * sentence, is found with the right id, kind and range. The catalogue's source is not part of the package; where
 * it is absent the test says so and is skipped.
 */
import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import type { CitationKind } from '../../server/citations/citation.ts';
import { findCitations } from '../../server/citations/citations.ts';

const CATALOGUE = new URL('../../../shared/catalogue/', import.meta.url);

interface Entry {
  readonly id: string;
  readonly kind: string;
  readonly aka?: readonly string[];
}

const KINDS: Readonly<Record<string, CitationKind>> = {
  recommendation: 'recommendation',
  supplement: 'supplement',
  amendment: 'amendment',
  addendum: 'amendment',
  corrigendum: 'corrigendum',
  erratum: 'corrigendum',
  report: 'report',
  'technical-report': 'report',
  resolution: 'resolution',
  // Published apart, and still parts of the Recommendation that they belong to.
  annex: 'recommendation',
  appendix: 'recommendation',
  'provisional-name': 'supplement',
};

const read = (file: string): Entry[] =>
  readFileSync(new URL(file, CATALOGUE), 'utf8')
    .split('\n')
    .filter(line => line.trim())
    .map(line => JSON.parse(line));

const missing = existsSync(new URL('itu-t.jsonl', CATALOGUE)) ? false : 'the catalogue is not here';

/** Spaces after a dot vary within the catalogue itself: `App.I`, `App. II`. */
const bare = (id: string): string => id.replace(/\. /g, '.');

/** The ids that a spelling may be found by: the entry's own; for one of a dual number, or a report's name, itself. */
function expected(entry: Entry, spelling: string): string[] {
  return entry.id.includes('/') || entry.kind === 'technical-report' ? [entry.id, spelling] : [entry.id];
}

function check(entry: Entry, spelling: string, lead: string, wrong: string[]): void {
  const kind = /^[A-Z]\.\d+-[A-Z]\.\d+$/.test(entry.id) ? 'range' : KINDS[entry.kind];
  const text = `In the past year work on ${lead}${spelling} was completed; more follows.`;
  const start = text.indexOf(spelling, 'In the past year work on '.length + lead.length);
  const end = start + spelling.length;
  const found = findCitations(text);
  const ids = expected(entry, spelling);
  const [only] = found;
  const right =
    found.length === 1 &&
    only.kind === kind &&
    ids.map(bare).includes(bare(only.id)) &&
    only.start <= start &&
    only.start >= start - lead.length &&
    only.end === end &&
    only.core.start >= only.start &&
    only.core.end <= only.end;
  if (!right)
    wrong.push(
      `${lead}${spelling}: ${found.map(c => `${c.kind} ${c.id} ${text.slice(c.start, c.end)}`).join(' + ')}`,
    );
}

function checkAll(file: string, leads: (entry: Entry) => readonly string[]): void {
  const entries = read(file);
  const wrong: string[] = [];
  for (const entry of entries) {
    for (const spelling of [entry.id, ...(entry.aka ?? [])]) {
      for (const lead of leads(entry)) check(entry, spelling, lead, wrong);
    }
  }
  assert.ok(entries.length > 1000);
  assert.equal(
    wrong.length,
    0,
    `${wrong.length} of ${entries.length} wrong:\n${wrong.slice(0, 40).join('\n')}`,
  );
}

const CARRIES_ITS_NOUN = new Set(['report', 'resolution', 'technical-report']);

test('every ITU-T text of the catalogue is recognised behind its prefix', { skip: missing }, () => {
  checkAll('itu-t.jsonl', entry =>
    entry.kind === 'technical-report'
      ? ['Technical Report ']
      : ['ITU-T ', 'Rec. ITU-T ', 'ITU-T Recommendation '],
  );
});

test('every ITU-R text of the catalogue is recognised behind its prefix', { skip: missing }, () => {
  checkAll('itu-r.jsonl', entry =>
    CARRIES_ITS_NOUN.has(entry.kind) ? [''] : ['ITU-R ', 'Recommendation ITU-R '],
  );
});

test('a number of three digits or more is recognised without a prefix', { skip: missing }, () => {
  const wrong: string[] = [];
  for (const file of ['itu-t.jsonl', 'itu-r.jsonl']) {
    for (const entry of read(file)) {
      if (entry.kind !== 'recommendation' || !/^(?!A|B\.|C)[A-Z]+\.\d{3}/.test(entry.id)) continue;
      check(entry, entry.id, '', wrong);
    }
  }
  assert.equal(wrong.length, 0, `${wrong.length} wrong:\n${wrong.slice(0, 40).join('\n')}`);
});
