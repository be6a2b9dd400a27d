import {
  type Diagnostic,
  DocumentDiagnosticReportKind,
  type WorkspaceDocumentDiagnosticReport,
} from 'vscode-languageserver';
import type { Analysis } from '../analysis/project.ts';
import type { Finding } from '../rules/rule.ts';
import { isReportName, loadText } from '../workspace/load.ts';
import { SOURCE, toDiagnostic } from './convert.ts';
import { dataDiagnostics, dataReports } from './data-problems.ts';
import type { OpenDocument } from './documents.ts';
import type { Feature } from './feature.ts';
import { caretMoved } from './protocol.ts';
import type { Session } from './session.ts';
import { Timers } from './timers.ts';

/** How long after the last keystroke a paragraph counts as finished where the editor does not tell the caret. */
const IDLE = 1500;

/** Findings as diagnostics: pulled for documents and workspace, pushed to editors that do not pull. */
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
  session.connection.languages.diagnostics.onWorkspace(({ previousResultIds }, token) =>
    session.fenced(
      'workspace diagnostics',
      { items: [] as WorkspaceDocumentDiagnosticReport[] },
      async () => {
        const known = new Map(previousResultIds.map(({ uri, value }) => [uri, value]));
        const items: WorkspaceDocumentDiagnosticReport[] = [];
        for (const folder of session.projects) {
          await folder.ready;
          items.push(...dataReports(session, folder.uri));
          for (const uri of await draftsIn(session, folder.uri)) {
            if (token.isCancellationRequested) return { items };
            const report = await closedReport(session, folder.uri, uri, known.get(uri));
            if (report) items.push(report);
          }
        }
        // What an editor shows of a file that is gone has to be taken back.
        const told = new Set(items.map(item => item.uri));
        for (const uri of known.keys()) {
          if (!told.has(uri))
            items.push({ kind: DocumentDiagnosticReportKind.Full, uri, version: null, items: [] });
        }
        return { items };
      },
    ),
  );
}

/** The reports of a folder that somebody is writing: the earlier ones are finished, and no one's to correct. */
async function draftsIn(session: Session, folder: string): Promise<string[]> {
  const workspace = session.host.workspaceFor(folder);
  const archived = session.projectOf(`${folder}/`).archivePlaces;
  const files = await workspace.list(folder);
  return files.filter(
    uri =>
      /\.gca(?:\.md)?$/i.test(uri) &&
      isReportName(uri) &&
      !archived.some(place => uri === place || uri.startsWith(`${place}/`)),
  );
}

async function closedReport(
  session: Session,
  folder: string,
  uri: string,
  previous: string | undefined,
): Promise<WorkspaceDocumentDiagnosticReport | undefined> {
  if (session.documents.get(uri)) {
    const analysis = await session.analysisOf(uri);
    const open = session.documents.get(uri);
    if (!analysis || !open) return undefined;
    const resultId = resultIdOf(session, open);
    if (resultId === previous)
      return { kind: DocumentDiagnosticReportKind.Unchanged, uri, version: open.version, resultId };
    return {
      kind: DocumentDiagnosticReportKind.Full,
      uri,
      version: open.version,
      resultId,
      items: diagnosticsOf(session, open, analysis),
    };
  }
  const loaded = await loadText(session.host.workspaceFor(folder), uri);
  // A file that vanished between listing and reading has nothing to say.
  if ('refused' in loaded) return undefined;
  const resultId = `closed ${hashOf(loaded.text)} ${session.stateOf(uri)}`;
  if (resultId === previous)
    return { kind: DocumentDiagnosticReportKind.Unchanged, uri, version: null, resultId };
  const analysis = await session.analyseClosed(uri, loaded.text);
  const items = analysis.findings.map(finding => toDiagnostic(finding, placesOf(session, uri, analysis)));
  return { kind: DocumentDiagnosticReportKind.Full, uri, version: null, resultId, items };
}

/** A short sum of a text, to tell one version of a closed file from another (FNV-1a, 32 bits, with the length). */
function hashOf(text: string): string {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  return `${(hash >>> 0).toString(36)}.${text.length}`;
}

const resultIdOf = (session: Session, document: OpenDocument): string =>
  `${document.revision} ${session.stateOf(document.uri)} ${document.editingLine ?? ''}`;

const placesOf = (session: Session, uri: string, analysis: Analysis) => ({
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
