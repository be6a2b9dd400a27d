import { type ChildProcess, spawn } from 'node:child_process';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { ROOT } from '../../scripts/root.ts';

/** How long an answer may take; none takes this long unless something is wrong. */
const LIMIT_MS = 30_000;

export interface Message {
  readonly id?: number;
  readonly method?: string;
  readonly params?: unknown;
  readonly result?: unknown;
  readonly error?: { readonly code: number; readonly message: string };
}

/**
 * A client that can do wrong: it writes bytes as they are given, and keeps all that comes back. It answers no request
 * of the server's unless told to.
 */
export class RawClient {
  readonly child: ChildProcess;
  readonly received: Message[] = [];
  /** What the server wrote on its standard error. */
  log = '';
  readonly ended: Promise<number | null>;
  private buffer = Buffer.alloc(0);
  private asked = 0;
  private waiting: (() => void)[] = [];

  /** @param env beside what this process has */
  constructor(
    command = process.execPath,
    args = [join(ROOT, 'dist/server.js'), '--stdio'],
    env: Readonly<Record<string, string>> = {},
  ) {
    this.child = spawn(command, args, { stdio: ['pipe', 'pipe', 'pipe'], env: { ...process.env, ...env } });
    this.child.stderr?.on('data', (text: Buffer) => (this.log += text.toString()));
    this.child.stdin?.on('error', () => {});
    this.child.stdout?.on('data', (chunk: Buffer) => this.take(chunk));
    this.ended = new Promise(resolve => this.child.on('close', resolve));
  }

  /** Bytes as they are, framed or not. */
  write(text: string): void {
    this.child.stdin?.write(text);
  }

  send(message: object): void {
    this.write(framed(message));
  }

  tell(method: string, params: unknown): void {
    this.send({ method, params });
  }

  /** Sends a request and waits for its answer, a result or an error. */
  async ask(method: string, params: unknown): Promise<Message> {
    const id = this.begin(method, params);
    return this.next(`the answer to ${method}`, message => message.id === id && message.method === undefined);
  }

  /** Sends a request without waiting; its id. */
  begin(method: string, params: unknown): number {
    const id = ++this.asked;
    this.send({ id, method, params });
    return id;
  }

  /** The first message, come or to come, that a test accepts. */
  async next(what: string, accept: (message: Message) => boolean): Promise<Message> {
    const late = Date.now() + LIMIT_MS;
    for (;;) {
      const found = this.received.find(accept);
      if (found) return found;
      if (Date.now() > late) throw new Error(`Waited in vain for ${what}`);
      await new Promise<void>(resolve => {
        const timer = setTimeout(resolve, LIMIT_MS);
        this.waiting.push(() => {
          clearTimeout(timer);
          resolve();
        });
      });
    }
  }

  async initialize(capabilities: object = { textDocument: { diagnostic: {} } }): Promise<Message> {
    const answer = await this.ask('initialize', {
      processId: process.pid,
      rootUri: pathToFileURL(join(ROOT, 'samples')).href,
      capabilities,
    });
    this.tell('initialized', {});
    return answer;
  }

  open(uri: string, text: string): void {
    this.tell('textDocument/didOpen', {
      textDocument: { uri, languageId: 'gca-report', version: 1, text },
    });
  }

  /** How many findings a document has. */
  async findings(uri: string): Promise<number> {
    const { result } = await this.ask('textDocument/diagnostic', { textDocument: { uri } });
    return (result as { items: unknown[] }).items.length;
  }

  /** Ends the server in good order; its exit status. */
  async stop(): Promise<number | null> {
    await this.ask('shutdown', undefined);
    this.tell('exit', undefined);
    return this.ended;
  }

  kill(): void {
    this.child.kill('SIGKILL');
  }

  private take(chunk: Buffer): void {
    this.buffer = Buffer.concat([this.buffer, chunk]);
    for (;;) {
      const head = this.buffer.indexOf('\r\n\r\n');
      if (head < 0) break;
      const length = Number(/Content-Length: (\d+)/i.exec(this.buffer.toString('latin1', 0, head))?.[1]);
      if (this.buffer.length < head + 4 + length) break;
      this.received.push(JSON.parse(this.buffer.toString('utf8', head + 4, head + 4 + length)));
      this.buffer = this.buffer.subarray(head + 4 + length);
    }
    for (const wake of this.waiting.splice(0)) wake();
  }
}

/** A message as it goes over the wire. */
export function framed(message: object): string {
  const body = JSON.stringify({ jsonrpc: '2.0', ...message });
  return `Content-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`;
}
