import type { Citation } from '../../citations/citation.ts';
import { perBlock } from '../../reading/per-block.ts';
import type { BlockReading, ReadBlock, Reading } from '../../reading/reading.ts';
import { sentencesOf } from '../../reading/shared.ts';
import { sentenceAround } from './history.ts';
import { isWorkingName } from './known.ts';
import { isQuoted } from './quoted.ts';

/** Where a report announces that a text was approved: the news of this kind of report, told once. */
export interface Announcement {
  readonly citation: Citation;
  readonly block: ReadBlock;
  /** `new or revised` says neither of the two. */
  readonly as: 'new' | 'revised' | 'either';
}

/** What a word before a number says of it; the nearest one decides. */
const CUES: readonly (readonly [cue: Announcement['as'] | 'none', words: RegExp])[] = [
  ['either', /\bnew\s(?:and|or|and\/or)\srevised\b|\brevised\s(?:and|or|and\/or)\snew\b/gi],
  ['revised', /\b(?:revised|updated|amended|amendments?|revisions?|corrigend(?:um|a)|editions?)\b/gi],
  [
    'none',
    /\b(?:drafts?|determined|consented|started|initiated|continue[sd]?|continuing|works?|working|based|contained|defined|described|under|revises|develop(?:s|ing)?|proposed|identical|supplements?\sto|amendments?\sto|implement\w*|accordance|following\sthe\sapproval|see)\b/gi,
  ],
  [
    'new',
    /\b(?:approved|adopted|agreed(?!\s(?:that|to|with|by)\b)|approval\sof|adoption\sof|new\s(?:ITU-[TR]\s)?(?:Recommendations?|Supplements?|texts?))\b/gi,
  ],
];

/** Behind a number: `X.1060 was approved`, `X.1060 (revised)`. */
const BEHIND =
  /^[^.;:]{0,60}\b(?:was|were|has\sbeen|have\sbeen|being)\s(?:\w+\s)?(?:approved|adopted|agreed)\b/i;
const REVISED_BEHIND = /^\s?\((?:revised|rev\.?|revision)\)/i;

/** A sentence that looks back on purpose. */
const LOOKS_BACK =
  /\b(?:previously|earlier|already|as\sreported|last\sreport|former(?:ly)?|since\sits|recall\w*)\b/i;

const NEWS = /\b(?:approv|adopt|agree|new\b)/i;

export interface Spoken {
  readonly citation: Citation;
  readonly as: Announcement['as'];
}

/** The announcements of one block. */
export const spokenIn = perBlock((block): readonly Spoken[] => (NEWS.test(block.view) ? read(block) : []));

function read(block: BlockReading): Spoken[] {
  const found: Spoken[] = [];
  const texts = block.citations.filter(
    citation =>
      (citation.kind === 'recommendation' || citation.kind === 'supplement') &&
      citation.of === undefined &&
      citation.part === undefined &&
      !isWorkingName(citation) &&
      !isQuoted(block, citation.core),
  );
  let next = 0;
  for (const sentence of sentencesOf(block)) {
    while (next < texts.length && texts[next].start < sentence.start) next++;
    if (next >= texts.length || texts[next].start >= sentence.end) continue;
    const words = block.prose.slice(sentence.start, sentence.end);
    const looksBack = LOOKS_BACK.test(words);
    const cues = looksBack ? [] : cuesIn(words, sentence.start);
    let cue = 0;
    for (; next < texts.length && texts[next].start < sentence.end; next++) {
      const citation = texts[next];
      while (cue < cues.length && cues[cue].at < citation.start) cue++;
      const as = spokenAs(block, citation, cues[cue - 1]?.cue ?? 'none');
      if (as !== 'none' && !looksBack) found.push({ citation, as });
    }
  }
  return found;
}

interface Cue {
  readonly at: number;
  readonly cue: Announcement['as'] | 'none';
}

/** The cues of a sentence in their order; a longer one swallows those inside it. */
function cuesIn(words: string, offset: number): Cue[] {
  const found = CUES.flatMap(([cue, pattern], rank) =>
    [...words.matchAll(pattern)].map(({ index, 0: text }) => ({
      at: index + offset,
      end: index + offset + text.length,
      cue,
      rank,
    })),
  ).sort((a, b) => a.at - b.at || a.rank - b.rank);
  const kept: typeof found = [];
  for (const one of found) if (one.at >= (kept.at(-1)?.end ?? 0)) kept.push(one);
  return kept;
}

function spokenAs(
  block: BlockReading,
  citation: Citation,
  cue: Announcement['as'] | 'none',
): Announcement['as'] | 'none' {
  const sentence = sentenceAround(block, citation);
  const behind = block.view.slice(citation.end, sentence.end);
  if (REVISED_BEHIND.test(behind)) return cue === 'none' ? 'none' : 'revised';
  return cue === 'none' && citation.list === undefined && BEHIND.test(behind) ? 'new' : cue;
}

const indexes = new WeakMap<Reading, ReadonlyMap<string, Announcement>>();

/** The first announcement of each number in a report; made once for each reading, as earlier reports stay. */
export function announcedIn(reading: Reading): ReadonlyMap<string, Announcement> {
  const known = indexes.get(reading);
  if (known) return known;
  const index = new Map<string, Announcement>();
  for (const block of reading.blocks) {
    for (const { citation, as } of spokenIn(block))
      if (!index.has(citation.id)) index.set(citation.id, { citation, as, block });
  }
  indexes.set(reading, index);
  return index;
}
