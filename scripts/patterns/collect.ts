import { readdirSync, readFileSync } from 'node:fs';
import * as module from 'node:module';
import { join } from 'node:path';
import { type Node, parse } from 'acorn';
import { ROOT } from '../root.ts';

/** A regular expression of the program, and where it stands. */
export interface Pattern {
  readonly source: string;
  readonly flags: string;
  /** `server/text/view.ts:20`, the first place of several. */
  readonly place: string;
}

/** What a file has: patterns written out, and places where patterns are put together when it runs. */
interface Found {
  readonly literals: Pattern[];
  readonly made: string[];
  /** Places where a text is searched by a text, of which JavaScript makes a pattern in silence. */
  readonly silent: string[];
}

/** Node has it; the types of the Node that VS Code runs do not. */
const { stripTypeScriptTypes } = module as unknown as { stripTypeScriptTypes: (code: string) => string };

export function filesIn(folder: string): string[] {
  return readdirSync(join(ROOT, folder), { withFileTypes: true }).flatMap(entry => {
    const path = `${folder}/${entry.name}`;
    if (entry.isDirectory()) return filesIn(path);
    return entry.name.endsWith('.ts') ? [path] : [];
  });
}

/**
 * Reads a file as a program, not as text: a pattern in a comment or a string is none. Its types are replaced by
 * blanks, so that lines stay what they are.
 */
export function patternsIn(file: string): Found {
  const code = stripTypeScriptTypes(readFileSync(join(ROOT, file), 'utf8'));
  const found: Found = { literals: [], made: [], silent: [] };
  walk(parse(code, { ecmaVersion: 'latest', sourceType: 'module', locations: true }), node => {
    const place = `${file}:${node.loc?.start.line}`;
    if (isLiteral(node)) found.literals.push({ source: node.regex.pattern, flags: node.regex.flags, place });
    if (isCall(node)) {
      const { callee } = node;
      if (callee.type === 'Identifier' && callee.name === 'RegExp') found.made.push(place);
      const method = callee.type === 'MemberExpression' ? callee.property?.name : undefined;
      const [first] = node.arguments;
      if (/^(?:match|matchAll|search)$/.test(method ?? '') && isText(first)) found.silent.push(place);
    }
  });
  return found;
}

type Any = Node & { readonly [key: string]: unknown };

interface Call extends Node {
  readonly callee: Node & { readonly name?: string; readonly property?: { readonly name?: string } };
  readonly arguments: readonly Node[];
}

const isLiteral = (node: Node): node is Node & { regex: { pattern: string; flags: string } } =>
  node.type === 'Literal' && 'regex' in node;
const isCall = (node: Node): node is Call => node.type === 'NewExpression' || node.type === 'CallExpression';
const isText = (node: Node | undefined): boolean =>
  node?.type === 'TemplateLiteral' || (node?.type === 'Literal' && typeof (node as Any).value === 'string');

function walk(node: Node, visit: (node: Node) => void): void {
  visit(node);
  for (const value of Object.values(node as Any)) {
    for (const inner of Array.isArray(value) ? value : [value]) {
      if (inner && typeof inner === 'object' && 'type' in inner) walk(inner as Node, visit);
    }
  }
}

/**
 * Writes down every pattern that is put together while something runs, with the place that asked for it.
 *
 * @param run loads and uses what is to be looked at; nothing of it may have been loaded before
 */
export async function patternsMade(run: () => Promise<void>): Promise<Pattern[]> {
  const seen = new Map<string, Pattern>();
  const own = globalThis.RegExp;
  const make = (args: ConstructorParameters<typeof RegExp>): RegExp => {
    const pattern = Reflect.construct(own, args, own) as RegExp;
    const place = callerOf(new Error().stack ?? '');
    if (place) seen.set(`${place} ${pattern}`, { source: pattern.source, flags: pattern.flags, place });
    return pattern;
  };
  globalThis.RegExp = new Proxy(own, {
    construct: (_, args) => make(args as ConstructorParameters<typeof RegExp>),
    apply: (_, __, args) => make(args as ConstructorParameters<typeof RegExp>),
  });
  try {
    await run();
  } finally {
    globalThis.RegExp = own;
  }
  return [...seen.values()];
}

/** The place in the program that a stack leads to; undefined for patterns of packages and of tests. */
function callerOf(stack: string): string | undefined {
  const frame = stack.split('\n')[3] ?? '';
  const at = frame.indexOf(ROOT);
  if (at < 0) return undefined;
  const [, file, line] = /^\/((?:server|client)\/\S+?):(\d+):/.exec(frame.slice(at + ROOT.length)) ?? [];
  return file && `${file}:${line}`;
}
