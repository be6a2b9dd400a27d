import { resolve } from 'node:path';
import packageJson from '../../package.json' with { type: 'json' };
import { DATA_FOLDER } from '../analysis/project.ts';
import { speak, t } from '../messages/translate.ts';
import { fileBehind } from '../platform/disk.ts';
import { installedTranslations } from '../platform/translations.ts';
import { SEVERITIES } from '../rules/rule.ts';
import { acceptAll } from './accept.ts';
import { convert } from './convert.ts';
import type { Finder } from './find.ts';
import { fixAll } from './fix.ts';
import { help } from './help.ts';
import { type InputFile, readInput } from './input.ts';
import { languageOfCall } from './locale.ts';
import { newDraft } from './new.ts';
import { type Options, readOptions, UsageError } from './options.ts';
import { writeNamed } from './output.ts';
import { insideOf, placeOf } from './paths.ts';
import { printable } from './printable.ts';
import { render, type Telling } from './render.ts';
import { finderOf, openSession, readFolder, type Session } from './session.ts';
import { lookAt, watch } from './watch.ts';

/** Exit statuses: nothing found, findings, something could not be read or used. */
const CLEAN = 0;
const FINDINGS = 1;
const REFUSED = 2;
type Status = typeof CLEAN | typeof FINDINGS | typeof REFUSED;

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
  const session = openSession(options, process.cwd(), note);
  return options.watch ? checkOnEveryChange(session) : carryOut(session);
}

function print(text: string): Status {
  process.stdout.write(text);
  return CLEAN;
}

const note = (message: string): void => void process.stderr.write(printable(`gca-report: ${message}\n`));

async function carryOut(session: Session): Promise<Status> {
  const { options, folder, workspace, project, word } = session;
  const { finder, readiness } = await readFolder(session);
  if (readiness === 'not at all') return REFUSED;
  const { command } = options;
  if (command !== 'convert' && command !== 'new') {
    const status = await answer(command, finder, session);
    return readiness === 'ready' ? status : REFUSED;
  }
  if (readiness !== 'ready') return REFUSED;
  const done =
    command === 'convert'
      ? await convert(options, folder, workspace, project, note)
      : await newDraft(options, finder, project, word, note);
  return done ? CLEAN : REFUSED;
}

/** Reads the files, does with them what was asked for, and prints the answer. */
async function answer(command: Telling, finder: Finder, session: Session): Promise<Status> {
  const { options, folder, workspace, project, word } = session;
  let files: readonly InputFile[] = await readInput(options.files, finder, project, word);
  for (const file of files) if ('refused' in file) note(`${file.label}: ${file.refused}`);
  let refused = files.some(file => 'refused' in file);
  if (command === 'check' && (options.fix || options.fixDryRun)) {
    const outcome = await fixAll(files, project, workspace, { dryRun: options.fixDryRun, note });
    files = outcome.files;
    refused ||= outcome.refused;
  }
  if (command === 'check' && options.updateBaseline) {
    const written = await acceptAll(files, options.baseline, folder, workspace, note);
    return refused || !written ? REFUSED : CLEAN;
  }
  const place = placeOf(folder, process.env);
  const text = await render(command, files, options, { place, indicators: project.indicators });
  const { output } = options;
  const unwritten = output ? await writeNamed(output, resolve(folder, output), text) : undefined;
  if (unwritten) note(unwritten);
  else if (!output) process.stdout.write(options.format === 'stylish' ? printable(text) : text);
  if (refused || unwritten) return REFUSED;
  return command === 'check' && reaches(files, options.failOn) ? FINDINGS : CLEAN;
}

function reaches(files: readonly InputFile[], level: Options['failOn']): boolean {
  const allowed = SEVERITIES.slice(0, SEVERITIES.indexOf(level) + 1);
  return files.some(
    file => 'analysis' in file && file.analysis.findings.some(finding => allowed.includes(finding.severity)),
  );
}

/** `--watch`: checks until somebody ends it; the exit status is that of the last check. */
async function checkOnEveryChange(session: Session): Promise<Status> {
  const { options, folder, workspace, project } = session;
  const end = new AbortController();
  const stop = () => end.abort();
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, stop);
  // Nobody reads the answers any more.
  process.stdout.once('error', stop);
  const places = [
    resolve(folder, DATA_FOLDER),
    ...[options.config, options.baseline].flatMap(path => (path ? [resolve(folder, path)] : [])),
  ];
  // What is looked at depends on what it says: it is read before the look that a check is held against.
  const isConfiguration = (path: string) => places.some(place => insideOf(place, path) !== undefined);
  const output = options.output && resolve(folder, options.output);
  const written = output ? [output, await fileBehind(output)] : [];
  let status: Status = CLEAN;
  try {
    await watch({
      signal: end.signal,
      prepare: async changed => {
        // What is wrong with it the check tells.
        if (changed.length === 0 || changed.some(isConfiguration))
          await project.refresh().catch(() => undefined);
      },
      look: async () => {
        const { finder } = await finderOf(session);
        const look = new Map(await lookAt(options.files, [...places, ...project.archivePlaces], finder));
        // What is written here is no change.
        for (const path of written) look.delete(path);
        return look;
      },
      check: async changed => {
        if (changed.length > 0)
          note(t('{files}: changed.', { files: changed.map(path => workspace.label(path)).join(', ') }));
        status = await carryOut(session).catch(error => {
          note(error instanceof Error ? error.message : String(error));
          return REFUSED;
        });
        note(t('watching; Ctrl+C ends it.'));
      },
    });
  } finally {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.off(signal, stop);
    process.stdout.off('error', stop);
  }
  return status;
}
