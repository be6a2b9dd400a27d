import * as vscode from 'vscode';
import type { FigureSeries } from '../server/lsp/protocol.ts';
import type { CurrentReport } from './drafting/current.ts';
import type { ReportServer } from './server.ts';

/** Tools of a language model, where the editor has such: they answer from the core alone, in plain text. */

/** The part of VS Code's interface that came after the oldest edition that we run in. */
interface ToolHost {
  registerTool?(
    name: string,
    tool: { invoke(options: { input: unknown }): Promise<unknown> },
  ): vscode.Disposable;
}
interface ToolClasses {
  LanguageModelToolResult: new (parts: unknown[]) => unknown;
  LanguageModelTextPart: new (text: string) => unknown;
}

/** What a tool is asked: a record of text; what a model makes up beside it is passed over. */
type Input = Readonly<Record<string, unknown>>;

/** Registers the tools; an editor without language models gets none. */
export function registerTools(server: ReportServer, current: CurrentReport): vscode.Disposable {
  const host = vscode.lm as ToolHost | undefined;
  if (!host?.registerTool) return new vscode.Disposable(() => {});
  const classes = vscode as unknown as ToolClasses;
  const tool = (name: string, answer: (input: Input) => Promise<string>) =>
    host.registerTool!(name, {
      async invoke({ input }) {
        const asked = typeof input === 'object' && input !== null ? (input as Input) : {};
        return new classes.LanguageModelToolResult([new classes.LanguageModelTextPart(await answer(asked))]);
      },
    });
  return vscode.Disposable.from(
    tool('gca-report_lookUp', input => lookedUp(server, current, textOf(input.identifier))),
    tool('gca-report_figureHistory', input => figureHistory(server, current, textOf(input.figure))),
    tool('gca-report_openConfirmations', () => openConfirmations(server, current)),
  );
}

const textOf = (value: unknown): string => (typeof value === 'string' ? value : '');

async function lookedUp(server: ReportServer, current: CurrentReport, text: string): Promise<string> {
  const found = await server.lookUp(text, current.document?.uri);
  return found.length > 0
    ? found.join('\n\n---\n\n')
    : 'No identifier of an ITU Recommendation, resolution, Question or group was named.';
}

const NO_REPORT = 'No report is open.';

async function figureHistory(server: ReportServer, current: CurrentReport, asked: string): Promise<string> {
  const answer = current.document && (await server.figures(current.document.uri));
  if (!answer) return NO_REPORT;
  const words = asked.toLowerCase().match(/[\p{L}\d]+/gu) ?? [];
  const found = answer.series.filter(series => {
    const said = [series.label, ...series.points.map(point => point.text)].join(' ').toLowerCase();
    return words.every(word => said.includes(word));
  });
  if (found.length === 0) {
    const labels = answer.series.map(({ label }) => label).join('; ');
    return labels ? `No such figure. The report has: ${labels}.` : 'The report has no figures.';
  }
  return found.map(historyOf).join('\n\n');
}

const historyOf = ({ label, stale, points }: FigureSeries): string =>
  [
    `${label}${stale ? ' (looks stale)' : ''}`,
    ...points.map(
      ({ year, shown, text, path, place }) => `${year ?? '?'}: ${shown}: “${text}” (${path}, ${place})`,
    ),
  ].join('\n');

async function openConfirmations(server: ReportServer, current: CurrentReport): Promise<string> {
  const answer = current.document && (await server.progress(current.document.uri));
  if (!answer) return NO_REPORT;
  const sections = answer.groups.flatMap(({ title, marks, promises }) => {
    const open = promises.filter(({ state }) => state === 'open');
    if (marks.length === 0 && open.length === 0) return [];
    return [
      [
        title,
        ...marks.map(mark => `- to confirm (${mark.place}): ${mark.text}`),
        ...open.map(promise => `- promised in ${promise.year} (${promise.from}): ${promise.text}`),
      ].join('\n'),
    ];
  });
  return [`${answer.open} of ${answer.total} to confirm.`, ...sections].join('\n\n');
}
