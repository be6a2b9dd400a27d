import { isOpener, isSpace } from './chars.ts';
import type { Entrance } from './gate.ts';
import type { Found, Scan } from './scan.ts';

/** Documents of the Council: `C19/58`, `C05/EP/10`, `C20/INF/11`, `C17/130(Rev.1)-E`. `C21/VCC1` names a meeting. */

const DOCUMENT =
  /C(\d{2})\/((?:[A-Z]{2,5}\/)?\d{1,3})(?!\w|\/)(?:\s?\(?(Rev|REV|rev|Add|ADD|Corr?|COR)\.?\s?(\d{1,2})\)?(?!\w))?(?:-[A-Z](?!\w))?/y;

const MORE = /(?:,\s{0,2}(?:and\s{1,2})?|\s{1,2}(?:and|&)\s{1,2})(\d{1,3})(?![\w/%]|[.,]\d|-\d|\s[a-z])/y;

function document(scan: Scan, at: number): number {
  const read = scan.match(DOCUMENT, at);
  if (!read) return 0;
  const end = DOCUMENT.lastIndex;
  const prefixed = scan.prefixed(at) && (scan.prefixNoun === 'document' || scan.prefixNoun === 'council');
  const plural = prefixed && scan.prefixPlural;
  const previous =
    !prefixed && scan.continues(at) && scan.last()?.kind === 'council-document' ? scan.last() : undefined;
  const base = `C${read[1]}/${read[2]}`;
  const part = read[3]
    ? `${read[3][0].toUpperCase()}${read[3].slice(1).toLowerCase()}.${read[4]}`
    : undefined;
  let found = scan.add(
    'council-document',
    part ? `${base}(${part})` : base,
    prefixed ? scan.prefixStart : at,
    at,
    end,
    end,
  );
  if (prefixed) found.prefixed = true;
  if (part) found.edition = part;
  if (part) found.alsoKnownAs = [base];
  if (previous) scan.join(previous, found);
  if (!plural || read[2].includes('/')) return end;
  // "Documents C21/71 and 72": the session is said once.
  for (;;) {
    const next: RegExpExecArray | null = scan.match(MORE, found.end);
    if (!next) break;
    const last = MORE.lastIndex;
    const member: Found = scan.add(
      'council-document',
      `C${read[1]}/${next[1]}`,
      last - next[1].length,
      last - next[1].length,
      last,
      last,
    );
    scan.join(found, member);
    found = member;
  }
  return found.end;
}

/** A symbol inside a path or a longer code is none of the Council's. */
function standalone(scan: Scan, at: number): number {
  const before = scan.code(at - 1);
  const fresh = at === 0 || isSpace(before) || isOpener(before) || scan.prefixed(at);
  return fresh ? document(scan, at) : 0;
}

export const DOCUMENTS: readonly Entrance[] = [[[...'0123456789'].map(digit => `C${digit}`), standalone]];
