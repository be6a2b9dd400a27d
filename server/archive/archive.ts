import { t } from '../messages/translate.ts';
import { readReport } from '../reading/read.ts';
import type { Reading } from '../reading/reading.ts';
import type { ReportLanguage } from '../report/language.ts';
import { parseReport } from '../report/parse.ts';
import type { Vocabulary } from '../report/vocabulary.ts';
import { isReportName, loadText, REFUSALS, type ReadWord } from '../workspace/load.ts';
import type { Workspace } from '../workspace/workspace.ts';

/** Something about an earlier report that the user should know; the rest of the archive works all the same. */
export interface ArchiveProblem {
  readonly location: string;
  readonly label: string;
  /** One sentence: what is wrong, and what it means. */
  readonly message: string;
}

interface Kept {
  readonly text: string;
  readonly reading: Reading;
}

/**
 * The earlier reports of a workspace. Each is read once and kept by its content: only a file whose text changed
 * is read again.
 */
export class Archive {
  private readonly workspace: Workspace;
  private readonly vocabulary: Vocabulary;
  private readonly word: ReadWord | undefined;
  private kept = new Map<string, Kept>();
  private found: ArchiveProblem[] = [];
  private ordered: readonly Reading[] = [];

  /** @param word reads those of them that are Word documents */
  constructor(workspace: Workspace, vocabulary: Vocabulary, word?: ReadWord) {
    this.workspace = workspace;
    this.vocabulary = vocabulary;
    this.word = word;
  }

  /** What could not be used, and why, since the last refresh. */
  get problems(): readonly ArchiveProblem[] {
    return this.found;
  }

  /** Every report of the archive with a known year, oldest first. */
  get readings(): readonly Reading[] {
    return this.ordered;
  }

  /** Reads the reports at these places (files or folders); places that are no longer named are forgotten. */
  async refresh(places: readonly string[]): Promise<void> {
    const locations = new Set<string>();
    const kept = new Map<string, Kept>();
    const problems: ArchiveProblem[] = [];
    const complain = (location: string, message: string) =>
      problems.push({ location, label: this.workspace.label(location), message });
    for (const place of places) {
      const found = await this.workspace.list(place);
      const barred = found.length === 0 ? await this.workspace.barrier(place) : null;
      if (barred) {
        const reason = REFUSALS[barred]();
        complain(place, t('This place of the archive was left out. {reason}', { reason }));
      }
      for (const location of found) if (isReportName(location)) locations.add(location);
    }
    for (const location of locations) {
      const loaded = await loadText(this.workspace, location, this.word);
      if ('refused' in loaded) {
        complain(location, t('This file of the archive was left out. {why}', { why: loaded.refused }));
        continue;
      }
      const known = this.kept.get(location);
      const reading = known?.text === loaded.text ? known.reading : this.read(location, loaded.text);
      // A README beside the reports is no one's mistake.
      if (!reading.report.recognised) continue;
      kept.set(location, { text: loaded.text, reading });
      if (!reading.report.year) {
        complain(
          location,
          t(
            'No year was found in this report of the archive, so it was left out. Put the year into the file’s name.',
          ),
        );
      }
    }
    this.kept = kept;
    this.ordered = [...kept.values()]
      .map(({ reading }) => reading)
      .filter(({ report }) => report.year)
      .sort((a, b) => yearOf(a) - yearOf(b) || (a.path < b.path ? -1 : 1));
    this.tellTwins(complain);
    this.found = problems;
  }

  private read(location: string, text: string): Reading {
    const label = this.workspace.label(location);
    return readReport(label, parseReport(text, this.vocabulary, { fileName: baseName(label) }));
  }

  private tellTwins(complain: (location: string, message: string) => void): void {
    const locationOf = new Map([...this.kept].map(([location, { reading }]) => [reading, location]));
    const first = new Map<string, Reading>();
    for (const reading of this.ordered) {
      const year = yearOf(reading);
      const key = `${reading.report.language} ${year}`;
      const twin = first.get(key);
      if (twin)
        complain(
          locationOf.get(reading) ?? reading.path,
          t('The archive has two reports of {year}; {path} is used. Remove one of them.', {
            year,
            path: twin.path,
          }),
        );
      else first.set(key, reading);
    }
  }

  /**
   * The reports before a draft, oldest first, one for each year: neither the draft itself, by name or by content,
   * nor one of its own year or a later one, nor one in another language.
   */
  before(draft: { label: string; text: string; year: number | null; language: ReportLanguage }): Reading[] {
    const seen = new Set<number>();
    return this.ordered.filter(reading => {
      const year = yearOf(reading);
      if (seen.has(year) || reading.report.language !== draft.language) return false;
      if (reading.path === draft.label || reading.report.text === draft.text) return false;
      if (draft.year !== null && year >= draft.year) return false;
      seen.add(year);
      return true;
    });
  }
}

const yearOf = (reading: Reading): number => reading.report.year?.value ?? 0;

/** The last part of a path or URI. */
export const baseName = (path: string): string =>
  path.slice(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1);
