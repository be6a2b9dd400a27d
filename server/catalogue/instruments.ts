import data from '../../data/instruments.json' with { type: 'json' };
import type { PartialDate } from '../text/dates.ts';
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
  StudyGroupName,
  StudyPeriod,
} from './instrument.ts';
import { type Ending, hadEnded, wasStillToCome, yearHadBegun } from './instrument-time.ts';

/** How a cited revision, plan, period or Question stood on a given day. */
export interface Standing<T> {
  readonly verdict: 'current' | 'superseded' | 'not yet' | 'unknown';
  /** Whether a finding may rest on it. Never true for what rests on memory. */
  readonly certain: boolean;
  /** What was cited, where it is known. */
  readonly cited?: T;
  /** What had taken its place by then, or what would be the right one. */
  readonly by?: T;
  /** Something newer that rests on memory: to be shown as unconfirmed. */
  readonly unconfirmed?: T;
}

/** A Question through its study periods. */
export interface Question {
  readonly id: string;
  readonly sector: InstrumentSector;
  /** Oldest first. */
  readonly terms: readonly QuestionTerm[];
}

/** A study group through the study periods. */
export interface StudyGroup {
  readonly id: string;
  readonly sector: InstrumentSector;
  /** Its names, oldest first; not every period is known. */
  readonly names: readonly StudyGroupName[];
}

/** A revision as a text cites it: `(Rev. Dubai, 2018)`; a Council resolution has a year alone. */
export interface CitedRevision {
  readonly place?: string;
  readonly year: number;
}

/** Resolutions, conferences, plans, periods, Questions, groups and Council documents, judged by the report's date. */
export class Instruments {
  readonly data: InstrumentData;

  constructor(data: InstrumentData) {
    this.data = data;
  }

  /** The resolution of that number; without a body only where one body alone has it. */
  resolution(body: Body | undefined, number: string): Resolution | undefined {
    const found = this.data.resolutions.filter(one => one.number === number && (!body || one.body === body));
    return found.length === 1 ? found[0] : undefined;
  }

  /** The body whose conference met there in that year, or which adopted a text there. */
  bodyOf(place: string, year: number): Body | undefined {
    const here = (one: { place: string | null; year: number }) =>
      one.year === year && samePlace(one.place, place);
    return (
      this.data.conferences.find(here)?.body ??
      this.data.resolutions.find(resolution => resolution.revisions.some(here))?.body
    );
  }

  conference(body: Body, place: string | null, year: number): Conference | undefined {
    return this.data.conferences.find(
      one => one.body === body && one.year === year && (place === null || samePlace(one.place, place)),
    );
  }

  /** `PP-18`, `WTDC-17`. */
  conferenceNamed(acronym: string): Conference | undefined {
    return this.data.conferences.find(one => one.acronym === acronym);
  }

  /** The newest confirmed revision whose conference had ended before `date`; undefined where there was none yet. */
  revisionAt(resolution: Resolution, date: PartialDate): Revision | undefined {
    return resolution.revisions.findLast(
      one => !one.unverified && hadEnded(this.ending(resolution, one), date),
    );
  }

  /**
   * How the cited revision stood on `date`. A revision that is not in the data is unknown, not wrong: the lists are
   * not complete.
   */
  revisionStanding(resolution: Resolution, cited: CitedRevision, date: PartialDate): Standing<Revision> {
    const { place = null, year } = cited;
    const known = resolution.revisions.find(
      one => one.year === year && (place === null || one.place === null || samePlace(one.place, place)),
    );
    const conference = this.conference(resolution.body, place, year);
    if (conference && wasStillToCome(conference, date)) {
      const by = this.revisionAt(resolution, date);
      return {
        verdict: 'not yet',
        certain: !conference.unverified,
        ...(known && { cited: known }),
        ...(by && { by }),
      };
    }
    if (!known) return { verdict: 'unknown', certain: false };
    const later = resolution.revisions.filter(
      one => one.year > year && hadEnded(this.ending(resolution, one), date),
    );
    const by = later.findLast(one => !one.unverified);
    if (by) return { verdict: 'superseded', certain: true, cited: known, by };
    const unconfirmed = later.at(-1);
    return {
      verdict: 'current',
      certain: !known.unverified && !unconfirmed,
      cited: known,
      ...(unconfirmed && { unconfirmed }),
    };
  }

  private ending(resolution: Resolution, revision: Revision): Ending {
    return this.conference(resolution.body, revision.place, revision.year) ?? { year: revision.year };
  }

  /** `Buenos Aires Action Plan`, whatever its case and accents. */
  actionPlan(title: string): ActionPlan | undefined {
    return this.data.actionPlans.find(one => fold(one.title) === fold(title));
  }

  /** The plan that held on `date`: that of the last conference that had ended, once the years it is meant for began. */
  actionPlanAt(date: PartialDate): ActionPlan | undefined {
    return this.data.actionPlans.findLast(one => this.planBegan(one, date));
  }

  /** How a plan stood on `date`. */
  planStanding(plan: ActionPlan, date: PartialDate): Standing<ActionPlan> {
    const conference = this.conference(plan.body, plan.place, plan.year);
    const later = this.data.actionPlans.filter(one => one.year > plan.year && this.planBegan(one, date));
    const by = later.findLast(one => !one.unverified);
    if (by) return { verdict: 'superseded', certain: true, cited: plan, by };
    if (conference && wasStillToCome(conference, date))
      return { verdict: 'not yet', certain: !plan.unverified, cited: plan };
    const unconfirmed = later.at(-1);
    return {
      verdict: 'current',
      certain: !plan.unverified && !unconfirmed,
      cited: plan,
      ...(unconfirmed && { unconfirmed }),
    };
  }

  private planBegan(plan: ActionPlan, date: PartialDate): boolean {
    const conference = this.conference(plan.body, plan.place, plan.year) ?? { year: plan.year };
    return hadEnded(conference, date) && (plan.from === undefined || yearHadBegun(plan.from, date));
  }

  /**
   * The study period on `date`: the last one that had surely begun. ITU-T's 2017-2020 ran on until the assembly of
   * 2022 had met, so the answer may end before `date`.
   */
  studyPeriodAt(sector: InstrumentSector, date: PartialDate): StudyPeriod | undefined {
    return this.data.studyPeriods.findLast(one => one.sector === sector && this.periodBegan(one, date));
  }

  /** How the study period `from`-`to` stood on `date`. */
  periodStanding(
    sector: InstrumentSector,
    from: number,
    to: number,
    date: PartialDate,
  ): Standing<StudyPeriod> {
    const cited = this.data.studyPeriods.find(
      one => one.sector === sector && one.from === from && one.to === to,
    );
    if (!cited) return { verdict: 'unknown', certain: false };
    const later = this.data.studyPeriods.filter(
      one => one.sector === sector && one.from > from && this.periodBegan(one, date),
    );
    const by = later.findLast(one => !one.unverified);
    if (by) return { verdict: 'superseded', certain: true, cited, by };
    const current = yearHadBegun(from, date);
    return { verdict: current ? 'current' : 'not yet', certain: !cited.unverified && !later.length, cited };
  }

  /** A period begins with its first year; where the conference that opens it met in that year, when that had ended. */
  private periodBegan(
    { sector, from }: { sector: InstrumentSector; from: number },
    date: PartialDate,
  ): boolean {
    const conference = this.conference(sector === 'ITU-D' ? 'WTDC' : 'WTSA', null, from);
    return yearHadBegun(from, date) && (!conference || hadEnded(conference, date));
  }

  /** `Q22-1/1`, `Question 3/2`, `Q 3/2`; undefined for one that is not in the data. */
  question(id: string, sector: InstrumentSector = 'ITU-D'): Question | undefined {
    const number = /(\d+(?:-\d+)?)\s*\/\s*(\d+)\s*$/.exec(id.slice(-20));
    const canonical = number ? `Q${number[1]}/${number[2]}` : id;
    const terms = this.data.questions.filter(one => one.id === canonical && one.sector === sector);
    return terms.length ? { id: canonical, sector, terms } : undefined;
  }

  /** A Question's title and study group on `date`; undefined where no term had begun or the newest is not known. */
  questionTermAt(question: Question, date: PartialDate): QuestionTerm | undefined {
    return question.terms.findLast(one => this.periodBegan(one, date));
  }

  /**
   * How a Question stood on `date`. `Q22-1/1` is the first revision of `Q22/1`: the same Question, so that neither
   * replaces the other; what replaces them has another number.
   */
  questionStanding(question: Question, date: PartialDate): Standing<Question> {
    const seen = new Set([question.id]);
    let by: Question | undefined;
    let certain = true;
    let next = question.terms.at(-1)?.supersededBy;
    while (next !== undefined && !seen.has(next)) {
      seen.add(next);
      const successor = this.question(next, question.sector);
      const first = successor?.terms[0];
      if (!successor || !first || !this.periodBegan(first, date)) break;
      certain &&= !first.unverified;
      if (unrevised(successor.id) !== unrevised(question.id)) by = successor;
      next = successor.terms.at(-1)?.supersededBy;
    }
    if (by) return { verdict: 'superseded', certain, cited: question, by };
    const begun = question.terms.some(one => this.periodBegan(one, date));
    return begun
      ? { verdict: 'current', certain: true, cited: question }
      : { verdict: 'not yet', certain: false, cited: question };
  }

  /** `SG17`, `SG-17`, `Study Group 17`, `TSAG`; undefined for one that is not in the data. */
  studyGroup(id: string, sector: InstrumentSector = 'ITU-T'): StudyGroup | undefined {
    const number = /(\d{1,2})\s*$/.exec(id.slice(-20))?.[1];
    const canonical = number ? `SG${number}` : id;
    const names = this.data.studyGroups
      .filter(one => one.id === canonical && one.sector === sector)
      .sort((a, b) => a.from - b.from);
    return names.length ? { id: canonical, sector, names } : undefined;
  }

  /** A study group's name on `date`: that of the study period of the day; undefined where it is not known. */
  studyGroupNameAt(group: StudyGroup, date: PartialDate): StudyGroupName | undefined {
    const period = this.studyPeriodAt(group.sector, date);
    return group.names.find(one => one.from === period?.from && one.to === period.to);
  }

  /** `FG-AI4H`, `FG NET-2030`, `JCA-COP`, `CWG-COP`. */
  group(id: string): Group | undefined {
    return this.data.groups.find(one => fold(one.id) === fold(id));
  }

  /** A focus group by its acronym. */
  focusGroup(id: string): Group | undefined {
    const found = this.group(id);
    return found?.kind === 'focus-group' ? found : undefined;
  }

  /** `C21/71`, with or without its language and revision. */
  councilDocument(id: string): CouncilDocument | undefined {
    const canonical = id.replace(/\(.*$|-[A-Z]$/g, '');
    return this.data.councilDocuments.find(one => one.id === canonical);
  }

  councilDecision(number: string): CouncilDecision | undefined {
    return this.data.councilDecisions.find(one => one.number === number);
  }

  /** `GCA`, `COP`. */
  programme(acronym: string): Programme | undefined {
    return this.data.programmes.find(one => one.acronym === acronym);
  }
}

/** The instruments that ship. */
export const INSTRUMENTS = new Instruments(data as InstrumentData);

/** Letters and digits alone, without accents: places and names are written in many ways. */
const fold = (text: string): string =>
  text
    .normalize('NFD')
    .replace(/[^\p{L}\p{N}]/gu, '')
    .toLowerCase();

const samePlace = (a: string | null, b: string): boolean => a !== null && fold(a) === fold(b);

/** `Q22/1` of `Q22-1/1`. */
const unrevised = (question: string): string => question.replace(/-\d+(?=\/)/, '');
