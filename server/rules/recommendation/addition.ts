import type { CatalogueSector } from '../../catalogue/entry.ts';
import { member, parseJson } from '../../text/json.ts';
import type { FileChange } from '../rule.ts';

/** Where a workspace adds to the catalogue. */
export const CATALOGUE_FILE = '.gca-report/catalogue.json';

/** A text that the catalogue lacks, as far as the report tells. */
export interface Addition {
  readonly id: string;
  readonly sector: CatalogueSector;
  readonly title?: string;
}

/** Writes a text into the workspace's catalogue, as an entry whose dates a person may fill in. */
export const additionOf = (addition: Addition): FileChange => ({
  path: CATALOGUE_FILE,
  update: present => withEntry(present, addition),
});

/** The file's text with one more entry at the end of its list; what stands there, with its layout, stays. */
function withEntry(present: string | undefined, addition: Addition): string {
  const { id, sector, title } = addition;
  const entry = JSON.stringify({ id, ...(sector === 'ITU-R' && { sector }), ...(title && { title }) });
  const { root } = parseJson(present ?? '');
  if (present === undefined || root?.kind !== 'object') return `{\n  "entries": [\n    ${entry}\n  ]\n}\n`;
  const list = member(root, 'entries')?.value;
  if (list?.kind === 'array') {
    const last = list.items.at(-1);
    if (!last) return `${present.slice(0, list.start)}[\n    ${entry}\n  ]${present.slice(list.end)}`;
    return `${present.slice(0, last.end)},\n    ${entry}${present.slice(last.end)}`;
  }
  const rest = present.slice(root.start + 1);
  return `${present.slice(0, root.start + 1)}\n  "entries": [\n    ${entry}\n  ]${root.members.length > 0 ? ',' : '\n'}${rest}`;
}
