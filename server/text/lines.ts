const LF = 10;
const CR = 13;

/**
 * Where each line starts, in UTF-16 code units. CRLF, LF and a lone CR all end a line, as they do in LSP.
 * Offsets and lines are zero-based; both conversions clamp to the text instead of throwing.
 */
export class LineIndex {
  /** Offset of the first code unit of each line; always holds at least line 0. */
  readonly starts: Uint32Array;
  readonly length: number;

  constructor(text: string) {
    this.length = text.length;
    let starts = new Uint32Array(Math.max(16, (text.length >> 5) + 1));
    let count = 1;
    const add = (at: number) => {
      if (count === starts.length) {
        const wider = new Uint32Array(starts.length * 2);
        wider.set(starts);
        starts = wider;
      }
      starts[count++] = at;
    };
    // indexOf is far faster than a loop over code units; lone CRs are rare enough to look for apart.
    if (text.includes('\r')) {
      for (let i = 0; i < text.length; i++) {
        const unit = text.charCodeAt(i);
        if (unit === LF || (unit === CR && text.charCodeAt(i + 1) !== LF)) add(i + 1);
      }
    } else {
      for (let i = text.indexOf('\n'); i !== -1; i = text.indexOf('\n', i + 1)) add(i + 1);
    }
    this.starts = starts.subarray(0, count);
  }

  get count(): number {
    return this.starts.length;
  }

  /** The zero-based line that holds `offset`. */
  lineAt(offset: number): number {
    let low = 0;
    let high = this.starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (this.starts[middle] <= offset) low = middle;
      else high = middle - 1;
    }
    return low;
  }

  /** Line and character (UTF-16) of an offset. */
  positionAt(offset: number): { line: number; character: number } {
    const at = Math.max(0, Math.min(offset, this.length));
    const line = this.lineAt(at);
    return { line, character: at - this.starts[line] };
  }

  /** The offset of a line and character; a character past the line's end is the start of the next line. */
  offsetAt(line: number, character: number): number {
    if (line < 0) return 0;
    if (line >= this.starts.length) return this.length;
    const next = line + 1 < this.starts.length ? this.starts[line + 1] : this.length;
    return Math.min(this.starts[line] + Math.max(0, character), next);
  }
}
