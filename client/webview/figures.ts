import type { FigurePoint, FigureSeries } from '../../server/lsp/protocol.ts';
import { type FigureWords, type FromView, type ToView, toViewMessage } from '../figures/messages.ts';
import { chart } from './chart.ts';
import { byId, element } from './dom.ts';
import { makeGrid } from './grid.ts';

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
/** The cell that the Tab key goes to. */
let stop = '';

const keep = (change: Partial<State>): void => {
  state = { ...state, ...change };
  host.setState(state);
  draw();
};

const select = byId('role') as HTMLSelectElement;
select.addEventListener('change', () => keep({ role: select.value }));
byId('next').addEventListener('click', () => host.postMessage({ kind: 'next' }));
byId('copy').addEventListener('click', () => host.postMessage({ kind: 'copy', role: state.role }));

/** Words in the status line, which screen readers tell when they change, and only then. */
function say(text: string): void {
  const status = byId('status');
  if (status.textContent !== text) status.textContent = text;
}

function draw(): void {
  if (!shown) return;
  const { series: all, problem, words } = shown;
  const figures = byId('figures');
  byId('tools').hidden = problem !== undefined;
  if (problem !== undefined) {
    say(problem);
    figures.replaceChildren();
    return;
  }
  nameControls(words);
  offer([...new Set(all.map(one => one.role))], words);
  const series = all.filter(one => state.role === '' || one.role === state.role);
  say(shown.summary);
  // Somebody who types elsewhere meanwhile keeps the focus.
  const focused = document.hasFocus() ? document.activeElement?.id : undefined;
  figures.replaceChildren(table(series, words));
  if (focused) document.getElementById(focused)?.focus();
}

/** The controls by their names. */
function nameControls(words: FigureWords): void {
  byId('tools').setAttribute('aria-label', words.figures);
  select.setAttribute('aria-label', words.section);
  byId('next').textContent = words.next;
  byId('copy').textContent = words.copy;
}

/**
 * The sections to choose from; the choice falls back to all where the report has no such section. The list stays as
 * it is while nothing changes: it may be open.
 */
function offer(roles: readonly string[], words: FigureWords): void {
  const wanted = ['', ...roles];
  if ([...select.options].map(option => option.value).join() !== wanted.join()) {
    select.replaceChildren(
      ...wanted.map(role =>
        element('option', { value: role }, role === '' ? words.allSections : (words.roles[role] ?? role)),
      ),
    );
  }
  if (!wanted.includes(state.role)) state = { ...state, role: '' };
  select.value = state.role;
}

function table(series: readonly FigureSeries[], words: FigureWords): HTMLElement {
  const years = [...new Set(series.flatMap(one => one.points.map(point => point.year)))].sort(
    (a, b) => (a ?? Infinity) - (b ?? Infinity),
  );
  const head = element(
    'tr',
    {},
    element('th', { scope: 'col', id: 'head' }, words.figure),
    ...years.map(year =>
      element('th', { scope: 'col', class: 'value', id: `head/${year}` }, String(year ?? '–')),
    ),
    element('th', { scope: 'col', id: 'head/verdict' }, words.inTheDraft),
  );
  const body = element('tbody');
  for (const one of series) {
    body.append(row(one, years, words));
    if (state.open === one.id) {
      const whole = element('td', { colspan: years.length + 2, id: `${one.id}/chart` }, chart(one));
      body.append(element('tr', { class: 'chart' }, whole));
    }
  }
  const made = element(
    'table',
    { role: 'grid', 'aria-label': words.throughTheYears },
    element('thead', {}, head),
    body,
  ) as HTMLTableElement;
  makeGrid(made, stop, id => {
    stop = id;
  });
  return made;
}

function row(series: FigureSeries, years: readonly (number | null)[], words: FigureWords): HTMLElement {
  const open = state.open === series.id;
  const name = element(
    'button',
    {
      id: series.id,
      type: 'button',
      class: 'name',
      'aria-expanded': String(open),
      title: words.showChart,
    },
    series.label,
  );
  name.addEventListener('click', () => keep({ open: open ? null : series.id }));
  const mark = element('span', { class: 'mark', role: 'img', 'aria-label': words.looksStale }, '⚠');
  return element(
    'tr',
    { class: series.stale ? 'stale' : undefined },
    element('th', { scope: 'row' }, name),
    ...years.map(year => value(series, year)),
    element(
      'td',
      { id: `${series.id}/verdict` },
      ...(series.stale ? [mark, ' '] : []),
      words.verdicts[series.verdict] ?? series.verdict,
    ),
  );
}

/** The figure of a year, and the way to its place; an empty cell where that year's report has none. */
function value(series: FigureSeries, year: number | null): HTMLElement {
  const id = `${series.id}/${year}`;
  const point = series.points.find(one => one.year === year);
  if (!point) return element('td', { class: 'value', id });
  return element('td', { class: 'value' }, place(point, id));
}

function place(point: FigurePoint, id: string): HTMLElement {
  const link = element(
    'button',
    {
      id,
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

window.addEventListener('message', ({ data }: MessageEvent<unknown>) => {
  const message = toViewMessage(data);
  if (message?.kind === 'said') say(message.text);
  if (message?.kind !== 'figures') return;
  shown = message;
  draw();
});
host.postMessage({ kind: 'ready' });
