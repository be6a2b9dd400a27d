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

/** What one block's claims are, found once for the block. */
interface BlockFigures {
  readonly lead: string;
  readonly matches: readonly (IndicatorMatch | undefined)[];
  /** Which of the claims belong to an indicator. */
  readonly matched: readonly number[];
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

/** The figures of a report in their places; each is put together when somebody asks for it. */
export class ReportFigures {
  private readonly reading: Reading;
  private readonly blocks = new Map<ReadBlock, BlockFigures>();
  private readonly located = new Map<ReadBlock, LocatedClaim[]>();
  private every: readonly LocatedClaim[] | undefined;
  private kins: ReadonlyMap<string, readonly LocatedClaim[]> | undefined;
  /** The claims that belong to an indicator, by its id, in the order of the text. */
  readonly byIndicator: ReadonlyMap<string, readonly LocatedClaim[]>;

  constructor(reading: Reading, set: IndicatorSet, memory: Memory) {
    this.reading = reading;
    const matched: LocatedClaim[] = [];
    let before: ReadBlock | undefined;
    for (const block of reading.blocks) {
      if (block.kind === 'paragraph') before = block;
      if (block.claims.length === 0) continue;
      const isIntroduced =
        block.kind === 'item' && before && before.block.paragraph === block.block.paragraph;
      const lead = isIntroduced && before ? before.view.slice(-LEAD) : '';
      const figures = blockFigures(block.remembered, lead, set, memory);
      this.blocks.set(block, figures);
      for (const index of figures.matched) matched.push(this.at(block, index));
    }
    this.byIndicator = grouped(matched, claim => claim.match?.indicator.id);
  }

  /** Every claim of the report, in the order of the text. */
  get claims(): readonly LocatedClaim[] {
    this.every ??= [...this.blocks.keys()].flatMap(block => block.claims.map((_, i) => this.at(block, i)));
    return this.every;
  }

  /** The claims of one kin, in the order of the text. */
  get byKin(): ReadonlyMap<string, readonly LocatedClaim[]> {
    this.kins ??= grouped(this.claims, claim => claim.kin);
    return this.kins;
  }

  /** Whether a claim belongs to an indicator. */
  isMatched(block: ReadBlock, index: number): boolean {
    return this.blocks.get(block)?.matches[index] !== undefined;
  }

  /** A claim of a block in its place: the same object whenever it is asked for. */
  at(block: ReadBlock, index: number): LocatedClaim {
    let claims = this.located.get(block);
    if (!claims) this.located.set(block, (claims = []));
    return (claims[index] ??= this.locate(block, index));
  }

  private locate(block: ReadBlock, index: number): LocatedClaim {
    const { place, role, span } = block.block;
    const claim = block.claims[index];
    return {
      reading: this.reading,
      block,
      claim,
      span: shifted({ start: claim.start, end: claim.end }, span.start),
      place,
      role,
      year: this.reading.report.year?.value,
      text: block.text.slice(claim.start, claim.end),
      match: this.blocks.get(block)?.matches[index],
      kin: `${role} ${kinOf(claim)}`,
    };
  }
}

/** The figures of a report. What a block says is kept by the block, the whole by the reading. */
export function reportFigures(reading: Reading, set: IndicatorSet): ReportFigures {
  const memory = memoryOf(set);
  const known = memory.reports.get(reading) ?? new ReportFigures(reading, set, memory);
  memory.reports.set(reading, known);
  return known;
}

function blockFigures(block: BlockReading, lead: string, set: IndicatorSet, memory: Memory): BlockFigures {
  const known = memory.blocks.get(block);
  if (known && known.lead === lead) return known;
  const matches = block.claims.map((_, i) => matchIndicator(block, i, lead, set));
  const matched = matches.flatMap((match, i) => (match ? [i] : []));
  const found: BlockFigures = { lead, matches, matched };
  memory.blocks.set(block, found);
  return found;
}

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

/** Which claims can continue each other, but for their section. */
export function kinOf({ unit, kind = 'count' }: Claim): string {
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
