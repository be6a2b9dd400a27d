import type { Body } from '../../catalogue/instrument.ts';
import type { Instruments, Standing } from '../../catalogue/instruments.ts';
import type { Citation } from '../../citations/citation.ts';
import type { PartialDate } from '../../text/dates.ts';
import { escaped, linked } from '../markdown.ts';
import { dateName } from './recommendation.ts';

const BODIES: Readonly<Record<string, string>> = {
  PP: 'Plenipotentiary Conference',
  WTDC: 'World Telecommunication Development Conference',
  WTSA: 'World Telecommunication Standardization Assembly',
  Council: 'Council',
  RA: 'Radiocommunication Assembly',
};

/** The bodies whose resolutions the facts hold. */
const BODY_OF_FACTS: readonly Body[] = ['PP', 'WTDC', 'WTSA', 'Council'];

/** What is known of a resolution, plan, period, Question, group or Council document; undefined for nothing. */
export function describeInstrument(
  instruments: Instruments,
  citation: Citation,
  date: PartialDate | null,
): string[] | undefined {
  switch (citation.kind) {
    case 'resolution':
      return resolution(instruments, citation, date);
    case 'action-plan': {
      const plan = instruments.actionPlan(citation.id);
      if (!plan) return undefined;
      const years = plan.from && plan.to ? ` for ${plan.from} to ${plan.to}` : '';
      return [
        `**${escaped(plan.title)}**`,
        `Adopted by ${plan.body} in ${escaped(plan.place)}, ${plan.year}${years}`,
        ...said(date && instruments.planStanding(plan, date), date, by => by.title),
        sure(plan.unverified),
      ];
    }
    case 'study-period': {
      const [from, to] = citation.id.split('-').map(Number);
      const sector = citation.sector === 'ITU-T' ? 'ITU-T' : 'ITU-D';
      const period = instruments.data.studyPeriods.find(
        one => one.sector === sector && one.from === from && one.to === to,
      );
      if (!period) return undefined;
      return [
        `**${sector} study period ${from}–${to}**`,
        ...said(
          date && instruments.periodStanding(sector, from, to, date),
          date,
          by => `${by.from}–${by.to}`,
        ),
        sure(period.unverified),
      ];
    }
    case 'question': {
      const question = instruments.question(citation.id, citation.sector === 'ITU-T' ? 'ITU-T' : 'ITU-D');
      const term =
        question && ((date && instruments.questionTermAt(question, date)) ?? question.terms.at(-1));
      if (!question || !term) return undefined;
      return [
        `**${question.sector} Question ${escaped(question.id.slice(1))}**`,
        ...(term.title ? [`*${escaped(term.title)}*`] : []),
        `Study period ${term.from}–${term.to}`,
        ...said(
          date && instruments.questionStanding(question, date),
          date,
          by => `Question ${by.id.slice(1)}`,
        ),
        sure(term.unverified),
      ];
    }
    case 'study-group': {
      const group = instruments.studyGroup(citation.id, citation.sector === 'ITU-D' ? 'ITU-D' : 'ITU-T');
      const name = group && ((date && instruments.studyGroupNameAt(group, date)) ?? group.names.at(-1));
      if (!group || !name) return undefined;
      return [
        `**${group.sector} ${escaped(group.id)}**`,
        ...(name.name ? [escaped(name.name)] : []),
        `Study period ${name.from}–${name.to}`,
        sure(name.unverified),
      ];
    }
    case 'focus-group': {
      const group = instruments.group(citation.id);
      if (!group) return undefined;
      const life = [
        group.established && `since ${group.established}`,
        group.concluded && `until ${group.concluded}`,
      ]
        .filter(Boolean)
        .join(', ');
      return [
        `**${linked(group.id, group.url)}**`,
        escaped(group.name),
        ...(life ? [life] : []),
        sure(group.unverified),
      ];
    }
    case 'council-document': {
      const document = instruments.councilDocument(citation.id);
      if (!document) return undefined;
      return [
        `**Council document ${escaped(document.id)}**`,
        ...(document.title ? [`*${escaped(document.title)}*`] : []),
        sure(document.unverified),
      ];
    }
    default:
      return undefined;
  }
}

function resolution(
  instruments: Instruments,
  citation: Citation,
  date: PartialDate | null,
): string[] | undefined {
  const body = BODY_OF_FACTS.find(known => known === citation.body);
  const found = instruments.resolution(body, citation.number ?? '');
  if (!found) return undefined;
  const revisions = found.revisions.map(
    one =>
      `${one.first ? '' : 'Rev. '}${one.place ? `${one.place}, ` : ''}${one.year}${one.unverified ? ' (unconfirmed)' : ''}`,
  );
  const standing =
    date && citation.revision ? instruments.revisionStanding(found, citation.revision, date) : null;
  return [
    `**Resolution ${escaped(found.number)} of the ${BODIES[found.body] ?? found.body}**`,
    ...(found.title ? [`*${escaped(found.title)}*${found.titleUnverified ? ' (unconfirmed)' : ''}`] : []),
    ...said(standing, date, by => `Rev. ${by.place ? `${by.place}, ` : ''}${by.year}`),
    ...(revisions.length > 0 ? [`Known revisions: ${escaped(revisions.join(' · '))}`] : []),
    `Facts of ${escaped(instruments.data.asOf)}; the list of revisions may not be complete`,
  ];
}

/** A standing as a sentence; nothing where none is known. */
function said<T>(
  standing: Standing<T> | null | undefined,
  date: PartialDate | null,
  name: (by: T) => string,
): string[] {
  if (!standing || !date) return [];
  const day = dateName(date);
  const doubt = standing.certain ? '' : ' (as far as is known)';
  switch (standing.verdict) {
    case 'superseded':
      return [`⚠ Replaced${standing.by ? ` by ${escaped(name(standing.by))}` : ''} before ${day}${doubt}`];
    case 'not yet':
      return [`⚠ Not yet adopted on ${day}${doubt}`];
    case 'current':
      return [
        `The newest on ${day}${doubt}${standing.unconfirmed ? `; ${escaped(name(standing.unconfirmed))} may have replaced it (unconfirmed)` : ''}`,
      ];
    default:
      return [];
  }
}

const sure = (unverified: boolean | undefined): string =>
  unverified ? 'Unconfirmed: no source was seen' : 'Facts from the project’s list of instruments';
