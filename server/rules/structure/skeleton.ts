import type { Profile, ProfileHead, ProfileSection } from '../../profiles/profile.ts';
import type { Report, Section } from '../../report/model.ts';
import {
  movedSections,
  type PlannedSection,
  planNumbers,
  renumberingEdits,
  separatorOf,
} from '../numbering/plan.ts';
import type { Edit } from '../rule.ts';
import { headFor, type Level, levelsOf, missingSections, profileSectionFor } from './match.ts';

/** What parts the front matter from the sections. */
const RULE = '____________';

/** Stands where the drafter has to write; the rule text/placeholder keeps it in sight. */
const PLACEHOLDER = '[Text to be written]';

/** How the parts of a report are set apart in its dialect. */
function layoutOf(report: Report): { gap: string; heading: (level: number) => string } {
  const markdown = report.dialect === 'markdown';
  return {
    gap: report.dialect === 'word-text' ? '\n' : '\n\n',
    heading: level => (markdown ? `${'#'.repeat(level + 1)} ` : ''),
  };
}

/** A section as text: heading and one paragraph to write in, with the number that the plan gives. */
function sectionText(
  report: Report,
  profile: Profile,
  wanted: ProfileSection,
  number: string | undefined,
  level: number,
): string {
  const { gap, heading } = layoutOf(report);
  const separator = separatorOf(report);
  const dot = profile.numbering.section === '1.' ? '.' : '';
  const title = number ? `${number}${level === 1 ? dot : ''}${separator}${wanted.title}` : wanted.title;
  const paragraph =
    number && profile.numbering.paragraphs === 'required'
      ? `${number}.1${separator}${PLACEHOLDER}`
      : PLACEHOLDER;
  // The introduction of the newer form has no heading at all: only the rule parts it from the last head.
  if (wanted.role === 'introduction' && wanted.number === null) {
    return isParted(report) ? `${PLACEHOLDER}${gap}` : `${RULE}${gap}${PLACEHOLDER}${gap}`;
  }
  return `${heading(level)}${title}${gap}${paragraph}${gap}`;
}

/** Whether a rule stands before the first section, read as the end of the front matter or, without heads, not yet. */
function isParted(report: Report): boolean {
  const front = report.text.slice(
    report.masthead.span.end,
    report.sections[0]?.heading.start ?? report.text.length,
  );
  return report.frontRule !== null || /^_{3,}[ \t\r]*$/m.test(front);
}

/**
 * Where a section begins for who moves it or puts something before it: with its line, and with the comments right
 * above, which speak of it.
 */
function beginningOf(report: Report, section: Section): number {
  const { text, lines, comments } = report;
  let start = lines.starts[lines.lineAt(section.heading.start)];
  for (const comment of comments.toReversed()) {
    if (comment.end > start) continue;
    const line = lines.starts[lines.lineAt(comment.start)];
    if (
      !/^[ \t]*(?:\r\n|\n|\r)$/.test(text.slice(comment.end, start)) ||
      text.slice(line, comment.start).trim() !== ''
    )
      break;
    start = line;
  }
  return start;
}

/** Where in the text a section belongs that stands at `index` of the planned order. */
function insertionPoint(
  report: Report,
  order: readonly PlannedSection[],
  index: number,
  level: Level,
): number {
  for (const later of order.slice(index + 1))
    if ('existing' in later) return beginningOf(report, later.existing);
  if (level.around) return endOfLine(report, level.around.span.end);
  if (report.endMark) return report.endMark.start;
  return report.text.length;
}

const endOfLine = (report: Report, offset: number): number => {
  const { line } = report.lines.positionAt(offset);
  return line + 1 < report.lines.count ? report.lines.starts[line + 1] : report.text.length;
};

/** The sections of a level with the missing ones put where the profile has them. */
function withMissing(level: Level, missing: readonly ProfileSection[]): PlannedSection[] {
  const order: PlannedSection[] = level.found.map(existing => ({ existing }));
  for (const wanted of missing) {
    const rank = level.wanted.indexOf(wanted);
    const at = order.findIndex(planned => {
      const other =
        'inserted' in planned ? planned.inserted : profileSectionFor(planned.existing, level.wanted);
      return other !== undefined && level.wanted.indexOf(other) > rank;
    });
    if (at >= 0) order.splice(at, 0, { inserted: wanted });
    else order.splice(lastKnown(order, level) + 1, 0, { inserted: wanted });
  }
  return order;
}

/** The last planned section that the profile knows: annexes and the like stay behind it. */
function lastKnown(order: readonly PlannedSection[], level: Level): number {
  return order.findLastIndex(
    planned => 'inserted' in planned || profileSectionFor(planned.existing, level.wanted) !== undefined,
  );
}

/**
 * Inserts sections where the profile has them, each with its title, number and a first paragraph to write in, and
 * renumbers what follows.
 */
export function insertSections(
  report: Report,
  profile: Profile,
  level: Level,
  missing: readonly ProfileSection[],
): Edit[] {
  const order = withMissing(level, missing);
  const depth = level.around ? 2 : 1;
  const plan = depth === 1 ? planNumbers(order, profile) : { numbers: new Map<ProfileSection, string>() };
  const pieces = new Map<number, string>();
  order.forEach((planned, index) => {
    if (!('inserted' in planned)) return;
    const at = insertionPoint(report, order, index, level);
    const text = sectionText(report, profile, planned.inserted, plan.numbers.get(planned.inserted), depth);
    pieces.set(at, (pieces.get(at) ?? '') + text);
  });
  const inserts = [...pieces].map(
    ([at, text]): Edit => ({ start: at, end: at, newText: atEnd(report, at, text) }),
  );
  return [...inserts, ...renumberingEdits(report, movedSections(plan))].sort(
    (a, b) => a.start - b.start || a.end - b.end,
  );
}

/** At the end of the text the blank line comes before the piece instead of behind it. */
function atEnd(report: Report, at: number, text: string): string {
  if (at < report.text.length) return text;
  const open = /(?:\r\n|\n|\r)$/.test(report.text) || report.text === '';
  const before = open
    ? report.dialect === 'word-text'
      ? ''
      : '\n'
    : report.dialect === 'word-text'
      ? '\n'
      : '\n\n';
  return before + text.replace(/(?<![\r\n])[\r\n]+$/, '\n');
}

/** Inserts a head of the front matter in the profile's order, with the words that usually stand there. */
export function insertHead(report: Report, profile: Profile, wanted: ProfileHead): Edit[] {
  const { gap, heading } = layoutOf(report);
  const rank = profile.heads.indexOf(wanted);
  const later = profile.heads.slice(rank + 1).flatMap(other => headFor(report, other) ?? [])[0];
  const at = later
    ? report.lines.starts[report.lines.lineAt(later.titleSpan.start)]
    : (report.frontRule?.start ?? behindMasthead(report) ?? startOfSections(report));
  const text = `${heading(1)}${wanted.title}${gap}${wanted.starter ?? PLACEHOLDER}${gap}`;
  return [{ start: at, end: at, newText: atEnd(report, at, text) }];
}

/** Where the first head belongs in a report that has none: the text there is the introduction's. */
function behindMasthead(report: Report): number | undefined {
  const { end } = report.masthead.span;
  if (report.heads.length > 0 || end === 0) return undefined;
  const rest = /^[^\S\r\n]*(?:\r\n|\n|\r)\s*/.exec(report.text.slice(end));
  return rest ? report.lines.starts[report.lines.lineAt(end + rest[0].length)] : undefined;
}

const startOfSections = (report: Report): number =>
  report.sections[0] ? beginningOf(report, report.sections[0]) : report.text.length;

/** Everything that the profile asks for and the report lacks, in one change. */
export function completeSkeleton(report: Report, profile: Profile): Edit[] {
  const heads = profile.heads.flatMap(head =>
    head.required && !headFor(report, head) ? insertHead(report, profile, head) : [],
  );
  const sections = levelsOf(report, profile).flatMap(level => {
    const missing = missingSections(level);
    return missing.length > 0 ? insertSections(report, profile, level, missing) : [];
  });
  return joinInserts([...heads, ...sections]);
}

/** Inserts at one place become one, in the order in which they were made: editors refuse two at one offset. */
function joinInserts(edits: readonly Edit[]): Edit[] {
  const joined: Edit[] = [];
  for (const edit of [...edits].sort((a, b) => a.start - b.start || a.end - b.end)) {
    const last = joined.at(-1);
    if (last && last.start === edit.start && last.end === last.start && edit.end === edit.start) {
      joined[joined.length - 1] = { ...last, newText: last.newText + edit.newText };
    } else joined.push(edit);
  }
  return joined;
}

/** Puts the sections into the profile's order and renumbers; unknown sections stay behind the one they followed. */
export function reorderSections(report: Report, profile: Profile): Edit[] {
  const [level] = levelsOf(report, profile);
  let rank = -1;
  const ranked = level.found.map(section => {
    const wanted = profileSectionFor(section, level.wanted);
    if (wanted) rank = level.wanted.indexOf(wanted);
    return { section, rank };
  });
  const sorted = [...ranked].sort((a, b) => a.rank - b.rank).map(({ section }) => section);
  const plan = planNumbers(
    sorted.map(existing => ({ existing })),
    profile,
  );
  const renumbered = renumberingEdits(report, movedSections(plan));
  const first = level.found[0];
  const last = level.found.at(-1);
  if (!first || !last) return [];
  const start = beginningOf(report, first);
  const end = report.endMark?.start ?? report.text.length;
  const chunkEnd = (section: Section): number => {
    const following = level.found[level.found.indexOf(section) + 1];
    return following ? beginningOf(report, following) : end;
  };
  const { gap } = layoutOf(report);
  const newText = sorted
    .map(section => {
      const from = beginningOf(report, section);
      const chunk = applyInside(report.text, renumbered, from, chunkEnd(section));
      return section === sorted.at(-1) ? chunk.trimEnd() : `${chunk.trimEnd()}${gap}`;
    })
    .join('');
  const tail = report.text.slice(report.text.slice(0, end).trimEnd().length, end);
  return [{ start, end, newText: newText + tail }, ...renumbered.filter(edit => edit.end <= start)];
}

function applyInside(text: string, edits: readonly Edit[], from: number, to: number): string {
  let out = '';
  let at = from;
  for (const edit of edits) {
    if (edit.start < from || edit.end > to) continue;
    out += text.slice(at, edit.start) + edit.newText;
    at = edit.end;
  }
  return out + text.slice(at, to);
}
