import { parseArgs } from 'node:util';
import { LANGUAGES } from '../messages/languages.ts';
import { t } from '../messages/translate.ts';
import { sessionYear } from '../report/council.ts';
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

const TELLING = ['check', 'figures', 'citations', 'outline'] as const;
const READING = [...TELLING, 'convert'] as const;

/** Options that not every command has a use for, with those that have. */
const COMMANDS_OF: Readonly<Partial<Record<keyof Values, readonly Command[]>>> = {
  archive: READING,
  mode: READING,
  baseline: READING,
  'skip-others': TELLING,
  output: [...TELLING, 'new'],
  'fail-on': ['check'],
  fix: ['check'],
  'fix-dry-run': ['check'],
  'update-baseline': ['check'],
  watch: ['check'],
  from: ['new'],
  symbol: ['new'],
  date: ['new'],
  'agenda-item': ['new'],
  force: ['new', 'convert'],
  comments: ['convert'],
  template: ['convert'],
  changes: ['convert'],
};

/** Options that contradict each other: a watch looks and changes nothing. */
const NOT_TOGETHER: readonly (readonly [keyof Values, keyof Values])[] = [
  ['fix', 'fix-dry-run'],
  ['watch', 'fix'],
  ['watch', 'fix-dry-run'],
  ['watch', 'update-baseline'],
];

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
  /** Files named by themselves are passed over where they are no reports or the ignore file names them. */
  readonly skipOthers: boolean;
  /** Check again whenever a file changes. */
  readonly watch: boolean;
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

/** Reads the words of a call. Throws a UsageError that says what is wrong with them. */
export function readOptions(argv: readonly string[]): Options | 'help' | 'version' {
  let parsed: ReturnType<typeof parse>;
  try {
    parsed = parse(argv);
  } catch (error) {
    throw new UsageError(wrongIn(error));
  }
  const { values, positionals } = parsed;
  if (values.help || (positionals.length === 0 && argv.length === 0)) return 'help';
  if (values.version) return 'version';
  if (values.locale !== undefined)
    choice(values.locale, LANGUAGES, value => t('There is no language “{value}” here.', { value }));
  const [word, ...files] = positionals;
  const command = choice(word, COMMANDS, value => t('There is no command “{value}”.', { value }));
  checkTogether(command, values);
  if (command === 'convert' && files.length !== 2)
    throw new UsageError(t('convert: name two files, the one to read and the one to write.'));
  if (command === 'new') checkNew(files, values.year);
  else if (files.length === 0)
    throw new UsageError(
      t('{command}: name a report, a folder of reports, or - for standard input.', { command }),
    );
  if (values.watch && files.includes('-'))
    throw new UsageError(t('--watch looks at files: standard input does not change.'));
  const format = choice(values.format ?? 'stylish', FORMATS_OF[command], value =>
    t('There is no format “{value}” of {command}.', { value, command }),
  );
  return {
    command,
    files,
    archive: values.archive ?? [],
    year: values.year === undefined ? undefined : yearFrom(values.year),
    profile: values.profile,
    mode:
      values.mode === undefined
        ? undefined
        : choice(values.mode, MODES, value => t('There is no mode “{value}”.', { value })),
    format,
    fix: values.fix ?? false,
    fixDryRun: values['fix-dry-run'] ?? false,
    config: values.config,
    failOn: choice(values['fail-on'] ?? 'error', ['error', 'warning', 'info'] as const, value =>
      t('There is no level “{value}” for --fail-on.', { value }),
    ),
    output: values.output,
    baseline: values.baseline,
    updateBaseline: values['update-baseline'] ?? false,
    stdinName: values['stdin-filename'],
    skipOthers: values['skip-others'] ?? false,
    watch: values.watch ?? false,
    from: values.from,
    symbol: values.symbol,
    date: values.date,
    agendaItem: values['agenda-item'],
    force: values.force ?? false,
    comments: values.comments ?? false,
    template: values.template,
    changes: choice(values.changes ?? 'accepted', CHANGES, value =>
      t('There is no way “{value}” with tracked changes.', { value }),
    ),
  };
}

/** What a call of `new` must and must not say. */
function checkNew(files: readonly string[], year: string | undefined): void {
  if (files.length > 0)
    throw new UsageError(
      t('new: name the last report with --from, as in --from {file}.', { file: files[0] }),
    );
  if (year === undefined) throw new UsageError(t('new: say the year of the Council session with --year.'));
}

/** What a command must not be told: nothing that is said is passed over. */
function checkTogether(command: Command, values: Values): void {
  const given = (Object.keys(values) as (keyof Values)[]).filter(name => values[name] !== undefined);
  for (const name of given) {
    const commands = COMMANDS_OF[name];
    if (commands && !commands.includes(command))
      throw new UsageError(
        t('{command}: {option} goes with {commands}.', {
          command,
          option: `--${name}`,
          commands: commands.join(', '),
        }),
      );
  }
  for (const [one, other] of NOT_TOGETHER)
    if (values[one] && values[other])
      throw new UsageError(
        t('{one} and {other} do not go together.', { one: `--${one}`, other: `--${other}` }),
      );
}

type Values = ReturnType<typeof parse>['values'];

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
      'stdin-filename': { type: 'string' },
      'skip-others': { type: 'boolean' },
      watch: { type: 'boolean' },
      locale: { type: 'string' },
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

/** What Node found wrong with the options of a call, as we say it. */
function wrongIn(error: unknown): string {
  const { code, message = String(error) } = error as { code?: string; message?: string };
  const option = /'(-[^' ]+)/.exec(message)?.[1] ?? '';
  if (code === 'ERR_PARSE_ARGS_UNKNOWN_OPTION') return t('There is no option {option}.', { option });
  if (code !== 'ERR_PARSE_ARGS_INVALID_OPTION_VALUE') return message;
  return / does not take /.test(message)
    ? t('The option {option} takes no value.', { option })
    : t('The option {option} needs a value.', { option });
}

function choice<T extends string>(
  word: string | undefined,
  known: readonly T[],
  none: (value: string) => string,
): T {
  if (known.includes(word as T)) return word as T;
  throw new UsageError(`${none(word ?? '')} ${t('Known are {known}.', { known: known.join(', ') })}`);
}

function yearFrom(word: string): number {
  const year = sessionYear(word);
  if (year !== undefined) return year;
  throw new UsageError(t('“{word}” is no year of a Council session.', { word }));
}
