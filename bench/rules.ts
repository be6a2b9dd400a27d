import { newDocumentMemory, Project } from '../server/analysis/project.ts';
import { Catalogue } from '../server/catalogue/catalogue.ts';
import { INSTRUMENTS } from '../server/catalogue/instruments.ts';
import { installedAssets } from '../server/platform/assets.ts';
import { builtinProfiles } from '../server/profiles/builtin.ts';
import { readBlock } from '../server/reading/read.ts';
import { parseReport } from '../server/report/parse.ts';
import { vocabularyOf } from '../server/report/vocabulary.ts';
import { rules } from '../server/rules/index.ts';
import { memoryWorkspace } from '../server/workspace/workspace.ts';
import { generateReport } from './generate.ts';
import { median } from './stdio.ts';

const SIZES = [150_000, 1_500_000];
const RUNS = 5;

/** The middle of a few runs, in milliseconds. */
function timed(run: () => void): number {
  const times: number[] = [];
  for (let i = 0; i < RUNS; i++) {
    const started = performance.now();
    run();
    times.push(performance.now() - started);
  }
  return median(times);
}

const row = (name: string, megabytes: number, ms: number): void =>
  console.log(
    `  ${name.padEnd(34)} ${ms.toFixed(2).padStart(9)} ms ${((megabytes / ms) * 1000).toFixed(1).padStart(8)} MB/s`,
  );

/** Each step of a check and each rule alone, then all of them together: cold, and after one changed paragraph. */
export async function ruleCosts(): Promise<void> {
  const facts = { catalogue: new Catalogue(installedAssets('data')), instruments: INSTRUMENTS };
  const vocabulary = vocabularyOf(builtinProfiles);
  for (const size of SIZES) {
    const text = generateReport(size, 7);
    const megabytes = text.length / 1e6;
    console.log(`A report of ${(text.length / 1000).toFixed(0)} kB:`);
    row(
      'parse',
      megabytes,
      timed(() => void parseReport(text, vocabulary)),
    );
    const report = parseReport(text, vocabulary);
    const blocks = report.blocks.map(({ kind, span }) => ({ kind, text: text.slice(span.start, span.end) }));
    row(
      'read every block',
      megabytes,
      timed(() => blocks.forEach(block => void readBlock(block.kind, block.text))),
    );
    const project = new Project(memoryWorkspace(new Map()), '', {}, facts);
    const analysis = project.analyse('bench.gca.md', text);
    await project.prepare(analysis);
    const costs = rules.map(rule => ({
      rule,
      // Blocks are read anew for every run, so that nothing is remembered of them.
      ms: timed(() => {
        if (rule.block)
          for (const block of analysis.reading.blocks) rule.block({ ...block.remembered }, () => {});
        rule.report?.(analysis.context, () => {});
      }),
    }));
    for (const { rule, ms } of costs.sort((a, b) => b.ms - a.ms).slice(0, 14)) row(rule.id, megabytes, ms);
    row(
      'everything, cold',
      megabytes,
      timed(() => void project.analyse('bench.gca.md', text).findings),
    );
    const memory = newDocumentMemory();
    void project.analyse('bench.gca.md', text, memory).findings;
    let edit = 0;
    row(
      'everything, one paragraph changed',
      megabytes,
      timed(() => {
        const at = text.indexOf('. ', text.length >> 1);
        void project.analyse(
          'bench.gca.md',
          `${text.slice(0, at)}${'x'.repeat(++edit)}${text.slice(at)}`,
          memory,
        ).findings;
      }),
    );
  }
}

if (import.meta.filename === process.argv[1]) await ruleCosts();
