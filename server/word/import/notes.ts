import { everyElement, type XmlElement } from '../xml.ts';

export type NoteKind = 'footnote' | 'endnote';

export interface CalledNote {
  readonly kind: NoteKind;
  /** The note's id in its part. */
  readonly id: string;
  readonly label: string;
}

/**
 * The labels of footnotes and endnotes: Word numbers each kind by the order in which the text calls them. Endnotes
 * are told apart by an `e`.
 */
export class NoteNumbers {
  private readonly labels = new Map<string, CalledNote>();
  private readonly counts: Record<NoteKind, number> = { footnote: 0, endnote: 0 };
  private readonly behind: ReadonlyMap<string, string>;

  /** @param document the part that calls the notes */
  constructor(document: XmlElement | undefined) {
    this.behind = document ? bookmarkedNotes(document) : new Map();
  }

  /** The label of a note at the place where the text calls it. */
  labelOf(kind: NoteKind, id: string): string {
    const key = `${kind}/${id}`;
    const known = this.labels.get(key);
    if (known) return known.label;
    const label = `${kind === 'endnote' ? 'e' : ''}${++this.counts[kind]}`;
    this.labels.set(key, { kind, id, label });
    return label;
  }

  /** The label of the footnote that a bookmark stands on; undefined for any other bookmark. */
  labelBehind(bookmark: string): string | undefined {
    const id = this.behind.get(bookmark);
    return id === undefined ? undefined : this.labelOf('footnote', id);
  }

  /** The notes called so far, in their order. */
  get called(): readonly CalledNote[] {
    return [...this.labels.values()];
  }
}

/** Bookmarks with the id of the footnote that is called inside them. */
function bookmarkedNotes(document: XmlElement): Map<string, string> {
  const notes = new Map<string, string>();
  const open: { readonly id: string; readonly name: string }[] = [];
  const closed = new Set<string>();
  for (const { name, attributes } of everyElement(document)) {
    const id = attributes['w:id'] ?? '';
    if (name === 'w:bookmarkStart') {
      open.push({ id, name: attributes['w:name'] ?? '' });
      closed.delete(id);
    } else if (name === 'w:bookmarkEnd') {
      closed.add(id);
      while (open.length > 0 && closed.has(open[open.length - 1].id)) open.pop();
    } else if (name === 'w:footnoteReference') {
      // A bookmark around a whole section is not the footnote's own: the last one opened is.
      const nearest = open.at(-1)?.name;
      if (nearest !== undefined && !notes.has(nearest)) notes.set(nearest, id);
    }
  }
  return notes;
}
