import { join } from 'node:path';
import { ROOT } from '../../scripts/root.ts';
import { type Analysis, type DocumentMemory, Project } from '../../server/analysis/project.ts';
import { Catalogue } from '../../server/catalogue/catalogue.ts';
import { INSTRUMENTS } from '../../server/catalogue/instruments.ts';
import { installedAssets } from '../../server/platform/assets.ts';
import { diskWorkspace } from '../../server/platform/disk.ts';
import { wordReader } from '../../server/word/reader.ts';

/**
 * The sample workspace as the programs see it: archive, catalogue, every rule. A rule that fails on a text fails
 * here, where in the programs it would cost its own answer.
 */
const catalogue = new Catalogue(installedAssets(join(ROOT, 'data')), ({ file, message }) => {
  throw new Error(`${file}: ${message}`);
});
// What is loaded may show in findings: all of it is, so that one text has one answer.
await catalogue.ready('all');
const project = new Project(
  diskWorkspace(join(ROOT, 'samples')),
  join(ROOT, 'samples'),
  {},
  {
    catalogue,
    instruments: INSTRUMENTS,
    word: wordReader(() => import('../../server/word/index.ts')),
  },
  ({ rule, error }) => {
    throw new Error(`${rule} failed`, { cause: error });
  },
);
await project.refresh();

export const knownProfiles = project.knownProfiles;

/** Everything that is known of a text. */
export const analysed = (text: string, memory?: DocumentMemory): Analysis =>
  project.analyse('draft-2025.gca.md', text, memory);
