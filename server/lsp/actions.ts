import {
  type CodeAction,
  CodeActionKind,
  type TextDocumentEdit,
  type TextEdit,
  type WorkspaceEdit,
} from 'vscode-languageserver';
import { fixAllEdits, type Offer, offersAt, type SourceChange, sourceEdits } from '../analysis/actions.ts';
import type { Analysis } from '../analysis/project.ts';
import { t } from '../messages/translate.ts';
import type { FileChange } from '../rules/rule.ts';
import { commonCharacters } from '../text/difference.ts';
import { endedWith, type LineEnd } from '../text/line-ends.ts';
import { LineIndex } from '../text/lines.ts';
import { loadText } from '../workspace/load.ts';
import { SOURCE, toRange, toSpan, toTextEdits } from './convert.ts';
import type { OpenDocument } from './documents.ts';
import type { ClientSupport, Feature } from './feature.ts';
import { actionKinds } from './protocol.ts';
import type { Session } from './session.ts';

const SOURCE_ACTIONS: readonly (readonly [SourceChange | 'fixAll', string, () => string])[] = [
  ['fixAll', actionKinds.fixAll, () => t('Apply all fixes that guess nothing')],
  ['completeSkeleton', actionKinds.completeSkeleton, () => t('Complete the skeleton')],
  ['renumber', actionKinds.renumber, () => t('Renumber all paragraphs')],
];

/** Whether a kind was asked for: kinds are a hierarchy, `source.fixAll` asks for `source.fixAll.gca-report`. */
const wanted = (only: readonly string[] | undefined, kind: string): boolean =>
  only === undefined || only.some(asked => asked === '' || kind === asked || kind.startsWith(`${asked}.`));

export const actions: Feature = {
  capabilities: () => ({
    codeActionProvider: {
      codeActionKinds: [CodeActionKind.QuickFix, ...SOURCE_ACTIONS.map(([, kind]) => kind)],
    },
  }),
  register(session, client) {
    session.connection.onCodeAction(({ textDocument: { uri }, range, context }, token) =>
      session.fenced('code actions', [], async () => {
        const analysis = await session.analysisOf(uri);
        const document = session.documents.get(uri);
        if (!analysis || !document || document.text !== analysis.report.text) return [];
        const found: CodeAction[] = [];
        if (wanted(context.only, CodeActionKind.QuickFix)) {
          for (const offer of offersAt(analysis, toSpan(analysis.report, range))) {
            if (token.isCancellationRequested) return found;
            // What would go into our files is no help where they are not read, or may not be written.
            const { files } = offer.fix;
            if (files?.length && !(writesFiles(client) && (await session.mayWrite(uri, files)))) continue;
            // The page is opened by a command of our client's; other editors have its address with the finding.
            if (offer.page && !(client.tellsCaret && session.host.pages)) continue;
            const edit = await editFor(session, client, document, analysis, offer);
            found.push({
              title: offer.fix.title,
              kind: CodeActionKind.QuickFix,
              isPreferred: offer.fix.exact,
              diagnostics: context.diagnostics.filter(
                one => one.source === SOURCE && one.code === offer.finding?.rule,
              ),
              edit,
              ...(offer.page
                ? {
                    command: {
                      title: offer.fix.title,
                      command: 'gcaReport.openPage',
                      arguments: [`${session.host.pages}/${offer.page}`],
                    },
                  }
                : {}),
            });
          }
        }
        for (const [change, kind, title] of SOURCE_ACTIONS) {
          // Source actions are worked out only when asked for by kind: the lightbulb has no use for them.
          if (context.only === undefined || !wanted(context.only, kind)) continue;
          const edits =
            change === 'fixAll'
              ? fixAllEdits(analysis, text => session.reanalysed(uri, text).findings)
              : sourceEdits(analysis, change);
          if (edits.length > 0) {
            found.push({
              title: title(),
              kind,
              edit: inDocument(client, document, toTextEdits(analysis.report, edits, document)),
            });
          }
        }
        return found;
      }),
    );
  },
};

/** Whether an editor carries out an edit that reaches another file, which may have to be made. */
const writesFiles = (client: ClientSupport): boolean => client.documentChanges && client.createFiles;

type TextEdits = ReturnType<typeof toTextEdits>;

function inDocument(client: ClientSupport, { uri, version }: OpenDocument, edits: TextEdits): WorkspaceEdit {
  return client.documentChanges
    ? { documentChanges: [{ textDocument: { uri, version }, edits }] }
    : { changes: { [uri]: edits } };
}

async function editFor(
  session: Session,
  client: ClientSupport,
  document: OpenDocument,
  analysis: Analysis,
  { fix }: Offer,
): Promise<WorkspaceEdit> {
  const edits = toTextEdits(analysis.report, fix.edits, document);
  if (!fix.files?.length) return edits.length > 0 ? inDocument(client, document, edits) : {};
  const documentChanges: NonNullable<WorkspaceEdit['documentChanges']> = [];
  if (edits.length > 0)
    documentChanges.push({ textDocument: { uri: document.uri, version: document.version }, edits });
  for (const file of fix.files) documentChanges.push(...(await fileChanges(session, document.uri, file)));
  return { documentChanges };
}

/** A change to a data file of the workspace, as an edit that can be undone; a file that is not there is made. */
async function fileChanges(session: Session, uri: string, change: FileChange) {
  const folder = session.folderUriOf(uri);
  const workspace = session.host.workspaceFor(folder);
  const target = workspace.resolve(folder, change.path);
  const open = session.documents.get(target);
  const loaded = open ?? (await loadText(workspace, target));
  const { text: present, lineEnd } = 'text' in loaded ? loaded : { lineEnd: '\n' as const };
  const edit: TextDocumentEdit = {
    textDocument: { uri: target, version: open?.version ?? null },
    edits: [onlyWhatChanges(present ?? '', change.update(present), lineEnd)],
  };
  return present === undefined
    ? [{ kind: 'create' as const, uri: target, options: { ignoreIfExists: true } }, edit]
    : [edit];
}

/**
 * One text turned into another where they differ and nowhere else. Between the offer and its choice another process
 * may have added to the file: an entry put behind the last one that was read leaves the entries of others in it.
 */
function onlyWhatChanges(before: string, after: string, lineEnd: LineEnd): TextEdit {
  const { start, end } = commonCharacters(before, after);
  return {
    range: toRange(new LineIndex(before), { start, end: before.length - end }),
    newText: endedWith(after.slice(start, after.length - end), lineEnd),
  };
}
