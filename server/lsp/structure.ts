import {
  type DocumentSymbol,
  type FoldingRange,
  FoldingRangeKind,
  type SelectionRange,
  SymbolKind,
} from 'vscode-languageserver';
import { foldsOf } from '../analysis/folding.ts';
import { type OutlineNode, outlineOf } from '../analysis/outline.ts';
import { selectionsAt } from '../analysis/selection.ts';
import type { LineIndex } from '../text/lines.ts';
import { toOffset, toRange } from './convert.ts';
import type { Feature } from './feature.ts';

const KINDS: Readonly<Record<OutlineNode['kind'], SymbolKind>> = {
  head: SymbolKind.Namespace,
  section: SymbolKind.Module,
  paragraph: SymbolKind.String,
};

const symbolOf = (node: OutlineNode, lines: LineIndex): DocumentSymbol => ({
  name: node.name,
  detail: node.detail,
  kind: KINDS[node.kind],
  range: toRange(lines, node.span),
  selectionRange: toRange(lines, node.selection),
  children: node.children.map(child => symbolOf(child, lines)),
});

export const symbols: Feature = {
  capabilities: () => ({ documentSymbolProvider: { label: 'GCA Report' } }),
  register: session =>
    session.connection.onDocumentSymbol(({ textDocument }) =>
      session.fenced('symbols', [], async () => {
        const analysis = await session.analysisOf(textDocument.uri);
        return analysis ? outlineOf(analysis.report).map(node => symbolOf(node, analysis.report.lines)) : [];
      }),
    ),
};

export const folding: Feature = {
  capabilities: () => ({ foldingRangeProvider: true }),
  register: session =>
    session.connection.onFoldingRanges(({ textDocument }) =>
      session.fenced('folding', [], async () => {
        const analysis = await session.analysisOf(textDocument.uri);
        if (!analysis) return [];
        const { lines } = analysis.report;
        return foldsOf(analysis.report).flatMap(({ span, kind }): FoldingRange[] => {
          const startLine = lines.lineAt(span.start);
          const endLine = lines.lineAt(span.end);
          if (endLine <= startLine) return [];
          return [
            kind === 'comment'
              ? { startLine, endLine, kind: FoldingRangeKind.Comment }
              : { startLine, endLine },
          ];
        });
      }),
    ),
};

export const selection: Feature = {
  capabilities: () => ({ selectionRangeProvider: true }),
  register: session =>
    session.connection.onSelectionRanges(({ textDocument, positions }) =>
      session.fenced('selection', [], async () => {
        const analysis = await session.analysisOf(textDocument.uri);
        if (!analysis) return [];
        const { report } = analysis;
        return positions.map(position => {
          const spans = selectionsAt(report, toOffset(report, position)).reverse();
          return (
            spans.reduce<SelectionRange | undefined>(
              (parent, span) => ({ range: toRange(report.lines, span), ...(parent ? { parent } : {}) }),
              undefined,
            ) ?? { range: { start: position, end: position } }
          );
        });
      }),
    ),
};
