import type { FigureSeries } from '../../server/lsp/protocol.ts';

/** What the extension tells the Figures view. */
export interface ToView {
  readonly kind: 'figures';
  readonly series: readonly FigureSeries[];
  /** What to say in place of the table. */
  readonly problem?: string;
}

/** What the Figures view tells the extension. */
export type FromView =
  | { readonly kind: 'ready' }
  | { readonly kind: 'next' }
  | { readonly kind: 'copy'; readonly role: string }
  | {
      readonly kind: 'open';
      readonly uri: string;
      readonly line: number;
      readonly character: number;
      readonly endLine: number;
      readonly endCharacter: number;
    };

const isNumber = (value: unknown): value is number =>
  typeof value === 'number' && Number.isInteger(value) && value >= 0;

/** A message from the view, checked: what is of no known form is dropped. */
export function readMessage(message: unknown): FromView | undefined {
  if (typeof message !== 'object' || message === null) return undefined;
  const { kind, role, uri, line, character, endLine, endCharacter } = message as Record<string, unknown>;
  if (kind === 'ready' || kind === 'next') return { kind };
  if (kind === 'copy' && typeof role === 'string') return { kind, role };
  if (
    kind === 'open' &&
    typeof uri === 'string' &&
    isNumber(line) &&
    isNumber(character) &&
    isNumber(endLine) &&
    isNumber(endCharacter)
  ) {
    return { kind, uri, line, character, endLine, endCharacter };
  }
  return undefined;
}
