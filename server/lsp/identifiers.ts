import {
  CompletionItemKind,
  CompletionTriggerKind,
  DocumentHighlightKind,
  type Location,
  MarkupKind,
  SemanticTokensBuilder,
  SymbolKind,
} from 'vscode-languageserver';
import { coloursOf } from '../analysis/colours.ts';
import { TRIGGERS } from '../analysis/complete.ts';
import { completionsAt } from '../analysis/completions.ts';
import { hoverAt } from '../analysis/hover/index.ts';
import { linksOf } from '../analysis/links.ts';
import { allMentions } from '../analysis/mentions.ts';
import { definitionOf, highlightsOf, type Place, referencesOf } from '../analysis/navigate.ts';
import { placeName } from '../report/place-name.ts';
import { toOffset, toRange } from './convert.ts';
import type { Feature } from './feature.ts';
import type { Session } from './session.ts';

/** A place as a location; undefined where its file is gone. */
function locationOf(
  session: Session,
  uri: string,
  { reading, span }: Place,
  own: Place['reading'],
): Location | undefined {
  if (reading === own) return { uri, range: toRange(reading.report.lines, span) };
  const there = session.earlier(uri, reading.path);
  return there && { uri: there.uri, range: toRange(there.report.lines, span) };
}

export const hover: Feature = {
  capabilities: () => ({ hoverProvider: true }),
  register: session =>
    session.connection.onHover(({ textDocument, position }) =>
      session.fenced('hover', null, async () => {
        const analysis = await session.analysisOf(textDocument.uri);
        const found = analysis && hoverAt(analysis, toOffset(analysis.report, position));
        if (!analysis || !found) return null;
        return {
          contents: { kind: MarkupKind.Markdown, value: found.lines.join('\n\n') },
          range: toRange(analysis.report.lines, found.span),
        };
      }),
    ),
};

const COMPLETION_KINDS = {
  recommendation: CompletionItemKind.Reference,
  resolution: CompletionItemKind.Class,
  heading: CompletionItemKind.Module,
  number: CompletionItemKind.Value,
  acronym: CompletionItemKind.Constant,
  term: CompletionItemKind.Text,
  sentence: CompletionItemKind.Snippet,
} as const;

export const completion: Feature = {
  capabilities: () => ({ completionProvider: { triggerCharacters: [...TRIGGERS] } }),
  register: session =>
    session.connection.onCompletion(({ textDocument, position, context }) =>
      session.fenced('completion', [], async () => {
        const analysis = await session.analysisOf(textDocument.uri);
        if (!analysis) return [];
        const typed = context?.triggerKind === CompletionTriggerKind.TriggerCharacter;
        const found = await completionsAt(analysis, toOffset(analysis.report, position), typed);
        if (found.length === 0) return [];
        const items = found.map((one, i) => ({
          label: one.label,
          kind: COMPLETION_KINDS[one.kind],
          detail: one.detail,
          documentation: one.documentation
            ? { kind: MarkupKind.Markdown, value: one.documentation }
            : undefined,
          filterText: one.filterText,
          sortText: String(i).padStart(4, '0'),
          textEdit: { range: toRange(analysis.report.lines, one.replaces), newText: one.newText },
        }));
        // More letters may find others: the list is never the whole.
        return { isIncomplete: true, items };
      }),
    ),
};

export const links: Feature = {
  capabilities: () => ({ documentLinkProvider: {} }),
  register: session =>
    session.connection.onDocumentLinks(({ textDocument }) =>
      session.fenced('links', [], async () => {
        const analysis = await session.analysisOf(textDocument.uri);
        if (!analysis) return [];
        return linksOf(analysis).map(({ span, url, title }) => ({
          range: toRange(analysis.report.lines, span),
          target: url,
          tooltip: title,
        }));
      }),
    ),
};

export const definition: Feature = {
  capabilities: () => ({ definitionProvider: true }),
  register: session =>
    session.connection.onDefinition(({ textDocument: { uri }, position }) =>
      session.fenced('definition', null, async () => {
        const analysis = await session.analysisOf(uri);
        const place = analysis && definitionOf(analysis, toOffset(analysis.report, position));
        return (place && locationOf(session, uri, place, analysis.reading)) ?? null;
      }),
    ),
};

export const references: Feature = {
  capabilities: () => ({ referencesProvider: true }),
  register: session =>
    session.connection.onReferences(({ textDocument: { uri }, position }) =>
      session.fenced('references', [], async () => {
        const analysis = await session.analysisOf(uri);
        if (!analysis) return [];
        return referencesOf(analysis, toOffset(analysis.report, position)).flatMap(
          place => locationOf(session, uri, place, analysis.reading) ?? [],
        );
      }),
    ),
};

export const highlight: Feature = {
  capabilities: () => ({ documentHighlightProvider: true }),
  register: session =>
    session.connection.onDocumentHighlight(({ textDocument, position }) =>
      session.fenced('highlight', [], async () => {
        const analysis = await session.analysisOf(textDocument.uri);
        if (!analysis) return [];
        return highlightsOf(analysis, toOffset(analysis.report, position)).map(span => ({
          range: toRange(analysis.report.lines, span),
          kind: DocumentHighlightKind.Text,
        }));
      }),
    ),
};

/** How many symbols an answer holds; the editor asks again with more letters. */
const MOST_SYMBOLS = 300;

export const workspaceSymbols: Feature = {
  capabilities: () => ({ workspaceSymbolProvider: true }),
  register: session =>
    session.connection.onWorkspaceSymbol(({ query }) =>
      session.fenced('workspace symbols', [], async () => {
        const wanted = query.toLowerCase().replace(/\s+/g, '');
        const symbols = [];
        for (const folder of session.projects) {
          await folder.ready;
          for (const { uri, reading } of session.readingsIn(folder.uri)) {
            for (const [, [mention]] of allMentions(reading)) {
              const name = mention.citation.id;
              if (!name.toLowerCase().replace(/\s+/g, '').includes(wanted)) continue;
              symbols.push({
                name,
                kind: SymbolKind.Constant,
                containerName: `${reading.path}, ${placeName(mention.block.block.place)}`,
                location: { uri, range: toRange(reading.report.lines, mention.span) },
              });
              if (symbols.length >= MOST_SYMBOLS) return symbols;
            }
          }
        }
        return symbols;
      }),
    ),
};

const TOKEN_TYPES = ['recommendation', 'instrument'] as const;
const TOKEN_MODIFIERS = ['unknown', 'notInForce'] as const;

export const semanticTokens: Feature = {
  capabilities: () => ({
    semanticTokensProvider: {
      legend: { tokenTypes: [...TOKEN_TYPES], tokenModifiers: [...TOKEN_MODIFIERS] },
      full: true,
    },
  }),
  register: session =>
    session.connection.languages.semanticTokens.on(({ textDocument }) =>
      session.fenced('semantic tokens', { data: [] as number[] }, async () => {
        const analysis = await session.analysisOf(textDocument.uri);
        const builder = new SemanticTokensBuilder();
        for (const { span, type, unknown, notInForce } of analysis ? coloursOf(analysis) : []) {
          const { line, character } = analysis?.report.lines.positionAt(span.start) ?? {
            line: 0,
            character: 0,
          };
          builder.push(
            line,
            character,
            span.end - span.start,
            TOKEN_TYPES.indexOf(type),
            (unknown ? 1 : 0) | (notInForce ? 2 : 0),
          );
        }
        return builder.build();
      }),
    ),
};
