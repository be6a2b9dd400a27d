import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { IndicatorSet } from '../figures/indicators.ts';
import { githubAnnotations } from './github.ts';
import type { InputFile } from './input.ts';
import { checkJson, citationsJson, citationsOf, outlineJson } from './json.ts';
import { figuresJson, figuresOfFiles } from './json-figures.ts';
import type { Command, Options } from './options.ts';
import type { Place } from './paths.ts';
import { sarif } from './sarif.ts';
import { palette, stylishCheck, stylishOutline } from './stylish.ts';
import { type CitationRow, citationsCsv, figuresCsv, stylishCitations, stylishFigures } from './tables.ts';
import { wantsColour } from './terminal.ts';

/** The commands whose answer is a text about the files that were read. */
export type Telling = Exclude<Command, 'convert' | 'new'>;

/** What is known besides the files. */
export interface Surroundings {
  readonly place: Place;
  readonly indicators: IndicatorSet;
}

/** The answer of a command in the format that was asked for. */
export async function render(
  command: Telling,
  files: readonly InputFile[],
  options: Options,
  { place, indicators }: Surroundings,
): Promise<string> {
  const json = (value: unknown) => `${JSON.stringify(value)}\n`;
  const toTerminal = options.output === undefined;
  const colours = palette(toTerminal && wantsColour(process.env, process.stdout.isTTY === true));
  switch (command) {
    case 'check':
      if (options.format === 'json') return json(checkJson(files));
      if (options.format === 'sarif') return json(await sarif(files, place, readPage));
      return options.format === 'github' ? githubAnnotations(files, place) : stylishCheck(files, colours);
    case 'outline':
      return options.format === 'json' ? json(outlineJson(files)) : stylishOutline(files, colours);
    case 'citations':
      if (options.format === 'json') return json(citationsJson(files));
      return options.format === 'csv'
        ? citationsCsv(citationRows(files))
        : stylishCitations(citationRows(files), colours);
    case 'figures': {
      const figures = figuresOfFiles(files, indicators);
      if (options.format === 'json') return json(figuresJson(files, figures));
      return options.format === 'csv' ? figuresCsv(files, figures) : stylishFigures(files, figures, colours);
    }
  }
}

/** The rules' pages lie in the package, beside the built program's folder. */
const readPage = (page: string): Promise<string | undefined> =>
  readFile(join(packageFolder(), page), 'utf8').catch(() => undefined);

const packageFolder = (): string =>
  import.meta.dirname === undefined ? join(__dirname, '..') : join(import.meta.dirname, '../..');

const citationRows = (files: readonly InputFile[]): CitationRow[] =>
  files.flatMap(file =>
    'refused' in file
      ? []
      : citationsOf(file).map(({ id, kind, text, paragraph, catalogue }) => ({
          path: file.label,
          paragraph,
          id,
          kind,
          text,
          title: catalogue?.title ?? '',
          edition: catalogue?.edition ?? '',
          status: catalogue?.status ?? '',
        })),
  );
