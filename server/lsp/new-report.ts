import { orderReport } from '../drafting/order.ts';
import { t } from '../messages/translate.ts';
import { readReport } from '../reading/read.ts';
import type { Reading } from '../reading/reading.ts';
import { parseReport } from '../report/parse.ts';
import { vocabularyOf } from '../report/vocabulary.ts';
import { loadText } from '../workspace/load.ts';
import type { Feature } from './feature.ts';
import {
  type ArchivedReport,
  listArchive,
  type NewReportAnswer,
  type NewReportParams,
  newReport,
  type RefusedAnswer,
} from './protocol.ts';
import type { Session } from './session.ts';

type MadeOrRefused = NewReportAnswer | RefusedAnswer;

const notMade = (): RefusedAnswer => ({
  refused: t('The draft could not be made. See the output for what went wrong.'),
});

/** What a new report is made from, and the making of it. */
export const newReports: Feature = {
  capabilities: () => ({}),
  register(session) {
    const { connection } = session;
    connection.onRequest(listArchive.method, () =>
      session.fenced<ArchivedReport[]>('archive', [], () => archivedReports(session)),
    );
    connection.onRequest<MadeOrRefused, void>(newReport.method, (params: NewReportParams) =>
      session.fenced<MadeOrRefused>('new report', notMade(), () => newReportAnswer(session, params)),
    );
  },
};

async function archivedReports(session: Session): Promise<ArchivedReport[]> {
  await Promise.all(session.projects.map(({ ready }) => ready));
  return session.projects
    .flatMap(({ uri: folder, project }) =>
      project.earlierReports.map(({ path, report }) => ({
        uri: session.host.workspaceFor(folder).resolve(folder, path),
        path,
        year: report.year?.value ?? 0,
      })),
    )
    .sort((a, b) => b.year - a.year || (a.path < b.path ? -1 : 1));
}

async function newReportAnswer(
  session: Session,
  params: NewReportParams,
): Promise<NewReportAnswer | RefusedAnswer> {
  const folder = params.folder ?? (params.from ? session.folderUriOf(params.from) : session.projects[0]?.uri);
  if (folder === undefined) return { refused: t('Open a folder first: the draft needs a place.') };
  const { project, ready } = session.folderOf(`${folder.replace(/\/$/, '')}/`);
  await ready;
  const last = params.from === null ? null : await lastReport(session, params.from, project.knownProfiles);
  if (last && 'refused' in last) return last;
  const made = orderReport(params, last, {
    profiles: project.knownProfiles,
    instruments: session.facts.instruments,
    indicators: project.indicators,
  });
  if ('refused' in made) return made;
  const { text, fileName, toConfirm, notes } = made;
  return { text, fileName, toConfirm, notes };
}

/** The last report as it is in the editor, else as it is in its file; its year is its own, whatever is set. */
async function lastReport(
  session: Session,
  uri: string,
  profiles: Parameters<typeof vocabularyOf>[0],
): Promise<Reading | RefusedAnswer> {
  const workspace = session.host.workspaceFor(session.folderUriOf(uri));
  const open = session.documents.get(uri);
  const loaded = open ?? (await loadText(workspace, uri, session.facts.word));
  const label = workspace.label(uri);
  if ('refused' in loaded) return { refused: `${label}: ${loaded.refused}` };
  const fileName = label.slice(label.lastIndexOf('/') + 1);
  return readReport(label, parseReport(loaded.text, vocabularyOf(profiles), { fileName }));
}
