import type { Beginnings } from './beginnings.ts';
import known from './known.json' with { type: 'json' };
import type { Mark, Places } from './places.ts';

/**
 * What is known of the beginnings of the patterns that ship, so that a program need not find out again each time it
 * starts: known.json, written by `npm run generate`. A pattern that is not in it is looked at as it is.
 */
export function knownBeginnings(pattern: RegExp): Beginnings | undefined {
  const text = (known as Readonly<Record<string, string>>)[keyOf(pattern)];
  return text === undefined ? undefined : readBeginnings(text);
}

/** A pattern's flags and source. */
export const keyOf = ({ source, flags }: RegExp): string => `${flags}/${source}`;

/** Beginnings on one line: `early late mid*;46.7fff.3|…`, places and what is held parted by a bar. */
export const writeBeginnings = ({ at, holds }: Beginnings): string =>
  `${writePlaces(at)}|${writePlaces(holds)}`;

export function readBeginnings(text: string): Beginnings {
  const [at, holds] = text.split('|');
  return { at: readPlaces(at), holds: readPlaces(holds) };
}

const NOWHERE = '-';

function writePlaces(places: Places | undefined): string {
  if (!places) return NOWHERE;
  const words = places.words.map(({ letters, whole }) => (whole ? letters : `${letters}*`));
  const marks = places.marks.map(({ code, before, behind }) =>
    [code, before, behind].map(number => number.toString(36)).join('.'),
  );
  return `${words.join(' ')};${marks.join(' ')}`;
}

function readPlaces(text: string): Places | undefined {
  if (text === NOWHERE) return undefined;
  const [words, marks] = text.split(';');
  return {
    words: listed(words).map(word => ({ letters: word.replace('*', ''), whole: !word.endsWith('*') })),
    marks: listed(marks).map((mark): Mark => {
      const [code, before, behind] = mark.split('.').map(number => Number.parseInt(number, 36));
      return { code, before, behind };
    }),
  };
}

const listed = (text: string): string[] => (text === '' ? [] : text.split(' '));
