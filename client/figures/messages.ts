import * as v from 'valibot';
import type { FigureSeries } from '../../server/lsp/protocol.ts';

/**
 * What the extension and the Figures view say to each other. Both sides read the other's messages by these schemas:
 * what is of no known form is dropped, and a property that nobody knows does not come through.
 */

/** What the view says in the user's language; only the extension knows it. */
export interface FigureWords {
  /** By a section's role. */
  readonly roles: Readonly<Record<string, string>>;
  readonly verdicts: Readonly<Record<string, string>>;
  readonly section: string;
  readonly allSections: string;
  readonly copy: string;
  readonly next: string;
  readonly figures: string;
  readonly figure: string;
  readonly inTheDraft: string;
  readonly throughTheYears: string;
  readonly showChart: string;
  readonly looksStale: string;
}

/** What the extension tells the Figures view. */
export type ToView =
  | {
      readonly kind: 'figures';
      readonly series: readonly FigureSeries[];
      /** How many there are, and how many look stale, in a sentence. */
      readonly summary: string;
      readonly words: FigureWords;
      /** What to say in place of the table. */
      readonly problem?: string;
    }
  /** What came of something that was asked for in the view. */
  | { readonly kind: 'said'; readonly text: string };

/** What the Figures view tells the extension. */
export type FromView =
  | { readonly kind: 'ready' }
  | { readonly kind: 'next' }
  | { readonly kind: 'copy'; readonly role: string }
  | {
      readonly kind: 'open';
      readonly uri: string;
      readonly line: number;
      readonly character: number;
      readonly endLine: number;
      readonly endCharacter: number;
    };

const text = v.string();
/** A line or a character: whole, and not below zero. */
const place = v.pipe(v.number(), v.safeInteger(), v.minValue(0));
const position = v.object({ line: place, character: place });

const fromView: v.GenericSchema<unknown, FromView> = v.variant('kind', [
  v.object({ kind: v.literal('ready') }),
  v.object({ kind: v.literal('next') }),
  v.object({ kind: v.literal('copy'), role: text }),
  v.object({
    kind: v.literal('open'),
    uri: text,
    line: place,
    character: place,
    endLine: place,
    endCharacter: place,
  }),
]);

const point = v.object({
  year: v.nullable(v.number()),
  value: v.number(),
  shown: text,
  text,
  path: text,
  place: text,
  uri: text,
  range: v.object({ start: position, end: position }),
});

const words: v.GenericSchema<unknown, FigureWords> = v.object({
  roles: v.record(text, text),
  verdicts: v.record(text, text),
  section: text,
  allSections: text,
  copy: text,
  next: text,
  figures: text,
  figure: text,
  inTheDraft: text,
  throughTheYears: text,
  showChart: text,
  looksStale: text,
});

const series = v.object({
  id: text,
  label: text,
  scope: text,
  role: text,
  verdict: text,
  stale: v.boolean(),
  history: text,
  points: v.array(point),
});

const toView: v.GenericSchema<unknown, ToView> = v.variant('kind', [
  v.object({
    kind: v.literal('figures'),
    series: v.array(series),
    summary: text,
    words,
    problem: v.optional(text),
  }),
  v.object({ kind: v.literal('said'), text }),
]);

const read = <T>(schema: v.GenericSchema<unknown, T>, message: unknown): T | undefined => {
  const result = v.safeParse(schema, message);
  return result.success ? result.output : undefined;
};

/** A message from the view, for the extension. */
export const fromViewMessage = (message: unknown): FromView | undefined => read(fromView, message);

/** A message from the extension, for the view. */
export const toViewMessage = (message: unknown): ToView | undefined => read(toView, message);
