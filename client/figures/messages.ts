import type { FigureSeries } from '../../server/lsp/protocol.ts';

/** What the view says in the user's language; only the extension knows it. */
export interface FigureWords {
  /** By a section's role. */
  readonly roles: Readonly<Record<string, string>>;
  readonly verdicts: Readonly<Record<string, string>>;
  readonly section: string;
  readonly allSections: string;
  readonly copy: string;
  readonly next: string;
  readonly figures: string;
  readonly figure: string;
  readonly inTheDraft: string;
  readonly throughTheYears: string;
  readonly showChart: string;
  readonly looksStale: string;
}

/** What the extension tells the Figures view. */
export type ToView =
  | {
      readonly kind: 'figures';
      readonly series: readonly FigureSeries[];
      /** How many there are, and how many look stale, in a sentence. */
      readonly summary: string;
      readonly words: FigureWords;
      /** What to say in place of the table. */
      readonly problem?: string;
    }
  /** What came of something that was asked for in the view. */
  | { readonly kind: 'said'; readonly text: string };

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
