import {
  type CodeDescription,
  type Diagnostic,
  DiagnosticSeverity,
  type Location,
  type Position,
  type Range,
  type TextEdit,
} from 'vscode-languageserver';
import type { Report } from '../report/model.ts';
import { pageOf } from '../rules/index.ts';
import type { Edit, Finding, Severity } from '../rules/rule.ts';
import type { LineIndex } from '../text/lines.ts';
import type { Span } from '../text/span.ts';

/** The one place where offsets become positions and findings become diagnostics. */

export const SOURCE = 'gca-report';

export const toRange = (lines: LineIndex, span: Span): Range => ({
  start: lines.positionAt(span.start),
  end: lines.positionAt(span.end),
});

export const toOffset = (report: Report, position: Position): number =>
  report.lines.offsetAt(position.line, position.character);

export const toSpan = (report: Report, range: Range): Span => ({
  start: toOffset(report, range.start),
  end: toOffset(report, range.end),
});

export const toTextEdits = (report: Report, edits: readonly Edit[]): TextEdit[] =>
  edits.map(edit => ({ range: toRange(report.lines, edit), newText: edit.newText }));

const SEVERITIES: Readonly<Record<Severity, DiagnosticSeverity>> = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  info: DiagnosticSeverity.Information,
  hint: DiagnosticSeverity.Hint,
};

/** Where the places that a finding points to lie: in the document, or in a report of the archive. */
export interface Places {
  readonly uri: string;
  readonly report: Report;
  /** The report and URI behind a related place's path; undefined where it is gone. */
  readonly other: (path: string) => { uri: string; report: Report } | undefined;
  /** The URI under which the pages of the rules stand; undefined where there are none. */
  readonly pages: string | undefined;
}

export function toDiagnostic(finding: Finding, places: Places): Diagnostic {
  const diagnostic: Diagnostic = {
    range: toRange(places.report.lines, finding),
    severity: SEVERITIES[finding.severity],
    code: finding.rule,
    source: SOURCE,
    message: finding.message,
  };
  if (places.pages) diagnostic.codeDescription = page(finding.rule, places.pages);
  const related = finding.related?.flatMap(place => {
    const there =
      place.path === undefined ? { uri: places.uri, report: places.report } : places.other(place.path);
    if (!there) return [];
    const location: Location = { uri: there.uri, range: toRange(there.report.lines, place.span) };
    return [{ location, message: place.message }];
  });
  if (related?.length) diagnostic.relatedInformation = related;
  return diagnostic;
}

const page = (rule: string, pages: string): CodeDescription => ({ href: `${pages}/${pageOf(rule)}` });
