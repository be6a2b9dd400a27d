import { mkdir } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import packageJson from '../../package.json' with { type: 'json' };
import { Project } from '../analysis/project.ts';
import { Catalogue } from '../catalogue/catalogue.ts';
import { INSTRUMENTS } from '../catalogue/instruments.ts';
import type { IndicatorSet } from '../figures/indicators.ts';
import { speak, t } from '../messages/translate.ts';
import { installedAssets } from '../platform/assets.ts';
import { diskWorkspace, writeAtomically } from '../platform/disk.ts';
import { installedTranslations } from '../platform/translations.ts';
import { installedWord } from '../platform/word.ts';
import { SEVERITIES } from '../rules/rule.ts';
import { BASELINE_FILE, type BaselineEntry, baselineText, entryFor } from '../rules/suppression/baseline.ts';
import { wordReader } from '../word/reader.ts';
import { REFUSALS } from '../workspace/load.ts';
import { convert } from './convert.ts';
import { fixAll } from './fix.ts';
import { githubAnnotations } from './github.ts';
import { help } from './help.ts';
import { type InputFile, readInput } from './input.ts';
import { checkJson, citationsJson, citationsOf, outlineJson } from './json.ts';
import { figuresJson, figuresOfFiles } from './json-figures.ts';
import { languageOfCall } from './locale.ts';
import { newDraft } from './new.ts';
import { type Command, type Options, readOptions, UsageError } from './options.ts';
import { printable } from './printable.ts';
import { sarif } from './sarif.ts';
import { palette, stylishCheck, stylishOutline } from './stylish.ts';
import { type CitationRow, citationsCsv, figuresCsv, stylishCitations, stylishFigures } from './tables.ts';

/** Exit statuses: nothing found, findings, something could not be read or used. */
const CLEAN = 0;
const FINDINGS = 1;
const REFUSED = 2;

/**
 * Carries out a call of the command line; the result is the exit status.
 *
 * @param translations gives those of a language
 */
export async function run(argv: readonly string[], translations = installedTranslations): Promise<number> {
  try {
    const language = languageOfCall(argv, process.env);
    speak(await translations(language), language);
  } catch {
    // Translations that cannot be read are no reason not to check: English is always there.
    speak({});
  }
  let options: Options | 'help' | 'version';
  try {
    options = readOptions(argv);
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    process.stderr.write(`gca-report: ${error.message}\n${t('Try gca-report --help.')}\n`);
    return REFUSED;
  }
  if (options === 'help') return print(help());
  if (options === 'version') return print(`${packageJson.version}\n`);
  return carryOut(options);
}

/** What a call names lies where it lies; what a configuration names lies inside the folder. */
function namedIn(options: Options, folder: string): string[] {
  const { files, archive, config, baseline, from, template } = options;
  const names = [...files, ...archive, config, baseline, from, template];
  return names.flatMap(name => (name === undefined || name === '-' ? [] : resolve(folder, name)));
}

function print(text: string): number {
  process.stdout.write(text);
  return CLEAN;
}

async function carryOut(options: Options): Promise<number> {
  const folder = process.cwd();
  const workspace = diskWorkspace(folder, namedIn(options, folder));
  const word = wordReader(installedWord);
  const project = new Project(
    workspace,
    folder,
    {
      mode: options.mode,
      // For a new report they say what it shall be, and nothing of the last one.
      profile: options.command === 'new' ? undefined : options.profile,
      year: options.command === 'new' ? undefined : options.year,
      // Reports named on the command line are the archive; a folder `archive` is not guessed at.
      archive: options.archive.length > 0 ? options.archive : undefined,
      config: options.config ? resolve(folder, options.config) : undefined,
      baseline: options.updateBaseline ? null : options.baseline && resolve(folder, options.baseline),
    },
    {
      catalogue: new Catalogue(installedAssets(dataFolder()), problem => note(problem.message)),
      instruments: INSTRUMENTS,
      word,
    },
    fault =>
      note(
        t('the rule {rule} failed on a text and was passed over: {error}', {
          rule: fault.rule,
          error: String(fault.error),
        }),
      ),
  );
  await project.refresh();
  if (options.profile && !project.knownProfiles.some(profile => profile.id === options.profile)) {
    note(
      t('There is no profile “{profile}”. Known are {ids}.', {
        profile: options.profile,
        ids: project.knownProfiles.map(profile => profile.id).join(', '),
      }),
    );
    return REFUSED;
  }
  let refused = false;
  for (const problem of project.problems) {
    note(`${workspace.label(problem.location)}: ${problem.message}`);
    // What the workspace says is not what was checked: that is no clean run.
    refused = true;
  }
  for (const problem of project.archiveProblems) note(`${problem.label}: ${problem.message}`);
  for (const place of options.archive) {
    if ((await workspace.list(resolve(folder, place))).length > 0) continue;
    note(t('{place}: there is nothing at this place of the archive.', { place }));
    refused = true;
  }

  const { command } = options;
  if (command === 'convert') {
    if (refused) return REFUSED;
    return (await convert(options, folder, workspace, project, note)) ? CLEAN : REFUSED;
  }
  if (command === 'new') {
    if (refused) return REFUSED;
    return (await newDraft(options, folder, workspace, project, word, note)) ? CLEAN : REFUSED;
  }
  let files = await readInput(options.files, folder, workspace, project, options.stdinName, word);
  for (const file of files) if ('refused' in file) note(`${file.label}: ${file.refused}`);
  refused ||= files.some(file => 'refused' in file);

  if (options.command === 'check' && (options.fix || options.fixDryRun)) {
    const outcome = await fixAll(files, project, workspace, { dryRun: options.fixDryRun, note });
    files = [...outcome.files];
    refused ||= outcome.refused;
  }
  if (options.command === 'check' && options.updateBaseline) {
    const path = resolve(folder, options.baseline ?? BASELINE_FILE);
    const barred = await workspace.barrier(path);
    if (barred) {
      const reason = REFUSALS[barred]();
      note(`${workspace.label(path)}: ${t('the baseline was not written. {reason}', { reason })}`);
      return REFUSED;
    }
    await mkdir(dirname(path), { recursive: true });
    await writeAtomically(path, baselineText(acceptedIn(files)));
    note(
      t('{file}: {count} findings accepted.', {
        file: workspace.label(path),
        count: acceptedIn(files).length,
      }),
    );
    return refused ? REFUSED : CLEAN;
  }
  await emit(render(command, files, options, project.indicators), options);
  if (refused) return REFUSED;
  return options.command === 'check' && reaches(files, options.failOn) ? FINDINGS : CLEAN;
}

/** Beside the built program; run from its source, the project's own data. */
const dataFolder = (): string =>
  import.meta.dirname === undefined ? __dirname : join(import.meta.dirname, '../../data');

/** Every finding of the files, as a baseline keeps it. */
const acceptedIn = (files: readonly InputFile[]): BaselineEntry[] =>
  files.flatMap(file =>
    'refused' in file
      ? []
      : file.analysis.findings.map(finding => entryFor(finding, file.label, file.analysis.report)),
  );

const note = (message: string): void => void process.stderr.write(printable(`gca-report: ${message}\n`));

function render(
  command: Exclude<Command, 'convert' | 'new'>,
  files: readonly InputFile[],
  options: Options,
  indicators: IndicatorSet,
): string {
  const json = (value: unknown) => `${JSON.stringify(value)}\n`;
  const colours = palette(
    options.output === undefined && process.stdout.isTTY === true && !process.env.NO_COLOR,
  );
  switch (command) {
    case 'check':
      if (options.format === 'json') return json(checkJson(files));
      if (options.format === 'sarif') return json(sarif(files));
      return options.format === 'github' ? githubAnnotations(files) : stylishCheck(files, colours);
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

async function emit(text: string, options: Options): Promise<void> {
  if (options.output) await writeAtomically(resolve(options.output), text);
  else process.stdout.write(options.format === 'stylish' ? printable(text) : text);
}

function reaches(files: readonly InputFile[], level: Options['failOn']): boolean {
  const allowed = SEVERITIES.slice(0, SEVERITIES.indexOf(level) + 1);
  return files.some(
    file => 'analysis' in file && file.analysis.findings.some(finding => allowed.includes(finding.severity)),
  );
}
