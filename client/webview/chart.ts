import type { FigureSeries } from '../../server/lsp/protocol.ts';
import { drawn } from './dom.ts';

const WIDTH = 420;
const HEIGHT = 130;
const MARGIN = { left: 44, right: 16, top: 26, bottom: 24 };

/** A line chart; the values stand beside the points, so that nothing rests on the line alone. */
export function chart(series: FigureSeries): Element {
  const { points } = series;
  const values = points.map(point => point.value);
  const low = Math.min(0, ...values);
  const high = Math.max(1, ...values);
  const x = (i: number) =>
    MARGIN.left + (points.length < 2 ? 0.5 : i / (points.length - 1)) * (WIDTH - MARGIN.left - MARGIN.right);
  const y = (value: number) =>
    HEIGHT - MARGIN.bottom - ((value - low) / (high - low)) * (HEIGHT - MARGIN.top - MARGIN.bottom);
  const label = (text: string, at: { x: number; y: number }, anchor: string): SVGElement => {
    const made = drawn('text', { x: at.x, y: at.y, 'text-anchor': anchor });
    made.textContent = text;
    return made;
  };
  const line = drawn('polyline', {
    class: 'line',
    points: points.map((point, i) => `${x(i)},${y(point.value)}`).join(' '),
  });
  const dots = points.flatMap((point, i) => [
    drawn('circle', { class: 'dot', cx: x(i), cy: y(point.value), r: 3.5 }),
    label(point.shown, { x: x(i), y: y(point.value) - 7 }, 'middle'),
    label(String(point.year ?? '–'), { x: x(i), y: HEIGHT - 6 }, 'middle'),
  ]);
  const axis = drawn('line', {
    class: 'axis',
    x1: MARGIN.left,
    x2: WIDTH - MARGIN.right,
    y1: y(low),
    y2: y(low),
  });
  return drawn(
    'svg',
    { viewBox: `0 0 ${WIDTH} ${HEIGHT}`, role: 'img', 'aria-label': `${series.label}: ${series.history}` },
    axis,
    line,
    ...dots,
  );
}
