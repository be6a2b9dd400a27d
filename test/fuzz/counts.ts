/** What a run has tried, printed at its end: a run that tried nothing proves nothing. */
export interface Counts {
  texts: number;
  edits: number;
  fixes: number;
  documents: number;
}

export const counts: Counts = { texts: 0, edits: 0, fixes: 0, documents: 0 };

export const countsText = (): string =>
  Object.entries(counts)
    .map(([name, count]) => `${count} ${name}`)
    .join(', ');
