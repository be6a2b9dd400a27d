import { perBlock } from '../../reading/per-block.ts';
import type { BlockReading, Reading } from '../../reading/reading.ts';
import { candidatesOf } from './title-candidates.ts';

/**
 * The series in which each study group's texts are, as far as they are many: counted over the texts in force by the
 * group that ITU's database names as responsible (facts of August 2026). SG9 and SG16 went into SG21 in 2025.
 */
const SERIES_OF_GROUP: Readonly<Record<string, readonly string[]>> = {
  SG2: ['M', 'E'],
  SG3: ['D'],
  SG5: ['L', 'K'],
  SG9: ['J', 'H', 'F'],
  SG11: ['Q'],
  SG12: ['P', 'G'],
  SG13: ['Y'],
  SG15: ['G', 'L'],
  SG16: ['H', 'F', 'J'],
  SG17: ['X'],
  SG20: ['Y'],
  SG21: ['H', 'J', 'F'],
};

/** The series of security: what these reports speak of where they name no group. */
const SECURITY = ['X'];

/** The series in which the titles of one block may be found; empty for a block without titles. */
export const seriesForTitles = perBlock((block): readonly string[] =>
  candidatesOf(block).length === 0 ? [] : [...new Set([...seriesNamed(block), ...SECURITY])],
);

const seriesNamed = (block: BlockReading): readonly string[] =>
  block.citations.flatMap(({ kind, id, sector }) =>
    kind === 'study-group' && sector !== 'ITU-D' && sector !== 'ITU-R' ? (SERIES_OF_GROUP[id] ?? []) : [],
  );

/**
 * The series of ITU-T (`X`, `Y`) to load before `recommendation/number-missing` can look for titles that stand
 * without their number, told by the study groups that the same block names. Empty where no block has anything like
 * a title. Worked out once for each block, so that it may be asked at every keystroke.
 */
export function titleSeries({ blocks }: Pick<Reading, 'blocks'>): readonly string[] {
  const found = new Set<string>();
  for (const block of blocks) for (const series of seriesForTitles(block)) found.add(series);
  return [...found];
}
