import { perBlock, perBlockAnd } from '../../reading/per-block.ts';
import type { BlockReading, ReadBlock, Reading } from '../../reading/reading.ts';
import { sentencesOf } from '../../reading/shared.ts';
import type { Span } from '../../text/span.ts';
import type { Facts, ReportContext, Rule } from '../rule.ts';
import { confirmed } from './context.ts';
import { fallen } from './decreased.ts';
import { stale } from './unchanged.ts';

/** Shorter sentences say too little to be called the same. */
const LEAST_WORDS = 7;

/**
 * A sentence taken over word for word, and time-bound: it gives a date or a figure, speaks of what is to come, or
 * tells as going on what went on last year.
 */
export const carriedOver: Rule = {
  id: 'carried-over/sentence',
  title: 'A sentence with a date, a figure or a plan was taken over from an earlier report',
  severity: { drafting: 'hint', review: 'info', submission: 'info' },
  timing: 'settled',
  report: (context, remark) => {
    if (!context.archive.length) return;
    const told = new Set(
      [...stale(context), ...fallen(context)].map(
        ({ point }) => `${point.block.block.span.start} ${point.claim.sentence.start}`,
      ),
    );
    for (const block of context.reading.blocks) {
      const by = block.block.span.start;
      for (const { span, why, source, place } of takenOver(block, context.facts)) {
        // What a figure rule says of a sentence is not said twice, and not at all where the figure was confirmed.
        if (told.has(`${by} ${span.start}`) || isConfirmedIn(context, block, span)) continue;
        const year = source.report.year?.value ?? source.path;
        remark({
          at: { start: by + span.start, end: by + span.end },
          say: MESSAGES[why],
          with: { year },
          place: block.block.place,
          related: [
            {
              path: source.path,
              span: {
                start: place.block.block.span.start + place.span.start,
                end: place.block.block.span.start + place.span.end,
              },
              paragraph: place.block.block.place,
              message: String(year),
            },
          ],
        });
      }
    }
  },
};

/** A time-bound sentence that an earlier report has too. */
interface TakenOver {
  readonly span: Span;
  readonly why: keyof typeof MESSAGES;
  /** The newest report that has it, and where. */
  readonly source: Reading;
  readonly place: { readonly block: ReadBlock; readonly span: Span };
}

const takenOver = perBlockAnd((block, { archive }: Facts): readonly TakenOver[] => {
  if (!isRunningText(block)) return [];
  return sentencesIn(block).flatMap(({ span, key }) => {
    const source = archive.findLast(reading => indexOf(reading).has(key));
    const place = source && indexOf(source).get(key);
    const why = place && timeBound(block, span);
    return source && place && why ? [{ span, why, source, place }] : [];
  });
});

const isConfirmedIn = (context: ReportContext, block: ReadBlock, span: Span): boolean =>
  block.claims.some(claim => claim.sentence.start === span.start && confirmed(context, { claim, block }));

const MESSAGES = {
  figure: 'carried-over/sentence#figure',
  date: 'carried-over/sentence#date',
  future: 'carried-over/sentence#future',
  ongoing: 'carried-over/sentence#ongoing',
} as const;

interface Sentence {
  readonly span: Span;
  /** The words alone, small: what makes two sentences the same. */
  readonly key: string;
}

/** The sentences of a block that are long enough to be compared. */
const sentencesIn = perBlock((block): readonly Sentence[] =>
  sentencesOf(block).flatMap(span => {
    const words =
      block.view
        .slice(span.start, span.end)
        .toLowerCase()
        .match(/[\p{L}\d]+/gu) ?? [];
    return words.length < LEAST_WORDS ? [] : [{ span, key: words.join(' ') }];
  }),
);

const indexes = new WeakMap<Reading, ReadonlyMap<string, { block: ReadBlock; span: Span }>>();

/** Where each sentence of an earlier report stands: computed once for the report. */
function indexOf(reading: Reading): ReadonlyMap<string, { block: ReadBlock; span: Span }> {
  let index = indexes.get(reading);
  if (!index) {
    const places = new Map<string, { block: ReadBlock; span: Span }>();
    for (const block of reading.blocks) {
      if (!isRunningText(block)) continue;
      for (const { span, key } of sentencesIn(block)) if (!places.has(key)) places.set(key, { block, span });
    }
    index = places;
    indexes.set(reading, index);
  }
  return index;
}

/** The front matter is the same every year by right. */
const isRunningText = ({ kind }: BlockReading): boolean =>
  kind === 'paragraph' || kind === 'item' || kind === 'footnote';

const ABOUT_THE_REPORT = /^(?:this (?:report|document)|the council is invited)\b/i;
const DATE = /\b(?:19|20)\d{2}\b/;
const FUTURE =
  /\b(?:will|shall|is planned|are planned|is expected|are expected|plans to|upcoming|forthcoming|in the coming|is scheduled)\b/i;
const ONGOING =
  /\b(?:continues?|continued to|currently|ongoing|under way|underway|recently|newly|this year|is being|are being|(?:is|are) (?:also )?(?:developing|preparing|working|organizing|assisting|supporting|finalizing|updating|planning)|has (?:also )?(?:issued|launched|started|begun|initiated|published))\b/i;

/** What was done once is no news a second time. */
const DONE =
  /^(?:in addition, |also, |moreover, )?(?:the )?(?:[A-Z][^\s.;:]*\s|it\s|of\s|and\s){1,6}(?:has |have )?(?:also )?(?:approved|agreed|established|organi[sz]ed|held|signed|launched|published|issued|conducted|developed|assisted|completed|hosted)\b/;

/** Why a sentence cannot simply hold for another year; undefined for boilerplate. */
function timeBound(block: BlockReading, span: Span): keyof typeof MESSAGES | undefined {
  // Identifiers and quoted titles are masked here: the year of a resolution is no date.
  const text = block.prose.slice(span.start, span.end);
  if (ABOUT_THE_REPORT.test(block.view.slice(span.start, span.end))) return undefined;
  if (FUTURE.test(text)) return 'future';
  if (block.claims.some(claim => claim.sentence.start === span.start && isNews(claim.kind, claim.value)))
    return 'figure';
  if (DATE.test(text)) return 'date';
  return ONGOING.test(text) || DONE.test(block.view.slice(span.start, span.start + 160))
    ? 'ongoing'
    : undefined;
}

/** One thing, a few things and a length of time belong to descriptions. */
const isNews = (kind: string | undefined, value: number): boolean =>
  kind !== 'duration' && kind !== 'limit' && value > 6;
