import type { Analysis } from '../analysis/project.ts';
import type { Comparison, Row } from '../drafting/compare.ts';
import { type Mark, marksOf, progressOf } from '../drafting/marks.ts';
import { sectionOf } from '../drafting/notes.ts';
import { originOf } from '../drafting/origins.ts';
import { type JudgedPromise, judgedPromises } from '../drafting/promises.ts';
import { t } from '../messages/translate.ts';
import type { Reading } from '../reading/reading.ts';
import { allSections, type Report, type Role, type Section } from '../report/model.ts';
import type { Span } from '../text/span.ts';
import { toRange } from './convert.ts';
import type { OpenDocument } from './documents.ts';
import type {
  CompareAnswer,
  ComparedParagraph,
  MarkItem,
  ProgressAnswer,
  ProgressGroup,
  PromiseItem,
  WirePlace,
} from './protocol.ts';
import type { Session } from './session.ts';

/** Domain values on a draft's year as the client gets them. */

/** A place in a report of the archive; null where its file is gone. */
function placeIn(session: Session, uri: string, reading: Reading, span: Span): WirePlace | null {
  const there = session.earlier(uri, reading.path);
  return there ? { uri: there.uri, range: toRange(there.report.lines, span) } : null;
}

type OpenGroup = { -readonly [K in keyof ProgressGroup]: ProgressGroup[K] } & {
  marks: MarkItem[];
  promises: PromiseItem[];
};

/** Marks and promises by the section in which they are settled. */
export function progressAnswer(session: Session, analysis: Analysis, document: OpenDocument): ProgressAnswer {
  const { report, archive, reading, date } = analysis;
  const { uri, version } = document;
  const sections = [...allSections(report.sections)];
  const front: OpenGroup = { role: 'front', title: t('Front matter'), range: null, marks: [], promises: [] };
  const groups = sections.map(
    (section): OpenGroup => ({
      role: section.role,
      title: titleOf(section),
      range: toRange(report.lines, section.heading),
      marks: [],
      promises: [],
    }),
  );
  for (const mark of marksOf(report)) {
    const at = sections.findLastIndex(section => section.heading.start <= mark.span.start);
    (groups[at] ?? front).marks.push(markItem(session, uri, report, archive, mark));
  }
  for (const judged of judgedPromises(reading, archive, date)) {
    const home = sectionOf(report, judged.promise.role);
    const group = home ? groups[sections.indexOf(home)] : missing(groups, judged.promise.role, archive);
    group.promises.push(promiseItem(session, uri, report, judged));
  }
  return { uri, version, ...progressOf(report), groups: [front, ...groups] };
}

const titleOf = ({ number, title }: Section): string =>
  [number && `${number}.`, title ?? t('Introduction')].filter(Boolean).join(' ');

/** A group for a section that the draft has not, called as the earlier report called it. */
function missing(groups: OpenGroup[], role: Role, archive: readonly Reading[]): OpenGroup {
  const known = groups.find(group => group.role === role && group.range === null);
  if (known) return known;
  const last = archive.at(-1);
  const before = last && sectionOf(last.report, role);
  const group: OpenGroup = {
    role,
    title: before?.title ?? t('Introduction'),
    range: null,
    marks: [],
    promises: [],
  };
  groups.push(group);
  return group;
}

function markItem(
  session: Session,
  uri: string,
  report: Report,
  archive: readonly Reading[],
  mark: Mark,
): MarkItem {
  const origin = originOf(mark, archive);
  return {
    range: toRange(report.lines, mark.span),
    text: mark.text,
    place: mark.place,
    year: mark.year,
    from: mark.from,
    earlier: origin ? placeIn(session, uri, origin.reading, origin.span) : null,
  };
}

function promiseItem(
  session: Session,
  uri: string,
  report: Report,
  { promise, state, answer }: JudgedPromise,
): PromiseItem {
  return {
    text: promise.text,
    year: promise.reading.report.year?.value ?? 0,
    when: promise.when,
    // A statement that was merely repeated has not been answered.
    state: state === 'repeated' ? 'open' : state,
    from: promise.place,
    earlier: placeIn(session, uri, promise.reading, promise.span),
    answer: answer && toRange(report.lines, answer),
  };
}

export function compareAnswer(
  session: Session,
  { report, archive }: Analysis,
  { uri, version }: OpenDocument,
  { earlier, rows, pillars, left, right }: Comparison,
): CompareAnswer | null {
  const there = session.earlier(uri, earlier.path);
  // The archive may have lost the report since the analysis was made.
  if (!there) return null;
  const titled = (role: Role): string =>
    [report, ...[...archive].reverse().map(one => one.report)]
      .map(one => sectionOf(one, role)?.title)
      .find(Boolean) ?? role;
  return {
    uri,
    version,
    year: report.year?.value ?? null,
    earlier: { uri: there.uri, path: earlier.path, year: earlier.report.year?.value ?? null },
    paragraphs: rows.map(row => compared(row, report, there.report)),
    pillars: pillars.map(({ role, years, counts, silent }) => ({
      role,
      title: titled(role),
      counts,
      silent,
      years: years.map(({ reading, words, figures, recommendations }) => ({
        year: reading.report.year?.value ?? null,
        path: reading.path,
        words,
        figures,
        recommendations,
      })),
    })),
    left,
    right,
  };
}

const compared = (
  { state, draft, earlier, moved, likeness, line }: Row,
  now: Report,
  before: Report,
): ComparedParagraph => ({
  state,
  role: draft?.role ?? earlier?.role ?? 'other',
  place: draft?.place ?? null,
  range: draft && toRange(now.lines, draft.span),
  earlierPlace: earlier?.place ?? null,
  earlierRange: earlier && toRange(before.lines, earlier.span),
  earlierText: earlier?.lines.join('\n') ?? null,
  moved,
  likeness,
  toConfirm: draft?.marks ?? 0,
  line,
});
