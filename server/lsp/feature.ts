import type { ServerCapabilities } from 'vscode-languageserver';
import type { Session } from './session.ts';

/**
 * One feature of the protocol: what it announces and what it answers stand together, so that the two cannot drift
 * apart. `client` tells what the editor can do.
 */
export interface Feature {
  readonly capabilities: (client: ClientSupport) => Partial<ServerCapabilities>;
  readonly register: (session: Session, client: ClientSupport) => void;
  /** What is to be said to the editor once it listens. */
  readonly start?: (session: Session, client: ClientSupport) => void;
}

/** What our features need to know of the editor. */
export interface ClientSupport {
  readonly pullDiagnostics: boolean;
  readonly refreshDiagnostics: boolean;
  readonly refreshInlayHints: boolean;
  readonly refreshCodeLens: boolean;
  readonly relatedInformation: boolean;
  readonly hierarchicalSymbols: boolean;
  /** Whether the editor tells where the caret is (our own client does). */
  readonly tellsCaret: boolean;
  readonly documentChanges: boolean;
  readonly createFiles: boolean;
  /** Whether the editor watches the files that it is asked to watch. */
  readonly watchesFiles: boolean;
}
