import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { ROOT } from '../../scripts/root.ts';

/** What a browser gives the script of a Worker, on what Node gives it. */
const WORLD = `
  const { parentPort } = require('node:worker_threads');
  globalThis.WorkerGlobalScope = class {};
  globalThis.self = globalThis;
  self.addEventListener = () => {};
  self.postMessage = message => parentPort.postMessage(message);
  self.close = () => process.exit(0);
  parentPort.on('message', data => self.onmessage({ data }));
  require(${JSON.stringify(join(ROOT, 'dist/server.web.js'))});`;

/** The built server in a Worker of its own, with as much memory as it is given; to who starts it, a browser's. */
export class SmallWorker extends EventTarget {
  onmessage: ((event: { data: unknown }) => void) | null = null;
  readonly #worker: Worker;
  /** How it ended: an error's code, or the word of whoever ended it. */
  ended: string | undefined;

  constructor(megabytes: number) {
    super();
    this.#worker = new Worker(WORLD, {
      eval: true,
      resourceLimits: { maxOldGenerationSizeMb: megabytes },
    });
    this.#worker.on('message', data => this.onmessage?.({ data }));
    this.#worker.on('error', (error: Error & { code?: string }) => {
      this.ended ??= error.code ?? error.message;
      this.dispatchEvent(new ErrorEvent(error.message));
    });
  }

  postMessage(message: unknown): void {
    this.#worker.postMessage(message);
  }

  terminate(): Promise<number> {
    this.ended ??= 'terminated';
    return this.#worker.terminate();
  }
}

/** The event that a browser tells an error with. */
class ErrorEvent extends Event {
  readonly message: string;
  constructor(message: string) {
    super('error');
    this.message = message;
  }
}
