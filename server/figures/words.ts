/** The small words by which the recogniser of figures tells where a counted thing begins and ends. */

const set = (words: string): ReadonlySet<string> => new Set(words.split(/\s+/).filter(Boolean));

/**
 * Prepositions, determiners, auxiliaries, pronouns, adverbs: none of them is part of a counted thing. The last line is
 * of those in French and Spanish that would pass for a plural.
 */
export const ENDS_PHRASE = set(`
  a an the this that these those its it their his her our your my he she they we who whom whose which what
  of in for to from with at on by into onto over under between among amongst within without during since until
  before after about across along around against towards toward through throughout via per than as like upon
  including include includes included regarding concerning following excluding except besides versus beyond
  is are was were be been being am has have had having do does did will would shall should can could may might must
  not no nor but if when where while whereas because so that though although yet then thus hence however
  also already now currently respectively only even just both each every either neither there here
  held took take takes participated attended joined benefited received took came come comes became become
  participate attend join benefit receive remain remains contain contains cover covers namely
  e.g i.e etc eg ie vs
  les des dans pour avec leurs dont ont sont aux ses ces vers los las sus entre sobre más menos como
`);

/** Plural in meaning without an s at the end. */
const IRREGULAR_PLURALS = set(`
  people children women men staff personnel youth media criteria phenomena alumni curricula fora symposia
  consortia memoranda addenda corrigenda errata indices matrices appendices vertices teeth feet data police
  schoolchildren salesmen chairmen policymen policewomen policemen craftspeople salespeople crew
`);

/** Ends in s and is no plural. */
const SINGULAR_IN_S = set(`
  its this thus as is was has plus gas bus yes us previous various numerous serious continuous famous analysis
  basis crisis emphasis synthesis thesis process access success address progress business awareness readiness
  preparedness wireless virus status campus focus consensus census cross across perhaps always besides towards
  afterwards sometimes news politics mathematics physics economics ethics versus less ourselves themselves
  consortium's apropos chaos corpus nexus locus abacus kudos atlas bias canvas alias cyprus mauritius honduras
  laos barbados bahamas paris athens texas wales maldives seychelles comoros belarus philippines netherlands
`);

/** Plurals that often stand before another noun: `two United Nations agencies`. */
const ATTRIBUTIVE_PLURALS = set(`
  telecommunications communications nations americas states skills systems operations services affairs sports
  sciences needs rights goods standards emergency applications networks resources
`);

export const isAttributivePlural = (word: string): boolean => ATTRIBUTIVE_PLURALS.has(word.toLowerCase());

/** Whether a word looks like a plural noun: `countries`, `CIRTs`, `people`. */
export function isPlural(word: string): boolean {
  const lower = word.toLowerCase();
  const tail = lower.slice(Math.max(lower.lastIndexOf('-'), lower.lastIndexOf('/')) + 1);
  if (IRREGULAR_PLURALS.has(tail)) return true;
  if (tail.length < 3 || !tail.endsWith('s')) return false;
  if (SINGULAR_IN_S.has(tail) || ENDS_PHRASE.has(tail)) return false;
  if (/(?:ss|us|is|ous|'s)$/.test(tail)) return /(?:menus|gurus|taxis|skis)$/.test(tail);
  // An acronym in capitals with a final S is no plural (`WSIS`, `GPS`); the plural's s is small (`CIRTs`).
  return !/^[A-Z\d]{2,}$/.test(word.slice(word.length - tail.length));
}

/** Measures of time, singular and plural. */
export const TIME_UNITS = set(
  'second seconds minute minutes hour hours day days week weeks month months year years decade decades',
);

/** What an age or a time is measured in, for `3-day` and `five-year`. */
export const COMPOUND_UNITS = set(`
  hour day week month year decade minute second
  member country nation language page person participant module student partner
`);

/** What a report numbers: something that comes again, so that next year's number is another. */
export const RECURRING = set(`
  edition iteration version meeting session round phase stage cycle anniversary forum conference workshop summit
  symposium plenary assembly cyberdrill drill exercise event webinar seminar platform dialogue congress consultation
  cohort batch issue volume release index survey review roundtable colloquium hackathon competition campaign call
  wave series year
`);

/** With `first` only these: a first meeting counts meetings, a first workshop on something counts nothing. */
export const RECURRING_FIRST = set('edition iteration version meeting session round phase cycle');

/** An ordinal before one of these numbers nothing that a report counts. */
export const NOT_RECURRING = set(`
  century party parties country countries half quarter semester trimester time times place lady person people aid
  hand world committee industrial degree level line mile step steps results priority instance secretary vice
  draft reading class layer order floor nature language generation year years
`);

/** Behind `one` these make it a pronoun or part of a saying. */
export const ONE_ENDS = set(`
  another hand side way thing such stop third half quarter fifth tenth more or time single off size or-more day
`);
