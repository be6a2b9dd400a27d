import { NOTE_AUTHOR, OUR_AUTHOR } from '../comment.ts';
import type { WordPackage } from '../package.ts';
import { childrenOf, descendants, textOf, type XmlElement } from '../xml.ts';

export interface Reply {
  readonly author: string;
  readonly text: string;
}

/** A comment of a Word document with what was answered to it. */
export interface Thread {
  readonly id: string;
  readonly author: string;
  /** As Word writes it: ISO 8601, in the author's own time. */
  readonly date: string | null;
  readonly text: string;
  readonly resolved: boolean;
  readonly replies: readonly Reply[];
  /** For a finding of ours: its rule; two where one comment hid two. */
  readonly rules: readonly string[];
}

interface Single extends Reply {
  readonly id: string;
  readonly date: string | null;
  readonly paraId: string | undefined;
  readonly lines: readonly string[];
}

/** A rule, a group of rules, or all of them: what can stand in a comment that hides findings. */
const RULE_ID = /^(?:\*|[a-z][a-z-]*(?:\/[a-z][a-z-]*)?)$/;

/** The comments of a document as threads, by the id of their first comment. */
export function readThreads(file: WordPackage): Map<string, Thread> {
  const singles = childrenOf(file.related('comments')?.root, 'w:comment').map(readSingle);
  const states = new Map(
    childrenOf(file.related('commentsExtended')?.root, 'w15:commentEx').map(({ attributes }) => [
      attributes['w15:paraId'] ?? '',
      {
        parent: attributes['w15:paraIdParent'],
        resolved: ['1', 'true', 'on'].includes(attributes['w15:done'] ?? ''),
      },
    ]),
  );
  const stateOf = (one: Single) => states.get(one.paraId ?? '');
  const parents = new Set(singles.map(one => one.paraId));
  const isReply = (one: Single) => parents.has(stateOf(one)?.parent ?? '');
  const answers = new Map<string, Reply[]>();
  for (const one of singles) {
    const parent = stateOf(one)?.parent;
    if (parent === undefined) continue;
    const known = answers.get(parent);
    const { author, text } = one;
    if (known) known.push({ author, text });
    else answers.set(parent, [{ author, text }]);
  }
  const threads = new Map<string, Thread>();
  for (const one of singles) {
    if (isReply(one)) continue;
    threads.set(one.id, {
      id: one.id,
      author: one.author,
      date: one.date,
      text: one.text,
      resolved: stateOf(one)?.resolved ?? false,
      replies: answers.get(one.paraId ?? '') ?? [],
      rules: one.author === OUR_AUTHOR ? one.lines.filter(line => RULE_ID.test(line)) : [],
    });
  }
  return threads;
}

function readSingle(comment: XmlElement): Single {
  const paragraphs = childrenOf(comment, 'w:p');
  const lines = paragraphs.map(wordsOf).filter(line => line !== '');
  return {
    id: comment.attributes['w:id'] ?? '',
    author: comment.attributes['w:author'] ?? '',
    date: comment.attributes['w:date'] ?? null,
    text: lines.join(' '),
    // Word ties state and replies to the comment's last paragraph.
    paraId: paragraphs.at(-1)?.attributes['w14:paraId'],
    lines,
  };
}

const wordsOf = (paragraph: XmlElement): string =>
  [...descendants(paragraph, 'w:t')].map(textOf).join('').replace(/\s+/g, ' ').trim();

/**
 * Takes what is on the very words of a finding as an answer to it: some word processors (LibreOffice up to 7.5) keep
 * a reply as a comment of its own.
 *
 * @param placeOf names the words that a comment is on; undefined where they are not in the text
 */
export function withAnswers(
  threads: ReadonlyMap<string, Thread>,
  placeOf: (id: string) => string | undefined,
): Map<string, Thread> {
  const findings = new Map<string, string>();
  const joined = new Map<string, Thread>();
  for (const [id, thread] of threads) {
    const place = placeOf(id);
    const answers = thread.rules.length === 0 && thread.author !== NOTE_AUTHOR;
    const finding = place !== undefined && answers ? findings.get(place) : undefined;
    const answered = finding === undefined ? undefined : joined.get(finding);
    if (finding === undefined || !answered) {
      joined.set(id, thread);
      if (place !== undefined && thread.rules.length > 0) findings.set(place, id);
      continue;
    }
    const { author, text } = thread;
    joined.set(finding, { ...answered, replies: [...answered.replies, { author, text }, ...thread.replies] });
  }
  return joined;
}

/** What a text may hold inside an HTML comment: one line, and nothing that ends the comment. */
const harmless = (text: string): string =>
  text.replace(/\s+/g, ' ').replaceAll('--', '\u2013').replaceAll('>', '\u203a').trim();

/**
 * The lines that stand for comments before the paragraph that they are on: notes of people as HTML comments, our
 * own findings only where somebody dealt with them. A resolved finding becomes a comment that hides it, with what
 * was answered as the reason; all rules go into one such comment, because each hides findings of the next line only.
 */
export function commentLines(threads: readonly Thread[]): string[] {
  const lines: string[] = [];
  const rules = new Set<string>();
  const reasons: string[] = [];
  for (const thread of threads) {
    const { author, resolved, replies, text } = thread;
    if (thread.rules.length === 0) {
      if (resolved) continue;
      lines.push(
        author === NOTE_AUTHOR ? `<!-- ${harmless(text)} -->` : `<!-- ${harmless(`${author}: ${text}`)} -->`,
      );
      for (const reply of replies) lines.push(`<!-- ${harmless(`${reply.author}: ${reply.text}`)} -->`);
    } else if (resolved) {
      for (const rule of thread.rules) rules.add(rule);
      for (const reply of replies)
        reasons.push(harmless(reply.author === OUR_AUTHOR ? reply.text : `${reply.author}: ${reply.text}`));
    } else {
      for (const reply of replies)
        lines.push(`<!-- ${harmless(`${reply.author} on ${thread.rules[0]}: ${reply.text}`)} -->`);
    }
  }
  if (rules.size > 0) {
    const reason = [...new Set(reasons)].join('; ') || 'resolved in Word';
    lines.push(`<!-- gca-report-disable-next-line ${[...rules].join(' ')} -- ${reason} -->`);
  }
  return lines;
}
