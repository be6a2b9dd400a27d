import {
  type Diagnostic,
  DiagnosticSeverity,
  DocumentDiagnosticReportKind,
  type WorkspaceDocumentDiagnosticReport,
} from 'vscode-languageserver';
import type { DataProblem } from '../analysis/project.ts';
import { LineIndex } from '../text/lines.ts';
import { SOURCE, toRange } from './convert.ts';
import type { ClientSupport, Feature } from './feature.ts';
import type { Session } from './session.ts';

/**
 * What is wrong in the workspace's own data files and in its archive. An editor that asks for the whole workspace has it
 * with the answer; to any other it is pushed.
 */
export const dataProblems: Feature = {
  capabilities: () => ({}),
  register(session, client) {
    if (!client.pullWorkspace) session.onRefresh(() => void tell(session, client));
  },
  start(session, client) {
    if (!client.pullWorkspace) void tell(session, client);
  },
};

/** Pushes the problems of every folder, and takes back those of files that have none any more. */
const tell = (session: Session, client: ClientSupport): Promise<void> =>
  session.fenced('data files', undefined, async () => {
    const found = new Map<string, Diagnostic[]>();
    for (const folder of session.projects) {
      await folder.ready;
      for (const [uri, items] of problemsIn(session, folder.uri)) found.set(uri, items);
    }
    for (const uri of session.problemsTold) if (!found.has(uri)) found.set(uri, []);
    session.problemsTold.clear();
    for (const [uri, diagnostics] of found) {
      if (diagnostics.length > 0) session.problemsTold.add(uri);
      // An open report of the archive has findings of its own; an open data file is asked for by who asks.
      if (session.documents.get(uri) && (client.pullDiagnostics || !isDataFile(uri))) continue;
      await session.connection.sendDiagnostics({ uri, diagnostics });
    }
  });

const isDataFile = (uri: string): boolean => uri.includes('/.gca-report/') && uri.endsWith('.json');

/** The diagnostics of one of the workspace's own data files; undefined for any other document. */
export function dataDiagnostics(session: Session, uri: string): Diagnostic[] | undefined {
  if (!isDataFile(uri)) return undefined;
  return session
    .projectOf(uri)
    .problems.filter(problem => problem.location === uri)
    .map(toDiagnostic);
}

/** The problems of a folder's data files and of its archive, as a workspace's diagnostics have them. */
export const dataReports = (session: Session, folder: string): WorkspaceDocumentDiagnosticReport[] =>
  [...problemsIn(session, folder)].map(([uri, items]) => ({
    kind: DocumentDiagnosticReportKind.Full,
    uri,
    version: null,
    items,
  }));

/** The problems of a folder's data files and of its archive, file by file. */
function problemsIn(session: Session, folder: string): Map<string, Diagnostic[]> {
  const project = session.projectOf(`${folder}/`);
  const byFile = new Map<string, Diagnostic[]>();
  const add = (uri: string, diagnostic: Diagnostic) =>
    byFile.set(uri, [...(byFile.get(uri) ?? []), diagnostic]);
  for (const problem of project.problems) add(problem.location, toDiagnostic(problem));
  const range = { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } };
  const severity = DiagnosticSeverity.Information;
  for (const { location, message } of project.archiveProblems)
    add(location, { range, severity, source: SOURCE, message });
  return byFile;
}

const toDiagnostic = ({ text, span, message }: DataProblem): Diagnostic => ({
  range: toRange(new LineIndex(text), span),
  severity: DiagnosticSeverity.Warning,
  source: SOURCE,
  message,
});
