import type { Measure, Section } from './measures.ts';

/** The figures beside those of others as bars, on a logarithmic scale: docs/images/performance.svg. */

const WIDTH = 760;
const LABEL = 330;
const BAR = 18;
const ROW = 26;
const BARS = WIDTH - LABEL - 90;

const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');

/** A bar a measure; the shortest stands for the least of all, ten times as much is a step further. */
function chart(title: string, measures: readonly Measure[], top: number): { svg: string; bottom: number } {
  const least = Math.min(...measures.map(({ value }) => value)) / 2;
  const most = Math.max(...measures.map(({ value }) => value));
  const length = (value: number) => (Math.log(value / least) / Math.log(most / least)) * BARS;
  const rows = measures.map(({ what, value, unit }, i) => {
    const y = top + 34 + i * ROW;
    const width = length(value).toFixed(1);
    const kind = what.includes('GCA Report') ? 'ours' : what.startsWith('the floor') ? 'floor' : 'other';
    return [
      `<text x="${LABEL - 10}" y="${y + 13}" text-anchor="end">${escaped(what)}</text>`,
      `<rect class="${kind}" x="${LABEL}" y="${y}" width="${width}" height="${BAR}" rx="2"/>`,
      `<text x="${LABEL + Number(width) + 8}" y="${y + 13}">${value < 10 ? value.toFixed(2) : value.toFixed(0)} ${unit}</text>`,
    ].join('');
  });
  const head = `<text class="title" x="20" y="${top + 18}">${escaped(title)}</text>`;
  return { svg: [head, ...rows].join('\n'), bottom: top + 34 + measures.length * ROW };
}

/** Throws where the part with the others was not measured. */
export function picture(sections: readonly Section[]): string {
  const beside = (words: string): readonly Measure[] => {
    const section = sections.find(({ title }) => title.includes(words));
    if (!section) throw new Error(`Nothing was measured “${words}”.`);
    return section.measures.filter(({ unit }) => unit !== '×');
  };
  const checking = chart('Checking 150 kB: more is better', beside('beside others'), 10);
  const typing = chart(
    'A typed character to new diagnostics: less is better',
    beside('beside a checker written in Rust'),
    checking.bottom + 24,
  );
  const height = typing.bottom + 16;
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${height}" role="img" aria-label="GCA Report beside other checkers, as bars on a logarithmic scale">
<style>
text { font: 13px system-ui, sans-serif; fill: #1f2328; }
.title { font-weight: 600; }
.page { fill: #ffffff; }
.ours { fill: #0969da; }
.other { fill: #8c959f; }
.floor { fill: #c9d1d9; }
@media (prefers-color-scheme: dark) {
text { fill: #e6edf3; }
.page { fill: #0d1117; }
.ours { fill: #4493f8; }
.other { fill: #6e7681; }
.floor { fill: #3d444d; }
}
</style>
<rect class="page" width="${WIDTH}" height="${height}"/>
${checking.svg}
${typing.svg}
</svg>
`;
}
