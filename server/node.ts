import { dirname } from 'node:path';
import { pathToFileURL } from 'node:url';
import { createConnection, ProposedFeatures } from 'vscode-languageserver/node';
import { serve } from './lsp/server.ts';
import { installedAssets } from './platform/assets.ts';
import { fileUriWorkspace } from './platform/file-uris.ts';
import { endWhereNotUnderstood } from './platform/framing.ts';
import { installedTranslations } from './platform/translations.ts';
import { installedWord } from './platform/word.ts';

// Over IPC where our extension starts it, over stdio (`--stdio`) for any other editor.
serve(createConnection(ProposedFeatures.all), {
  workspaceFor: fileUriWorkspace,
  assets: installedAssets(__dirname),
  word: installedWord,
  translations: installedTranslations,
  pages: pathToFileURL(dirname(__dirname)).href,
  runtime: () => ({ name: `Node ${process.versions.node}`, memoryBytes: process.memoryUsage.rss() }),
});
if (process.argv.includes('--stdio')) endWhereNotUnderstood();
