import { t } from '../messages/translate.ts';

/** A word of a call and what it does. */
type Line = readonly [string, () => string];

const COMMANDS: readonly Line[] = [
  ['check', () => t('the findings')],
  ['figures', () => t('the figures, and how they run through the years')],
  ['citations', () => t('the Recommendations and other instruments that are named')],
  ['outline', () => t('the report as it was understood')],
  [
    'new',
    () => t('--from REPORT --year N: the draft of the next report, what is bound to its year in marks'),
  ],
  [
    'convert',
    () => t('IN OUT: one format into another, by the files’ names (.docx, .md, .txt to .docx, .md)'),
  ],
];

/** Options that belong together, under what they are about or the command that takes them. */
const OPTIONS: readonly (readonly [() => string, readonly Line[]])[] = [
  [
    () => t('What is read, and how it is judged'),
    [
      ['--archive PATH', () => t('earlier reports: a file or a folder; may be repeated')],
      ['--year N', () => t('the year of the Council session')],
      ['--profile ID', () => t('council-2014, council-2019, council-2023, thematic, or one of your own')],
      ['--mode MODE', () => t('drafting, review (default) or submission')],
      ['--config FILE', () => t('another configuration than .gca-report/config.json')],
      ['--baseline FILE', () => t('accepted findings, instead of .gca-report/baseline.json')],
      ['--stdin-filename NAME', () => t('the name that standard input goes by')],
      ['--skip-others', () => t('pass over named files that are no reports or that the ignore file names')],
    ],
  ],
  [
    () => t('What comes out'),
    [
      [
        '--format FORMAT',
        () => t('stylish (default), json; sarif and github for check; csv for figures and citations'),
      ],
      ['--output FILE', () => t('write there instead of printing')],
      ['--locale LANGUAGE', () => t('en, fr or es; without it as LC_ALL, LC_MESSAGES or LANG say')],
    ],
  ],
  [
    () => t('With {command}', { command: 'check' }),
    [
      [
        '--fail-on LEVEL',
        () => t('error (default), warning or info: from which finding on the exit status is 1'),
      ],
      ['--fix', () => t('apply the fixes that guess nothing')],
      ['--fix-dry-run', () => t('show what --fix would change, and change nothing')],
      ['--update-baseline', () => t('accept every finding as it is now: writes the baseline')],
      ['--watch', () => t('check again whenever a file changes; Ctrl+C ends it')],
    ],
  ],
  [
    () => t('With {command}', { command: 'new' }),
    [
      ['--from REPORT', () => t('the last report; without it the draft is the skeleton of its profile')],
      [
        '--symbol S, --date D, --agenda-item A',
        () => t('what the masthead says, as in C25/18, "11 April 2025", "PL 1.1"'),
      ],
      ['--force', () => t('overwrite the file to write')],
    ],
  ],
  [
    () => t('With {command}', { command: 'convert' }),
    [
      ['--comments', () => t('findings as Word comments, each on its words')],
      ['--template FILE', () => t('a Word document whose styles are taken, by their names')],
      ['--changes KIND', () => t('tracked changes accepted (default), rejected, or kept between marks')],
      ['--force', () => t('overwrite the file to write')],
    ],
  ],
];

const WIDTH = 23;

/** A word too wide for its column has a line of its own. */
const shown = (lines: readonly Line[], width: number): string[] =>
  lines.flatMap(([word, does]) =>
    word.length < width
      ? [`  ${word.padEnd(width)}${does()}`]
      : [`  ${word}`, `  ${' '.repeat(width)}${does()}`],
  );

/** What `--help` prints. */
export const help = (): string =>
  [
    t('gca-report COMMAND [options] FILE…'),
    '',
    ...shown(COMMANDS, 12),
    '',
    t('FILE is a report (.md, .txt, .docx), a folder of reports, a pattern, or - for standard input.'),
    t('Patterns are those of .gitignore, in quotation marks: "reports/**/*.md".'),
    t('What .gca-report/ignore names, as .gitignore does, is left out of folders and patterns.'),
    ...OPTIONS.flatMap(([about, lines]) => ['', about(), ...shown(lines, WIDTH)]),
    '',
    '  --help, --version',
    '',
    t('Exit status: 0 nothing found at that level, 1 findings, 2 something could not be read or used.'),
    t('Colours are for terminals; NO_COLOR turns them off, FORCE_COLOR on.'),
    t('Builds, hooks and baselines are told of in docs/ci.md.'),
    '',
  ].join('\n');
