import { diffLines } from 'diff';
import { SAMPLES } from './texts.ts';

/** A text as a person wants to see it who looks for what is odd in it: what differs from the sample it was made of. */
export function shown(value: unknown): string {
  if (typeof value !== 'string') return JSON.stringify(value);
  if (value.length < 400) return JSON.stringify(value);
  const nearest = SAMPLES.map(sample => diffLines(sample, value)).sort((a, b) => cost(a) - cost(b))[0];
  return nearest
    .map(({ added, removed, value: part }) =>
      added || removed
        ? part
            .split(/(?<=\n)/)
            .map(line => `${added ? '+' : '-'} ${JSON.stringify(line)}`)
            .join('\n')
        : `  … ${part.length} as in the sample`,
    )
    .join('\n');
}

const cost = (parts: ReturnType<typeof diffLines>): number =>
  parts.reduce((sum, part) => sum + (part.added || part.removed ? part.value.length : 0), 0);
