import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  createProtocolConnection,
  type InitializeResult,
  type ProtocolConnection,
  StreamMessageReader,
  StreamMessageWriter,
  TextDocumentSyncKind,
} from 'vscode-languageserver-protocol/node';
import { SERVER_FLAGS } from '../client/engine.ts';

/** What the engine has compiled is kept from one start to the next, as our extension has it kept. */
const COMPILED = join(tmpdir(), 'gca-bench-compiled');

const PATIENCE_MS = 30_000;

/** The built server, started as an editor starts it, and talked to over its standard streams. */
export class ServerProcess {
  readonly child: ChildProcess;
  readonly connection: ProtocolConnection;
  /** Whether the server wants the whole text at every change: one that is sent a part takes that for the whole. */
  private readonly wantsAll: boolean;
  private lines: string[] = [];

  private constructor(child: ChildProcess, connection: ProtocolConnection, wantsAll: boolean) {
    this.child = child;
    this.connection = connection;
    this.wantsAll = wantsAll;
  }

  /** Our own server. */
  static start(folder: string | null = null): Promise<ServerProcess> {
    const child = spawn(process.execPath, [...SERVER_FLAGS, 'dist/server.js', '--stdio'], {
      stdio: ['pipe', 'pipe', 'inherit'],
      env: { ...process.env, GCA_REPORT_COMPILED: COMPILED },
    });
    return ServerProcess.of(child, folder);
  }

  /** Any server that speaks the protocol over its standard streams. */
  static async of(child: ChildProcess, folder: string | null): Promise<ServerProcess> {
    if (!child.stdout || !child.stdin) throw new Error('The server has no streams.');
    const connection = createProtocolConnection(
      new StreamMessageReader(child.stdout),
      new StreamMessageWriter(child.stdin),
    );
    connection.onRequest('workspace/diagnostic/refresh', () => null);
    connection.listen();
    const { capabilities } = await connection.sendRequest<InitializeResult>('initialize', {
      processId: process.pid,
      rootUri: folder,
      capabilities: {
        textDocument: { diagnostic: {} },
        workspace: { diagnostics: { refreshSupport: true } },
      },
    });
    await connection.sendNotification('initialized', {});
    const sync = capabilities.textDocumentSync;
    const change = typeof sync === 'object' ? sync.change : sync;
    return new ServerProcess(child, connection, change === TextDocumentSyncKind.Full);
  }

  /** Returns how many findings it has. */
  async open(uri: string, text: string, languageId = 'gca-report'): Promise<number> {
    this.lines = text.split('\n');
    await this.connection.sendNotification('textDocument/didOpen', {
      textDocument: { uri, languageId, version: 1, text },
    });
    return await this.pull(uri);
  }

  /** Throws where no answer comes: another's server has been seen to keep silent for good. */
  async pull(uri: string): Promise<number> {
    let silent: NodeJS.Timeout | undefined;
    const late = new Promise<never>((_, reject) => {
      silent = setTimeout(() => reject(new Error(`No diagnostics within ${PATIENCE_MS} ms.`)), PATIENCE_MS);
    });
    const asked = this.connection.sendRequest<{ items?: unknown[] }>('textDocument/diagnostic', {
      textDocument: { uri },
    });
    try {
      return (await Promise.race([asked, late])).items?.length ?? 0;
    } finally {
      clearTimeout(silent);
    }
  }

  /** Types one character and waits for the diagnostics of the new version; milliseconds. */
  async keystroke(
    uri: string,
    version: number,
    line: number,
    character: number,
    text: string,
  ): Promise<number> {
    const words = this.lines[line];
    this.lines[line] = words.slice(0, character) + text + words.slice(character);
    const part = { range: { start: { line, character }, end: { line, character } }, text };
    const change = this.wantsAll ? { text: this.lines.join('\n') } : part;
    const started = performance.now();
    await this.connection.sendNotification('textDocument/didChange', {
      textDocument: { uri, version },
      contentChanges: [change],
    });
    await this.pull(uri);
    return performance.now() - started;
  }

  /** Megabytes that the process holds resident. */
  memory(): number {
    return residentMemory(this.child);
  }

  async stop(): Promise<void> {
    await this.connection.sendRequest('shutdown');
    await this.connection.sendNotification('exit');
    this.connection.dispose();
    // A server that does not end with its streams would keep the bench waiting.
    this.child.stdin?.end();
    setTimeout(() => this.child.kill(), 1000).unref();
    this.child.unref();
  }
}

/** Megabytes that a process holds resident. */
export const residentMemory = ({ pid }: ChildProcess): number =>
  Number(execFileSync('ps', ['-o', 'rss=', '-p', `${pid}`], { encoding: 'utf8' })) / 1000;
