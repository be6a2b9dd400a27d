import { monthNumber } from '../../text/dates.ts';
import { UNVERIFIED } from '../format.ts';
import type {
  ActionPlan,
  Body,
  Conference,
  CouncilDecision,
  CouncilDocument,
  Group,
  InstrumentData,
  InstrumentSector,
  Programme,
  QuestionTerm,
  Resolution,
  Revision,
  Sourced,
  StudyGroupName,
  StudyPeriod,
} from '../instrument.ts';

/** A line of instruments.jsonl; which properties it has depends on its kind. */
export interface InstrumentFact {
  readonly kind: string;
  readonly body?: string;
  readonly number?: string;
  readonly title?: string | null;
  readonly titleSources?: readonly string[];
  readonly revisions?: readonly {
    readonly place: string | null;
    readonly year: number;
    readonly sources: readonly string[];
    readonly adopted?: boolean;
    readonly title?: string;
  }[];
  readonly sources?: readonly string[];
  readonly note?: string;
  readonly acronym?: string;
  readonly place?: string;
  readonly year?: number;
  readonly dates?: string | null;
  readonly period?: string;
  readonly studyPeriod?: string;
  readonly studyGroup?: string | null;
  readonly supersededBy?: string;
  readonly name?: string | null;
  readonly established?: string;
  readonly concluded?: string;
  readonly parent?: string;
  readonly url?: string;
  readonly pillars?: readonly string[];
  readonly date?: string | null;
  readonly session?: string;
  readonly subject?: string;
}

const GROUPS: Readonly<Record<string, Group['kind']>> = {
  'focus-group': 'focus-group',
  jca: 'joint-coordination-activity',
  'council-group': 'council-group',
};

/** The content of data/instruments.json. Throws on a kind or a form it does not know. */
export function compileInstruments(facts: readonly InstrumentFact[], compiled: string): InstrumentData {
  const of = (...kinds: string[]) => facts.filter(fact => kinds.includes(fact.kind));
  const known = new Set([
    'resolution',
    'conference',
    'action-plan',
    'study-period',
    'study-group',
    'question',
    'programme',
    'council-document',
    'council-decision',
    ...Object.keys(GROUPS),
  ]);
  for (const { kind } of facts)
    if (!known.has(kind)) throw new Error(`Nobody knows instruments of the kind ${kind}`);
  return {
    asOf: compiled,
    resolutions: of('resolution').map(resolution),
    conferences: of('conference').map(conference),
    actionPlans: of('action-plan').map(actionPlan),
    studyPeriods: of('study-period').map(studyPeriod),
    studyGroups: of('study-group').map(studyGroup),
    questions: of('question').map(question),
    groups: of(...Object.keys(GROUPS)).map(group),
    programmes: of('programme').map(programme),
    councilDocuments: of('council-document').map(councilDocument),
    councilDecisions: of('council-decision').map(councilDecision),
  };
}

/** What every fact carries. A fact without any source is as unconfirmed as one that rests on memory. */
function sourced({ sources, note }: Pick<InstrumentFact, 'sources' | 'note'>): Sourced {
  const named = sources ?? [];
  const unverified = named.every(source => source === UNVERIFIED);
  return { sources: named, ...(unverified && { unverified }), ...(note && { note }) };
}

function resolution(fact: InstrumentFact): Resolution {
  const titleSources = fact.titleSources ?? [];
  return {
    body: fact.body as Body,
    number: fact.number!,
    title: fact.title ?? null,
    ...(fact.title && titleSources.every(source => source === UNVERIFIED) && { titleUnverified: true }),
    titleSources,
    revisions: (fact.revisions ?? []).map(
      (one): Revision => ({
        place: one.place,
        year: one.year,
        ...(one.adopted && { first: true }),
        ...(one.title && { title: one.title }),
        ...sourced(one),
      }),
    ),
    ...(fact.note && { note: fact.note }),
  };
}

function conference(fact: InstrumentFact): Conference {
  return {
    body: fact.body as Conference['body'],
    acronym: fact.acronym!,
    place: fact.place!,
    year: fact.year!,
    ...(fact.dates && days(fact.dates)),
    ...sourced(fact),
  };
}

/** `23 September - 18 October 2002`, `9-27 November 2026`. */
function days(text: string): { start: string; end: string } {
  const parts = /^(\d{1,2})(?: ([A-Z][a-z]+))? ?- ?(\d{1,2}) ([A-Z][a-z]+) (\d{4})$/.exec(text);
  const last = parts && monthNumber(parts[4]);
  const first = parts?.[2] ? monthNumber(parts[2]) : last;
  if (!parts || !first || !last) throw new Error(`These are no days of a conference: ${text}`);
  const day = (month: number, of: string) =>
    `${parts[5]}-${String(month).padStart(2, '0')}-${of.padStart(2, '0')}`;
  return { start: day(first, parts[1]), end: day(last, parts[3]) };
}

/** `2022-2024`. */
function years(period: string | undefined): { from: number; to: number } {
  const parts = /^(\d{4})-(\d{4})$/.exec(period ?? '');
  if (!parts) throw new Error(`This is no period: ${period}`);
  return { from: Number(parts[1]), to: Number(parts[2]) };
}

const actionPlan = (fact: InstrumentFact): ActionPlan => ({
  title: fact.title!,
  body: 'WTDC',
  place: fact.place!,
  year: fact.year!,
  ...(fact.period && years(fact.period)),
  ...sourced(fact),
});

const studyPeriod = (fact: InstrumentFact): StudyPeriod => ({
  sector: fact.body as InstrumentSector,
  ...years(fact.period),
  ...sourced(fact),
});

const studyGroup = (fact: InstrumentFact): StudyGroupName => ({
  sector: fact.body as InstrumentSector,
  id: /^\d/.test(fact.number!) ? `SG${fact.number}` : fact.number!,
  ...years(fact.studyPeriod),
  name: fact.name ?? null,
  ...sourced(fact),
});

const question = (fact: InstrumentFact): QuestionTerm => ({
  sector: fact.body as InstrumentSector,
  id: fact.number!,
  studyGroup: fact.studyGroup ? `SG${fact.studyGroup}` : null,
  ...years(fact.studyPeriod),
  title: fact.title ?? null,
  ...(fact.supersededBy && { supersededBy: fact.supersededBy }),
  ...sourced(fact),
});

const group = (fact: InstrumentFact): Group => ({
  id: fact.acronym!.replace(' ', '-'),
  kind: GROUPS[fact.kind],
  name: fact.name!,
  ...(fact.established && { established: fact.established }),
  ...(fact.concluded && { concluded: fact.concluded }),
  ...(fact.parent && { parent: fact.parent }),
  ...(fact.url && { url: fact.url }),
  ...sourced(fact),
});

const programme = (fact: InstrumentFact): Programme => ({
  title: fact.title!,
  acronym: fact.acronym!,
  ...(fact.year && { year: fact.year }),
  ...(fact.pillars && { pillars: fact.pillars }),
  ...sourced(fact),
});

const councilDocument = (fact: InstrumentFact): CouncilDocument => ({
  id: fact.number!,
  title: fact.title ?? null,
  ...(fact.date && { date: fact.date }),
  ...sourced(fact),
});

const councilDecision = (fact: InstrumentFact): CouncilDecision => ({
  number: fact.number!,
  session: fact.session!,
  subject: fact.subject!,
  ...sourced(fact),
});
