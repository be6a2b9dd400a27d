import { MessageType, ShowMessageNotification } from 'vscode-languageserver';
import { applyEdits } from '../analysis/fixes.ts';
import type { Analysis } from '../analysis/project.ts';
import { compare } from '../drafting/compare.ts';
import { markAt } from '../drafting/marks.ts';
import { noteEdit } from '../drafting/notes.ts';
import { previousParagraph } from '../drafting/previous.ts';
import { judgedPromises, settledNote } from '../drafting/promises.ts';
import { settle } from '../drafting/settle.ts';
import { keyOf } from '../drafting/wording.ts';
import { say } from '../rules/messages.ts';
import type { Edit } from '../rules/rule.ts';
import { LineIndex } from '../text/lines.ts';
import type { Span } from '../text/span.ts';
import { toOffset, toRange, toTextEdits } from './convert.ts';
import type { OpenDocument } from './documents.ts';
import { compareAnswer, progressAnswer } from './drafting-answers.ts';
import type { Feature } from './feature.ts';
import {
  type AtPosition,
  compareReports,
  type EarlierParagraph,
  type EditAnswer,
  listProgress,
  previousParagraph as previousParagraphRequest,
  refreshed,
  settleMark,
  settlePromise,
} from './protocol.ts';
import type { Session } from './session.ts';

/** An open document with its analysis; undefined for one that is not open or has moved on. */
export async function opened(
  session: Session,
  uri: string,
): Promise<{ analysis: Analysis; document: OpenDocument } | undefined> {
  const analysis = await session.analysisOf(uri);
  const document = session.documents.get(uri);
  return analysis && document && document.text === analysis.report.text ? { analysis, document } : undefined;
}

/** The offset of a position of the draft. */
export const offsetAt = ({ report }: Analysis, at: AtPosition): number => toOffset(report, at);

/** Edits with what to select behind them; the selection is a span of the text as it will be. */
export function editAnswer(
  { analysis, document }: { analysis: Analysis; document: OpenDocument },
  edits: readonly Edit[],
  selection: Span | null,
): EditAnswer {
  return {
    version: document.version,
    edits: toTextEdits(analysis.report, edits, document),
    selection: selection && toRange(new LineIndex(applyEdits(analysis.report.text, edits)), selection),
  };
}

/** What our client's views and commands on a draft's year ask for. */
export const draftingRequests: Feature = {
  capabilities: () => ({}),
  register(session, client) {
    const { connection } = session;
    // Its views show what was asked for before; only they ask, so only their client is told.
    session.onRefresh(() => {
      if (client.tellsCaret) void connection.sendNotification(refreshed.method, {});
    });
    connection.onRequest(listProgress.method, ({ uri }: { uri: string }) =>
      session.fenced('progress', null, async () => {
        const open = await opened(session, uri);
        return open ? progressAnswer(session, open.analysis, open.document) : null;
      }),
    );
    connection.onRequest(settleMark.method, (params: Parameters<NonNullable<typeof settleMark.types>>[0]) =>
      session.fenced('settle', null, async (): Promise<EditAnswer | null> => {
        const open = await opened(session, params.uri);
        const mark = open && markAt(open.analysis.report, offsetAt(open.analysis, params));
        if (!open || !mark) return null;
        if (!mark.closed) {
          const message = say('drafting/mark-not-closed');
          void connection.sendNotification(ShowMessageNotification.type, {
            type: MessageType.Warning,
            message,
          });
        }
        const { edits, selection } = settle(open.analysis.report, mark, params.how);
        return editAnswer(open, edits, selection);
      }),
    );
    connection.onRequest(settlePromise.method, ({ uri, text }: { uri: string; text: string }) =>
      session.fenced('settle promise', null, async (): Promise<EditAnswer | null> => {
        const open = await opened(session, uri);
        const key = keyOf(text);
        const found = open && promisesFor(open.analysis).find(({ promise }) => promise.wording.key === key);
        if (!open || !found) return null;
        const { report } = open.analysis;
        return editAnswer(open, [noteEdit(report, found.promise.role, settledNote(found.promise))], null);
      }),
    );
    connection.onRequest(compareReports.method, ({ uri, year }: { uri: string; year?: number }) =>
      session.fenced('compare', null, async () => {
        const open = await opened(session, uri);
        const { archive = [], reading } = open?.analysis ?? {};
        const earlier =
          year === undefined ? archive.at(-1) : archive.find(one => one.report.year?.value === year);
        if (!open || !reading || !earlier) return null;
        return compareAnswer(session, open.analysis, open.document, compare(reading, earlier, archive));
      }),
    );
    connection.onRequest(previousParagraphRequest.method, (params: AtPosition) =>
      session.fenced('previous paragraph', null, () => previousAnswer(session, params)),
    );
  },
};

export const promisesFor = ({ reading, archive, date }: Analysis) => judgedPromises(reading, archive, date);

async function previousAnswer(session: Session, params: AtPosition): Promise<EarlierParagraph | null> {
  const open = await opened(session, params.uri);
  const earlier = open?.analysis.archive.at(-1);
  if (!open || !earlier) return null;
  const { analysis } = open;
  const year = analysis.report.year?.value ?? (earlier.report.year?.value ?? 0) + 1;
  const found = previousParagraph(analysis.reading, earlier, offsetAt(analysis, params), {
    year,
    date: analysis.date ?? { year },
    instruments: analysis.instruments,
    indicators: analysis.context.indicators,
  });
  const there = found && session.earlier(params.uri, earlier.path);
  if (!found || !there) return null;
  return {
    uri: there.uri,
    range: toRange(there.report.lines, found.earlier.span),
    year: earlier.report.year?.value ?? null,
    path: earlier.path,
    place: found.earlier.place,
    text: found.text,
    insert: found.insert,
  };
}
