/**
 * The same text in memory of its own. A slice holds on to the whole text that it was cut from: what is remembered of
 * one paragraph would keep a whole version of the report.
 */
export const copied = (text: string): string => JSON.parse(JSON.stringify(text)) as string;
