import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from '../root.ts';
import type { Pattern } from './collect.ts';

/** Patterns that the editor runs for us: the grammar's, and those on words and indentation. */
const FILES: Readonly<Record<string, RegExp>> = {
  'syntaxes/gca-report.tmLanguage.json': /^(?:match|begin|end|while)$/,
  'language-configuration.json': /^(?:beforeText|afterText|start|end|wordPattern)$/,
};

/** Every pattern of those files; what the grammar's engine writes as `(?i)` and `\x{…}`, JavaScript
 * writes otherwise. */
export function patternsOfData(): Pattern[] {
  return Object.entries(FILES).flatMap(([place, keys]) => {
    const found: Pattern[] = [];
    visit(JSON.parse(readFileSync(join(ROOT, place), 'utf8')), (key, text) => {
      if (!keys.test(key)) return;
      const ignoresCase = text.startsWith('(?i)');
      const flags = (ignoresCase ? 'i' : '') + (/\\p\{/.test(text) ? 'u' : '');
      const source = text
        .slice(ignoresCase ? 4 : 0)
        .replace(/\\x\{([\da-f]+)\}/gi, (_, hex: string) => `\\u${hex.padStart(4, '0')}`);
      found.push({ source, flags, place });
    });
    return found;
  });
}

function visit(value: unknown, tell: (key: string, text: string) => void): void {
  if (typeof value !== 'object' || value === null) return;
  for (const [key, inner] of Object.entries(value)) {
    if (typeof inner === 'string') tell(key, inner);
    else visit(inner, tell);
  }
}
