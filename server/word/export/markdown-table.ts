import type { Span } from '../../text/span.ts';

/** The cells of a Markdown table, without the line that parts its head from its body. */
export function tableRows(text: string, body: Span): Span[][] {
  const rows: Span[][] = [];
  let at = body.start;
  for (const line of text.slice(body.start, body.end).split(/\r\n|\r|\n/)) {
    const start = text.indexOf(line, at);
    at = start + line.length;
    if (!line.trimStart().startsWith('|') || /^[\s|:-]+$/.test(line)) continue;
    const cells: Span[] = [];
    let open = start + line.indexOf('|') + 1;
    for (let i = open; i <= start + line.length; i++) {
      if (i < start + line.length && (text[i] !== '|' || text[i - 1] === '\\')) continue;
      const cell = text.slice(open, i);
      const lead = cell.length - cell.trimStart().length;
      if (i < start + line.length || cell.trim() !== '')
        cells.push({ start: open + lead, end: Math.max(open + lead, open + cell.trimEnd().length) });
      open = i + 1;
    }
    rows.push(cells);
  }
  return rows;
}
