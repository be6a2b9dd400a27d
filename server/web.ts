import { BrowserMessageReader, BrowserMessageWriter, createConnection } from 'vscode-languageserver/browser';
import { serve } from './lsp/server.ts';
import { memoryWorkspace } from './workspace/workspace.ts';

declare const self: ConstructorParameters<typeof BrowserMessageReader>[0];

// A Worker has no disk: without a client that answers for its files there are none but the open ones.
serve(createConnection(new BrowserMessageReader(self), new BrowserMessageWriter(self)), {
  workspaceFor: () => memoryWorkspace(new Map()),
});
