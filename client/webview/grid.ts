/**
 * A table that the Tab key passes in one step, however many figures it has: inside, the arrows, Home and End go from
 * cell to cell. This is the grid pattern of ARIA; screen readers know it by the table's role `grid`.
 */

/** What of a cell takes the focus: its button where it has one, else the cell. */
const targetOf = (cell: HTMLTableCellElement): HTMLElement => cell.querySelector('button') ?? cell;

/**
 * Makes a table such a grid.
 *
 * @param stop the id of what the Tab key goes to; the first cell where the table has no such thing
 * @param remember is given the id of what has the focus, as it moves: the next `stop`
 */
export function makeGrid(table: HTMLTableElement, stop: string, remember: (id: string) => void): void {
  const rows = [...table.rows].map(row => [...row.cells].map(targetOf));
  const targets = rows.flat();
  let current = targets.find(target => target.id === stop) ?? rows[1]?.[0] ?? targets[0];
  for (const target of targets) target.tabIndex = target === current ? 0 : -1;

  table.addEventListener('focusin', event => {
    const target = targets.find(one => one === event.target);
    if (!target) return;
    current.tabIndex = -1;
    target.tabIndex = 0;
    current = target;
    remember(target.id);
  });
  table.addEventListener('keydown', event => {
    if (event.altKey || event.shiftKey || event.metaKey) return;
    const next = nextOf(rows, current, event.key, event.ctrlKey);
    if (!next) return;
    event.preventDefault();
    next.focus();
  });
}

/** Where a key leads from a cell; undefined where it leads nowhere. */
function nextOf(
  rows: readonly (readonly HTMLElement[])[],
  from: HTMLElement,
  key: string,
  control: boolean,
): HTMLElement | undefined {
  const y = rows.findIndex(row => row.includes(from));
  const row = rows[y];
  const x = row.indexOf(from);
  const inRow = (other: readonly HTMLElement[] | undefined) => other?.[Math.min(x, other.length - 1)];
  if (control) return key === 'Home' ? rows[0][0] : key === 'End' ? rows.at(-1)?.at(-1) : undefined;
  switch (key) {
    case 'ArrowLeft':
      return row[x - 1];
    case 'ArrowRight':
      return row[x + 1];
    case 'ArrowUp':
      return inRow(rows[y - 1]);
    case 'ArrowDown':
      return inRow(rows[y + 1]);
    case 'Home':
      return row[0];
    case 'End':
      return row.at(-1);
    default:
      return undefined;
  }
}
