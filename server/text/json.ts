import { t } from '../messages/translate.ts';
import type { Span } from './span.ts';

/**
 * A reader of JSON that keeps where everything stands, for the data files that people write by hand. It goes on
 * after an error, so that one slip costs one value and the message points at it. Comments are let pass: they are
 * notes a drafter leaves; everything else that JSON forbids is an error.
 */

interface Leaf<K extends string, V> extends Span {
  readonly kind: K;
  readonly value: V;
}

export type JsonString = Leaf<'string', string>;
export type JsonNumber = Leaf<'number', number>;
export type JsonBoolean = Leaf<'boolean', boolean>;
export type JsonNull = Leaf<'null', null>;

export interface JsonArray extends Span {
  readonly kind: 'array';
  readonly items: readonly JsonNode[];
}

export interface JsonMember extends Span {
  readonly key: string;
  /** The key with its quotation marks. */
  readonly keySpan: Span;
  /** Undefined where the text has no value that could be read. */
  readonly value?: JsonNode;
}

export interface JsonObject extends Span {
  readonly kind: 'object';
  readonly members: readonly JsonMember[];
}

export type JsonNode = JsonString | JsonNumber | JsonBoolean | JsonNull | JsonArray | JsonObject;

export interface JsonError {
  readonly span: Span;
  /** What is wrong, for the person who wrote the file. */
  readonly message: string;
}

export interface ParsedJson {
  /** Undefined where nothing could be read. */
  readonly root?: JsonNode;
  /** In the order of the text, at most MAX_ERRORS. */
  readonly errors: readonly JsonError[];
}

export type JsonValue = string | number | boolean | null | JsonValue[] | { [key: string]: JsonValue };

/** What is nested deeper is skipped with an error: no data file needs it, and it bounds the recursion. */
export const MAX_DEPTH = 64;
/** Further errors say nothing new about a file that is not JSON at all. */
export const MAX_ERRORS = 100;

/** Reads `text` (UTF-16 offsets), in time linear in its length; never throws. */
export function parseJson(text: string): ParsedJson {
  return new Parser(text).parse();
}

/** The member of that name; of two with one name the later, as everywhere else. */
export function member(node: JsonObject, key: string): JsonMember | undefined {
  return node.members.findLast(one => one.key === key);
}

/**
 * The plain value of a node. Objects have no prototype, so that a key of the file (`__proto__`, `constructor`) is
 * never more than a key; members without a value are left out.
 */
// biome-ignore lint/suspicious/noShadowRestrictedNames: the plain word for it, and nothing here means the global one
export function valueOf(node: JsonNode): JsonValue {
  if (node.kind === 'array') return node.items.map(valueOf);
  if (node.kind !== 'object') return node.value;
  const object: { [key: string]: JsonValue } = Object.create(null);
  for (const { key, value } of node.members) if (value) object[key] = valueOf(value);
  return object;
}

const NUMBER = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?(?![\w.+-])/y;
/** A run that a person meant as one word: a bare key, a misspelt `True`, a number with a comma too few. */
const WORD = /[^\s,:[\]{}"]+/y;
const BLANK = /[\s\uFEFF]+/y;
const ESCAPES: Readonly<Record<string, string>> = {
  '"': '"',
  '\\': '\\',
  '/': '/',
  b: '\b',
  f: '\f',
  n: '\n',
  r: '\r',
  t: '\t',
};

class Parser {
  private readonly text: string;
  private readonly errors: JsonError[] = [];
  private at = 0;
  /** Closing brackets that an open container still waits for, outermost first. */
  private readonly open: string[] = [];

  constructor(text: string) {
    this.text = text;
  }

  parse(): ParsedJson {
    this.blank();
    if (this.at >= this.text.length) {
      this.error(0, this.text.length, t('The file is empty.'));
      return { errors: this.errors };
    }
    const root = this.value();
    this.blank();
    if (this.at < this.text.length)
      this.error(this.at, this.text.length, t('Nothing may stand after the end of the value.'));
    return root ? { root, errors: this.errors } : { errors: this.errors };
  }

  private error(start: number, end: number, message: string): void {
    if (this.errors.length < MAX_ERRORS) this.errors.push({ span: { start, end }, message });
  }

  /** Passes white space and comments. */
  private blank(): void {
    for (;;) {
      BLANK.lastIndex = this.at;
      const blank = BLANK.exec(this.text);
      if (blank) this.at += blank[0].length;
      if (this.text.startsWith('//', this.at)) this.at = this.endOr(this.text.indexOf('\n', this.at));
      else if (this.text.startsWith('/*', this.at)) {
        const close = this.text.indexOf('*/', this.at + 2);
        if (close < 0) this.error(this.at, this.at + 2, t('This comment is not closed.'));
        this.at = close < 0 ? this.text.length : close + 2;
      } else return;
    }
  }

  private endOr(index: number): number {
    return index < 0 ? this.text.length : index;
  }

  /** The value at the present place; undefined, with an error, where there is none. Always moves on past a word. */
  private value(): JsonNode | undefined {
    const start = this.at;
    const first = this.text[start];
    if (first === '{' || first === '[') {
      if (this.open.length >= MAX_DEPTH) return this.skipDeep(start);
      return first === '{' ? this.object(start) : this.array(start);
    }
    if (first === '"') return { kind: 'string', start, value: this.string(), end: this.at };
    NUMBER.lastIndex = start;
    const number = NUMBER.exec(this.text);
    if (number) {
      this.at += number[0].length;
      return { kind: 'number', value: Number(number[0]), start, end: this.at };
    }
    const word = this.word();
    const end = this.at;
    if (word === 'true' || word === 'false') return { kind: 'boolean', value: word === 'true', start, end };
    if (word === 'null') return { kind: 'null', value: null, start, end };
    if (word)
      this.error(
        start,
        end,
        t('This is no value: text stands in double quotes, and true, false and null in lower case.'),
      );
    else this.error(start, Math.min(start + 1, this.text.length), t('A value is missing here.'));
    return undefined;
  }

  private word(): string {
    WORD.lastIndex = this.at;
    const word = WORD.exec(this.text)?.[0] ?? '';
    this.at += word.length;
    return word;
  }

  private object(start: number): JsonObject {
    const members: JsonMember[] = [];
    const seen = new Set<string>();
    this.elements(start, '}', () => {
      const keyStart = this.at;
      const quoted = this.text[keyStart] === '"';
      const key = quoted ? this.string() : this.word();
      const keySpan = { start: keyStart, end: this.at };
      if (!quoted && key) this.error(keyStart, this.at, t('A name stands in double quotes.'));
      if (!quoted && !key) return false;
      if (seen.has(key))
        this.error(
          keyStart,
          this.at,
          t('"{key}" stands here twice; the later one counts.', { key: key.slice(0, 60) }),
        );
      seen.add(key);
      this.blank();
      if (this.text[this.at] !== ':') {
        this.error(keyStart, keySpan.end, t('A colon and a value are missing after this name.'));
        members.push({ key, keySpan, ...keySpan });
        return true;
      }
      this.at++;
      this.blank();
      const value = this.value();
      members.push({ key, keySpan, start: keyStart, end: this.at, ...(value && { value }) });
      return true;
    });
    return { kind: 'object', members, start, end: this.at };
  }

  private array(start: number): JsonArray {
    const items: JsonNode[] = [];
    this.elements(start, ']', () => {
      const before = this.at;
      const value = this.value();
      if (value) items.push(value);
      return this.at > before;
    });
    return { kind: 'array', items, start, end: this.at };
  }

  /** Reads elements up to the closing bracket; `element` says whether it could move on. */
  private elements(start: number, closing: string, element: () => boolean): void {
    this.open.push(closing);
    this.at++;
    let comma = -1;
    let needsComma = false;
    for (;;) {
      this.blank();
      const unit = this.text[this.at];
      if (unit === undefined) {
        this.error(start, start + 1, t('The closing "{closing}" of this bracket is missing.', { closing }));
        break;
      }
      if (unit === closing) {
        if (comma >= 0) this.error(comma, comma + 1, t('No comma stands after the last element.'));
        this.at++;
        break;
      }
      if (unit === ',') {
        if (!needsComma) this.error(this.at, this.at + 1, t('There is a comma too many here.'));
        else comma = this.at;
        needsComma = false;
        this.at++;
        continue;
      }
      if (unit === ']' || unit === '}') {
        this.error(this.at, this.at + 1, t('A "{closing}" is expected here.', { closing }));
        // It may close a bracket further out; if none waits for it, it is only in the way.
        if (this.open.includes(unit)) break;
        this.at++;
        continue;
      }
      if (needsComma) this.error(this.at, this.at + 1, t('A comma is missing before this.'));
      comma = -1;
      needsComma = true;
      if (!element()) {
        this.error(this.at, this.at + 1, t('This does not belong here.'));
        this.at++;
        needsComma = false;
      }
    }
    this.open.pop();
  }

  /** Passes a container that is nested too deeply, without recursion. */
  private skipDeep(start: number): undefined {
    this.error(start, start + 1, t('Brackets are nested more than {depth} deep here.', { depth: MAX_DEPTH }));
    let depth = 0;
    while (this.at < this.text.length) {
      const unit = this.text[this.at];
      if (unit === '"') {
        this.string();
        continue;
      }
      if (unit === '{' || unit === '[') depth++;
      if (unit === '}' || unit === ']') depth--;
      this.at++;
      if (depth === 0) break;
    }
    return undefined;
  }

  /** The text of a string at whose opening quotation mark we stand. */
  private string(): string {
    const start = this.at++;
    let value = '';
    let from = this.at;
    for (; this.at < this.text.length; this.at++) {
      const unit = this.text.charCodeAt(this.at);
      if (unit === 34) {
        value += this.text.slice(from, this.at++);
        return value;
      }
      if (unit === 10 || unit === 13) break;
      if (unit === 92) {
        value += this.text.slice(from, this.at) + this.escape();
        from = this.at + 1;
      } else if (unit < 32)
        this.error(
          this.at,
          this.at + 1,
          t('A control character stands in this text; write it as an escape (\\t for a tab).'),
        );
    }
    this.error(start, this.at, t('The closing quotation mark is missing.'));
    return value + this.text.slice(from, this.at);
  }

  /** What the escape at whose backslash we stand means; ends on its last code unit. */
  private escape(): string {
    const start = this.at++;
    const letter = this.text[this.at];
    if (letter === 'u') {
      const digits = /^[0-9a-fA-F]{4}/.exec(this.text.slice(this.at + 1, this.at + 5))?.[0];
      if (digits) {
        this.at += 4;
        return String.fromCharCode(Number.parseInt(digits, 16));
      }
    }
    const known = letter === undefined ? undefined : ESCAPES[letter];
    if (known !== undefined) return known;
    this.error(
      start,
      Math.min(this.at + 1, this.text.length),
      t('This backslash starts no escape; write two for a backslash.'),
    );
    // The line's end must be seen by whoever reads the string.
    if (letter === undefined || letter === '\n' || letter === '\r') {
      this.at = start;
      return '';
    }
    return letter;
  }
}
