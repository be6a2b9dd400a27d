import fc from 'fast-check';
import { soundReport } from '../unit/support/random-reports.ts';
import { parse } from '../unit/support/reports.ts';
import { assertSound } from '../unit/support/sound.ts';
import { planned } from '../unit/support/word-reports.ts';
import { counts } from './counts.ts';
import { bytesAreRead, dataFile, dataIsRead } from './data.ts';
import { fixesApply, fixingRests } from './fixing.ts';
import { lineEndsDoNotMatter, type Told, typing } from './in-editor.ts';
import { placeAt } from './places.ts';
import { answersAt, answersOfWhole, formattingRests } from './questions.ts';
import { NARROWEST, plannedReflows, sampleReflows } from './reflow.ts';
import { incrementalIsFresh } from './same.ts';
import { anyText, asRead, likeReport, SAMPLES, share, stroke } from './texts.ts';
import { anyReportBecomesWord, damage, wordIsReadOrRefused } from './word.ts';
import { analysed } from './workplace.ts';

/** What must hold of any text, in words, with what it is tried on. */
export interface Property {
  readonly name: string;
  /** How often it is tried in the unit tests, where all of them have a few seconds. */
  readonly runs: number;
  readonly tried: (how: Trying) => Promise<Outcome>;
  /** Set where a text is all it takes: throws where the property does not hold of it. */
  readonly of?: (text: string) => Promise<void>;
}

export interface Trying {
  readonly numRuns: number;
  readonly seed: number;
  /** After so many milliseconds no further run begins. */
  readonly interruptAfterTimeLimit?: number;
}

/** What became of trying: undefined where the property held. */
export type Outcome =
  | {
      /** What it failed on, as short as it could be made. */
      readonly on: readonly unknown[];
      readonly error: unknown;
      /** Leads there again: see fast-check. */
      readonly path: string;
    }
  | undefined;

function property<T extends [unknown, ...unknown[]]>(
  name: string,
  runs: number,
  arbitraries: { [K in keyof T]: fc.Arbitrary<T[K]> },
  holds: (...args: T) => Promise<void> | void,
  of?: (text: string) => T,
): Property {
  return {
    name,
    runs,
    async tried(how) {
      const details = await fc.check(
        fc.asyncProperty<T>(...arbitraries, async (...args) => {
          counts.texts++;
          await holds(...args);
        }),
        { ...how, markInterruptAsFailure: false },
      );
      return details.failed && details.counterexample
        ? {
            on: details.counterexample,
            error: details.errorInstance,
            path: details.counterexamplePath ?? '',
          }
        : undefined;
    },
    of: of && (async text => holds(...of(text))),
  };
}

const shares = fc.array(share, { minLength: 1, maxLength: 4 });
const EVERYWHERE = Array.from({ length: 12 }, (_, i) => i / 12);

const told: fc.Arbitrary<Told> = fc.record({
  stroke,
  how: fc.oneof(
    { weight: 6, arbitrary: fc.constant<Told['how']>('range') },
    fc.constantFrom<Told['how'][]>('all', 'undo', 'twice', 'empty'),
  ),
  step: fc.oneof({ weight: 6, arbitrary: fc.constant(1) }, fc.integer({ min: -3, max: 3 })),
});

const dialect = fc.constantFrom('markdown' as const, 'converted-markdown' as const);
const width = fc.integer({ min: 18, max: 140 });
/** The samples whose paragraphs may run over several lines, each with its narrowest width. */
const wrappable = SAMPLES.flatMap(sample => {
  const { dialect } = parse(sample);
  return dialect === 'word-text' ? [] : [{ sample, narrowest: NARROWEST[dialect] }];
});

export const PROPERTIES: readonly Property[] = [
  property(
    'a text is understood, and every part lies in what is around it',
    100,
    [anyText],
    text => assertSound(analysed(text).report),
    text => [text],
  ),
  property(
    'what is asked of a whole text is answered, with places in it',
    40,
    [asRead],
    text => answersOfWhole(analysed(text)),
    text => [text],
  ),
  property(
    'what is asked of a place is answered, with places in the text',
    40,
    [asRead, shares, fc.boolean()],
    async (text, places, typed) => {
      const analysis = analysed(text);
      for (const one of places) await answersAt(analysis, placeAt(text, one), typed);
    },
    text => [text, EVERYWHERE, false],
  ),
  property(
    'every fix can be made, and changes something',
    40,
    [asRead],
    text => fixesApply(analysed(text)),
    text => [text],
  ),
  property(
    'fixing comes to rest and never leaves more findings than there were',
    15,
    [likeReport],
    text => fixingRests(analysed(text), analysed),
    text => [text],
  ),
  property(
    'formatting comes to rest',
    15,
    [likeReport],
    text => formattingRests(analysed(text), analysed),
    text => [text],
  ),
  property(
    'what is remembered of a text is what is found afresh',
    8,
    [asRead, fc.array(stroke, { maxLength: 12 })],
    incrementalIsFresh,
  ),
  property(
    'in the editor: after any edits every answer is that on the text opened afresh',
    6,
    [anyText, fc.array(told, { maxLength: 16 }), shares],
    async (text, edits, places) => {
      await typing(text, edits, places);
    },
  ),
  property(
    'in the editor: line ends change no answer',
    6,
    [anyText, fc.constantFrom('\r\n', '\r'), shares],
    lineEndsDoNotMatter,
    text => [text, '\r\n', EVERYWHERE],
  ),
  property(
    'a report says the same however its lines are broken',
    10,
    [
      fc.oneof(
        soundReport.map(({ plan }) => plan),
        planned,
      ),
      dialect,
      fc.tuple(width, width),
    ],
    plannedReflows,
  ),
  property(
    'so does every sample, down to its findings',
    8,
    [fc.constantFrom(...wrappable), width],
    ({ sample, narrowest }, wide) => sampleReflows(sample, Math.max(wide, narrowest)),
  ),
  property(
    'a Word document is read or refused, whatever is in it',
    60,
    [damage, fc.constantFrom('accepted' as const, 'rejected' as const)],
    wordIsReadOrRefused,
  ),
  property('any report becomes a sound Word document', 3, [asRead], anyReportBecomesWord, text => [text]),
  property('a data file is read, and added to without loss, whatever is in it', 150, [dataFile], dataIsRead),
  property(
    'any bytes are a text or refused, and come back as they were',
    60,
    [
      fc.oneof(
        fc.uint8Array({ maxLength: 300 }),
        anyText.map(text => Buffer.from(text)),
      ),
    ],
    bytesAreRead,
  ),
];
