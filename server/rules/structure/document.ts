import { marksOf } from '../../drafting/marks.ts';
import { MASTHEAD } from '../../drafting/places.ts';
import { t } from '../../messages/translate.ts';
import type { MastheadField } from '../../profiles/profile.ts';
import type { ReportLanguage } from '../../report/language.ts';
import type { Stated } from '../../report/model.ts';
import { yearInName } from '../../report/year.ts';
import { say } from '../messages.ts';
import type { Rule } from '../rule.ts';

const FIELD_NAMES: Readonly<Record<MastheadField, () => string>> = {
  agendaItem: () => t('agenda item'),
  symbol: () => t('document symbol'),
  date: () => t('date'),
  original: () => t('original language'),
  author: () => t('line “Report by the Secretary-General”'),
  title: () => t('title'),
};

/** The first words of a text, to stand for the whole of it. */
function firstLine(text: string): { start: number; end: number } {
  const start = text.search(/\S/);
  if (start < 0) return { start: 0, end: 0 };
  const found = /[\r\n]/.exec(text.slice(start, start + 200));
  const end = start + (found ? found.index : Math.min(200, text.length - start));
  return { start, end: start + text.slice(start, end).trimEnd().length };
}

export const notAReport: Rule = {
  id: 'structure/not-a-report',
  title: 'The text is no report of this kind',
  severity: 'info',
  timing: 'settled',
  anyLanguage: true,
  report({ report }, remark) {
    if (!report.recognised) remark({ at: firstLine(report.text), say: 'structure/not-a-report' });
  },
};

const LANGUAGE_NAMES: Readonly<Record<Exclude<ReportLanguage, 'en'>, () => string>> = {
  fr: () => t('French'),
  es: () => t('Spanish'),
  ru: () => t('Russian'),
  zh: () => t('Chinese'),
  ar: () => t('Arabic'),
};

export const language: Rule = {
  id: 'structure/language',
  title: 'The report is not in English',
  severity: 'info',
  timing: 'settled',
  anyLanguage: true,
  report({ report }, remark) {
    if (!report.recognised || report.language === 'en') return;
    remark({
      at: firstLine(report.text),
      say: 'structure/language',
      with: { language: LANGUAGE_NAMES[report.language]() },
    });
  },
};

export const masthead: Rule = {
  id: 'structure/masthead',
  title: 'A field of the masthead is missing',
  severity: { drafting: 'hint', review: 'info', submission: 'error' },
  timing: 'settled',
  report({ report, profile, mode }, remark) {
    if (!profile || !report.recognised) return;
    const found = report.masthead;
    const missing = profile.masthead.filter(field => !found[field]);
    // While drafting, a mark in the masthead asks for what is not known yet.
    if (mode === 'drafting' && marksOf(report).some(mark => mark.place === MASTHEAD)) return;
    const beside = report.heads[0]?.titleSpan ?? firstLine(report.text);
    // Word saved as text drops the masthead as a whole, which is no one's mistake before the report is handed in.
    if (!found.agendaItem && !found.symbol && !found.date && !found.original) {
      const dropped = report.dialect === 'word-text' && mode !== 'submission';
      if (missing.length > 0 && !dropped) remark({ at: beside, say: 'structure/masthead#none' });
      return;
    }
    const head = report.heads[0]?.title;
    for (const field of missing) {
      const before = head === undefined ? t('text') : t('head “{title}”', { title: head });
      remark({ at: beside, say: 'structure/masthead', with: { field: FIELD_NAMES[field](), head: before } });
    }
  },
};

export const mastheadMismatch: Rule = {
  id: 'structure/masthead-mismatch',
  title: 'Fields of the masthead contradict each other',
  severity: { drafting: 'warning', review: 'warning', submission: 'error' },
  timing: 'settled',
  anyLanguage: true,
  report({ report, reading }, remark) {
    if (!report.recognised) return;
    const { symbol, date } = report.masthead;
    if (!symbol) return;
    const year = symbol.value.year;
    // A document may be dated in the autumn before its session, never after the year of it.
    if (date && (date.value.year > year || date.value.year < year - 1)) {
      remark({
        at: date.span,
        say: 'structure/masthead-mismatch',
        with: {
          first: t('The date ({year})', { year: date.value.year }),
          second: t('the document symbol ({symbol})', { symbol: symbol.value.id }),
        },
        related: [related(symbol, year)],
      });
    }
    const named = yearInName(reading.path.split(/[\\/]/).at(-1) ?? '');
    if (named && named !== year) {
      remark({
        at: symbol.span,
        say: 'structure/masthead-mismatch',
        with: {
          first: t('The document symbol ({symbol})', { symbol: symbol.value.id }),
          second: t('the file’s name ({year})', { year: named }),
        },
      });
    }
  },
};

const related = (field: Stated<unknown>, year: number) => ({
  span: field.span,
  message: say('structure/masthead-mismatch:related', { year }),
});

export const endMark: Rule = {
  id: 'structure/end-mark',
  title: 'The closing rule is missing',
  severity: { drafting: 'off', review: 'hint', submission: 'info' },
  timing: 'settled',
  anyLanguage: true,
  report({ report }, remark) {
    const last = report.sections.at(-1);
    if (!report.recognised || report.endMark || !last || report.dialect === 'converted-markdown') return;
    const { text } = report;
    // In a comment that is still open a rule would be a part of it, and asked for again and again.
    const comment = report.comments.at(-1);
    if (comment && comment.end === text.length && !text.endsWith('-->')) return;
    const end = text.trimEnd().length;
    const words = text.slice(Math.max(0, end - 60), end).split(/\s/);
    const lastWord = end - (words.at(-1) ?? '').length;
    const gap = report.dialect === 'word-text' ? '\n' : '\n\n';
    remark({
      at: { start: Math.max(lastWord, last.span.start), end },
      say: 'structure/end-mark',
      place: last.paragraphs.at(-1)?.place ?? last.number ?? undefined,
      fixes: () => [
        {
          title: say('structure/end-mark:fix'),
          edits: [{ start: end, end: text.length, newText: `${gap}____________\n` }],
          exact: true,
        },
      ],
    });
  },
};
