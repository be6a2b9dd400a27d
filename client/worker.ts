import type { MessageTransports } from 'vscode-languageclient';
import type * as library from 'vscode-languageclient/browser';

/** What is needed of a Worker; the project is checked without the types of the DOM. */
export interface RunningWorker {
  addEventListener(type: 'error', listener: () => void): void;
  terminate(): void;
}

/**
 * The two ways to a server in a Worker. The library takes an error of a Worker for one of many on a connection and
 * waits for answers that never come; a process that fails ends its connection. A Worker shall do as much: after an
 * error that nobody caught, as where memory ran out, it is ended and so is the connection to it.
 *
 * @param library what the client was made with: it is read when a server is needed, and no earlier
 */
export function transportsTo(
  worker: RunningWorker,
  {
    BrowserMessageReader,
    BrowserMessageWriter,
  }: Pick<typeof library, 'BrowserMessageReader' | 'BrowserMessageWriter'>,
): MessageTransports {
  class Reader extends BrowserMessageReader {
    /** What reads the Worker knows its messages and its errors; its end is told from here. */
    end(): void {
      this.fireClose();
    }
  }
  const port = worker as unknown as ConstructorParameters<typeof BrowserMessageReader>[0];
  const reader = new Reader(port);
  worker.addEventListener('error', () => {
    worker.terminate();
    reader.end();
  });
  return { reader, writer: new BrowserMessageWriter(port) };
}
