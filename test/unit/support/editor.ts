import { PassThrough } from 'node:stream';
import { fileURLToPath } from 'node:url';
import { createConnection } from 'vscode-languageserver/node';
import {
  createProtocolConnection,
  type Diagnostic,
  type DocumentDiagnosticReport,
  type InitializeParams,
  type InitializeResult,
  type ProtocolConnection,
  type PublishDiagnosticsParams,
  type RegistrationParams,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-languageserver-protocol/node';
import type { Assets } from '../../../server/catalogue/catalogue.ts';
import { serve } from '../../../server/lsp/server.ts';
import { installedAssets } from '../../../server/platform/assets.ts';
import { installedTranslations } from '../../../server/platform/translations.ts';
import { type Barrier, memoryWorkspace } from '../../../server/workspace/workspace.ts';

/** The data that the server reads, as it stands in the project. */
const DATA = fileURLToPath(new URL('../../../data', import.meta.url));

/** The folder of every test workspace. */
export const FOLDER = 'file:///reports';

export interface EditorOptions {
  /** Files of the workspace folder, by path. */
  readonly files?: Readonly<Record<string, string>>;
  /** An editor that does not pull diagnostics gets them pushed. */
  readonly pull?: boolean;
  readonly initializationOptions?: object;
  /** What the editor is set to, as it names it. */
  readonly locale?: string;
  /** What bars a file of the workspace folder, by its URI. */
  readonly barrier?: (uri: string) => Barrier | null;
  /** An editor that announces nothing that it could do. */
  readonly plain?: boolean;
  /** An editor that watches files for a server that asks for it. */
  readonly watches?: boolean;
  /** The program's data in the place of what stands in the project. */
  readonly assets?: Assets;
  /** What a test sees of the server's reading: called with each kind of access before it is answered. */
  readonly accessed?: (kind: 'read' | 'list', uri: string) => void;
}

/** An editor's end of the protocol: talks to a server in this process over two streams, as a real one would. */
export class Editor {
  readonly connection: ProtocolConnection;
  readonly files: Map<string, string>;
  initialized!: InitializeResult;
  private readonly published = new Map<string, PublishDiagnosticsParams>();
  private readonly waiting: {
    uri: string;
    accept: (params: PublishDiagnosticsParams) => boolean;
    resolve: (d: Diagnostic[]) => void;
  }[] = [];
  private versions = new Map<string, number>();
  readonly notifications: { method: string; params: unknown }[] = [];
  refreshes = 0;
  /** What the server asked to be told of, by method. */
  readonly registered = new Map<string, unknown>();

  private constructor(connection: ProtocolConnection, files: Map<string, string>) {
    this.connection = connection;
    this.files = files;
  }

  static async start(options: EditorOptions = {}): Promise<Editor> {
    const up = new PassThrough();
    const down = new PassThrough();
    const files = new Map(
      Object.entries(options.files ?? {}).map(([path, text]) => [`${FOLDER}/${path}`, text]),
    );
    const server = createConnection(new StreamMessageReader(up), new StreamMessageWriter(down));
    const workspace = labelled(files);
    serve(server, {
      workspaceFor: () => ({
        ...workspace,
        read: uri => {
          options.accessed?.('read', uri);
          return workspace.read(uri);
        },
        list: uri => {
          options.accessed?.('list', uri);
          return workspace.list(uri);
        },
        barrier: async uri => options.barrier?.(uri) ?? null,
      }),
      pages: 'file:///extension',
      assets: options.assets ?? installedAssets(DATA),
      translations: installedTranslations,
    });
    const connection = createProtocolConnection(new StreamMessageReader(down), new StreamMessageWriter(up));
    const editor = new Editor(connection, files);
    connection.onNotification('textDocument/publishDiagnostics', (params: PublishDiagnosticsParams) =>
      editor.receive(params),
    );
    connection.onRequest('workspace/diagnostic/refresh', () => {
      editor.refreshes++;
      return null;
    });
    connection.onRequest('client/registerCapability', ({ registrations }: RegistrationParams) => {
      for (const { method, registerOptions } of registrations) editor.registered.set(method, registerOptions);
      editor.heard();
      return null;
    });
    connection.onUnhandledNotification(({ method, params }) => editor.notifications.push({ method, params }));
    connection.listen();
    const params: InitializeParams = {
      processId: null,
      locale: options.locale,
      rootUri: FOLDER,
      workspaceFolders: [{ uri: FOLDER, name: 'reports' }],
      capabilities: {
        textDocument: options.pull === false ? {} : { diagnostic: { dynamicRegistration: false } },
        workspace: options.plain
          ? {}
          : {
              workspaceFolders: true,
              workspaceEdit: { documentChanges: true, resourceOperations: ['create'] },
              diagnostics: { refreshSupport: true },
              ...(options.watches ? { didChangeWatchedFiles: { dynamicRegistration: true } } : {}),
            },
      },
      initializationOptions: options.initializationOptions,
    };
    editor.initialized = await connection.sendRequest<InitializeResult>('initialize', params);
    await connection.sendNotification('initialized', {});
    return editor;
  }

  uri(path: string): string {
    return `${FOLDER}/${path}`;
  }

  private heard: () => void = () => {};

  /** Waits until the server has asked to be told of something. */
  async registration(method: string): Promise<unknown> {
    while (!this.registered.has(method)) await new Promise<void>(resolve => (this.heard = resolve));
    return this.registered.get(method);
  }

  async open(path: string, text: string, languageId = 'gca-report'): Promise<string> {
    const uri = this.uri(path);
    this.versions.set(uri, 1);
    await this.connection.sendNotification('textDocument/didOpen', {
      textDocument: { uri, languageId, version: 1, text },
    });
    return uri;
  }

  async change(uri: string, line: number, character: number, text: string, deleted = 0): Promise<void> {
    const version = (this.versions.get(uri) ?? 1) + 1;
    this.versions.set(uri, version);
    await this.connection.sendNotification('textDocument/didChange', {
      textDocument: { uri, version },
      contentChanges: [
        { range: { start: { line, character }, end: { line, character: character + deleted } }, text },
      ],
    });
  }

  async diagnostics(uri: string, previousResultId?: string): Promise<DocumentDiagnosticReport> {
    return this.connection.sendRequest('textDocument/diagnostic', {
      textDocument: { uri },
      previousResultId,
    });
  }

  async items(uri: string): Promise<Diagnostic[]> {
    const report = await this.diagnostics(uri);
    return report.kind === 'full' ? report.items : [];
  }

  /** The next diagnostics published for a document that a test accepts; those that have come already count. */
  pushed(
    uri: string,
    accept: (params: PublishDiagnosticsParams) => boolean = () => true,
  ): Promise<Diagnostic[]> {
    const last = this.published.get(uri);
    if (last && accept(last)) return Promise.resolve(last.diagnostics);
    return new Promise(resolve => this.waiting.push({ uri, accept, resolve }));
  }

  /** What is published next for a document; what has come already does not count. */
  nextPush(uri: string): Promise<Diagnostic[]> {
    return new Promise(resolve => this.waiting.push({ uri, accept: () => true, resolve }));
  }

  private receive(params: PublishDiagnosticsParams): void {
    this.published.set(params.uri, params);
    for (const one of [...this.waiting]) {
      if (one.uri !== params.uri || !one.accept(params)) continue;
      this.waiting.splice(this.waiting.indexOf(one), 1);
      one.resolve(params.diagnostics);
    }
  }

  async stop(): Promise<void> {
    await this.connection.sendRequest('shutdown');
    this.connection.dispose();
  }
}

/** The files of the folder, known to the user by their path in it. */
function labelled(files: Map<string, string>) {
  const workspace = memoryWorkspace(files);
  return {
    ...workspace,
    label: (uri: string) => (uri.startsWith(`${FOLDER}/`) ? uri.slice(FOLDER.length + 1) : uri),
  };
}
