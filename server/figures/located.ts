import type { BlockReading, ReadBlock, Reading } from '../reading/reading.ts';
import type { Role } from '../report/model.ts';
import { type Span, shifted } from '../text/span.ts';
import type { Claim } from './claim.ts';
import type { IndicatorSet } from './indicators.ts';
import { type IndicatorMatch, matchIndicator } from './match.ts';
import { headOf } from './patterns.ts';

/** A figure in its place in a report. */
export interface LocatedClaim {
  readonly reading: Reading;
  readonly block: ReadBlock;
  /** Offsets count from the block's start; `span` is the claim's place in the report. */
  readonly claim: Claim;
  readonly span: Span;
  /** The paragraph as a person calls it. */
  readonly place: string;
  readonly role: Role;
  /** The report's year; undefined where it is not known. */
  readonly year: number | undefined;
  /** The words of the claim, as they stand. */
  readonly text: string;
  /** The indicator of the catalogue that the claim belongs to. */
  readonly match: IndicatorMatch | undefined;
  /** Only claims of one kin may continue each other: the same section, sort and thing counted. */
  readonly kin: string;
}

/** The figures of one report, found once and kept for as long as the report is. */
export interface ReportFigures {
  readonly claims: readonly LocatedClaim[];
  readonly byIndicator: ReadonlyMap<string, readonly LocatedClaim[]>;
  readonly byKin: ReadonlyMap<string, readonly LocatedClaim[]>;
}

interface BlockFigures {
  readonly lead: string;
  readonly matches: readonly (IndicatorMatch | undefined)[];
  /** The kin of each claim, but for the section. */
  readonly kins: readonly string[];
}

/** What was found for reports and for blocks under one set of indicators. Keys are immutable, so nothing goes stale. */
interface Memory {
  readonly reports: WeakMap<Reading, ReportFigures>;
  readonly blocks: WeakMap<BlockReading, BlockFigures>;
}

const memories = new WeakMap<IndicatorSet, Memory>();

function memoryOf(set: IndicatorSet): Memory {
  let memory = memories.get(set);
  if (!memory) {
    memory = { reports: new WeakMap(), blocks: new WeakMap() };
    memories.set(set, memory);
  }
  return memory;
}

/** How much of the paragraph before an item tells what the item counts. */
const LEAD = 300;

/** The figures of a report in their places. What a block says is kept by the block, the whole by the reading. */
export function reportFigures(reading: Reading, set: IndicatorSet): ReportFigures {
  const memory = memoryOf(set);
  const known = memory.reports.get(reading);
  if (known) return known;
  const claims: LocatedClaim[] = [];
  let lead = { paragraph: undefined as unknown, text: '' };
  for (const block of reading.blocks) {
    const paragraph = block.block.paragraph;
    if (block.kind === 'paragraph') lead = { paragraph, text: block.view.slice(-LEAD) };
    if (!block.claims.length) continue;
    const introduced = block.kind === 'item' && paragraph === lead.paragraph ? lead.text : '';
    const figures = blockFigures(block.remembered, introduced, set, memory);
    block.claims.forEach((claim, i) => {
      const span = shifted(claim, block.block.span.start);
      claims.push({
        reading,
        block,
        claim,
        span: { start: span.start, end: span.end },
        place: block.block.place,
        role: block.block.role,
        year: reading.report.year?.value,
        text: block.text.slice(claim.start, claim.end),
        match: figures.matches[i],
        kin: `${block.block.role} ${figures.kins[i]}`,
      });
    });
  }
  const figures = {
    claims,
    byIndicator: grouped(claims, indicatorOf),
    byKin: grouped(claims, claim => claim.kin),
  };
  memory.reports.set(reading, figures);
  return figures;
}

function blockFigures(block: BlockReading, lead: string, set: IndicatorSet, memory: Memory): BlockFigures {
  const known = memory.blocks.get(block);
  if (known && known.lead === lead) return known;
  const found: BlockFigures = {
    lead,
    matches: block.claims.map((_, i) => matchIndicator(block, i, lead, set)),
    kins: block.claims.map(kinOf),
  };
  memory.blocks.set(block, found);
  return found;
}

const indicatorOf = (claim: LocatedClaim): string | undefined => claim.match?.indicator.id;

/** Heads that different years use for one thing. */
const KIN: Readonly<Record<string, string>> = {
  state: 'country',
  nation: 'country',
  economy: 'country',
  administration: 'country',
  participant: 'person',
  professional: 'person',
  expert: 'person',
  individual: 'person',
  official: 'person',
  delegate: 'person',
  attendee: 'person',
  representative: 'person',
  stakeholder: 'person',
  edition: 'edition',
  iteration: 'edition',
  version: 'edition',
};

function kinOf({ unit, kind = 'count' }: Claim): string {
  const head = headOf(unit);
  return `${kind} ${KIN[head] ?? head}`;
}

/** Groups claims by a name; those without one are left out. */
export function grouped(
  claims: readonly LocatedClaim[],
  key: (claim: LocatedClaim) => string | undefined,
): Map<string, LocatedClaim[]> {
  const groups = new Map<string, LocatedClaim[]>();
  for (const claim of claims) {
    const name = key(claim);
    if (name === undefined) continue;
    const group = groups.get(name);
    if (group) group.push(claim);
    else groups.set(name, [claim]);
  }
  return groups;
}
