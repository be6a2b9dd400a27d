import { Archive } from '../archive/archive.ts';
import type { Catalogue } from '../catalogue/catalogue.ts';
import type { Instruments } from '../catalogue/instruments.ts';
import { type LocalEntry, parseLocalCatalogue } from '../catalogue/local.ts';
import type { CitationKind } from '../citations/citation.ts';
import { CONFIRMED_FILE, type Confirmation, parseConfirmed } from '../figures/confirmations.ts';
import { INDICATORS_FILE, parseIndicators, withWorkspaceIndicators } from '../figures/indicator-file.ts';
import { INDICATORS, type Indicator, type IndicatorSet } from '../figures/indicators.ts';
import { t } from '../messages/translate.ts';
import { builtinProfiles } from '../profiles/builtin.ts';
import { type ChosenProfile, chooseProfile } from '../profiles/choose.ts';
import { parseProfile } from '../profiles/parse.ts';
import type { Profile } from '../profiles/profile.ts';
import { ReadingMemory, readReport } from '../reading/read.ts';
import type { BlockReading, Reading } from '../reading/reading.ts';
import type { Report } from '../report/model.ts';
import { parseReport } from '../report/parse.ts';
import { type Vocabulary, vocabularyOf } from '../report/vocabulary.ts';
import { ACRONYMS_FILE, parseAcronyms } from '../rules/acronym/file.ts';
import type { KnownAcronym } from '../rules/acronym/known.ts';
import { type Config, type ConfigProblem, EMPTY_CONFIG, parseConfig } from '../rules/config.ts';
import { reportDate } from '../rules/date/report-date.ts';
import { Engine, type Fault } from '../rules/engine.ts';
import { FactsMemory } from '../rules/facts.ts';
import { ruleIds, rules, rulesWith } from '../rules/index.ts';
import { titleSeries } from '../rules/recommendation/index.ts';
import type { Finding, Mode, ReportContext } from '../rules/rule.ts';
import {
  BASELINE_FILE,
  type BaselineEntry,
  parseBaseline,
  withoutAccepted,
} from '../rules/suppression/baseline.ts';
import { parseTerms, TERMS_FILE } from '../rules/terms/file.ts';
import type { Term } from '../rules/terms/term.ts';
import type { PartialDate } from '../text/dates.ts';
import { isReportName, loadText, REFUSALS, type ReadWord } from '../workspace/load.ts';
import type { Workspace } from '../workspace/workspace.ts';

/** What the user set outside the workspace's own configuration: in the editor's settings or on the command line. */
export interface ProjectSettings {
  readonly mode?: Mode;
  readonly profile?: string;
  readonly year?: number;
  /** Folders and files, relative to the project's folder. */
  readonly archive?: readonly string[];
  /** Another configuration file than `.gca-report/config.json`. */
  readonly config?: string;
  /** Another baseline than `.gca-report/baseline.json`, as a location; null for none at all. */
  readonly baseline?: string | null;
  /** Whether older reports anywhere in the folder count as well where no archive is named: in an editor, yes. */
  readonly searchFolder?: boolean;
  /**
   * False where the editor's user has not said that they trust the folder. Its `.gca-report` then decides nothing,
   * and the Word documents of its archive are not opened.
   */
  readonly trusted?: boolean;
}

/** A data file of the workspace with something wrong in it. */
export interface DataProblem extends ConfigProblem {
  readonly location: string;
  /** The file's text, so that the span can be shown. */
  readonly text: string;
}

/** What is known beyond the workspace, and what reads its files: shared by every project of a program. */
export interface Facts {
  readonly catalogue: Catalogue;
  readonly instruments: Instruments;
  /** Reads Word documents; without it those of the archive are left out. */
  readonly word?: ReadWord;
}

/** Everything known of one version of a report. Findings are worked out when they are first asked for. */
export interface Analysis {
  readonly label: string;
  readonly report: Report;
  readonly reading: Reading;
  readonly profile: ChosenProfile | null;
  readonly mode: Mode;
  /** The day it is judged by. */
  readonly date: PartialDate | null;
  /** The earlier reports that it is held against, oldest first. */
  readonly archive: readonly Reading[];
  readonly catalogue: Catalogue;
  readonly instruments: Instruments;
  /** The same, as the rules know it. */
  readonly context: ReportContext;
  readonly findings: readonly Finding[];
}

/** What one document keeps from version to version. */
export interface DocumentMemory {
  readonly reading: ReadingMemory;
  readonly facts: FactsMemory;
}

export const newDocumentMemory = (): DocumentMemory => ({
  reading: new ReadingMemory(),
  facts: new FactsMemory(),
});

/** The kinds of identifier that the catalogue of Recommendations can know. */
const CATALOGUED: ReadonlySet<CitationKind> = new Set([
  'recommendation',
  'supplement',
  'amendment',
  'corrigendum',
  'report',
]);

const untrustedWord = () => ({
  refused: t('Word documents of an archive are opened once you trust the workspace.'),
});

/** The folder of a workspace that holds our files. */
export const DATA_FOLDER = '.gca-report';

/**
 * A workspace folder as the tool sees it: configuration, profiles, earlier reports. Reports are analysed against
 * it; when one of its files changes it is refreshed, and what was analysed before is stale.
 */
export class Project {
  private readonly workspace: Workspace;
  private readonly root: string;
  private engine: Engine;
  private readonly onFault: ((fault: Fault) => void) | undefined;
  private readonly facts: Facts;
  /** The facts that ship, with what the workspace adds and corrects. */
  catalogue: Catalogue;
  private readonly prepared = new WeakSet<BlockReading>();
  /** Settles when the parts of the catalogue that were asked for are there; undefined when nothing is being read. */
  private loading: Promise<void> | undefined;
  private settings: ProjectSettings;
  /** The findings that were accepted as they are. */
  private baseline: readonly BaselineEntry[] = [];
  private config: Config = EMPTY_CONFIG;
  /** The figures that are followed through the years: those that ship, and the workspace's own. */
  indicators: IndicatorSet = INDICATORS;
  private confirmed: readonly Confirmation[] = [];
  /** The workspace's own terms and acronyms as they were last read, so that the engine keeps what it remembers. */
  private lists = '';
  private profiles: readonly Profile[] = builtinProfiles;
  private vocabulary: Vocabulary = vocabularyOf(builtinProfiles);
  private archive: Archive;
  private dataProblems: DataProblem[] = [];
  /** Whether the files in `.gca-report` are read. */
  private readsOwn = true;
  /** Counts the refreshes: an analysis made under an older one is stale. */
  generation = 0;

  constructor(
    workspace: Workspace,
    root: string,
    settings: ProjectSettings,
    facts: Facts,
    onFault?: (fault: Fault) => void,
  ) {
    this.workspace = workspace;
    this.root = root;
    this.settings = settings;
    this.facts = facts;
    this.catalogue = facts.catalogue;
    this.onFault = onFault;
    this.engine = new Engine(rules, onFault);
    this.archive = this.newArchive();
  }

  private newArchive(): Archive {
    const { word } = this.facts;
    const read: ReadWord | undefined =
      word && (async bytes => (this.trusted ? word(bytes) : untrustedWord()));
    return new Archive(this.workspace, this.vocabulary, read);
  }

  /** What is wrong in the data files of the workspace. */
  get problems(): readonly DataProblem[] {
    return this.dataProblems;
  }

  get archiveProblems() {
    return this.archive.problems;
  }

  get knownProfiles(): readonly Profile[] {
    return this.profiles;
  }

  /** The earlier reports that are known, oldest first. */
  get earlierReports(): readonly Reading[] {
    return this.archive.readings;
  }

  get trusted(): boolean {
    return this.settings.trusted !== false;
  }

  get mode(): Mode {
    return this.settings.mode ?? this.config.mode ?? 'review';
  }

  /** The places where earlier reports are looked for, as locations. */
  get archivePlaces(): readonly string[] {
    const named = this.settings.archive ?? this.config.archive ?? ['archive'];
    return named.map(path => this.workspace.resolve(this.root, path));
  }

  /**
   * Where no archive is named, every report of the folder may be an earlier one: those with our own ending
   * wherever they are, the other texts at the folder's top. Which are older than a draft is asked for each draft.
   */
  private async reportsInFolder(): Promise<string[]> {
    if (!this.settings.searchFolder || this.settings.archive || this.config.archive) return [];
    const files = await this.workspace.list(this.root);
    const atTop = (location: string) => !this.workspace.label(location).includes('/');
    return files.filter(
      location => /\.gca(?:\.md)?$/i.test(location) || (isReportName(location) && atTop(location)),
    );
  }

  /** Takes new settings; call `refresh` afterwards. */
  configure(settings: ProjectSettings): void {
    this.settings = settings;
  }

  /** Reads configuration, profiles and archive again; only files whose content changed are worked on. */
  async refresh(): Promise<void> {
    this.dataProblems = [];
    const folder = this.workspace.resolve(this.root, DATA_FOLDER);
    const config = this.settings.config ?? this.workspace.resolve(folder, 'config.json');
    this.config = EMPTY_CONFIG;
    this.readsOwn = this.trusted && (await this.isOpen(folder));
    await this.readData(config, this.settings.config !== undefined, text => {
      const parsed = parseConfig(text, ruleIds);
      this.config = parsed.config;
      return parsed.problems;
    });
    await this.refreshProfiles(folder);
    const wanted = this.config.profile;
    if (wanted && !this.profiles.some(profile => profile.id === wanted)) {
      const known = this.profiles.map(profile => profile.id).join(', ');
      this.complain(config, t('There is no profile “{wanted}”. Known are {known}.', { wanted, known }));
    }
    await this.refreshData(folder);
    await this.archive.refresh([...this.archivePlaces, ...(await this.reportsInFolder())]);
    this.generation++;
  }

  /** Reads what the workspace adds to the data: catalogue, indicators, confirmations, terms, acronyms, baseline. */
  private async refreshData(folder: string): Promise<void> {
    let local: readonly LocalEntry[] = [];
    let own: readonly Indicator[] = [];
    let terms: readonly Term[] = [];
    let acronyms: readonly KnownAcronym[] = [];
    this.baseline = [];
    this.confirmed = [];
    const file = (path: string) => this.workspace.resolve(this.root, path);
    await this.readData(this.workspace.resolve(folder, 'catalogue.json'), false, text => {
      const parsed = parseLocalCatalogue(text);
      local = parsed.entries;
      return parsed.problems;
    });
    await this.readData(file(INDICATORS_FILE), false, text => {
      const parsed = parseIndicators(text);
      own = parsed.indicators;
      return parsed.problems;
    });
    await this.readData(file(CONFIRMED_FILE), false, text => {
      const parsed = parseConfirmed(text);
      this.confirmed = parsed.entries;
      return parsed.problems;
    });
    await this.readData(file(TERMS_FILE), false, text => {
      const parsed = parseTerms(text);
      terms = parsed.terms;
      return parsed.problems;
    });
    await this.readData(file(ACRONYMS_FILE), false, text => {
      const parsed = parseAcronyms(text);
      acronyms = parsed.acronyms;
      return parsed.problems;
    });
    if (this.settings.baseline !== null) {
      await this.readData(
        this.settings.baseline ?? file(BASELINE_FILE),
        this.settings.baseline !== undefined,
        text => {
          const parsed = parseBaseline(text);
          this.baseline = parsed.entries;
          return parsed.problems;
        },
      );
    }
    this.catalogue = local.length > 0 ? this.facts.catalogue.with(local) : this.facts.catalogue;
    this.indicators = own.length > 0 ? withWorkspaceIndicators(own) : INDICATORS;
    const lists = JSON.stringify({ terms, acronyms });
    if (lists !== this.lists) this.engine = new Engine(rulesWith({ terms, acronyms }), this.onFault);
    this.lists = lists;
  }

  private async refreshProfiles(folder: string): Promise<void> {
    const own: Profile[] = [];
    const profilesFolder = this.workspace.resolve(folder, 'profiles');
    for (const location of this.readsOwn ? await this.workspace.list(profilesFolder) : []) {
      if (!location.endsWith('.json')) continue;
      await this.readData(location, true, text => {
        const parsed = parseProfile(text);
        if (parsed.profile) own.push(parsed.profile);
        return parsed.problems;
      });
    }
    const ids = new Set(own.map(profile => profile.id));
    const profiles = [...builtinProfiles.filter(profile => !ids.has(profile.id)), ...own];
    if (JSON.stringify(profiles) === JSON.stringify(this.profiles)) return;
    this.profiles = profiles;
    this.vocabulary = vocabularyOf(profiles);
    this.archive = this.newArchive();
  }

  /** Whether the folder of our files may be read; tells it where it may not. */
  private async isOpen(folder: string): Promise<boolean> {
    const barred = await this.workspace.barrier(folder);
    if (barred) {
      const values = { folder: DATA_FOLDER, reason: REFUSALS[barred]() };
      this.complain(folder, t('Nothing of {folder} is read. {reason}', values));
    }
    return barred === null;
  }

  /** Tells something of a data file as a whole. */
  private complain(location: string, message: string): void {
    this.dataProblems.push({ location, text: '', span: { start: 0, end: 0 }, message });
  }

  /** Reads a data file; one that is not there is no problem unless somebody named it. */
  private async readData(
    location: string,
    named: boolean,
    use: (text: string) => readonly ConfigProblem[],
  ): Promise<void> {
    if (!named && !this.readsOwn) return;
    const loaded = await loadText(this.workspace, location);
    if ('refused' in loaded) {
      if (named || loaded.refused === REFUSALS.link()) this.complain(location, loaded.refused);
      return;
    }
    for (const problem of use(loaded.text))
      this.dataProblems.push({ ...problem, location, text: loaded.text });
  }

  /**
   * Loads the parts of the catalogue that a report's identifiers ask for; await it before the findings are asked
   * for. Undefined when all of it is there, so that a keystroke need not wait.
   */
  prepare({ reading }: Analysis): Promise<void> | undefined {
    const ids = new Set<string>();
    for (const block of reading.blocks) {
      if (this.prepared.has(block.remembered)) continue;
      this.prepared.add(block.remembered);
      for (const citation of block.citations) if (CATALOGUED.has(citation.kind)) ids.add(citation.id);
    }
    const series = titleSeries(reading);
    const numbers = ids.size > 0 ? this.catalogue.ready([...ids]) : undefined;
    // Titles without a number are looked for where they may belong.
    const titles = series.length > 0 ? this.catalogue.ready(series, 'ITU-T') : undefined;
    if (numbers || titles) {
      // Whoever asks in the meantime waits as well: what is being read counts as read no sooner than it is.
      const all = Promise.all([this.loading, numbers, titles]).then(() => {
        if (this.loading === all) this.loading = undefined;
      });
      this.loading = all;
    }
    return this.loading;
  }

  /**
   * Analyses one version of a report.
   *
   * @param label how the user knows the file; its year may come from the name
   * @param memory what the document's earlier versions left; see DocumentMemory
   */
  analyse(label: string, text: string, memory: DocumentMemory = newDocumentMemory()): Analysis {
    const fileName = label.slice(Math.max(label.lastIndexOf('/'), label.lastIndexOf('\\')) + 1);
    const report = parseReport(text, this.vocabulary, {
      setting: this.settings.year ?? this.config.year,
      fileName,
    });
    const reading = readReport(label, report, memory.reading);
    const profile = chooseProfile(report, this.profiles, this.settings.profile ?? this.config.profile);
    const archive = this.archive.before({
      label,
      text,
      year: report.year?.value ?? null,
      language: report.language,
    });
    const { engine, config, mode, catalogue, baseline } = this;
    const { instruments } = this.facts;
    const date = reportDate(report) ?? null;
    const context: ReportContext = {
      report,
      profile: profile?.profile ?? null,
      mode,
      reading,
      archive,
      date,
      catalogue,
      instruments,
      indicators: this.indicators,
      confirmed: this.confirmed,
      // Asked for when the catalogue has been read as far as the report needs it.
      get facts() {
        return memory.facts.of(context);
      },
    };
    let findings: readonly Finding[] | undefined;
    return {
      context,
      label,
      date,
      report,
      reading,
      profile,
      mode,
      archive,
      catalogue,
      instruments,
      get findings() {
        findings ??= withoutAccepted(engine.check(context, config), label, report, baseline);
        return findings;
      },
    };
  }
}
