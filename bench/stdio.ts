import { type ChildProcess, spawn } from 'node:child_process';
import {
  createProtocolConnection,
  type ProtocolConnection,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-languageserver-protocol/node';

/** The built server, started as an editor starts it, and talked to over its standard streams. */
export class ServerProcess {
  readonly child: ChildProcess;
  readonly connection: ProtocolConnection;

  private constructor(child: ChildProcess, connection: ProtocolConnection) {
    this.child = child;
    this.connection = connection;
  }

  static async start(folder: string | null = null): Promise<ServerProcess> {
    const child = spawn(process.execPath, ['dist/server.js', '--stdio'], {
      stdio: ['pipe', 'pipe', 'inherit'],
    });
    const connection = createProtocolConnection(
      new StreamMessageReader(child.stdout),
      new StreamMessageWriter(child.stdin),
    );
    connection.onRequest('workspace/diagnostic/refresh', () => null);
    connection.listen();
    await connection.sendRequest('initialize', {
      processId: process.pid,
      rootUri: folder,
      capabilities: {
        textDocument: { diagnostic: {} },
        workspace: { diagnostics: { refreshSupport: true } },
      },
    });
    await connection.sendNotification('initialized', {});
    return new ServerProcess(child, connection);
  }

  async open(uri: string, text: string): Promise<void> {
    await this.connection.sendNotification('textDocument/didOpen', {
      textDocument: { uri, languageId: 'gca-report', version: 1, text },
    });
    await this.pull(uri);
  }

  async pull(uri: string): Promise<number> {
    const report = await this.connection.sendRequest<{ items?: unknown[] }>('textDocument/diagnostic', {
      textDocument: { uri },
    });
    return report.items?.length ?? 0;
  }

  /** Types one character and waits for the diagnostics of the new version; milliseconds. */
  async keystroke(
    uri: string,
    version: number,
    line: number,
    character: number,
    text: string,
  ): Promise<number> {
    const started = performance.now();
    await this.connection.sendNotification('textDocument/didChange', {
      textDocument: { uri, version },
      contentChanges: [{ range: { start: { line, character }, end: { line, character } }, text }],
    });
    await this.pull(uri);
    return performance.now() - started;
  }

  async stop(): Promise<void> {
    await this.connection.sendRequest('shutdown');
    await this.connection.sendNotification('exit');
    this.connection.dispose();
  }
}

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)];
}
