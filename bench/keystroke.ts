import { generateReport } from './generate.ts';
import { type Measure, median, quantile, type Section, SIZES, sizeName } from './measures.ts';
import { ServerProcess } from './stdio.ts';
import { Workplace, YEAR } from './workplace.ts';

const ARCHIVES = [0, 10, 100];
const KEYSTROKES = 200;
/** The first keystrokes compile the server; a person types thousands. */
const WARM_UP = 80;

/** What a keystroke may take by the size of the draft, in milliseconds. */
const TARGETS: ReadonlyMap<number, number> = new Map([
  [15_000, 3],
  [150_000, 6],
  [1_500_000, 25],
]);

/** One typed character to new diagnostics, all rules on, through the real server over its standard streams. */
async function typing(size: number, reports: number): Promise<number[]> {
  const workplace = new Workplace(reports);
  const server = await ServerProcess.start(workplace.url);
  const uri = `${workplace.url}/draft-${size}.gca.md`;
  const text = generateReport(size, size, YEAR);
  await server.open(uri, text);
  const lines = text.split('\n');
  const line = lines.findIndex((words, i) => i > lines.length / 2 && /^\d\.\d/.test(words));
  const times: number[] = [];
  for (let i = 0; i < KEYSTROKES; i++)
    times.push(await server.keystroke(uri, i + 2, line, 20 + i, 'ab cd'[i % 5]));
  await server.stop();
  workplace.remove();
  return times.slice(WARM_UP);
}

export async function keystrokes(): Promise<Section[]> {
  const measures: Measure[] = [];
  for (const size of SIZES) {
    for (const reports of ARCHIVES) {
      const times = await typing(size, reports);
      const what = `${sizeName(size)}, ${reports || 'no'} earlier reports`;
      measures.push({ what, value: median(times), unit: 'ms', target: TARGETS.get(size) });
      if (reports === 0)
        measures.push({ what: `${what}, 19 of 20`, value: quantile(times, 0.95), unit: 'ms' });
    }
  }
  return [{ title: 'A keystroke to new diagnostics', measures }];
}
