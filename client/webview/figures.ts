import type { FigurePoint, FigureSeries } from '../../server/lsp/protocol.ts';
import type { FigureWords, FromView, ToView } from '../figures/messages.ts';

/** The inside of the Figures view: a table of every series, its line chart, and the way to each place. */

declare function acquireVsCodeApi(): {
  postMessage(message: FromView): void;
  setState(state: unknown): void;
  getState(): unknown;
};

const host = acquireVsCodeApi();

interface State {
  readonly role: string;
  readonly open: string | null;
}

let state: State = { role: '', open: null, ...(host.getState() as Partial<State> | undefined) };
let shown: Extract<ToView, { kind: 'figures' }> | undefined;

const keep = (change: Partial<State>): void => {
  state = { ...state, ...change };
  host.setState(state);
  draw();
};

type Attributes = Readonly<Record<string, string | number | boolean | undefined>>;

/** An element with attributes and children; text is always text. */
function element(name: string, attributes: Attributes = {}, ...children: (Node | string)[]): HTMLElement {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes))
    if (value !== undefined && value !== false) made.setAttribute(key, String(value));
  made.append(...children);
  return made;
}

const SVG = 'http://www.w3.org/2000/svg';

function drawn(name: string, attributes: Attributes, ...children: Node[]): SVGElement {
  const made = document.createElementNS(SVG, name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, String(value));
  made.append(...children);
  return made;
}

function draw(): void {
  const main = document.querySelector('main');
  if (!main || !shown) return;
  const focused = document.activeElement?.id;
  if (shown.problem) {
    main.replaceChildren(element('p', { class: 'empty' }, shown.problem));
    return;
  }
  const { series: all, words } = shown;
  const roles = [...new Set(all.map(one => one.role))];
  const series = all.filter(one => state.role === '' || one.role === state.role);
  main.replaceChildren(
    toolbar(roles, words),
    element('p', { class: 'summary', role: 'status' }, shown.summary),
    series.length > 0 ? table(series, words) : element('p', { class: 'empty' }, words.noneHere),
  );
  if (focused) document.getElementById(focused)?.focus();
}

function toolbar(roles: readonly string[], words: FigureWords): HTMLElement {
  const select = element('select', { id: 'role', 'aria-label': words.section }) as HTMLSelectElement;
  for (const role of ['', ...roles]) {
    select.append(
      element(
        'option',
        { value: role, selected: role === state.role },
        role === '' ? words.allSections : (words.roles[role] ?? role),
      ),
    );
  }
  select.addEventListener('change', () => keep({ role: select.value }));
  const copy = element('button', { id: 'copy', type: 'button' }, words.copy);
  copy.addEventListener('click', () => host.postMessage({ kind: 'copy', role: state.role }));
  const next = element('button', { id: 'next', type: 'button' }, words.next);
  next.addEventListener('click', () => host.postMessage({ kind: 'next' }));
  return element(
    'div',
    { class: 'toolbar', role: 'toolbar', 'aria-label': words.figures },
    select,
    next,
    copy,
  );
}

function table(series: readonly FigureSeries[], words: FigureWords): HTMLElement {
  const years = [...new Set(series.flatMap(one => one.points.map(point => point.year)))].sort(
    (a, b) => (a ?? Infinity) - (b ?? Infinity),
  );
  const head = element(
    'tr',
    {},
    element('th', { scope: 'col' }, words.figure),
    ...years.map(year => element('th', { scope: 'col', class: 'value' }, String(year ?? '–'))),
    element('th', { scope: 'col' }, words.inTheDraft),
  );
  const body = element('tbody');
  series.forEach((one, i) => {
    body.append(row(one, years, i, words));
    if (state.open === one.id)
      body.append(
        element('tr', { class: 'chart' }, element('td', { colspan: years.length + 2 }, chart(one))),
      );
  });
  return element('table', { 'aria-label': words.throughTheYears }, element('thead', {}, head), body);
}

function row(
  series: FigureSeries,
  years: readonly (number | null)[],
  index: number,
  words: FigureWords,
): HTMLElement {
  const open = state.open === series.id;
  const name = element(
    'button',
    {
      id: `series-${index}`,
      type: 'button',
      class: 'name',
      'aria-expanded': String(open),
      title: words.showChart,
    },
    series.label,
  );
  name.addEventListener('click', () => keep({ open: open ? null : series.id }));
  const mark = series.stale ? element('span', { class: 'mark', 'aria-hidden': 'true' }, '⚠ ') : '';
  return element(
    'tr',
    { class: series.stale ? 'stale' : undefined },
    element('th', { scope: 'row' }, name),
    ...years.map((year, column) =>
      element(
        'td',
        { class: 'value' },
        place(
          series.points.find(point => point.year === year),
          index,
          column,
        ),
      ),
    ),
    element('td', {}, mark, words.verdicts[series.verdict] ?? series.verdict),
  );
}

function place(point: FigurePoint | undefined, index: number, column: number): Node | string {
  if (!point) return '';
  const link = element(
    'button',
    {
      id: `point-${index}-${column}`,
      type: 'button',
      class: 'link',
      title: `${point.path}, ${point.place}: ${point.text}`,
      'aria-label': `${point.shown}, ${point.path}, ${point.place}`,
    },
    point.shown,
  );
  link.addEventListener('click', () =>
    host.postMessage({
      kind: 'open',
      uri: point.uri,
      line: point.range.start.line,
      character: point.range.start.character,
      endLine: point.range.end.line,
      endCharacter: point.range.end.character,
    }),
  );
  return link;
}

const WIDTH = 420;
const HEIGHT = 130;
const MARGIN = { left: 44, right: 16, top: 26, bottom: 24 };

/** A line chart; the values stand beside the points, so that nothing rests on the line alone. */
function chart(series: FigureSeries): Element {
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

window.addEventListener('message', (event: MessageEvent<ToView>) => {
  if (event.data?.kind !== 'figures') return;
  shown = event.data;
  draw();
});
host.postMessage({ kind: 'ready' });
