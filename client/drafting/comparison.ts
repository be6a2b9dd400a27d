import { Disposable, EventEmitter } from 'vscode';
import type { CompareAnswer } from '../../server/lsp/protocol.ts';
import type { ReportServer } from '../server.ts';
import type { CurrentReport } from './current.ts';

/** How long after an edit the reports are compared again: they are read side by side, not typed in. */
const PAUSE = 400;

/**
 * The current report beside last year's, kept up to date for as long as somebody looks at it: a view, the marks in
 * the margin, a diff editor. Nobody looks, nobody asks.
 */
export class Comparison implements Disposable {
  readonly #server: ReportServer;
  readonly #current: CurrentReport;
  readonly #changed = new EventEmitter<void>();
  readonly #listeners: Disposable;
  #onlookers = 0;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #answer: CompareAnswer | null = null;

  constructor(server: ReportServer, current: CurrentReport) {
    this.#server = server;
    this.#current = current;
    this.#listeners = Disposable.from(
      this.#changed,
      current.onDidChange(() => this.#later()),
      server.onDidChangeStatus(() => this.#later()),
      server.onDidRefresh(() => this.#later()),
    );
  }

  readonly onDidChange = this.#changed.event;

  /** The newest comparison; null before there was one, and where there is no earlier report. */
  get answer(): CompareAnswer | null {
    return this.#answer;
  }

  /** Somebody begins to look; the disposable ends it. */
  watch(): Disposable {
    this.#onlookers++;
    this.#later();
    let looking = true;
    return new Disposable(() => {
      if (looking) this.#onlookers--;
      looking = false;
    });
  }

  /** Compares now. */
  async refresh(): Promise<CompareAnswer | null> {
    const { document } = this.#current;
    this.#answer = document ? await this.#server.compare(document.uri) : null;
    this.#changed.fire();
    return this.#answer;
  }

  dispose(): void {
    clearTimeout(this.#timer);
    this.#listeners.dispose();
  }

  #later(): void {
    if (this.#onlookers === 0) return;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.refresh(), PAUSE);
  }
}
