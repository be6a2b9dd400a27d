import {
  type CancellationToken,
  DocumentDiagnosticReportKind,
  type WorkspaceDocumentDiagnosticReport,
} from 'vscode-languageserver';
import { isReportName, loadText } from '../workspace/load.ts';
import { toDiagnostic } from './convert.ts';
import { dataReports } from './data-problems.ts';
import { diagnosticsOf, placesOf, resultIdOf } from './diagnostics.ts';
import type { Feature } from './feature.ts';
import type { Folder } from './folders.ts';
import type { Session } from './session.ts';

/** What was answered last: when, and with which ids. */
interface Told {
  readonly at: number;
  readonly ids: ReadonlyMap<string, string>;
}

/**
 * The findings of every draft of the workspace, open or not. The client's library asks again two seconds after each
 * answer, for as long as it runs: who asks for what was told already, while no file has changed, is answered when there
 * is something new. The text of an open document is none of it: that is asked for by itself.
 */
export const workspaceDiagnostics: Feature = {
  // Announced with those of documents: the protocol has one entry for both.
  capabilities: () => ({}),
  register(session) {
    const { connection, documents } = session;
    const news = new News();
    const tell = () => news.tell();
    session.onRefresh(tell);
    documents.onOpen(tell);
    documents.onSave(tell);
    documents.onClose(tell);
    let ended = false;
    connection.onShutdown(() => {
      ended = true;
      tell();
    });
    let told: Told | undefined;
    connection.languages.diagnostics.onWorkspace(async ({ previousResultIds }, token) => {
      const known = new Map(previousResultIds.map(({ uri, value }) => [uri, value]));
      if (told?.at === news.count && isSame(session, known, told.ids)) await news.next(token);
      if (ended || token.isCancellationRequested) return { items: [] };
      const at = news.count;
      const items = await session.fenced('workspace diagnostics', [], () => reports(session, known, token));
      if (!token.isCancellationRequested) told = { at, ids: idsOf(items) };
      return { items };
    });
  },
};

const idsOf = (items: readonly WorkspaceDocumentDiagnosticReport[]): Map<string, string> =>
  new Map(items.flatMap(({ uri, resultId }) => (resultId ? [[uri, resultId]] : [])));

/** Tells those who wait, once, that something happened. */
class News {
  count = 0;
  readonly #waiting = new Set<() => void>();

  tell(): void {
    this.count++;
    for (const wake of this.#waiting) wake();
    this.#waiting.clear();
  }

  /** Settles with the next news, or when nobody waits for it any more. */
  next(token: CancellationToken): Promise<void> {
    return new Promise(resolve => {
      this.#waiting.add(resolve);
      token.onCancellationRequested(() => {
        this.#waiting.delete(resolve);
        resolve();
      });
    });
  }
}

/** Whether an editor knows of the files that are not open what it was told. */
function isSame(
  { documents }: Session,
  known: ReadonlyMap<string, string>,
  told: ReadonlyMap<string, string>,
): boolean {
  const closed = [...new Set([...known.keys(), ...told.keys()])].filter(uri => !documents.get(uri));
  return closed.every(uri => known.get(uri) === told.get(uri));
}

async function reports(
  session: Session,
  known: ReadonlyMap<string, string>,
  token: CancellationToken,
): Promise<WorkspaceDocumentDiagnosticReport[]> {
  const items: WorkspaceDocumentDiagnosticReport[] = [];
  for (const folder of session.projects) {
    await folder.ready;
    items.push(...dataReports(session, folder.uri));
    for (const uri of await draftsIn(session, folder)) {
      if (token.isCancellationRequested) return items;
      const report = await reportOf(session, folder.uri, uri, known.get(uri));
      if (report) items.push(report);
    }
  }
  // What an editor shows of a file that is gone has to be taken back.
  const told = new Set(items.map(item => item.uri));
  for (const uri of known.keys()) {
    if (!told.has(uri))
      items.push({ kind: DocumentDiagnosticReportKind.Full, uri, version: null, items: [] });
  }
  return items;
}

/** The reports of a folder that somebody is writing: the earlier ones are finished, and no one's to correct. */
async function draftsIn(session: Session, { uri: folder, project }: Folder): Promise<string[]> {
  const archived = project.archivePlaces;
  const files = await session.host.workspaceFor(folder).list(folder);
  return files.filter(
    uri =>
      /\.gca(?:\.md)?$/i.test(uri) &&
      isReportName(uri) &&
      !archived.some(place => uri === place || uri.startsWith(`${place}/`)),
  );
}

async function reportOf(
  session: Session,
  folder: string,
  uri: string,
  previous: string | undefined,
): Promise<WorkspaceDocumentDiagnosticReport | undefined> {
  if (session.documents.get(uri)) {
    const analysis = await session.analysisOf(uri);
    const open = session.documents.get(uri);
    if (!analysis || !open) return undefined;
    const { version } = open;
    const resultId = resultIdOf(session, open);
    if (resultId === previous)
      return { kind: DocumentDiagnosticReportKind.Unchanged, uri, version, resultId };
    const items = diagnosticsOf(session, open, analysis);
    return { kind: DocumentDiagnosticReportKind.Full, uri, version, resultId, items };
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
