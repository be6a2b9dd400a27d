import * as vscode from 'vscode';
import type { ExtensionApi } from '../../client/extension.ts';

/** What the tests do with the workbench, and how they wait for it: by asking again, never by sleeping. */

/** How long a thing may take to come true. */
const LIMIT_MS = 20_000;
/** How often the question is asked again where no event tells. */
const AGAIN_MS = 25;

/**
 * Waits until a question has an answer that is neither false, null nor undefined, and gives it.
 * Rejects after LIMIT_MS with what was waited for.
 */
export async function until<T>(
  what: string,
  ask: () => T | false | null | undefined | Promise<T | false | null | undefined>,
): Promise<T> {
  const end = Date.now() + LIMIT_MS;
  for (;;) {
    const answer = await ask();
    if (answer !== false && answer !== null && answer !== undefined) return answer;
    if (Date.now() > end) throw new Error(`Waited ${LIMIT_MS / 1000} s in vain: ${what}`);
    await new Promise(resolve => setTimeout(resolve, AGAIN_MS));
  }
}

/** The extension, active. */
export async function extension(): Promise<vscode.Extension<ExtensionApi>> {
  const found = vscode.extensions.getExtension<ExtensionApi>('gca-report.gca-report');
  if (!found) throw new Error('The extension is not installed.');
  await found.activate();
  return found;
}

/** The folder that the workbench has open: a copy of samples/. */
export function folder(): vscode.Uri {
  const [first] = vscode.workspace.workspaceFolders ?? [];
  if (!first) throw new Error('The workbench has no folder open.');
  return first.uri;
}

export const file = (path: string): vscode.Uri => vscode.Uri.joinPath(folder(), path);

export const DRAFT = 'draft-2025.gca.md';

/** Opens a file of the workspace in an editor. */
export async function open(path: string): Promise<vscode.TextEditor> {
  return vscode.window.showTextDocument(await vscode.workspace.openTextDocument(file(path)));
}

/** Writes a file into the workspace. */
export async function write(path: string, text: string): Promise<vscode.Uri> {
  await vscode.workspace.fs.writeFile(file(path), new TextEncoder().encode(text));
  return file(path);
}

/** Closes every editor, and throws away what was not saved. */
export async function closeAll(): Promise<void> {
  while (vscode.window.activeTextEditor) {
    await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
  }
  await vscode.commands.executeCommand('workbench.action.closeAllEditors');
}

/** Our findings in a document, as the Problems panel has them. */
export const findings = (uri: vscode.Uri): vscode.Diagnostic[] =>
  vscode.languages.getDiagnostics(uri).filter(diagnostic => diagnostic.source === 'gca-report');

/** The rule of a finding. */
export function ruleOf({ code }: vscode.Diagnostic): string {
  return String(typeof code === 'object' ? code.value : code);
}

/** The findings of one rule, once there are any. */
export function findingsOf(uri: vscode.Uri, rule: string): Promise<vscode.Diagnostic[]> {
  return until(`findings of ${rule} in ${uri.path}`, () => {
    const found = findings(uri).filter(finding => ruleOf(finding) === rule);
    return found.length > 0 && found;
  });
}

/**
 * What the server finds in a document as it stands now, asked for without the editor in between: for what must not
 * be there, waiting proves nothing.
 */
export async function checked(document: vscode.TextDocument): Promise<string[]> {
  const { exports } = await extension();
  const client = await exports.server.ready();
  const textDocument = client.code2ProtocolConverter.asTextDocumentIdentifier(document);
  const report = await client.sendRequest<{ items: { code: string }[] }>('textDocument/diagnostic', {
    textDocument,
  });
  return report.items.map(({ code }) => code);
}

/** The code actions at a range, as the lightbulb has them, complete with their edits. */
export async function actions(
  uri: vscode.Uri,
  range: vscode.Range,
  kind?: string,
): Promise<vscode.CodeAction[]> {
  const resolveAll = 100;
  return vscode.commands.executeCommand('vscode.executeCodeActionProvider', uri, range, kind, resolveAll);
}
