import { Bench } from 'tinybench';

/** What the parts of the bench hand on, and how they measure. */

export interface Measure {
  /** What was measured: `a keystroke, 150 kB`. */
  readonly what: string;
  readonly value: number;
  /** `MB/s` is better the higher it is, all else the lower; `×` is a ratio within this run. */
  readonly unit: 'MB/s' | 'ms' | 'MB' | 'kB' | '×' | 'ns/character';
  /** What the project wants of it. */
  readonly target?: number;
}

/** A table of the page. */
export interface Section {
  readonly title: string;
  readonly measures: readonly Measure[];
}

export const SIZES = [15_000, 150_000, 1_500_000] as const;

export const sizeName = (size: number): string => (size < 1e6 ? `${size / 1000} kB` : `${size / 1e6} MB`);

export const isMet = ({ value, unit, target }: Measure): boolean =>
  target === undefined || (unit === 'MB/s' ? value >= target : value <= target);

/** The value that a share of all lie below: 0.5 for the median. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor((sorted.length - 1) * share)];
}

export const median = (values: readonly number[]): number => quantile(values, 0.5);

/**
 * Milliseconds of processor time that a run takes at best. What else the machine does costs time by the clock, and not
 * of this process: on a machine that others work on, nothing else is worth comparing.
 *
 * @param before what each run needs, not measured
 */
export async function processorTime(
  run: () => unknown,
  { before, runs = 10, time = 400 }: { before?: () => void; runs?: number; time?: number } = {},
): Promise<number> {
  const now = () => {
    const { user, system } = process.cpuUsage();
    return (user + system) / 1000;
  };
  const bench = new Bench({ now, time, iterations: runs, warmupTime: time / 2, warmupIterations: runs / 2 });
  bench.add('it', () => run(), { beforeEach: before });
  const [task] = await bench.run();
  if (!('latency' in task.result)) throw new Error(`not measured: ${task.result.state}`);
  return task.result.latency.min;
}
