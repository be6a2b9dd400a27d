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
  /** Whether the editor asks for diagnostics by itself, and again when it is told to; else they are pushed. */
  readonly pullDiagnostics: boolean;
  /**
   * Whether it asks for those of the whole workspace as well. Ours does; Neovim 0.12, told to ask again, then asks for
   * the workspace alone and leaves the open document as it is.
   */
  readonly pullWorkspace: boolean;
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
