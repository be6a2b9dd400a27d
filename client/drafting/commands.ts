import { commands, Disposable, Position, Selection, Uri, window } from 'vscode';
import type { ReportServer } from '../server.ts';
import { registerCompare } from './compare.ts';
import { activeReport, apply, rangeOf, type Target } from './edits.ts';
import { newReport } from './new-report.ts';
import type { ProgressView, Row } from './progress.ts';

/** The commands of the drafter's year. */
export function registerDrafting(server: ReportServer, view: ProgressView): Disposable {
  const settle = (how: 'keep' | 'change' | 'drop') => async (row?: Row) => {
    const target = await targetOf(row);
    if (!target) return;
    const answer = await server.settle(target.editor.document.uri, target.at, how);
    if (!(await apply(target.editor, answer))) hint('Put the caret on something to confirm');
    else await view.refresh();
  };
  const move = (part: 'paragraph' | 'section', direction: 'up' | 'down') => async () => {
    const editor = activeReport();
    if (!editor) return;
    const answer = await server.move(editor.document.uri, editor.selection.active, part, direction);
    if ('refused' in answer) hint(answer.refused);
    else await apply(editor, answer);
  };
  return Disposable.from(
    view,
    ...registerCompare(server),
    commands.registerCommand('gcaReport.newReport', () => newReport(server)),
    commands.registerCommand('gcaReport.keep', settle('keep')),
    commands.registerCommand('gcaReport.change', settle('change')),
    commands.registerCommand('gcaReport.drop', settle('drop')),
    commands.registerCommand('gcaReport.nextToConfirm', () => nextToConfirm(server)),
    commands.registerCommand('gcaReport.tickPromise', async (row?: Row) => {
      const editor = activeReport();
      if (!editor || row?.kind !== 'promise') return;
      if (await apply(editor, await server.settlePromise(editor.document.uri, row.promise.text)))
        await view.refresh();
    }),
    commands.registerCommand('gcaReport.previousParagraph', () => previousParagraph(server, false)),
    commands.registerCommand('gcaReport.insertPreviousParagraph', () => previousParagraph(server, true)),
    commands.registerCommand('gcaReport.moveParagraphUp', move('paragraph', 'up')),
    commands.registerCommand('gcaReport.moveParagraphDown', move('paragraph', 'down')),
    commands.registerCommand('gcaReport.moveSectionUp', move('section', 'up')),
    commands.registerCommand('gcaReport.moveSectionDown', move('section', 'down')),
  );
}

const hint = (text: string): void => void window.setStatusBarMessage(text, 4000);

async function targetOf(row?: Row): Promise<Target | undefined> {
  const editor = activeReport();
  if (!editor) return undefined;
  if (row?.kind !== 'mark') return { editor, at: editor.selection.active };
  const { line, character } = row.mark.range.start;
  return { editor, at: new Position(line, character) };
}

/** Puts the caret on the next thing to confirm, from the caret on and round. */
async function nextToConfirm(server: ReportServer): Promise<void> {
  const editor = activeReport();
  const answer = editor && (await server.progress(editor.document.uri));
  const places = (answer?.groups ?? [])
    .flatMap(group => group.marks.map(mark => rangeOf(mark.range)))
    .sort((a, b) => a.start.compareTo(b.start));
  if (!editor || places.length === 0) {
    hint('Nothing is left to confirm');
    return;
  }
  const next = places.find(place => place.start.isAfter(editor.selection.active)) ?? places[0];
  editor.selection = new Selection(next.start, next.start);
  editor.revealRange(next);
}

/** Shows the last report's paragraph for the one at the caret beside it, or inserts it behind. */
async function previousParagraph(server: ReportServer, insert: boolean): Promise<void> {
  const editor = activeReport();
  const found = editor && (await server.previousParagraph(editor.document.uri, editor.selection.active));
  if (!editor || !found) {
    hint('The last report has nothing for this paragraph');
    return;
  }
  if (!insert) {
    await commands.executeCommand('vscode.open', Uri.parse(found.uri), {
      selection: rangeOf(found.range),
      viewColumn: -2,
    });
    return;
  }
  await editor.edit(edit => edit.insert(editor.selection.active, found.insert));
}
