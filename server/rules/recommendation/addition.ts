import type { CatalogueSector } from '../../catalogue/entry.ts';
import { withItem } from '../../text/json-edit.ts';
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
  update: present => withItem(present, 'entries', entryOf(addition)),
});

const entryOf = ({ id, sector, title }: Addition): object => ({
  id,
  ...(sector === 'ITU-R' && { sector }),
  ...(title && { title }),
});
