import type { Report } from '../../report/model.ts';
import type { Span } from '../../text/span.ts';
import type { NoteIds } from './runs.ts';

/** The footnotes of a report, numbered as the text calls them. */
export class Notes implements NoteIds {
  private readonly bodies = new Map<string, Span | null>();
  private readonly calls = new Map<string, number>();
  private readonly ids = new Map<string, number>();
  /** Texts that no place of the report calls: they are printed, lest they be lost. */
  readonly orphans: readonly { readonly label: string; readonly span: Span }[];

  constructor({ text, footnotes }: Report) {
    this.orphans = footnotes.flatMap(({ label, mark, body }) =>
      mark === null && body ? [{ label, span: body }] : [],
    );
    for (const { label, mark, body } of footnotes)
      if (mark && !this.bodies.has(label)) this.bodies.set(label, body);
    for (const [, label] of text.matchAll(/\[\^([^[\]\s]{1,100})\](?!:)/g))
      this.calls.set(label, (this.calls.get(label) ?? 0) + 1);
  }

  call(label: string) {
    if (!this.bodies.has(label)) return null;
    const known = this.ids.get(label);
    const id = known ?? this.ids.size + 1;
    this.ids.set(label, id);
    const bookmark = (this.calls.get(label) ?? 0) > 1 ? `_RefNote${id}` : null;
    return { id, again: known !== undefined, bookmark };
  }

  /** The footnotes called so far by their id, each with the place of its text; null for one without text. */
  get called(): readonly { readonly id: number; readonly body: Span | null }[] {
    return [...this.ids].map(([label, id]) => ({ id, body: this.bodies.get(label) ?? null }));
  }
}
