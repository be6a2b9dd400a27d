import { BrowserMessageReader, BrowserMessageWriter, createConnection } from 'vscode-languageserver/browser';
import { serve } from './lsp/server.ts';
import { inOurLanguage, type WordModule } from './word/reader.ts';
import { memoryWorkspace } from './workspace/workspace.ts';

declare const self: ConstructorParameters<typeof BrowserMessageReader>[0] & {
  gcaReportWord?: WordModule;
  close(): void;
};
declare function importScripts(address: string): void;

const connection = createConnection(new BrowserMessageReader(self), new BrowserMessageWriter(self));
// Nobody ends a Worker from outside: without this a restart would leave the old one behind.
connection.onExit(() => self.close());

// A Worker has no disk: without a client that answers for its files there are none but the open ones.
serve(connection, {
  workspaceFor: () => memoryWorkspace(new Map()),
  word: async extensionUri => {
    if (!extensionUri) throw new Error('the editor did not say where the extension is installed');
    // The script sets one global. It comes from where this Worker itself came from, and from nowhere else.
    if (!self.gcaReportWord) importScripts(`${extensionUri.replace(/\/$/, '')}/dist/word.js`);
    if (!self.gcaReportWord) throw new Error('word.js is damaged');
    return inOurLanguage(self.gcaReportWord);
  },
});
