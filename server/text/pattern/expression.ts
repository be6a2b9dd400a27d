import { lazy } from '../lazy.ts';

/**
 * The source of a regular expression as a tree, for whoever wants to know what it can match without running it.
 * What the tree cannot say exactly (a class of Unicode, a reference back) it says too widely, never too narrowly.
 */

/** The characters that one step may take: of ASCII each for itself, all others together. */
export class Characters {
  /** 1 for each code below 128 that may be taken. */
  readonly ascii: Uint8Array;
  /** Whether any other character may be. */
  readonly wide: boolean;
  private known: { readonly letters: readonly string[]; readonly others: boolean } | undefined;

  constructor(ascii: Uint8Array, wide: boolean) {
    this.ascii = ascii;
    this.wide = wide;
  }

  /** The letters among them, small, each once. */
  get letters(): readonly string[] {
    return this.told.letters;
  }

  /** Whether anything else is among them. */
  get hasOthers(): boolean {
    return this.told.others;
  }

  private get told(): { readonly letters: readonly string[]; readonly others: boolean } {
    if (this.known) return this.known;
    const letters = new Set<string>();
    let others = this.wide;
    for (let code = this.ascii.indexOf(1); code >= 0; code = this.ascii.indexOf(1, code + 1)) {
      if (isLetter(code)) letters.add(String.fromCharCode(code | 32));
      else others = true;
    }
    this.known = { letters: [...letters], others };
    return this.known;
  }
}

/** Whether a code is that of a letter of ASCII. */
export const isLetter = (code: number): boolean => (code >= 65 && code <= 90) || (code >= 97 && code <= 122);

export type Sequence = readonly Step[];

export type Step =
  | { readonly kind: 'characters'; readonly characters: Characters }
  | { readonly kind: 'choice'; readonly options: readonly Sequence[] }
  | { readonly kind: 'repeat'; readonly of: Step; readonly least: number; readonly most: number }
  | {
      readonly kind: 'look';
      readonly ahead: boolean;
      readonly negative: boolean;
      readonly options: readonly Sequence[];
    }
  /** `\b`, `^`, `$`; and what says nothing that would be used: `\B`. */
  | { readonly kind: 'edge' | 'start' | 'end' | 'nothing' }
  /** What was matched before, once more. */
  | { readonly kind: 'reference' };

/** The choices of an expression, each a sequence of steps. Throws on what no expression of JavaScript says. */
export function parseExpression({ source, ignoreCase, dotAll, unicode }: RegExp): readonly Sequence[] {
  return new Parser(source, ignoreCase, dotAll, unicode).whole();
}

class Parser {
  private readonly source: string;
  private readonly ignoreCase: boolean;
  private readonly dotAll: boolean;
  private readonly unicode: boolean;
  private at = 0;

  constructor(source: string, ignoreCase: boolean, dotAll: boolean, unicode: boolean) {
    this.source = source;
    this.ignoreCase = ignoreCase;
    this.dotAll = dotAll;
    this.unicode = unicode;
  }

  whole(): readonly Sequence[] {
    const options = this.options();
    if (this.at < this.source.length) throw new SyntaxError(`unexpected ) in ${this.source}`);
    return options;
  }

  private options(): Sequence[] {
    const options: Step[][] = [[]];
    while (this.at < this.source.length && this.source[this.at] !== ')') {
      if (this.takes('|')) options.push([]);
      else options[options.length - 1].push(this.repeated(this.step()));
    }
    return options;
  }

  private takes(text: string): boolean {
    if (!this.source.startsWith(text, this.at)) return false;
    this.at += text.length;
    return true;
  }

  private repeated(of: Step): Step {
    const quantifier = /[*+?]|\{(\d+)(,?)(\d*)\}/y;
    quantifier.lastIndex = this.at;
    const found = quantifier.exec(this.source);
    if (!found) return of;
    this.at = quantifier.lastIndex;
    this.takes('?');
    const [sign, least, comma, most] = found;
    if (sign === '*') return { kind: 'repeat', of, least: 0, most: Number.POSITIVE_INFINITY };
    if (sign === '+') return { kind: 'repeat', of, least: 1, most: Number.POSITIVE_INFINITY };
    if (sign === '?') return { kind: 'repeat', of, least: 0, most: 1 };
    const upper = most ? Number(most) : comma ? Number.POSITIVE_INFINITY : Number(least);
    return { kind: 'repeat', of, least: Number(least), most: upper };
  }

  private step(): Step {
    if (this.takes('(')) return this.group();
    if (this.takes('[')) return { kind: 'characters', characters: this.set() };
    if (this.takes('^')) return { kind: 'start' };
    if (this.takes('$')) return { kind: 'end' };
    if (this.takes('.')) return { kind: 'characters', characters: this.dotAll ? ALL : not(classOf('\n\r')) };
    if (this.takes('\\')) return this.escaped();
    return { kind: 'characters', characters: this.cased(classOf(this.next())) };
  }

  private group(): Step {
    const look = this.takes('?=')
      ? { ahead: true, negative: false }
      : this.takes('?!')
        ? { ahead: true, negative: true }
        : this.takes('?<=')
          ? { ahead: false, negative: false }
          : this.takes('?<!')
            ? { ahead: false, negative: true }
            : undefined;
    if (!look && !this.takes('?:') && this.takes('?<')) this.at = this.source.indexOf('>', this.at) + 1;
    const options = this.options();
    if (!this.takes(')')) throw new SyntaxError(`no ) in ${this.source}`);
    return look ? { kind: 'look', ...look, options } : { kind: 'choice', options };
  }

  private escaped(): Step {
    if (this.takes('b')) return { kind: 'edge' };
    if (this.takes('B')) return { kind: 'nothing' };
    const reference = /[1-9]\d?|k<[^>]*>/y;
    reference.lastIndex = this.at;
    if (reference.test(this.source)) {
      this.at = reference.lastIndex;
      return { kind: 'reference' };
    }
    return { kind: 'characters', characters: this.cased(this.escape()) };
  }

  /** What stands behind a backslash, inside a set or outside. */
  private escape(): Characters {
    const letter = this.next();
    if (letter in classes()) return classes()[letter];
    if (letter in CONTROLS) return classOf(CONTROLS[letter]);
    if (letter === 'x') return classOf(String.fromCodePoint(this.hex(2)));
    if (letter === 'u')
      return classOf(String.fromCodePoint(this.takes('{') ? this.hexUntil('}') : this.hex(4)));
    // A property may be that of any character.
    if ((letter === 'p' || letter === 'P') && this.unicode) {
      this.at = this.source.indexOf('}', this.at) + 1;
      return ALL;
    }
    return classOf(letter);
  }

  private set(): Characters {
    const negative = this.takes('^');
    let all = NONE;
    while (!this.takes(']')) {
      if (this.at >= this.source.length) throw new SyntaxError(`no ] in ${this.source}`);
      const from = this.member();
      const isRange = this.source[this.at] === '-' && this.source[this.at + 1] !== ']';
      if (isRange) this.at++;
      const to = isRange ? this.member() : undefined;
      all = union(all, to ? range(from, to) : from);
    }
    const cased = this.cased(all);
    return negative ? not(cased) : cased;
  }

  private member(): Characters {
    if (!this.takes('\\')) return classOf(this.next());
    return this.takes('b') ? classOf('\b') : this.escape();
  }

  private cased(characters: Characters): Characters {
    return this.ignoreCase ? inBothCases(characters) : characters;
  }

  private next(): string {
    const code = this.source.codePointAt(this.at);
    if (code === undefined) throw new SyntaxError(`${this.source} ends too early`);
    const character = this.unicode ? String.fromCodePoint(code) : this.source[this.at];
    this.at += character.length;
    return character;
  }

  private hex(length: number): number {
    this.at += length;
    return Number.parseInt(this.source.slice(this.at - length, this.at), 16);
  }

  private hexUntil(end: string): number {
    const from = this.at;
    this.at = this.source.indexOf(end, from) + 1;
    return Number.parseInt(this.source.slice(from, this.at - 1), 16);
  }
}

/** The characters of which `is` holds. */
function where(is: (code: number) => boolean, wide: boolean): Characters {
  const ascii = new Uint8Array(128);
  for (let code = 0; code < 128; code++) if (is(code)) ascii[code] = 1;
  return new Characters(ascii, wide);
}

const NONE: Characters = where(() => false, false);
const ALL: Characters = where(() => true, true);

/** Each character of ASCII as a set of its own. */
const singles = lazy(() =>
  Array.from({ length: 128 }, (_, code): Characters => {
    const ascii = new Uint8Array(128);
    ascii[code] = 1;
    return new Characters(ascii, false);
  }),
);
const WIDE_ONE = new Characters(NONE.ascii, true);

/** Just these characters. */
function classOf(characters: string): Characters {
  if (characters.length === 1) return singles()[characters.charCodeAt(0)] ?? WIDE_ONE;
  return [...characters].map(one => singles()[one.charCodeAt(0)] ?? WIDE_ONE).reduce(union, NONE);
}

const union = (a: Characters, b: Characters): Characters =>
  a === NONE ? b : where(code => a.ascii[code] + b.ascii[code] > 0, a.wide || b.wide);

/** What is not in a set that has wide characters may still be another wide one. */
const not = (a: Characters): Characters => where(code => a.ascii[code] === 0, true);

/** From one character to another; both are given as the only members of their sets. */
function range(from: Characters, to: Characters): Characters {
  const first = from.ascii.indexOf(1);
  const last = to.ascii.lastIndexOf(1);
  if (first < 0) return WIDE_ONE;
  return where(code => code >= first && (last < 0 || code <= last), to.wide);
}

/** A letter in the other case; what is no letter, itself. */
const other = (code: number): number => (isLetter(code) ? code ^ 32 : code);

const inBothCases = (a: Characters): Characters =>
  a.letters.length === 0 ? a : where(code => a.ascii[code] + a.ascii[other(code)] > 0, a.wide);

const byTest = (pattern: RegExp, wide: boolean): Characters =>
  where(code => pattern.test(String.fromCharCode(code)), wide);

const classes = lazy(
  (): Readonly<Record<string, Characters>> => ({
    d: byTest(/\d/, false),
    D: byTest(/\D/, true),
    w: byTest(/\w/, false),
    W: byTest(/\W/, true),
    s: byTest(/\s/, true),
    S: byTest(/\S/, true),
  }),
);

const CONTROLS: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t', v: '\v', f: '\f', 0: '\0' };
