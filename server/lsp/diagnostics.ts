import { type Diagnostic, DocumentDiagnosticReportKind } from 'vscode-languageserver';
import type { Analysis } from '../analysis/project.ts';
import type { Finding } from '../rules/rule.ts';
import { SOURCE, toDiagnostic } from './convert.ts';
import { dataDiagnostics } from './data-problems.ts';
import type { OpenDocument } from './documents.ts';
import type { Feature } from './feature.ts';
import { caretMoved } from './protocol.ts';
import type { Session } from './session.ts';
import { Timers } from './timers.ts';

/** How long after the last keystroke a paragraph counts as finished where the editor does not tell the caret. */
const IDLE = 1500;

/** Findings as diagnostics: pulled for documents (and see workspaceDiagnostics), pushed to editors that do not pull. */
export const diagnostics: Feature = {
  capabilities: client =>
    client.pullDiagnostics
      ? {
          diagnosticProvider: {
            identifier: SOURCE,
            interFileDependencies: true,
            workspaceDiagnostics: client.pullWorkspace,
          },
        }
      : {},
  register(session, client) {
    const timers = new Timers();
    const show = (uri: string) => (client.pullDiagnostics ? askAgain(session) : push(session, uri, timers));
    session.documents.onChange(document => {
      if (!client.pullDiagnostics) push(session, document.uri, timers);
      if (client.tellsCaret || document.editingLine === null) return;
      timers.set(`settle ${document.uri}`, IDLE, () => {
        session.documents.settle(document.uri);
        show(document.uri);
      });
    });
    session.documents.onOpen(document => {
      if (!client.pullDiagnostics) push(session, document.uri, timers);
    });
    session.documents.onClose(uri => {
      timers.clear(`settle ${uri}`);
      session.forget(uri);
      if (!client.pullDiagnostics) void session.connection.sendDiagnostics({ uri, diagnostics: [] });
    });
    session.connection.onNotification(
      caretMoved.method,
      ({ uri, line }: { uri: string; line: number | null }) => {
        const document = session.documents.get(uri);
        if (!document || document.editingLine === null) return;
        if (line !== null && sameParagraph(session.analysed(document), document.editingLine, line)) return;
        session.documents.settle(uri);
        show(uri);
      },
    );
    session.documents.onSave(show);
    session.onRefresh(() => {
      if (client.pullDiagnostics) askAgain(session);
      else for (const { uri } of session.documents.all()) push(session, uri, timers);
    });
    registerPull(session);
  },
};

function registerPull(session: Session): void {
  session.connection.languages.diagnostics.on(({ textDocument: { uri }, previousResultId }) =>
    session.fenced(
      'diagnostics',
      { kind: DocumentDiagnosticReportKind.Full, items: [] as Diagnostic[] },
      async () => {
        const problems = dataDiagnostics(session, uri);
        if (problems) return { kind: DocumentDiagnosticReportKind.Full, items: problems };
        const analysis = await session.analysisOf(uri);
        const document = session.documents.get(uri);
        if (!analysis || !document) return { kind: DocumentDiagnosticReportKind.Full, items: [] };
        const resultId = resultIdOf(session, document);
        if (resultId === previousResultId) return { kind: DocumentDiagnosticReportKind.Unchanged, resultId };
        return {
          kind: DocumentDiagnosticReportKind.Full,
          resultId,
          items: diagnosticsOf(session, document, analysis),
        };
      },
    ),
  );
}

/** Names an answer on an open document: while it is the same, so is what would be answered. */
export const resultIdOf = (session: Session, document: OpenDocument): string =>
  `${document.revision} ${session.stateOf(document.uri)} ${document.editingLine ?? ''}`;

export const placesOf = (session: Session, uri: string, analysis: Analysis) => ({
  uri,
  report: analysis.report,
  other: (path: string) => session.earlier(uri, path),
  pages: session.host.pages,
});

/** What a document shows: all findings, save those of the paragraph being typed that wait until it is finished. */
export function diagnosticsOf(session: Session, document: OpenDocument, analysis: Analysis): Diagnostic[] {
  const places = placesOf(session, document.uri, analysis);
  return visibleFindings(analysis, document.editingLine).map(finding => toDiagnostic(finding, places));
}

export function visibleFindings(analysis: Analysis, editingLine: number | null): readonly Finding[] {
  if (editingLine === null) return analysis.findings;
  const paragraph = paragraphAt(analysis, editingLine);
  return analysis.findings.filter(
    finding => finding.timing !== 'settled' || finding.end < paragraph.start || finding.start > paragraph.end,
  );
}

/** The block on a line, or the line itself where no block is. */
function paragraphAt({ report }: Analysis, line: number): { start: number; end: number } {
  const start = report.lines.offsetAt(line, 0);
  const end = line + 1 < report.lines.count ? report.lines.starts[line + 1] - 1 : report.text.length;
  const block = report.blocks.find(block => block.span.start <= end && block.span.end >= start);
  return block
    ? { start: Math.min(start, block.span.start), end: Math.max(end, block.span.end) }
    : { start, end };
}

function sameParagraph(analysis: Analysis, line: number, other: number): boolean {
  const paragraph = paragraphAt(analysis, line);
  const offset = analysis.report.lines.offsetAt(other, 0);
  return paragraph.start <= offset && offset <= paragraph.end;
}

function askAgain(session: Session): void {
  session.connection.languages.diagnostics.refresh();
}

/** Pushes once the events that are already waiting have been heard: a burst of changes is checked once. */
function push(session: Session, uri: string, timers: Timers): void {
  timers.set(`push ${uri}`, 0, () => {
    void session.fenced('diagnostics', undefined, async () => {
      const analysis = await session.analysisOf(uri);
      const document = session.documents.get(uri);
      if (!document) return;
      await session.connection.sendDiagnostics({
        uri,
        version: document.version,
        diagnostics: analysis
          ? diagnosticsOf(session, document, analysis)
          : (dataDiagnostics(session, uri) ?? []),
      });
    });
  });
}
