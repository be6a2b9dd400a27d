import { ErrorCodes, ResponseError, type WorkspaceEdit } from 'vscode-languageserver';
import { editsBetween } from '../analysis/fixes.ts';
import type { Analysis } from '../analysis/project.ts';
import { afterEnter } from '../drafting/enter.ts';
import { formatted, type Understood } from '../drafting/format.ts';
import { moveParagraph, moveSection } from '../drafting/move.ts';
import { renamableAt, renameNumber } from '../drafting/rename.ts';
import { t } from '../messages/translate.ts';
import { toOffset, toRange, toTextEdits } from './convert.ts';
import { editAnswer, offsetAt, opened } from './drafting.ts';
import type { Feature } from './feature.ts';
import { type EditAnswer, movePart, type RefusedAnswer } from './protocol.ts';

/** Format Document: numbers, spacing, list ends, quotation marks by setting. */
export const formatting: Feature = {
  capabilities: () => ({ documentFormattingProvider: true }),
  register: session =>
    session.connection.onDocumentFormatting(({ textDocument: { uri } }, token) =>
      session.fenced('formatting', [], async () => {
        const open = await opened(session, uri);
        if (!open) return [];
        const { report } = open.analysis;
        const text = formatted(
          report.text,
          version => understood(version === report.text ? open.analysis : session.reanalysed(uri, version)),
          { quotes: session.quotes },
        );
        if (token.isCancellationRequested) return [];
        return toTextEdits(report, editsBetween(report.text, text), open.document);
      }),
    ),
};

const understood = ({ report, reading, profile, findings }: Analysis): Understood => ({
  report,
  reading,
  profile: profile?.profile ?? null,
  findings,
});

/** The number of the next paragraph as soon as Enter has been typed behind one. */
export const onTypeNumbering: Feature = {
  capabilities: () => ({ documentOnTypeFormattingProvider: { firstTriggerCharacter: '\n' } }),
  register: session =>
    session.connection.onDocumentOnTypeFormatting(({ textDocument: { uri }, position, ch }) =>
      session.fenced('numbering on Enter', [], async () => {
        const open = await opened(session, uri);
        if (!open || ch !== '\n') return [];
        const { report } = open.analysis;
        return toTextEdits(report, afterEnter(report, toOffset(report, position)), open.document);
      }),
    ),
};

/** Rename on the number of a paragraph or section, where it stands or where the text refers to it. */
export const rename: Feature = {
  capabilities: () => ({ renameProvider: { prepareProvider: true } }),
  register(session, client) {
    session.connection.onPrepareRename(({ textDocument: { uri }, position }) =>
      session.fenced('prepare rename', null, async () => {
        const open = await opened(session, uri);
        const found = open && renamableAt(open.analysis.report, toOffset(open.analysis.report, position));
        return found
          ? { range: toRange(open.analysis.report.lines, found.span), placeholder: found.number }
          : null;
      }),
    );
    session.connection.onRenameRequest(async ({ textDocument: { uri }, position, newName }) => {
      const outcome = await session.fenced<WorkspaceEdit | RefusedAnswer | null>('rename', null, async () => {
        const open = await opened(session, uri);
        if (!open) return null;
        const { report } = open.analysis;
        const found = renamableAt(report, toOffset(report, position));
        if (!found) return null;
        const edits = renameNumber(report, found, newName);
        if ('refused' in edits) return edits;
        const changes = toTextEdits(report, edits, open.document);
        return client.documentChanges
          ? { documentChanges: [{ textDocument: { uri, version: open.document.version }, edits: changes }] }
          : { changes: { [uri]: changes } };
      });
      // The editor shows the reason beside the field where the number was typed.
      if (outcome && 'refused' in outcome)
        return new ResponseError(ErrorCodes.InvalidRequest, outcome.refused);
      return outcome;
    });
  },
};

type MoveParams = Parameters<NonNullable<typeof movePart.types>>[0];
type Answer = EditAnswer | RefusedAnswer;

const changed = (): RefusedAnswer => ({ refused: t('The report changed in the meantime. Try again.') });

/** Moving paragraphs and sections: what our client has commands for. */
export const editingRequests: Feature = {
  capabilities: () => ({}),
  register(session) {
    session.connection.onRequest<Answer, void>(movePart.method, (params: MoveParams) =>
      session.fenced<Answer>('move', changed(), async () => {
        const open = await opened(session, params.uri);
        if (!open) return changed();
        const move = params.part === 'section' ? moveSection : moveParagraph;
        const moved = move(open.analysis.report, offsetAt(open.analysis, params), params.direction);
        if ('refused' in moved) return moved;
        return editAnswer(open, moved.edits, { start: moved.caret, end: moved.caret });
      }),
    );
  },
};
