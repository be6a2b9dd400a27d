import { lstat, readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { URI, Utils } from 'vscode-uri';

/**
 * What our client uses of VS Code, for tests without an editor: addresses by VS Code's own package, files on the
 * disk with the marks that VS Code gives them, and a window that writes down what it was asked to show.
 */

export const Uri = Object.assign(URI, { joinPath: Utils.joinPath });

export const FileType = { Unknown: 0, File: 1, Directory: 2, SymbolicLink: 64 } as const;

async function markOf(path: string): Promise<number> {
  const link = (await lstat(path)).isSymbolicLink() ? FileType.SymbolicLink : 0;
  try {
    return link | ((await stat(path)).isDirectory() ? FileType.Directory : FileType.File);
  } catch {
    return link;
  }
}

export class Position {
  readonly line: number;
  readonly character: number;
  constructor(line: number, character: number) {
    this.line = line;
    this.character = character;
  }
}

export class Range {
  readonly start: Position;
  readonly end: Position;
  constructor(line: number, character: number, endLine: number, endCharacter: number) {
    this.start = new Position(line, character);
    this.end = new Position(endLine, endCharacter);
  }
}

export class Selection extends Range {
  get active() {
    return this.end;
  }
}

export const TextEditorRevealType = { InCenterIfOutsideViewport: 2 } as const;

export const ProgressLocation = { Notification: 15 } as const;

export const QuickInputButtons = { Back: {} } as const;

export const TreeItemCollapsibleState = { None: 0, Collapsed: 1, Expanded: 2 } as const;

export class CancellationTokenSource {
  readonly token = {};
  cancel(): void {}
  dispose(): void {}
}

/** What is imported and, in tests, never made. */
export class MarkdownString {}
export class ThemeIcon {}
export class TreeItem {}
export class WorkspaceEdit {}

export const ConfigurationTarget = { Global: 1, Workspace: 2, WorkspaceFolder: 3 } as const;

interface Folder {
  readonly uri: URI;
}

/** What a test sets up, and what was asked for. */
export const editor = {
  folders: [] as Folder[],
  documents: [] as { languageId: string; isUntitled: boolean; uri: URI }[],
  trusted: true,
  settings: {} as Record<string, unknown>,
  /** The messages shown, with their kind and what could be answered. */
  messages: [] as { kind: string; message: string; options: unknown[] }[],
  clipboard: '',
  /** The documents that were opened. */
  shown: [] as string[],
  /** The editor in front. */
  active: undefined as { readonly document: object } | undefined,
  /** What the status bar said. */
  hints: [] as string[],
  /** What is entered when something is asked in turn, and what was said of replies that were not taken. */
  replies: [] as string[],
  refusals: [] as string[],
  /** The last line that was asked for by itself. */
  input: undefined as { validateInput?(text: string): string | undefined } | undefined,
  /** The rows of the last list to choose from. */
  choices: [] as { readonly label: string; readonly description?: string }[],
  /** The commands that were called, with what they were given. */
  executed: [] as unknown[][],
  commands: new Map<string, (...given: unknown[]) => unknown>(),
  /** What is answered to a message: the label of a button; undefined closes it. */
  answer: (() => undefined) as (options: unknown[]) => unknown,
};

export class EventEmitter<T> {
  readonly #listeners = new Set<(value: T) => void>();
  readonly event = (listener: (value: T) => void) => {
    this.#listeners.add(listener);
    return { dispose: () => this.#listeners.delete(listener) };
  };
  fire(value: T): void {
    for (const listener of this.#listeners) listener(value);
  }
  dispose(): void {
    this.#listeners.clear();
  }
}

export class Disposable {
  static from = (...all: { dispose(): unknown }[]) =>
    new Disposable(() => {
      for (const one of all) one.dispose();
    });
  readonly dispose: () => unknown;
  constructor(dispose: () => unknown) {
    this.dispose = dispose;
  }
}

const never = () => ({ dispose: () => {} });

export const activated = new EventEmitter<{ readonly document: object } | undefined>();
export const opened = new EventEmitter<object>();
export const closed = new EventEmitter<object>();
export const granted = new EventEmitter<void>();
export const configured = new EventEmitter<{ affectsConfiguration(section: string): boolean }>();

export const workspace = {
  get workspaceFolders() {
    return editor.folders;
  },
  get textDocuments() {
    return editor.documents;
  },
  get isTrusted() {
    return editor.trusted;
  },
  getWorkspaceFolder: (uri: URI) =>
    editor.folders.find(folder => uri.toString().startsWith(`${folder.uri.toString()}/`)),
  getConfiguration: () => ({
    get: (key: string, otherwise?: unknown) => editor.settings[key] ?? otherwise,
    inspect: (key: string) => ({ globalValue: editor.settings[key] }),
    update: async (key: string, value: unknown) => {
      editor.settings[key] = value;
    },
  }),
  createFileSystemWatcher: never,
  onDidChangeConfiguration: configured.event,
  onDidGrantWorkspaceTrust: granted.event,
  onDidCloseTextDocument: closed.event,
  onDidOpenTextDocument: opened.event,
  onDidSaveTextDocument: never,
  onDidChangeTextDocument: never,
  fs: {
    async stat(uri: URI) {
      const type = await markOf(uri.fsPath);
      return { type, ctime: 0, mtime: 0, size: (await lstat(uri.fsPath)).size };
    },
    readDirectory: async (uri: URI): Promise<[string, number][]> =>
      Promise.all(
        (await readdir(uri.fsPath)).map(
          async (name): Promise<[string, number]> => [name, await markOf(join(uri.fsPath, name))],
        ),
      ),
    readFile: async (uri: URI) => new Uint8Array(await readFile(uri.fsPath)),
  },
};

const show =
  (kind: string) =>
  async (message: string, ...options: unknown[]) => {
    editor.messages.push({ kind, message, options });
    return editor.answer(options);
  };

/** A list or a line that is answered by the test's replies, one after the other until one is taken. */
function question() {
  let accept = () => {};
  let hide = () => {};
  const input = {
    items: [] as { label: string }[],
    selectedItems: [] as { label: string }[],
    value: '',
    validationMessage: undefined as string | undefined,
    onDidAccept: (listener: () => void) => void (accept = listener),
    onDidHide: (listener: () => void) => void (hide = listener),
    onDidTriggerButton: () => {},
    onDidChangeValue: () => {},
    dispose: () => {},
    show() {
      for (;;) {
        const reply = editor.replies.shift();
        if (reply === undefined) return hide();
        input.value = reply;
        input.selectedItems = input.items.filter(({ label }) => label === reply);
        accept();
        if (input.validationMessage === undefined) return;
        editor.refusals.push(input.validationMessage);
      }
    },
  };
  return input;
}

export const window = {
  get activeTextEditor() {
    return editor.active;
  },
  get visibleTextEditors() {
    return editor.active ? [editor.active] : [];
  },
  onDidChangeActiveTextEditor: activated.event,
  onDidChangeTextEditorSelection: never,
  showInformationMessage: show('information'),
  showWarningMessage: show('warning'),
  showErrorMessage: show('error'),
  setStatusBarMessage(text: string) {
    editor.hints.push(text);
    return never();
  },
  createQuickPick: question,
  createInputBox: question,
  async showInputBox(options: (typeof editor)['input']) {
    editor.input = options;
    return undefined;
  },
  async showQuickPick(choices: (typeof editor)['choices']) {
    editor.choices = choices;
    return undefined;
  },
  showTextDocument: async (uri: URI) => void editor.shown.push(uri.toString()),
  registerWebviewViewProvider: never,
  createTreeView: () => ({ ...never(), visible: true, selection: [], onDidChangeVisibility: never }),
};

/** As VS Code does it: a document that is given another language is closed and opened again, the same one. */
export const languages = {
  async setTextDocumentLanguage(document: { languageId: string }, language: string) {
    closed.fire(document);
    document.languageId = language;
    opened.fire(document);
    return document;
  },
};

export const commands = {
  registerCommand(name: string, run: (...given: unknown[]) => unknown) {
    editor.commands.set(name, run);
    return { dispose: () => editor.commands.delete(name) };
  },
  async executeCommand(name: string, ...given: unknown[]) {
    editor.executed.push([name, ...given]);
  },
};

export const env = {
  language: 'en',
  clipboard: {
    writeText: async (text: string) => {
      editor.clipboard = text;
    },
  },
};

export const l10n = {
  t: (message: string, ...values: unknown[]) =>
    message.replace(/\{(\w+)\}/g, (_, place: string) => {
      const named = typeof values[0] === 'object' ? (values[0] as Record<string, unknown>) : values;
      return String((named as Record<string, unknown>)[place]);
    }),
};
