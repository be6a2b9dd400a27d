import { stat } from 'node:fs/promises';
import { type Finder, findFiles } from './find.ts';

/** How the files looked: the path of each to what tells its versions apart. */
export type Look = ReadonlyMap<string, string>;

/** The state of the files that the words of a call mean, and of all files at other places. Never throws. */
export async function lookAt(
  names: readonly string[],
  places: readonly string[],
  finder: Finder,
): Promise<Look> {
  const paths = new Set<string>();
  for (const name of names)
    for (const { location } of (await findFiles(name, finder)).files) paths.add(location);
  for (const place of places) for (const path of await finder.workspace.list(place)) paths.add(path);
  const look = new Map<string, string>();
  for (const path of paths) {
    const found = await stat(path).catch(() => undefined);
    if (found) look.set(path, `${found.mtimeMs} ${found.size} ${found.ino}`);
  }
  return look;
}

/** The paths that came, went or changed. */
export const changesBetween = (before: Look, after: Look): string[] =>
  [...new Set([...before.keys(), ...after.keys()])]
    .filter(path => before.get(path) !== after.get(path))
    .sort();

/** A look comes at most this often, in milliseconds … */
const SHORTEST_PAUSE = 250;
const LONGEST_PAUSE = 5_000;
/** … and so seldom that looking takes at most one part in this many of the time. */
const SHARE = 20;
/** Whoever writes several files, or one in pieces, gets this long between two looks that have to agree … */
const SETTLING = 100;
/** … but a file that is written without end holds nothing up for longer than this many looks. */
const MOST_LOOKS = 20;

/** What a watch needs of the world; in a test another world. */
export interface Watch {
  readonly look: () => Promise<Look>;
  /** Told the same as `check`, before the look that is taken before it: what is looked at may have to be read first. */
  readonly prepare?: (changed: readonly string[]) => Promise<void>;
  /** Told the paths that changed; the first time none. */
  readonly check: (changed: readonly string[]) => Promise<void>;
  /** Ends the watch. */
  readonly signal: AbortSignal;
  /** Waits a number of milliseconds, or less where the signal ends it. */
  readonly pause?: (ms: number, signal: AbortSignal) => Promise<void>;
}

/**
 * Checks, and looks again and again until the signal comes; what changed is checked anew. Looking is asking for
 * times and sizes: it works alike on shared folders and in folders that vanish and come back, where a system's own
 * messages do not.
 */
export async function watch({ look, prepare, check, signal, pause = waitFor }: Watch): Promise<void> {
  let known: Look = new Map();
  const checkNow = async (changed: readonly string[]) => {
    await prepare?.(changed);
    known = await look();
    await check(changed);
  };
  await checkNow([]);
  while (!signal.aborted) {
    const began = performance.now();
    let now = await look();
    const took = performance.now() - began;
    if (changesBetween(known, now).length === 0) {
      await pause(Math.min(LONGEST_PAUSE, Math.max(SHORTEST_PAUSE, took * SHARE)), signal);
      continue;
    }
    for (let i = 0; i < MOST_LOOKS && !signal.aborted; i++) {
      await pause(SETTLING, signal);
      const before = now;
      now = await look();
      if (changesBetween(before, now).length === 0) break;
    }
    const changed = changesBetween(known, now);
    // A file that came and went meanwhile is no reason to check.
    if (changed.length > 0 && !signal.aborted) await checkNow(changed);
  }
}

const waitFor = (ms: number, signal: AbortSignal): Promise<void> =>
  new Promise(resolve => {
    const end = () => {
      clearTimeout(timer);
      signal.removeEventListener('abort', end);
      resolve();
    };
    const timer = setTimeout(end, ms);
    signal.addEventListener('abort', end);
    if (signal.aborted) end();
  });
