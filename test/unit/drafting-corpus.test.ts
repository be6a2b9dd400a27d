import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { ROOT } from '../../scripts/root.ts';
import { marksOf } from '../../server/drafting/marks.ts';
import { madeFrom } from './support/drafting.ts';
import { check, parse } from './support/reports.ts';

/**
 * On real reports, where they are at hand: a draft of the following form has no finding on its structure, and no
 * figure that somebody has to bring up to date stands outside a mark.
 */
const CORPUS = join(ROOT, '../shared/corpus');
const skip = existsSync(CORPUS) ? false : 'the corpus of real reports is not here';

interface TrueFigure {
  readonly id: string;
  readonly file: string;
  readonly core: boolean;
  readonly kind: string;
  readonly num_start: number;
  readonly num_end: number;
  readonly start: number;
  readonly end: number;
}

const truth = (): TrueFigure[] =>
  readFileSync(join(CORPUS, 'truth/figures.jsonl'), 'utf8')
    .split('\n')
    .filter(Boolean)
    .map(line => JSON.parse(line));

const words = (text: string): string =>
  text
    .replace(/\]\([^)\s]*\)|[[\]*\\]|\[footnoteRef:\d+\]/g, '')
    .replace(/\s+/g, ' ')
    .trim();

for (const [file, years] of [
  ['2014.md', [2015, 2019]],
  ['2019.txt', [2020, 2023]],
  ['2022.txt', [2023]],
] as const) {
  for (const year of years) {
    test(`${file} for ${year}: no finding on structure or numbers, every figure in a mark`, { skip }, () => {
      const text = readFileSync(join(CORPUS, file), 'utf8');
      const draft = madeFrom(text, file, year);
      const { findings } = check(draft, { mode: 'drafting' }, `draft-${year}.gca.md`);
      const told = findings.filter(({ rule }) => /^(?:structure|numbering|reference)\//.test(rule));
      assert.deepEqual(
        told.map(({ rule, message }) => `${rule}: ${message}`),
        [],
      );
      const marked = marksOf(parse(draft)).map(mark => words(mark.text));
      for (const figure of truth().filter(one => one.file === file && one.core)) {
        // A date says enough by itself; a number needs the words before it.
        const from =
          figure.kind === 'asof' ? figure.num_start : Math.max(figure.start, figure.num_start - 12);
        const lead = words(text.slice(from, figure.num_end));
        assert.ok(
          marked.some(one => one.includes(lead)),
          `${figure.id}: “${lead}” stands in no mark`,
        );
      }
    });
  }
}
