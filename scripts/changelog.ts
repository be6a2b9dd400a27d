/** CHANGELOG.md in the form of https://keepachangelog.com/en/1.1.0/, and what a version number has to say of it. */

export const KINDS = ['Added', 'Changed', 'Deprecated', 'Removed', 'Fixed', 'Security'] as const;

export type Kind = (typeof KINDS)[number];

export interface Release {
  /** Null for what is not released yet. */
  readonly version: string | null;
  /** `YYYY-MM-DD`, null where none is given: a version that was never released has none. */
  readonly date: string | null;
  /** The entries of each kind that has any. */
  readonly changes: ReadonlyMap<Kind, readonly string[]>;
  /** Everything between its heading and the next, as it stands. */
  readonly text: string;
}

export interface Changelog {
  /** Newest first, as they stand. */
  readonly releases: readonly Release[];
  /** What is not as the form has it, each with its line. */
  readonly problems: readonly string[];
}

const HEADING = /^## \[?(Unreleased|[^\]\s]+)\]?(?: - (\S+))?(?: \[YANKED\])?\s*$/;
const VERSION = /^(0|[1-9]\d*)\.(0|[1-9]\d*)\.(0|[1-9]\d*)$/;

/** Major, minor and patch; undefined where the text is no version. Versions before a release are not ours. */
export function parseVersion(text: string): readonly [number, number, number] | undefined {
  const found = VERSION.exec(text);
  return found ? [Number(found[1]), Number(found[2]), Number(found[3])] : undefined;
}

/** Below 0 where the first version is the older one. */
export function compareVersions(a: string, b: string): number {
  const [x, y] = [parseVersion(a) ?? [0, 0, 0], parseVersion(b) ?? [0, 0, 0]];
  return x[0] - y[0] || x[1] - y[1] || x[2] - y[2];
}

const isDate = (text: string): boolean =>
  /^\d{4}-\d\d-\d\d$/.test(text) && new Date(`${text}T00:00:00Z`).toJSON()?.startsWith(text) === true;

export function parseChangelog(text: string): Changelog {
  const problems: string[] = [];
  const releases: (Omit<Release, 'text' | 'changes'> & { changes: Map<Kind, string[]>; lines: string[] })[] =
    [];
  let kind: Kind | undefined;
  const lines = text.split(/\r?\n/);
  if (!/^# Changelog\s*$/.test(lines[0])) problems.push('1: the first line is not “# Changelog”');
  lines.forEach((line, i) => {
    const say = (what: string) => problems.push(`${i + 1}: ${what}`);
    const current = releases.at(-1);
    if (line.startsWith('## ')) {
      const [, name, date = null] = HEADING.exec(line) ?? [];
      if (name === undefined) say(`“${line}” is neither “## [1.2.3] - 2026-01-31” nor “## [Unreleased]”`);
      else checkOrder(name, date, releases, say);
      kind = undefined;
      const version = name === 'Unreleased' ? null : (name ?? '');
      releases.push({ version, date, changes: new Map(), lines: [] });
      return;
    }
    current?.lines.push(line);
    if (line.startsWith('### ')) {
      kind = KINDS.find(one => line === `### ${one}`);
      if (!kind) say(`“${line.slice(4)}” is none of ${KINDS.join(', ')}`);
      else if (current?.changes.has(kind)) say(`“${kind}” stands twice`);
      else current?.changes.set(kind, []);
    } else if (/^[-*] \S/.test(line) && current) {
      if (kind) current.changes.get(kind)?.push(line.slice(2));
      else say('an entry under no kind of change');
    }
  });
  for (const { version, changes } of releases) {
    for (const [of, entries] of changes)
      if (entries.length === 0) problems.push(`${version ?? 'Unreleased'}: “${of}” has no entry`);
  }
  return {
    releases: releases.map(({ lines: own, ...release }) => ({ ...release, text: own.join('\n').trim() })),
    problems,
  };
}

function checkOrder(
  name: string,
  date: string | null,
  before: readonly Pick<Release, 'version' | 'date'>[],
  say: (what: string) => void,
): void {
  if (name === 'Unreleased') {
    if (before.length > 0) say('“Unreleased” does not stand first');
    return;
  }
  if (!parseVersion(name)) say(`“${name}” is no version like 1.2.3`);
  if (date !== null && !isDate(date)) say(`“${date}” is no date like 2026-01-31`);
  const newer = before.findLast(one => one.version !== null);
  if (newer?.version && compareVersions(newer.version, name) <= 0)
    say(`${name} stands below ${newer.version}, which is not newer`);
  if (newer?.date && date && newer.date < date) say(`${name} is dated later than ${newer.version} above it`);
}

/** What is known when a version is about to be released. */
export interface Candidate {
  /** As package.json has it. */
  readonly version: string;
  /** As package-lock.json has it. */
  readonly locked: string;
  readonly changelog: string;
  /** The tags of the repository. */
  readonly tags: readonly string[];
  /** Files that differ from the last commit. */
  readonly changed: readonly string[];
}

export const tagOf = (version: string): string => `v${version}`;

/** What stands in the way of a release, in words; empty where nothing does. */
export function releaseProblems({ version, locked, changelog, tags, changed }: Candidate): string[] {
  const { releases, problems } = parseChangelog(changelog);
  const found = problems.map(problem => `CHANGELOG.md, ${problem}.`);
  const say = (what: string) => found.push(what);
  if (changed.length > 0) say(`Not committed: ${changed.join(', ')}.`);
  if (!parseVersion(version)) say(`The version in package.json, “${version}”, is none like 1.2.3.`);
  if (locked !== version) say(`package-lock.json has version ${locked}: run npm install.`);
  if (tags.includes(tagOf(version)))
    say(`The tag ${tagOf(version)} exists: raise the version in package.json.`);
  for (const tag of tags) {
    if (parseVersion(tag.slice(1)) && tag.startsWith('v') && compareVersions(tag.slice(1), version) > 0)
      say(`${tag} was released, which is newer than ${version}.`);
  }
  const [newest, previous] = releases.filter(one => one.version !== null);
  const waiting = releases.find(one => one.version === null && one.changes.size > 0);
  if (waiting) {
    const next = newest?.version ? nextVersions(newest.version, waiting.changes)[0] : '0.1.0';
    say(
      `CHANGELOG.md has entries under “Unreleased”: give them a heading as “## [${next}] - YYYY-MM-DD”, and ` +
        'package.json the same version.',
    );
    return found;
  }
  if (newest?.version !== version)
    say(`The newest version of CHANGELOG.md is ${newest?.version}, not ${version}.`);
  else if (newest.changes.size === 0) say(`CHANGELOG.md does not say what ${version} brings.`);
  else if (newest.date === null) say(`CHANGELOG.md does not date ${version}.`);
  else if (previous?.version) found.push(...stepProblems(previous.version, newest));
  return found;
}

/** Whether a number follows the one before it as Semantic Versioning has it. */
function stepProblems(previous: string, { version, changes }: Release): string[] {
  const allowed = nextVersions(previous, changes);
  if (allowed.includes(version ?? '')) return [];
  return [
    `After ${previous}, with ${[...changes.keys()].join(', ')}, comes ${allowed.join(' or ')}, not ${version}.`,
  ];
}

/** The versions that may follow one, by the kinds of change: the smallest step first. */
function nextVersions(previous: string, changes: ReadonlyMap<Kind, unknown>): string[] {
  const [major, minor, patch] = parseVersion(previous) ?? [0, 0, 0];
  const next = [`${major + 1}.0.0`];
  // Before 1.0.0 a minor version may take away what was there.
  if (!changes.has('Removed') || major === 0) next.unshift(`${major}.${minor + 1}.0`);
  const onlyMends = [...changes.keys()].every(kind => kind === 'Fixed' || kind === 'Security');
  if (onlyMends) next.unshift(`${major}.${minor}.${patch + 1}`);
  return next;
}
