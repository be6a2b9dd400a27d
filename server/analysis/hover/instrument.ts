import type { Body } from '../../catalogue/instrument.ts';
import type { Instruments, Standing } from '../../catalogue/instruments.ts';
import type { Citation } from '../../citations/citation.ts';
import { dateName } from '../../messages/date-name.ts';
import { t } from '../../messages/translate.ts';
import type { PartialDate } from '../../text/dates.ts';
import { escaped, linked } from '../markdown.ts';

/** The name of a resolution by the body that adopted it. */
const RESOLUTIONS: Readonly<Record<string, (number: string) => string>> = {
  PP: number => t('Resolution {number} of the Plenipotentiary Conference', { number }),
  WTDC: number => t('Resolution {number} of the World Telecommunication Development Conference', { number }),
  WTSA: number =>
    t('Resolution {number} of the World Telecommunication Standardization Assembly', { number }),
  Council: number => t('Resolution {number} of the Council', { number }),
  RA: number => t('Resolution {number} of the Radiocommunication Assembly', { number }),
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
      const adopted = { body: plan.body, place: escaped(plan.place), year: plan.year };
      return [
        `**${escaped(plan.title)}**`,
        plan.from && plan.to
          ? t('Adopted by {body} in {place}, {year}, for {from} to {to}', {
              ...adopted,
              from: plan.from,
              to: plan.to,
            })
          : t('Adopted by {body} in {place}, {year}', adopted),
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
        `**${t('{sector} study period {from}–{to}', { sector, from, to })}**`,
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
        `**${t('{sector} Question {number}', { sector: question.sector, number: escaped(question.id.slice(1)) })}**`,
        ...(term.title ? [`*${escaped(term.title)}*`] : []),
        t('Study period {from}–{to}', { from: term.from, to: term.to }),
        ...said(date && instruments.questionStanding(question, date), date, by =>
          t('Question {number}', { number: by.id.slice(1) }),
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
        t('Study period {from}–{to}', { from: name.from, to: name.to }),
        sure(name.unverified),
      ];
    }
    case 'focus-group': {
      const group = instruments.group(citation.id);
      if (!group) return undefined;
      const life = [
        group.established && t('since {year}', { year: group.established }),
        group.concluded && t('until {year}', { year: group.concluded }),
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
        `**${t('Council document {symbol}', { symbol: escaped(document.id) })}**`,
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
      `${one.first ? '' : 'Rev. '}${one.place ? `${one.place}, ` : ''}${one.year}${one.unverified ? ` ${t('(unconfirmed)')}` : ''}`,
  );
  const standing =
    date && citation.revision ? instruments.revisionStanding(found, citation.revision, date) : null;
  return [
    `**${RESOLUTIONS[found.body]?.(escaped(found.number)) ?? `${found.body} ${escaped(found.number)}`}**`,
    ...(found.title
      ? [`*${escaped(found.title)}*${found.titleUnverified ? ` ${t('(unconfirmed)')}` : ''}`]
      : []),
    ...said(standing, date, by => `Rev. ${by.place ? `${by.place}, ` : ''}${by.year}`),
    ...(revisions.length > 0
      ? [t('Known revisions: {revisions}', { revisions: escaped(revisions.join(' · ')) })]
      : []),
    t('Facts of {date}; the list of revisions may not be complete', {
      date: escaped(instruments.data.asOf),
    }),
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
  const doubt = standing.certain ? '' : ` ${t('(as far as is known)')}`;
  switch (standing.verdict) {
    case 'superseded':
      return [
        standing.by
          ? `⚠ ${t('Replaced by {by} before {day}', { by: escaped(name(standing.by)), day })}${doubt}`
          : `⚠ ${t('Replaced before {day}', { day })}${doubt}`,
      ];
    case 'not yet':
      return [`⚠ ${t('Not yet adopted on {day}', { day })}${doubt}`];
    case 'current':
      return [
        t('The newest on {day}', { day }) + doubt,
        ...(standing.unconfirmed
          ? [t('{by} may have replaced it (unconfirmed)', { by: escaped(name(standing.unconfirmed)) })]
          : []),
      ];
    default:
      return [];
  }
}

const sure = (unverified: boolean | undefined): string =>
  unverified ? t('Unconfirmed: no source was seen') : t('Facts from the project’s list of instruments');
