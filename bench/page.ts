import { cpus, totalmem } from 'node:os';
import { isMet, type Measure, type Section } from './measures.ts';

/** The figures as tables: for the terminal, and for docs/performance.md. */

const BEGIN = '<!-- measured: begin -->';
const END = '<!-- measured: end -->';

/** Three digits that count, and no more than the clock can tell. */
function figure({ value, unit }: Measure): string {
  const digits = value >= 100 || unit === 'kB' ? 0 : value >= 10 ? 1 : 2;
  return `${value.toFixed(digits)} ${unit}`;
}

function target(measure: Measure): string {
  if (measure.target === undefined) return '';
  const bound = measure.unit === 'MB/s' ? 'at least' : 'at most';
  return `${bound} ${Number(measure.target.toFixed(1))} ${measure.unit}`;
}

const verdict = (measure: Measure): string =>
  measure.target === undefined ? '' : isMet(measure) ? 'met' : '**missed**';

/** A section for the terminal. */
export function printed({ title, measures }: Section): string {
  const width = Math.max(...measures.map(({ what }) => what.length));
  const lines = measures.map(one =>
    `  ${one.what.padEnd(width)}  ${figure(one).padStart(16)}  ${target(one)} ${verdict(one).replaceAll('*', '')}`.trimEnd(),
  );
  return `\n${title}\n${lines.join('\n')}`;
}

function table({ title, measures }: Section): string {
  const hasTargets = measures.some(one => one.target !== undefined);
  const head = hasTargets ? '| | measured | wanted | |\n|---|--:|--:|---|' : '| | measured |\n|---|--:|';
  const rows = measures.map(one =>
    hasTargets
      ? `| ${one.what} | ${figure(one)} | ${target(one)} | ${verdict(one)} |`
      : `| ${one.what} | ${figure(one)} |`,
  );
  return `### ${title}\n\n${head}\n${rows.join('\n')}\n`;
}

/** The page with the tables of this run in place of those it had. Throws where it has lost its marks. */
export function within(page: string, sections: readonly Section[]): string {
  const [begin, end] = [page.indexOf(BEGIN), page.indexOf(END)];
  if (begin < 0 || end < begin) throw new Error(`docs/performance.md has lost ${BEGIN} or ${END}.`);
  const [processor] = cpus();
  const machine = `${cpus().length} × ${processor.model.trim()}, ${Math.round(totalmem() / 2 ** 30)} GiB, ${process.platform}, Node ${process.versions.node}`;
  const day = new Date().toISOString().slice(0, 10);
  const measured = `Measured on ${day}: ${machine}.\n\n${sections.map(table).join('\n')}`;
  return `${page.slice(0, begin)}${BEGIN}\n${measured}\n${page.slice(end)}`;
}
