import { readdirSync, readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { ROOT } from '../../../scripts/root.ts';
import { type Analysis, Project } from '../../../server/analysis/project.ts';
import { Catalogue } from '../../../server/catalogue/catalogue.ts';
import { INSTRUMENTS } from '../../../server/catalogue/instruments.ts';
import { builtinProfiles } from '../../../server/profiles/builtin.ts';
import { pageOf } from '../../../server/rules/index.ts';
import { groupOf, MODES, type Mode, type Rule } from '../../../server/rules/rule.ts';
import { memoryWorkspace } from '../../../server/workspace/workspace.ts';
import { parse } from './reports.ts';

/** The sections of a rule's page, in their order. */
export const PAGE_SECTIONS = ['What', 'Why', 'Source', 'Bad', 'Good', 'Settings', 'Fixes', 'How to silence'];

/**
 * A fenced block of a page. Its info string is `bad`, `good` or `archive`, with options behind it:
 *
 * - `year=2019` the Council year of the frame into which a single paragraph is put, or of the earlier report
 * - `mode=submission`, `profile=thematic` as on the command line
 * - `file=2022.md` the name of the file
 * - `whole` the text is taken as it is, even where it is no report
 *
 * `archive` is an earlier report that every example of the page is held against.
 */
export interface Example {
  readonly kind: 'bad' | 'good' | 'archive';
  readonly text: string;
  readonly options: ReadonlyMap<string, string>;
}

export interface Page {
  readonly file: string;
  readonly text: string;
  /** The words of the first heading. */
  readonly title: string;
  /** The text of each `##` section, by its title. */
  readonly sections: ReadonlyMap<string, string>;
  readonly examples: readonly Example[];
}

const FOLDER = join(ROOT, 'docs', 'rules');

/** The names of the pages that are there. */
export const pageFiles = (): string[] =>
  readdirSync(FOLDER)
    .filter(name => name.endsWith('.md') && name !== 'README.md')
    .sort();

/** The page of a rule; throws where it is missing. */
export function readPage(id: string): Page {
  const file = pageOf(id);
  const text = readFileSync(join(ROOT, file), 'utf8');
  const sections = new Map<string, string>();
  const examples: Example[] = [];
  let title = '';
  let section = '';
  let fence = '';
  let example: { info: string; lines: string[] } | undefined;
  for (const line of text.split(/\r?\n/)) {
    const marks = /^(`{3,}|~{3,})(.*)$/.exec(line);
    if (example) {
      if (marks && marks[1] === fence && marks[2].trim() === '') {
        examples.push(...exampleOf(example.info, example.lines));
        example = undefined;
      } else example.lines.push(line);
    } else if (marks) {
      fence = marks[1];
      example = { info: marks[2].trim(), lines: [] };
    } else if (line.startsWith('# ')) title ||= line.slice(2).trim();
    else if (line.startsWith('## ')) {
      section = line.slice(3).trim();
      sections.set(section, '');
      continue;
    }
    if (section) sections.set(section, `${sections.get(section)}${line}\n`);
  }
  return { file, text, title, sections, examples };
}

function exampleOf(info: string, lines: readonly string[]): Example[] {
  const [kind, ...options] = info.split(/\s+/);
  if (kind !== 'bad' && kind !== 'good' && kind !== 'archive') return [];
  const pairs = options.map(option => {
    const [key, value = ''] = option.split('=');
    return [key, value] as const;
  });
  return [{ kind, text: `${lines.join('\n')}\n`, options: new Map(pairs) }];
}

const DEFAULT_YEAR = 2025;

/** A sound report of a year, in the year's profile, with these paragraphs in the section where they belong. */
export function frame(text: string, year = DEFAULT_YEAR): string {
  const profile = builtinProfiles.find(
    ({ years }) => years && (years.from ?? 0) <= year && year <= (years.to ?? 9999),
  );
  if (!profile) throw new Error(`no profile for ${year}`);
  // A paragraph that has a number belongs into the section of that number.
  const numbered = /^(\d{1,2})\.\d{1,2}\s/m.exec(text)?.[1];
  const home =
    profile.sections.find(section => section.number === numbered) ??
    profile.sections.find(section => section.role === 'technical');
  const blocks = [
    'Agenda item: PL 1',
    `Document C${String(year).slice(2)}/18-E`,
    `10 March ${year}`,
    'Original: English',
    'Report by the Secretary-General',
    '# Activities on confidence and security',
  ];
  for (const head of profile.heads) if (head.required) blocks.push(`## ${head.title}`, 'This is told below.');
  blocks.push('____________');
  for (const section of profile.sections) {
    if (section.number) blocks.push(`## ${section.number}. ${section.title}`);
    const number = section.number ? `${section.number}.1 ` : '';
    if (section === home) blocks.push(withNumbers(text.trimEnd(), section.number ?? ''));
    else blocks.push(`${number}The work of the period went on as it was planned.`);
  }
  return `${[...blocks, '____________'].join('\n\n')}\n`;
}

/** Paragraphs that have no number get one; what is a list, a comment or a footnote is left alone. */
function withNumbers(text: string, section: string): string {
  if (/^\d{1,2}\.\d{1,2}\s/m.test(text)) return text;
  let count = 0;
  return text
    .split(/\n{2,}/)
    .map(block =>
      /^(?:[a-z\d]{1,3}[.)]\s|\(|[-*·•–]\s|<!--[\s\S]*-->\s*$|\[\^|#|\||_{3})/.test(block)
        ? block
        : `${section}.${++count} ${block}`,
    )
    .join('\n\n');
}

const catalogue = new Catalogue({ read: name => readFile(join(ROOT, 'data', name), 'utf8') }, problem => {
  throw new Error(problem.message);
});

/** What a check says of an example: framed where it is no report by itself, and with the rule at hand turned on. */
export async function checkExample(
  rule: Rule,
  page: Page,
  example: Example,
  text = wholeText(example),
): Promise<Analysis> {
  const mode = (example.options.get('mode') ?? 'review') as Mode;
  if (!MODES.includes(mode)) throw new Error(`${page.file}: there is no mode ${mode}`);
  const off = (typeof rule.severity === 'string' ? rule.severity : rule.severity[mode]) === 'off';
  const files = new Map([
    ['.gca-report/config.json', JSON.stringify({ rules: off ? { [rule.id]: 'warning' } : {} })],
  ]);
  for (const earlier of page.examples) {
    if (earlier.kind !== 'archive') continue;
    const year = Number(earlier.options.get('year') ?? DEFAULT_YEAR - 1);
    files.set(`archive/${earlier.options.get('file') ?? `${year}.md`}`, wholeText(earlier, year));
  }
  const settings = { mode, profile: example.options.get('profile') };
  const facts = { catalogue, instruments: INSTRUMENTS };
  const project = new Project(memoryWorkspace(files), '', settings, facts, fault => {
    throw new Error(`${fault.rule} failed on an example of ${page.file}`, { cause: fault.error });
  });
  await project.refresh();
  const analysis = project.analyse(example.options.get('file') ?? 'report.gca.md', text);
  await project.prepare(analysis);
  return analysis;
}

function wholeText(example: Example, year = Number(example.options.get('year') ?? DEFAULT_YEAR)): string {
  if (example.options.has('whole') || parse(example.text).recognised) return example.text;
  return frame(example.text, year);
}

/** The findings of the rule's own group on an example. */
export async function ownFindings(rule: Rule, page: Page, example: Example, text?: string) {
  const { findings } = await checkExample(rule, page, example, text);
  return findings.filter(finding => groupOf(finding.rule) === groupOf(rule.id));
}
