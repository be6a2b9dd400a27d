import { findClaims } from '../server/figures/claims.ts';
import { INDICATORS } from '../server/figures/indicators.ts';
import { linkSeries } from '../server/figures/series.ts';
import { builtinProfiles } from '../server/profiles/builtin.ts';
import { ReadingMemory, readReport } from '../server/reading/read.ts';
import type { Reading } from '../server/reading/reading.ts';
import { parseReport } from '../server/report/parse.ts';
import { vocabularyOf } from '../server/report/vocabulary.ts';
import { generateReport } from './generate.ts';
import { type Measure, processorTime, type Section, SIZES, sizeName } from './measures.ts';
import { YEAR } from './workplace.ts';

/** What figures cost: finding them, linking them to those of earlier reports, and the verdicts. */

const ARCHIVES = [1, 10, 100];

const vocabulary = vocabularyOf(builtinProfiles);
const parsed = (text: string) => parseReport(text, vocabulary);

/** The points of all series, as the rules read them: what nobody asks for is not worked out. */
const linked = (draft: Reading, archive: readonly Reading[]): number =>
  linkSeries(draft, archive, INDICATORS).series.reduce(
    (sum, { before, own }) => sum + before.length + own.length,
    0,
  );

/** Finds the claims of every block anew and links them; identifiers are found beforehand. */
function inFull(reading: Reading, archive: readonly Reading[]): void {
  const blocks = reading.blocks.map(block => {
    const remembered = {
      ...block.remembered,
      answers: [],
      claims: findClaims(block.scanned, block.citations),
    };
    return { ...block, ...remembered, remembered };
  });
  linked({ ...reading, blocks }, archive);
}

async function against(reports: number, size: number): Promise<Measure[]> {
  const archive = Array.from({ length: reports }, (_, i) =>
    readReport(`archive/${YEAR - reports + i}.md`, parsed(generateReport(15_000, i + 1, YEAR - reports + i))),
  );
  const text = generateReport(size, 99, YEAR);
  const at = text.indexOf('.', text.length >> 1);
  const memory = new ReadingMemory();
  let typed = 0;
  let draft = readReport('draft.md', parsed(text), memory);
  const keystroke = await processorTime(() => linked(draft, archive), {
    before: () => {
      const version = `${text.slice(0, at)} and ${typed++} countries${text.slice(at)}`;
      draft = readReport('draft.md', parsed(version), memory);
    },
    runs: 20,
  });
  const what = `${sizeName(size)} against ${reports}`;
  return [
    { what: `${what}, in full`, value: await processorTime(() => inFull(draft, archive)), unit: 'ms' },
    { what: `${what}, a keystroke`, value: keystroke, unit: 'ms' },
  ];
}

export async function figures(): Promise<Section[]> {
  const measures: Measure[] = [];
  for (const reports of ARCHIVES) for (const size of SIZES) measures.push(...(await against(reports, size)));
  return [{ title: 'Figures against earlier reports', measures }];
}
