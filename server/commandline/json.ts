import type { StatusAt } from '../catalogue/entry.ts';
import type { Citation } from '../citations/citation.ts';
import type { Head, Report, Section } from '../report/model.ts';
import { pageOf } from '../rules/index.ts';
import type { Finding, Severity } from '../rules/rule.ts';
import type { Span } from '../text/span.ts';
import type { InputFile, ReadFile } from './input.ts';

/** A range as other tools read it: zero-based lines and UTF-16 characters, as in LSP. */
export interface JsonRange {
  readonly start: { line: number; character: number };
  readonly end: { line: number; character: number };
}

export const rangeIn = (report: Report, span: Span): JsonRange => ({
  start: report.lines.positionAt(span.start),
  end: report.lines.positionAt(span.end),
});

const refusals = (files: readonly InputFile[]) =>
  files.flatMap(file => ('refused' in file ? [{ path: file.label, error: file.refused }] : []));

const wordsAt = (report: Report, span: Span): string => report.text.slice(span.start, span.end);

function findingJson({ analysis, label }: ReadFile, finding: Finding) {
  const { report } = analysis;
  const related = (finding.related ?? []).map(place => {
    const reading =
      place.path === undefined ? undefined : analysis.archive.find(one => one.path === place.path);
    const there = reading?.report ?? report;
    return {
      path: place.path ?? label,
      paragraph: place.paragraph,
      text: wordsAt(there, place.span),
      message: place.message,
      range: rangeIn(there, place.span),
    };
  });
  return {
    rule: finding.rule,
    severity: finding.severity,
    message: finding.message,
    paragraph: finding.place,
    text: wordsAt(report, finding),
    range: rangeIn(report, finding),
    related,
    fixes: (finding.fixes?.() ?? []).map(fix => ({
      title: fix.title,
      exact: fix.exact,
      edits: fix.edits.map(edit => ({ range: rangeIn(report, edit), newText: edit.newText })),
    })),
    help: pageOf(finding.rule),
  };
}

export function countBySeverity(files: readonly InputFile[]): Record<Severity, number> {
  const summary: Record<Severity, number> = { error: 0, warning: 0, info: 0, hint: 0 };
  for (const file of files)
    if ('analysis' in file) for (const finding of file.analysis.findings) summary[finding.severity]++;
  return summary;
}

export const checkJson = (files: readonly InputFile[]) => ({
  version: 1,
  files: files.map(file =>
    'refused' in file
      ? { path: file.label, error: file.refused, findings: [] }
      : {
          path: file.label,
          year: file.analysis.report.year?.value ?? null,
          profile: file.analysis.profile?.profile.id ?? null,
          findings: file.analysis.findings.map(finding => findingJson(file, finding)),
        },
  ),
  summary: countBySeverity(files),
});

export const outlineJson = (files: readonly InputFile[]) => ({
  version: 1,
  files: files.map(file => ('refused' in file ? refusals([file])[0] : outlineOf(file))),
});

function outlineOf({ label, analysis }: ReadFile) {
  const { report, profile } = analysis;
  const range = (span: Span) => rangeIn(report, span);
  const head = (one: Head) => ({ title: one.title, range: range(one.titleSpan) });
  const section = (one: Section): object => ({
    number: one.number,
    title: one.title,
    role: one.role,
    range: range(one.span),
    // Items right under a title have no paragraph of their own to hang on.
    paragraphs: one.paragraphs
      .filter(paragraph => paragraph.body.end > paragraph.body.start)
      .map(paragraph => ({ number: paragraph.number, range: range(paragraph.span) })),
    sections: one.sections.map(section),
  });
  return {
    path: label,
    dialect: report.dialect,
    year: report.year?.value ?? null,
    symbol: report.masthead.symbol?.value.id ?? null,
    profile: profile?.profile.id ?? null,
    heads: report.heads.map(head),
    sections: report.sections.map(section),
    footnotes: report.footnotes.map(note => ({ label: note.label, range: range(note.span) })),
  };
}

/** What the catalogue knows of an identifier, in the shape that other tools read; null for nothing. */
export function catalogueJson({ analysis }: ReadFile, citation: Citation): CatalogueFacts | null {
  const sector = citation.sector === 'ITU-T' || citation.sector === 'ITU-R' ? citation.sector : undefined;
  const entry = analysis.catalogue.get(citation.id, sector);
  if (!entry) return null;
  const { date } = analysis;
  const edition =
    (citation.edition ? entry.edition(citation.edition) : date && entry.editionAt(date)) ??
    entry.editions.at(-1);
  return {
    title: edition?.title ?? entry.title,
    edition: edition?.date ?? null,
    status: date ? entry.statusAt(date, citation.edition).status : (edition?.status ?? null),
    url: edition?.url ?? entry.url,
  };
}

export interface CatalogueFacts {
  readonly title: string | null;
  readonly edition: string | null;
  /** As of the report's date. */
  readonly status: StatusAt['status'] | null;
  readonly url: string | null;
}

/** Every identifier of a file, in the order of the text. */
export function citationsOf(file: ReadFile) {
  const { report, reading } = file.analysis;
  const found = reading.blocks.flatMap(({ block, citations }) =>
    citations.map(citation => {
      const at = { start: block.span.start + citation.start, end: block.span.start + citation.end };
      return {
        text: wordsAt(report, at),
        id: citation.id,
        kind: citation.kind,
        sector: citation.sector ?? null,
        paragraph: block.place,
        range: rangeIn(report, at),
        catalogue: catalogueJson(file, citation),
      };
    }),
  );
  return [...ownSymbol(report), ...found];
}

/** The report's own symbol stands in the masthead, which is no running text. */
function ownSymbol(report: Report) {
  const { symbol } = report.masthead;
  if (!symbol) return [];
  const { value, span } = symbol;
  return [
    {
      text: wordsAt(report, span),
      id: value.id,
      kind: 'council-document' as const,
      sector: null,
      paragraph: 'masthead',
      range: rangeIn(report, span),
      catalogue: null,
    },
  ];
}

export const citationsJson = (files: readonly InputFile[]) => ({
  version: 1,
  files: files.map(file =>
    'refused' in file
      ? { path: file.label, error: file.refused, citations: [] }
      : { path: file.label, citations: citationsOf(file) },
  ),
});
