import type { Role } from './model.ts';

/** The five pillars of the Global Cybersecurity Agenda, in the Agenda's order, and Child Online Protection. */
export const PILLARS: readonly Role[] = [
  'legal',
  'technical',
  'organizational',
  'capacity',
  'cooperation',
  'cop',
];

/**
 * Words that give a heading its role, whatever else it says: reports vary in case, spelling and wording
 * ("GCA Pillar 3: Organisational structures"). Looked at in this order.
 */
const ROLE_WORDS: readonly (readonly [Role, RegExp])[] = [
  [
    'cop',
    /\bchild(?:ren)? online (?:protection|safety)\b|\bprotect(?:ion|ing) (?:of )?children online\b|^cop$/,
  ],
  ['legal', /\blegal (?:measures?|frameworks?|aspects)\b|^legal$/],
  [
    'technical',
    /\btechnical (?:(?:and|&) )?(?:procedural )?measures?\b|\btechnical (?:and|&) procedural\b|^technical$/,
  ],
  ['organizational', /\borgani[sz]ational (?:structures?|measures?)\b|^organi[sz]ational$/],
  ['capacity', /\bcapacity[ -](?:building|development)\b/],
  ['cooperation', /\binternational co-?operation\b|^co-?operation(?: measures?)?$/],
  ['background', /^background\b/],
  ['introduction', /^introduction\b|^cybersecurity and countering spam\b/],
];

/**
 * The form in which titles are compared: lower case, one space between words, no emphasis, no colon or full stop
 * at the end, `-ise` spellings and bracketed acronyms folded away.
 */
export function titleKey(title: string): string {
  let key = keys.get(title);
  if (key === undefined) {
    if (keys.size >= MOST_KEYS) keys.clear();
    keys.set(title, (key = madeKey(title)));
  }
  return key;
}

/** Titles of profiles and reports are compared at every keystroke; few of them change. */
const keys = new Map<string, string>();
const MOST_KEYS = 2000;

const madeKey = (title: string): string =>
  title
    .replace(/[*_`\uFEFF]+/g, '')
    .replace(/[\s\u00a0\u202f]+/g, ' ')
    .replace(/ ?\([A-Z]{2,8}\)/g, '')
    .replace(/(?<![\s.:;])[\s.:;]+$/, '')
    .trim()
    .toLowerCase()
    .replace(/organis/g, 'organiz')
    .replace(/[\u2010\u2011\u2013]/g, '-');

/** The role that a heading's words give it, or `other`. */
export function roleOf(title: string): Role {
  const key = titleKey(title);
  for (const [role, words] of ROLE_WORDS) if (words.test(key)) return role;
  return 'other';
}
