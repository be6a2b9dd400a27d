import { parseArgs } from 'node:util';
import { MODES, type Mode, type Severity } from '../rules/rule.ts';
import type { Changes } from '../word/import/content.ts';

export const COMMANDS = ['check', 'figures', 'citations', 'outline', 'new', 'convert'] as const;
export type Command = (typeof COMMANDS)[number];

export const FORMATS = ['stylish', 'json', 'sarif', 'github', 'csv'] as const;
export type Format = (typeof FORMATS)[number];

const CHANGES: readonly Changes[] = ['accepted', 'rejected', 'marks'];

/** Which formats make sense for which command. */
export const FORMATS_OF: Readonly<Record<Command, readonly Format[]>> = {
  check: ['stylish', 'json', 'sarif', 'github'],
  figures: ['stylish', 'json', 'csv'],
  citations: ['stylish', 'json', 'csv'],
  outline: ['stylish', 'json'],
  new: ['stylish'],
  convert: ['stylish'],
};

export interface Options {
  readonly command: Command;
  readonly files: readonly string[];
  readonly archive: readonly string[];
  readonly year?: number;
  readonly profile?: string;
  readonly mode?: Mode;
  readonly format: Format;
  readonly fix: boolean;
  readonly fixDryRun: boolean;
  readonly config?: string;
  readonly failOn: Exclude<Severity, 'hint'>;
  readonly output?: string;
  readonly baseline?: string;
  readonly updateBaseline: boolean;
  readonly stdinName?: string;
  /** For `new`: the report that the draft is made from, and what is said of the new one. */
  readonly from?: string;
  readonly symbol?: string;
  readonly date?: string;
  readonly agendaItem?: string;
  /** For `new` and `convert`: whether a file that is there may be overwritten. */
  readonly force: boolean;
  /** Findings go out as Word comments. */
  readonly comments: boolean;
  /** A Word document that gives the styles. */
  readonly template?: string;
  /** What becomes of tracked changes in a Word document. */
  readonly changes: Changes;
}

/** A call that cannot be carried out; its message is for the person who typed it. */
export class UsageError extends Error {}

export const HELP = `gca-report COMMAND [options] FILE…

  check       the findings
  figures     the figures, and how they run through the years
  citations   the Recommendations and other instruments that are named
  outline     the report as it was understood
  new         --from REPORT --year N: the draft of the next report, what is bound to its year in marks
  convert     IN OUT: one format into another, by the files' names (.docx, .md, .txt to .docx, .md)

FILE is a report (.md, .txt, .docx), a folder of reports, or - for standard input.

  --archive PATH    earlier reports: a file or a folder; may be repeated
  --year N          the year of the Council session
  --profile ID      council-2014, council-2019, council-2023, thematic, or one of your own
  --mode MODE       drafting, review (default) or submission
  --format FORMAT   stylish (default), json; sarif and github for check; csv for figures and citations
  --fix             apply the fixes that guess nothing
  --fix-dry-run     show what --fix would change, and change nothing
  --config FILE     another configuration than .gca-report/config.json
  --baseline FILE   accepted findings, instead of .gca-report/baseline.json
  --update-baseline accept every finding as it is now: writes the baseline
  --fail-on LEVEL   error (default), warning or info: from which finding on the exit status is 1
  --output FILE     write there instead of printing
  --stdin-name NAME the name that standard input goes by
  --from REPORT     new: the last report; without it the draft is the skeleton of its profile
  --symbol S, --date D, --agenda-item A
                    new: what the masthead says, as in C25/18, "11 April 2025", "PL 1.1"
  --force           new, convert: overwrite the file to write
  --comments        convert: findings as Word comments, each on its words
  --template FILE   convert: a Word document whose styles are taken, by their names
  --changes KIND    convert: tracked changes accepted (default), rejected, or kept between marks
  --help, --version

Exit status: 0 nothing found at that level, 1 findings, 2 something could not be read or used.
`;

/** Reads the words of a call. Throws a UsageError that says what is wrong with them. */
export function readOptions(argv: readonly string[]): Options | 'help' | 'version' {
  let parsed: ReturnType<typeof parse>;
  try {
    parsed = parse(argv);
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error));
  }
  const { values, positionals } = parsed;
  if (values.help || (positionals.length === 0 && argv.length === 0)) return 'help';
  if (values.version) return 'version';
  const [word, ...files] = positionals;
  const command = choice(word, COMMANDS, 'command');
  if (command === 'convert' && files.length !== 2)
    throw new UsageError('convert: name two files, the one to read and the one to write.');
  if (command === 'new') checkNew(files, values.year);
  else if (files.length === 0)
    throw new UsageError(`${command}: name a report, a folder of reports, or - for standard input.`);
  const format = choice(values.format ?? 'stylish', FORMATS_OF[command], `format of ${command}`);
  return {
    command,
    files,
    archive: values.archive ?? [],
    year: values.year === undefined ? undefined : yearFrom(values.year),
    profile: values.profile,
    mode: values.mode === undefined ? undefined : choice(values.mode, MODES, 'mode'),
    format,
    fix: values.fix ?? false,
    fixDryRun: values['fix-dry-run'] ?? false,
    config: values.config,
    failOn: choice(
      values['fail-on'] ?? 'error',
      ['error', 'warning', 'info'] as const,
      'level for --fail-on',
    ),
    output: values.output,
    baseline: values.baseline,
    updateBaseline: values['update-baseline'] ?? false,
    stdinName: values['stdin-name'],
    from: values.from,
    symbol: values.symbol,
    date: values.date,
    agendaItem: values['agenda-item'],
    force: values.force ?? false,
    comments: values.comments ?? false,
    template: values.template,
    changes: choice(values.changes ?? 'accepted', CHANGES, 'way with tracked changes'),
  };
}

/** What a call of `new` must and must not say. */
function checkNew(files: readonly string[], year: string | undefined): void {
  if (files.length > 0)
    throw new UsageError(`new: name the last report with --from, as in --from ${files[0]}.`);
  if (year === undefined) throw new UsageError('new: say the year of the Council session with --year.');
}

function parse(argv: readonly string[]) {
  return parseArgs({
    args: [...argv],
    allowPositionals: true,
    options: {
      archive: { type: 'string', multiple: true },
      year: { type: 'string' },
      profile: { type: 'string' },
      mode: { type: 'string' },
      format: { type: 'string' },
      fix: { type: 'boolean' },
      'fix-dry-run': { type: 'boolean' },
      config: { type: 'string' },
      'fail-on': { type: 'string' },
      baseline: { type: 'string' },
      'update-baseline': { type: 'boolean' },
      output: { type: 'string' },
      'stdin-name': { type: 'string' },
      from: { type: 'string' },
      symbol: { type: 'string' },
      date: { type: 'string' },
      'agenda-item': { type: 'string' },
      force: { type: 'boolean' },
      comments: { type: 'boolean' },
      template: { type: 'string' },
      changes: { type: 'string' },
      help: { type: 'boolean', short: 'h' },
      version: { type: 'boolean', short: 'v' },
    },
  });
}

function choice<T extends string>(word: string | undefined, known: readonly T[], what: string): T {
  if (known.includes(word as T)) return word as T;
  throw new UsageError(`There is no ${what} “${word ?? ''}”. Known are ${known.join(', ')}.`);
}

function yearFrom(word: string): number {
  const year = Number(word);
  if (Number.isInteger(year) && year >= 1990 && year <= 2100) return year;
  throw new UsageError(`“${word}” is no year of a Council session.`);
}
