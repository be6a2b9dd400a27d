import { type JsonNode, type JsonObject, member, parseJson } from './json.ts';

/**
 * Changes to data files that people write by hand: what else stands in them, its order, its comments and its layout,
 * stays. A file that has errors is left as it is: whoever wrote it meant something that cannot be told.
 */

/**
 * The text of a file of the form `{ "key": [ … ] }` with one more entry at the end of the list.
 *
 * @param present the file's text; undefined where there is none yet
 * @param takesPlaceOf which entry the new one is put in the place of; of several the last
 */
export function withItem(
  present: string | undefined,
  key: string,
  entry: object,
  takesPlaceOf: (node: JsonNode) => boolean = () => false,
): string {
  const written = JSON.stringify(entry, null, 2).replaceAll('\n', '\n    ');
  const list = `${JSON.stringify(key)}: [\n    ${written}\n  ]`;
  if (present === undefined || present.trim() === '') return `{\n  ${list}\n}\n`;
  const { root, errors } = parseJson(present);
  if (root?.kind !== 'object' || errors.length > 0) return present;
  const known = member(root, key)?.value;
  if (!known) return withMember(present, root, list, '  ');
  if (known.kind !== 'array') return present;
  const old = known.items.findLast(takesPlaceOf);
  if (old) return present.slice(0, old.start) + written + present.slice(old.end);
  const last = known.items.at(-1);
  return last
    ? `${present.slice(0, last.end)},\n    ${written}${present.slice(last.end)}`
    : opened(present, known, written, '    ');
}

/** A member put behind the last one of an object, in the object's own layout. */
export function withMember(text: string, object: JsonObject, written: string, indent: string): string {
  const last = object.members.at(-1);
  const end = last?.value?.end ?? last?.keySpan.end;
  if (end === undefined) return opened(text, object, written, indent);
  const oneLine = !text.slice(object.start, object.end).includes('\n');
  return `${text.slice(0, end)},${oneLine ? ' ' : `\n${indent}`}${written}${text.slice(end)}`;
}

/** The first thing in a list or an object that has none; a comment in it stays behind. */
function opened(
  text: string,
  { start, end }: { start: number; end: number },
  written: string,
  indent: string,
): string {
  const inside = text.slice(start + 1, end - 1);
  const rest = inside.trim() === '' ? `\n${indent.slice(2)}` : inside;
  return `${text.slice(0, start + 1)}\n${indent}${written}${rest}${text.slice(end - 1)}`;
}
