import { commands, Disposable, l10n, Position, Selection, Uri, window } from 'vscode';
import { changedMeanwhile, hint, openFirst } from '../hints.ts';
import type { ReportServer } from '../server.ts';
import { activeReport, type CurrentReport } from './current.ts';
import { apply, rangeOf } from './edits.ts';
import { newReport } from './new-report.ts';
import type { ProgressView, Row } from './progress.ts';

/** What a command on the view is given: the row that was clicked, or that a key asks for the selected one. */
type Given = Row | 'selected' | undefined;

/** The commands of the drafter's year. */
export function registerDrafting(
  server: ReportServer,
  current: CurrentReport,
  view: ProgressView,
): Disposable {
  const rowOf = (given: Given): Row | undefined => (given === 'selected' ? view.selected : given);

  const settle = (how: 'keep' | 'change' | 'drop') => async (given: Given) => {
    const editor = await current.editor();
    if (!editor) return openFirst();
    const row = rowOf(given);
    if (given === 'selected' && row?.kind !== 'mark')
      return hint(l10n.t('Choose something to confirm in Drafting Progress'));
    const { line, character } = row?.kind === 'mark' ? row.mark.range.start : editor.selection.active;
    const { uri } = editor.document;
    const applied = await apply(editor, () => server.settle(uri, new Position(line, character), how));
    if (applied === 'stale') return changedMeanwhile();
    if (applied === 'nothing') return hint(l10n.t('Put the caret on something to confirm'));
    await view.refresh();
  };
  const tick = async (given: Given) => {
    const editor = await current.editor();
    if (!editor) return openFirst();
    const row = rowOf(given);
    if (row?.kind !== 'promise') return hint(l10n.t('Choose a promise in Drafting Progress'));
    const { uri } = editor.document;
    const applied = await apply(editor, () => server.settlePromise(uri, row.promise.text));
    if (applied === 'stale') return changedMeanwhile();
    if (applied === 'nothing') hint(l10n.t('The last report no longer has this promise'));
    await view.refresh();
  };
  const move = (part: 'paragraph' | 'section', direction: 'up' | 'down') => async () => {
    const editor = activeReport();
    if (!editor) return openFirst();
    const { document, selection } = editor;
    let refused: string | undefined;
    const applied = await apply(editor, async () => {
      const answer = await server.move(document.uri, selection.active, part, direction);
      if (!('refused' in answer)) return answer;
      refused = answer.refused;
      return null;
    });
    if (refused !== undefined) hint(refused);
    else if (applied !== 'done') changedMeanwhile();
  };
  return Disposable.from(
    commands.registerCommand('gcaReport.newReport', () => newReport(server)),
    commands.registerCommand('gcaReport.keep', settle('keep')),
    commands.registerCommand('gcaReport.change', settle('change')),
    commands.registerCommand('gcaReport.drop', settle('drop')),
    commands.registerCommand('gcaReport.nextToConfirm', () => nextToConfirm(server, current)),
    commands.registerCommand('gcaReport.tickPromise', tick),
    commands.registerCommand('gcaReport.previousParagraph', () => previousParagraph(server, false)),
    commands.registerCommand('gcaReport.insertPreviousParagraph', () => previousParagraph(server, true)),
    commands.registerCommand('gcaReport.moveParagraphUp', move('paragraph', 'up')),
    commands.registerCommand('gcaReport.moveParagraphDown', move('paragraph', 'down')),
    commands.registerCommand('gcaReport.moveSectionUp', move('section', 'up')),
    commands.registerCommand('gcaReport.moveSectionDown', move('section', 'down')),
  );
}

/** Puts the caret on the next thing to confirm, from the caret on and round. */
async function nextToConfirm(server: ReportServer, current: CurrentReport): Promise<void> {
  const editor = await current.editor();
  if (!editor) return openFirst();
  const answer = await server.progress(editor.document.uri);
  if (!answer) return changedMeanwhile();
  const places = answer.groups
    .flatMap(group => group.marks.map(mark => rangeOf(mark.range)))
    .sort((a, b) => a.start.compareTo(b.start));
  if (places.length === 0) return hint(l10n.t('Nothing is left to confirm'));
  const next = places.find(place => place.start.isAfter(editor.selection.active)) ?? places[0];
  editor.selection = new Selection(next.start, next.start);
  editor.revealRange(next);
  await window.showTextDocument(editor.document, { viewColumn: editor.viewColumn });
}

/** Shows the last report's paragraph for the one at the caret beside it, or inserts it behind. */
async function previousParagraph(server: ReportServer, insert: boolean): Promise<void> {
  const editor = activeReport();
  if (!editor) return openFirst();
  const { document, selection } = editor;
  const { version } = document;
  const found = await server.previousParagraph(document.uri, selection.active);
  if (document.version !== version) return changedMeanwhile();
  if (!found) return hint(l10n.t('The last report has nothing for this paragraph'));
  if (!insert) {
    await commands.executeCommand('vscode.open', Uri.parse(found.uri), {
      selection: rangeOf(found.range),
      viewColumn: -2,
    });
    return;
  }
  await editor.edit(edit => edit.insert(selection.active, found.insert));
}
