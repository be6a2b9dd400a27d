import type { Span } from '../text/span.ts';
import type { Footnote, Residue } from './model.ts';
import type { Line } from './scan.ts';

/** `[footnoteRef:1] [1:  text]`, as Word text carries a footnote inside the sentence. */
const INLINE = /\[footnoteRef:(\d{1,4})\]/g;
const INLINE_BODY = /\s{0,3}\[(\d{1,4}):[\s\u00a0]*/y;
const MARK = /\[\^([^[\]\s]{1,100})\](?!:)/g;
const DEFINITION = /\[\^([^[\]\s]{1,100})\]:[ \t]*/y;
/** No footnote is longer; a bracket that never closes is not followed to the end of the text. */
const LONGEST = 4000;

/** Every footnote: Markdown's, whose text stands apart, and Word text's, whose text stands inside the sentence. */
export function readFootnotes(text: string, definitions: readonly Line[], residues: Residue[]): Footnote[] {
  const bodies = new Map<string, Span>();
  for (const line of definitions) {
    DEFINITION.lastIndex = line.start;
    const found = DEFINITION.exec(text);
    if (!found || bodies.has(found[1])) continue;
    bodies.set(found[1], { start: Math.min(line.start + found[0].length, line.end), end: line.end });
  }
  const notes: Footnote[] = [];
  const called = new Set<string>();
  if (text.includes('[^')) {
    for (const found of text.matchAll(MARK)) {
      const label = found[1];
      const mark = { start: found.index, end: found.index + found[0].length };
      // A second call of the same footnote is no second footnote.
      if (called.has(label)) continue;
      called.add(label);
      notes.push({ label, mark, body: bodies.get(label) ?? null, span: mark });
    }
  }
  for (const [label, body] of bodies)
    if (!called.has(label)) notes.push({ label, mark: null, body, span: body });
  if (text.includes('[footnoteRef:')) readInline(text, notes, residues);
  return notes.sort((a, b) => a.span.start - b.span.start);
}

function readInline(text: string, notes: Footnote[], residues: Residue[]): void {
  for (const found of text.matchAll(INLINE)) {
    const mark = { start: found.index, end: found.index + found[0].length };
    INLINE_BODY.lastIndex = mark.end;
    const opening = INLINE_BODY.exec(text);
    const body = opening && opening[1] === found[1] ? closing(text, INLINE_BODY.lastIndex) : null;
    residues.push({
      kind: 'footnote-reference',
      span: { start: mark.start, end: body ? body.end + 1 : mark.end },
    });
    notes.push({ label: found[1], mark, body, span: mark });
  }
}

/** From the start of an inline footnote's text to its closing bracket; brackets inside are matched. */
function closing(text: string, from: number): Span | null {
  let depth = 0;
  const limit = Math.min(text.length, from + LONGEST);
  for (let i = from; i < limit; i++) {
    const unit = text.charCodeAt(i);
    if (unit === 10) return null;
    if (unit === 91) depth++;
    else if (unit === 93 && depth-- === 0) return { start: from, end: i };
  }
  return null;
}
