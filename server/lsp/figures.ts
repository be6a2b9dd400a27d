import { type CodeLens, type InlayHint, InlayHintKind } from 'vscode-languageserver';
import {
  confirmationAt,
  figureHints,
  type SectionFigures,
  sectionFigures,
  seriesViews,
} from '../analysis/figures.ts';
import { t } from '../messages/translate.ts';
import { toOffset, toRange, toSpan } from './convert.ts';
import { opened } from './drafting.ts';
import type { Feature } from './feature.ts';
import {
  type Confirmation,
  confirmFigure,
  type FigureSeries,
  type FiguresAnswer,
  listFigures,
} from './protocol.ts';

/** Last year's value behind a figure: behind the stale ones, behind all, or behind none, as the user set it. */
export const inlayHints: Feature = {
  capabilities: () => ({ inlayHintProvider: true }),
  register(session, client) {
    session.connection.languages.inlayHint.on(({ textDocument, range }) =>
      session.fenced('inlay hints', [], async () => {
        const analysis = await session.analysisOf(textDocument.uri);
        const shown = session.inlayHints;
        if (!analysis || shown === 'off') return [];
        const visible = toSpan(analysis.report, range);
        return figureHints(analysis)
          .filter(
            hint => (shown === 'all' || hint.stale) && visible.start <= hint.at && hint.at <= visible.end,
          )
          .map(
            (hint): InlayHint => ({
              position: analysis.report.lines.positionAt(hint.at),
              label: hint.text,
              kind: InlayHintKind.Parameter,
              tooltip: hint.tooltip,
              paddingLeft: true,
            }),
          );
      }),
    );
    session.onRefresh(() => {
      if (client.refreshInlayHints) void session.connection.languages.inlayHint.refresh();
    });
  },
};

/** `3 figures updated, 1 unchanged` above a section. */
export const codeLens: Feature = {
  capabilities: () => ({ codeLensProvider: { resolveProvider: false } }),
  register(session, client) {
    session.connection.onCodeLens(({ textDocument: { uri } }) =>
      session.fenced('code lens', [], async () => {
        const analysis = await session.analysisOf(uri);
        // Without earlier reports every figure is a first one, which tells nobody anything.
        if (!analysis || analysis.archive.length === 0) return [];
        return sectionFigures(analysis).map(
          (section): CodeLens => ({
            range: toRange(analysis.report.lines, section.span),
            // The command is our client's; in another editor the words stand alone.
            command: {
              title: lensText(section),
              command: client.tellsCaret ? 'gcaReport.showFigures' : '',
              arguments: [uri],
            },
          }),
        );
      }),
    );
    session.onRefresh(() => {
      if (client.refreshCodeLens) void session.connection.sendRequest('workspace/codeLens/refresh');
    });
  },
};

function lensText({ updated, unchanged, decreased, added }: SectionFigures): string {
  const parts = [
    updated && t('{count} updated', { count: updated }),
    unchanged && t('{count} unchanged', { count: unchanged }),
    decreased && t('{count} lower than before', { count: decreased }),
    added && t('{count} new', { count: added }),
  ].filter(Boolean);
  return t('Figures: {parts}', { parts: parts.join(', ') });
}

/** What the Figures view of our client shows. */
export const figuresView: Feature = {
  capabilities: () => ({}),
  register: session => {
    session.connection.onRequest(
      confirmFigure.method,
      ({ uri, line, character }: { uri: string; line: number; character: number }) =>
        session.fenced('confirmation', null, async (): Promise<Confirmation | null> => {
          const open = await opened(session, uri);
          if (!open) return null;
          const { report } = open.analysis;
          const found = confirmationAt(open.analysis, toOffset(report, { line, character }));
          if (!found) return null;
          return { version: open.document.version, line: report.lines.lineAt(found.at), text: found.text };
        }),
    );
    session.connection.onRequest(listFigures.method, ({ uri }: { uri: string }) =>
      session.fenced('figures', null, async (): Promise<FiguresAnswer | null> => {
        const open = await opened(session, uri);
        if (!open) return null;
        const { analysis, document } = open;
        const series = seriesViews(analysis).map(
          (view): FigureSeries => ({
            id: view.id,
            label: view.label,
            scope: view.scope,
            role: view.role,
            verdict: view.verdict,
            stale: view.stale,
            history: view.history,
            points: view.points.flatMap(({ point, ...shown }) => {
              const own = point.reading === analysis.reading;
              const there = own ? { uri, report: analysis.report } : session.earlier(uri, point.reading.path);
              return there
                ? [{ ...shown, uri: there.uri, range: toRange(there.report.lines, point.span) }]
                : [];
            }),
          }),
        );
        return { uri, version: document.version, year: analysis.report.year?.value ?? null, series };
      }),
    );
  },
};
