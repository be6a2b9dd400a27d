import { sep } from 'node:path';
import ignore from 'ignore';
import { t } from '../messages/translate.ts';

/**
 * Patterns for files, in the one language that people know from .gitignore: `*` and `?` inside a name, `**` over
 * folders, `[a-z]`. On Windows and macOS capitals do not count, as they do not in the names of files there.
 */

const FOLDS = process.platform === 'win32' || process.platform === 'darwin';

/** Whether a word of the command line is meant as a pattern where no file has it as its name. */
export const isPattern = (name: string): boolean => /[*?]|\[[^[\]/]+\]/.test(name);

/** Which paths below a folder a pattern names. */
export interface Pattern {
  /** The part before the first segment with a pattern: the folder to look in. */
  readonly base: string;
  /** Whether a file is meant; its path is relative to the base, with `/`. A folder that is named stands for all in it. */
  readonly matches: (path: string) => boolean;
  /** Whether a folder may hold a file that is meant. */
  readonly mayHold: (folder: string) => boolean;
}

/** A pattern as it was typed, with `/` between its segments. */
const slashed = (pattern: string): string => (sep === '\\' ? pattern.replaceAll('\\', '/') : pattern);

/** The folder that a pattern begins with: what stands before the first segment with a pattern in it. */
export function baseOf(pattern: string): string {
  const segments = slashed(pattern).split('/');
  const first = segments.findIndex(isPattern);
  return segments.slice(0, first).join('/') || (first > 0 ? '/' : '.');
}

/** Reads a pattern; a text says in a sentence why it cannot be read. */
export function readPattern(pattern: string): Pattern | string {
  if (/\[[^[\]/]*(?:\/|$)/.test(pattern)) return t('The pattern has a “[” without its “]”.');
  const segments = slashed(pattern).split('/');
  const first = segments.findIndex(isPattern);
  const wanted = segments.slice(first);
  if (wanted.some(segment => segment === '.' || segment === '..'))
    return t('In a pattern “.” and “..” stand only in front, before the first “*” or “[”.');
  const whole = anchored(wanted.join('/'));
  const each = wanted.map(anchored);
  return {
    base: baseOf(pattern),
    matches: path => whole.ignores(path),
    mayHold(folder) {
      for (const [i, name] of folder.split('/').entries()) {
        if (i >= wanted.length || wanted[i] === '**') return true;
        if (!each[i].ignores(name)) return false;
      }
      return true;
    },
  };
}

const anchored = (pattern: string) => ignore({ ignorecase: FOLDS }).add(`/${pattern}`);

/**
 * What an ignore file leaves out, by paths relative to its folder with `/`; a folder's path ends in `/`.
 *
 * @param text lines as in .gitignore
 */
export function ignoredBy(text: string): (path: string) => boolean {
  const rules = ignore({ ignorecase: FOLDS }).add(text);
  return path => rules.ignores(path);
}
