import { type Analysis, newDocumentMemory, Project } from '../server/analysis/project.ts';
import { Catalogue } from '../server/catalogue/catalogue.ts';
import { INSTRUMENTS } from '../server/catalogue/instruments.ts';
import { findCitations } from '../server/citations/citations.ts';
import { installedAssets } from '../server/platform/assets.ts';
import { builtinProfiles } from '../server/profiles/builtin.ts';
import { readBlock } from '../server/reading/read.ts';
import { scannedProse, scannedUnquoted, scannedView, sentencesOf } from '../server/reading/shared.ts';
import { parseReport } from '../server/report/parse.ts';
import { vocabularyOf } from '../server/report/vocabulary.ts';
import { rules } from '../server/rules/index.ts';
import type { Rule } from '../server/rules/rule.ts';
import { memoryWorkspace } from '../server/workspace/workspace.ts';
import { scanLines } from './floor.ts';
import { generateReport } from './generate.ts';
import { type Measure, processorTime, type Section, SIZES, sizeName } from './measures.ts';

const vocabulary = vocabularyOf(builtinProfiles);

/** A project with the whole catalogue and no archive. */
export const newProject = (): Project =>
  new Project(
    memoryWorkspace(new Map()),
    '',
    {},
    {
      catalogue: new Catalogue(installedAssets('data')),
      instruments: INSTRUMENTS,
    },
  );

let seed = 100;
/** A report that this process has never met. */
export const neverSeen = (size: number): string => generateReport(size, seed++);

/** Few runs are enough for a long text. */
export const runsFor = (size: number): number => (size > 1e6 ? 4 : 12);

/** Milliseconds of a check of a text that the process has never met. */
export function freshCheck(project: Project, size: number): Promise<number> {
  let text = '';
  const before = () => {
    text = neverSeen(size);
  };
  return processorTime(() => project.analyse('bench.gca.md', text).findings, { before, runs: runsFor(size) });
}

/** What is done of a check, and so what is measured of it: reading the text, or that and asking the rules. */
type Part = (analysis: Analysis) => unknown;
const whole: Part = analysis => analysis.findings;
const readAlone: Part = analysis => analysis;

/** Milliseconds of the next check of a text that has had a word typed into it. */
export function checkAfterChange(project: Project, size: number, part = whole): Promise<number> {
  const text = neverSeen(size);
  const memory = newDocumentMemory();
  const at = text.indexOf('. ', text.length >> 1);
  let typed = '';
  let version = text;
  const before = () => {
    typed = typed.length > 20 ? '' : `${typed}x`;
    version = `${text.slice(0, at)}${typed}${text.slice(at)}`;
  };
  const check = () => part(project.analyse('bench.gca.md', version, memory));
  return processorTime(check, { before, runs: 4 * runsFor(size) });
}

/** What a keystroke costs without the protocol: reading what changed, and asking the rules. */
async function keystrokeInside(project: Project, size: number): Promise<Measure[]> {
  const reading = await checkAfterChange(project, size, readAlone);
  const all = await checkAfterChange(project, size);
  return [
    { what: `${sizeName(size)}, the outline and the paragraph that changed`, value: reading, unit: 'ms' },
    { what: `${sizeName(size)}, the rules`, value: all - reading, unit: 'ms' },
  ];
}

async function checks(project: Project, size: number): Promise<Measure[]> {
  const text = neverSeen(size);
  const floor = await processorTime(() => scanLines(text));
  return [
    { what: 'never seen before', ms: await freshCheck(project, size), target: 20 },
    { what: 'again after a change', ms: await checkAfterChange(project, size), target: 20 },
    { what: 'the floor: four patterns, line by line', ms: floor },
  ].map(({ what, ms, target }) => ({
    what: `${sizeName(size)}, ${what}`,
    value: size / 1000 / ms,
    unit: 'MB/s',
    target,
  }));
}

/** What each step of a check costs, in nanoseconds a character; rules in the order of the list. */
export interface Costs {
  readonly steps: ReadonlyMap<string, number>;
  readonly rules: ReadonlyMap<string, number>;
}

/** So many characters in all for each size: what is rare in a short text is met as often there as in a long one. */
const TOLD_APART = 6_000_000;
const WARM_UP = 3;

/** Every step and every rule alone, on texts never met: the mean of all. */
export async function costsAt(size: number): Promise<Costs> {
  const project = newProject();
  const steps = new Map<string, number>();
  const ruled = new Map<string, number>();
  const runs = Math.max(8, Math.ceil(TOLD_APART / size));
  let warm = false;
  const add = (of: Map<string, number>, name: string, characters: number, run: () => void) => {
    const before = process.cpuUsage();
    run();
    const { user, system } = process.cpuUsage(before);
    if (warm) of.set(name, (of.get(name) ?? 0) + ((user + system) * 1000) / characters / runs);
  };
  for (let i = -WARM_UP; i < runs; i++) {
    warm = i >= 0;
    const text = neverSeen(size);
    const n = text.length;
    add(steps, 'outline', n, () => void parseReport(text, vocabulary));
    const { blocks } = parseReport(text, vocabulary);
    const parts = blocks.map(({ kind, span }) => ({ kind, text: text.slice(span.start, span.end) }));
    add(steps, 'identifiers', n, () => parts.forEach(part => void findCitations(part.text)));
    add(steps, 'reading the blocks, identifiers and figures among it', n, () =>
      parts.forEach(part => void readBlock(part.kind, part.text)),
    );
    const analysis = project.analyse('bench.gca.md', text);
    if (i === -WARM_UP) await project.prepare(analysis);
    add(steps, 'where patterns can match', n, () => scan(analysis));
    for (const rule of rules) add(ruled, rule.id, n, () => ask(rule, analysis));
  }
  return { steps, rules: ruled };
}

/** What the rules share is found beforehand: it is no rule's cost. */
function scan({ reading }: Analysis): void {
  for (const block of reading.blocks) {
    for (const shared of [scannedView, scannedProse, scannedUnquoted, sentencesOf]) shared(block.remembered);
  }
}

function ask(rule: Rule, { reading, context }: Analysis): void {
  for (const { remembered } of reading.blocks) {
    rule.block?.(remembered, () => {});
    rule.judge?.(remembered, context.facts, () => {});
  }
  rule.report?.(context, () => {});
}

/** How much dearer a character gets from the smallest to the largest text; what costs next to nothing is left out. */
export function growth(small: Costs, large: Costs): readonly (readonly [rule: string, ratio: number])[] {
  return [...large.rules]
    .filter(([, cost]) => cost > NEXT_TO_NOTHING)
    .map(([rule, cost]) => [rule, cost / (small.rules.get(rule) ?? cost)] as const)
    .sort(([, a], [, b]) => b - a);
}

/** Nanoseconds a character. The clock of the processor's time does not tell less apart on a short text. */
const NEXT_TO_NOTHING = 0.5;

export async function speed(): Promise<Section[]> {
  const project = newProject();
  const checked: Measure[] = [];
  const inside: Measure[] = [];
  for (const size of SIZES) {
    checked.push(...(await checks(project, size)));
    inside.push(...(await keystrokeInside(project, size)));
  }
  const [small, middle, large] = [await costsAt(SIZES[0]), await costsAt(SIZES[1]), await costsAt(SIZES[2])];
  const grown = growth(small, large);
  const dearest = [...middle.rules].sort(([, a], [, b]) => b - a);
  const cost = (what: string, value: number): Measure => ({ what, value, unit: 'ns/character' });
  return [
    { title: 'All rules on', measures: checked },
    {
      title: 'From 15 kB to 1.5 MB, a character costs more',
      measures: grown.slice(0, 5).map(([what, value]) => ({ what, value, unit: '×', target: 1.5 })),
    },
    {
      title: 'Where the time goes, 150 kB never seen',
      measures: [
        ...[...middle.steps].map(([what, value]) => cost(what, value)),
        cost(
          'all rules together',
          dearest.reduce((sum, [, value]) => sum + value, 0),
        ),
        ...dearest.slice(0, 12).map(([what, value]) => cost(what, value)),
      ],
    },
    { title: 'Where a keystroke goes, without the protocol', measures: inside },
  ];
}
