/**
 * Fields: an instruction that Word works out and the result that it printed last (`w:fldChar`). Only results are
 * read; of the instructions two matter, a link's address and the footnote that is called a second time.
 */
interface Field {
  instruction: string;
  /** Between begin and separate the runs hold the instruction, behind it what is printed. */
  inResult: boolean;
  /** Where its result leads, or that of the field around it. */
  href: string | null;
  /** Whether nothing in it is printed: its instruction never is, and not every result. */
  hidden: boolean;
}

const LINK = /^\s*HYPERLINK\s+"([^"]+)"/i;
const NOTE = /^\s*NOTEREF\s+("?)([^\s"\\]+)\1/i;
/** Fields whose results are no text of the report: lists of its own parts, and marks for them. */
const LISTS = /^\s*(?:TOC|TOA|INDEX|XE|TC)\b/i;

/** The fields that are open at a place; they may span paragraphs. */
export class Fields {
  private readonly open: Field[] = [];
  /** How many of them hide what stands here. */
  private hiding = 0;

  begin(): void {
    this.open.push({ instruction: '', inResult: false, href: this.href, hidden: true });
    this.hiding++;
  }

  instruct(text: string): void {
    const field = this.open.at(-1);
    if (field && !field.inResult) field.instruction += text;
  }

  /** The result begins; gives the bookmark where the field calls a footnote again. */
  separate(): string | undefined {
    const field = this.open.at(-1);
    if (!field) return undefined;
    if (field.inResult) return undefined;
    field.inResult = true;
    field.href = linkOf(field.instruction) ?? field.href;
    const note = noteOf(field.instruction);
    field.hidden = note !== undefined || isList(field.instruction);
    if (!field.hidden) this.hiding--;
    return note;
  }

  end(): void {
    if (this.open.pop()?.hidden) this.hiding--;
  }

  /** Whether runs are printed here. */
  get visible(): boolean {
    return this.hiding === 0;
  }

  /** Where a link leads that is open here. */
  get href(): string | null {
    return this.open.at(-1)?.href ?? null;
  }
}

/** The address of a link's instruction; null for one within the document and for other fields. */
export const linkOf = (instruction: string): string | null => LINK.exec(instruction)?.[1] ?? null;

/** The bookmark of a footnote that an instruction calls again. */
export const noteOf = (instruction: string): string | undefined => NOTE.exec(instruction)?.[2];

/** Whether a field prints a list of the document's own parts. */
export const isList = (instruction: string): boolean => LISTS.test(instruction);
