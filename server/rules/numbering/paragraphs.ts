import { t } from '../../messages/translate.ts';
import { numberedPlaces } from '../../report/crossrefs.ts';
import {
  allSections,
  countsThrough,
  isNumberable,
  type Paragraph,
  type Section,
} from '../../report/model.ts';
import { say } from '../messages.ts';
import type { Fix, ReportContext, Rule } from '../rule.ts';
import { asTheyStand, planNumbers, renumberingEdits } from './plan.ts';

/** One fix for all findings of a report: it touches the whole of it, and may hang on thousands. */
const renumberings = new WeakMap<ReportContext, readonly Fix[]>();

/** The fix of every numbering rule: the whole report renumbered, each reference following its paragraph. */
export function renumberFix(context: ReportContext): readonly Fix[] {
  let fixes = renumberings.get(context);
  if (!fixes) {
    const { report, profile } = context;
    const edits = renumberingEdits(report, planNumbers(asTheyStand(report), profile));
    // Not exact: a gap may mean that a paragraph was lost, and only the drafter knows.
    fixes = edits.length > 0 ? [{ title: say('numbering:fix'), edits, exact: false }] : [];
    renumberings.set(context, fixes);
  }
  return fixes;
}

interface Numbered {
  readonly paragraph: Paragraph;
  readonly section: Section;
  /** The number's last part: 4 of `6.4`. */
  readonly last: number;
  /** The number's parts before the last: `6` of `6.4`. */
  readonly prefix: string;
}

function numberedOf(section: Section): Numbered[] {
  return section.paragraphs.flatMap(paragraph => {
    if (!paragraph.number) return [];
    const cut = paragraph.number.lastIndexOf('.');
    const prefix = cut < 0 ? '' : paragraph.number.slice(0, cut);
    return [{ paragraph, section, last: Number(paragraph.number.slice(cut + 1)), prefix }];
  });
}

/** The part of a section with the highest number so far. */
interface Before {
  readonly last: number;
  readonly number: string;
}

/** Calls back with each numbered paragraph of a section and the part before it with the highest number. */
function eachPair(context: ReportContext, visit: (now: Numbered, before: Before | null) => void): void {
  if (!context.report.recognised) return;
  const isThrough = countsThrough(context.report.sections);
  let before: Before | null = null;
  for (const section of allSections(context.report.sections)) {
    if (!isThrough) before = null;
    // Sections inside count on in the same row: 3.3 is a paragraph, 3.4 a title, 3.5 a paragraph again.
    const inner = section.sections
      .filter(s => s.number)
      .map(s => ({ at: s.span.start, number: s.number ?? '' }));
    for (const now of numberedOf(section)) {
      while (inner.length > 0 && inner[0].at < now.paragraph.span.start) {
        const { number } = inner.shift() as { number: string };
        before = { last: Number(number.slice(number.lastIndexOf('.') + 1)), number };
      }
      visit(now, before);
      const counts = now.prefix === (section.number ?? now.prefix) && now.last > (before?.last ?? 0);
      if (counts) before = { last: now.last, number: now.paragraph.number ?? '' };
    }
  }
}

/** How many skipped numbers are looked at; a jump to 3.99 is one mistake all the same. */
const MOST_NAMED = 98;

/** How many paragraphs without a number stand between two numbered ones. */
function lostNumbers(section: Section, before: Before | null, paragraph: Paragraph): number {
  let lost = 0;
  let counting = before === null;
  for (const one of section.paragraphs) {
    if (one === paragraph) return lost;
    if (one.number === before?.number) {
      counting = true;
      lost = 0;
    } else if (counting && one.number === null && isNumberable(one)) lost++;
  }
  return lost;
}

/** From how many paragraphs without a number on nobody calls it a slip. */
const MOST_SLIPS = 3;
/** A fix for one number looks at the whole report; where so many are missing, no one mends them one by one. */
const MOST_MENDED = 200;

const listed = (numbers: readonly string[]): string =>
  numbers.length <= 3
    ? numbers.join(', ')
    : t('{first} to {last}', { first: numbers[0], last: numbers[numbers.length - 1] });

export const gap: Rule = {
  id: 'numbering/gap',
  title: 'A paragraph number is skipped',
  severity: { drafting: 'hint', review: 'warning', submission: 'error' },
  timing: 'typing',
  anyLanguage: true,
  report(context, remark) {
    const places = numberedPlaces(context.report);
    eachPair(context, (now, before) => {
      const { paragraph, prefix, last, section } = now;
      if (!paragraph.numberSpan || (section.number && prefix !== section.number)) return;
      const from = before?.last ?? 0;
      if (last <= from + 1) return;
      const skipped = Array.from(
        { length: Math.min(last - from - 1, MOST_NAMED) },
        (_, i) => `${prefix && `${prefix}.`}${from + 1 + i}`,
      );
      // A number that stands elsewhere is out of order, and one that a paragraph lost is missing: other rules' causes.
      const missing = skipped.filter(number => !places.has(number));
      if (missing.length === 0 || lostNumbers(section, before, paragraph) >= missing.length) return;
      remark({
        at: paragraph.numberSpan,
        say: 'numbering/gap',
        with: {
          number: paragraph.number ?? '',
          before:
            before?.number ??
            t('the heading of section {section}', { section: section.number ?? section.title ?? '' }),
          missing: listed(missing),
        },
        place: paragraph.place,
        fixes: () => renumberFix(context),
      });
    });
  },
};

export const repeat: Rule = {
  id: 'numbering/repeat',
  title: 'Two paragraphs share a number',
  severity: { drafting: 'warning', review: 'error', submission: 'error' },
  timing: 'typing',
  anyLanguage: true,
  report(context, remark) {
    const seen = new Map<string, Paragraph>();
    eachPair(context, ({ paragraph }) => {
      if (!paragraph.number || !paragraph.numberSpan) return;
      const first = seen.get(paragraph.number);
      if (!first) seen.set(paragraph.number, paragraph);
      else {
        remark({
          at: paragraph.numberSpan,
          say: 'numbering/repeat',
          with: { number: paragraph.number },
          place: paragraph.place,
          related: [
            {
              span: first.numberSpan ?? first.span,
              message: say('numbering/repeat:related', { number: paragraph.number }),
              paragraph: first.place,
            },
          ],
          fixes: () => renumberFix(context),
        });
      }
    });
  },
};

export const order: Rule = {
  id: 'numbering/order',
  title: 'Paragraph numbers do not rise',
  severity: { drafting: 'warning', review: 'error', submission: 'error' },
  timing: 'typing',
  anyLanguage: true,
  report(context, remark) {
    eachPair(context, ({ paragraph, last, prefix, section }, before) => {
      if (
        !before ||
        last >= before.last ||
        !paragraph.numberSpan ||
        (section.number && prefix !== section.number)
      )
        return;
      remark({
        at: paragraph.numberSpan,
        say: 'numbering/order',
        with: { number: paragraph.number ?? '', before: before.number },
        place: paragraph.place,
        fixes: () => renumberFix(context),
      });
    });
  },
};

export const prefix: Rule = {
  id: 'numbering/prefix',
  title: 'A paragraph’s number does not carry its section’s',
  severity: { drafting: 'warning', review: 'error', submission: 'error' },
  timing: 'typing',
  anyLanguage: true,
  report(context, remark) {
    eachPair(context, ({ paragraph, prefix: found, section }) => {
      if (!section.number || found === section.number || !paragraph.numberSpan) return;
      remark({
        at: paragraph.numberSpan,
        say: 'numbering/prefix',
        with: { number: paragraph.number ?? '', section: section.number },
        place: paragraph.place,
        fixes: () => renumberFix(context),
      });
    });
  },
};

export const missingNumber: Rule = {
  id: 'numbering/missing',
  title: 'A paragraph has no number',
  severity: { drafting: 'hint', review: 'warning', submission: 'error' },
  timing: 'settled',
  anyLanguage: true,
  report(context, remark) {
    const { report, profile } = context;
    if (!report.recognised || profile?.numbering.paragraphs === 'optional') return;
    const found: Paragraph[] = [];
    for (const section of allSections(report.sections)) {
      if (!section.number) continue;
      const numbered = section.paragraphs.filter(paragraph => paragraph.number !== null).length;
      for (const paragraph of section.paragraphs) {
        if (paragraph.number !== null || !isNumberable(paragraph)) continue;
        // A section that numbers none of its paragraphs is a style, and one finding at its title would be enough.
        if (numbered > 0 || paragraph === section.paragraphs[0]) found.push(paragraph);
      }
    }
    // A slip happens once or twice; more than that is how the report is written, or what a converter made of it.
    const habit = found.length > MOST_SLIPS && context.mode === 'review';
    for (const [i, paragraph] of found.entries()) {
      remark({
        at: firstWords(context, paragraph),
        say: 'numbering/missing',
        severity: habit ? 'info' : undefined,
        place: paragraph.place,
        fixes: () => {
          if (i >= MOST_MENDED) return [];
          const plan = planNumbers(asTheyStand(report), profile, new Set([paragraph]));
          return [
            { title: say('numbering:fix-missing'), edits: renumberingEdits(report, plan), exact: false },
          ];
        },
      });
    }
  },
};

/** The first words of a paragraph stand for it: underlining the whole of it would hide what else is found there. */
function firstWords({ report }: ReportContext, paragraph: Paragraph): { start: number; end: number } {
  const { start, end } = paragraph.body;
  const words = /^\S+(?:\s+\S+){0,3}/.exec(report.text.slice(start, Math.min(end, start + 80)));
  return { start, end: start + (words?.[0].length ?? 1) };
}
