import { t } from '../../messages/translate.ts';
import { scannedUnquoted, unquoted } from '../../reading/shared.ts';
import type { Item, Paragraph } from '../../report/model.ts';
import { allParagraphs, type Report } from '../../report/model.ts';
import { Pattern } from '../../text/pattern/pattern.ts';
import { MASK, view } from '../../text/view.ts';
import { say } from '../messages.ts';
import type { Rule } from '../rule.ts';
import { isRunning, replaceBy } from './help.ts';

const SHORTEST_LIST = 3;

/** How an item ends: with `;` `.` `,` or with nothing; a closing `and` or `or` does not count. */
function endOf(report: Report, item: Item): { mark: string; at: number } {
  const body = view(report.text.slice(item.body.start, item.body.end)).replaceAll(MASK, ' ');
  const bare = body.trimEnd().replace(/[,;]\s(?:and|or)(?:\/or)?$/, found => found[0]);
  const last = bare.trimEnd();
  const mark = /[;.,:?!]$/.exec(last)?.[0] ?? '';
  return { mark, at: item.body.start + last.length };
}

export const listPunctuation: Rule = {
  id: 'text/list-punctuation',
  title: 'The items of a list end in different ways',
  severity: 'info',
  timing: 'settled',
  report({ report }, remark) {
    for (const paragraph of paragraphsOf(report)) {
      if (paragraph.items.length < SHORTEST_LIST) continue;
      const ends = paragraph.items.map(item => endOf(report, item));
      const body = ends.slice(0, -1);
      const counts = new Map<string, number>();
      for (const { mark } of body) counts.set(mark, (counts.get(mark) ?? 0) + 1);
      const [usual, times] = [...counts].reduce((a, b) => (b[1] > a[1] ? b : a));
      if (times * 3 < body.length * 2 || usual === ':') continue;
      paragraph.items.forEach((_, i) => {
        const { mark, at } = ends[i];
        const isLast = i === ends.length - 1;
        const wanted = isLast ? (usual === '' ? mark : '.') : usual;
        if (mark === wanted || mark === ':' || mark === '?' || (isLast && mark === '.')) return;
        // The last item of a list without punctuation may close the sentence.
        remark({
          at: { start: Math.max(paragraph.items[i].body.start, at - 12), end: at },
          say: isLast ? 'text/list-punctuation#last' : 'text/list-punctuation',
          with: { usual: usual === '' ? t('no punctuation mark') : t('“{mark}”', { mark: usual }) },
          place: paragraph.place,
          fixes: replaceBy(
            wanted === ''
              ? say('text/list-punctuation:fix-none')
              : say('text/list-punctuation:fix', { mark: wanted }),
            { start: at - mark.length, end: at },
            wanted,
          ),
        });
      });
    }
  },
};

function paragraphsOf(report: Report): Paragraph[] {
  return [
    ...report.heads.flatMap(head => [...head.paragraphs]),
    ...[...allParagraphs(report.sections)].map(p => p.paragraph),
  ];
}

const MARK = new Pattern(/\((\d{1,2}|[a-z])\)/);

/** Points counted inside a sentence, `(1) … (2) … (3) …`, with nothing to part them. */
export const runInList: Rule = {
  id: 'text/run-in-list',
  title: 'Points counted inside a sentence are not parted',
  severity: 'warning',
  timing: 'settled',
  block(block, remark) {
    if (!isRunning(block) || !block.view.includes('(')) return;
    const seen = unquoted(block);
    let run: { at: number; end: number; value: string }[] = [];
    const close = (): void => {
      if (run.length >= SHORTEST_LIST) {
        const bare = run.slice(1).filter(({ at }) => !isParted(seen, at));
        if (bare.length > 0) {
          remark({
            at: { start: wordBefore(seen, bare[0].at), end: bare[0].end },
            say: 'text/run-in-list',
            with: { first: `(${run[0].value})`, last: `(${run.at(-1)?.value})` },
            fixes: () => [
              {
                title: say('text/run-in-list:fix'),
                edits: bare.map(({ at }) => {
                  const gap = seen.slice(0, at).trimEnd().length;
                  return { start: gap, end: gap, newText: ';' };
                }),
                exact: false,
              },
            ],
          });
        }
      }
      run = [];
    };
    for (const found of MARK.matches(scannedUnquoted(block))) {
      const value = found[1];
      const mark = { at: found.index, end: found.index + found[0].length, value };
      const expected = run.length > 0 ? nextOf(run[run.length - 1].value) : undefined;
      if (value === expected) run.push(mark);
      else if (value === '1' || value === 'a') {
        close();
        run = [mark];
      }
    }
    close();
  },
};

const nextOf = (value: string): string =>
  /\d/.test(value) ? String(Number(value) + 1) : String.fromCharCode(value.charCodeAt(0) + 1);

/** Whether a comma, a semicolon, a colon, `and` or `or` stands before a point. */
function isParted(seen: string, at: number): boolean {
  const before = seen.slice(Math.max(0, at - 24), at).trimEnd();
  return /(?:[,;:.]|\b(?:and|or|and\/or))["')]?$/.test(before);
}

function wordBefore(seen: string, at: number): number {
  const from = Math.max(0, at - 24);
  const word = /\S{1,20}\s*$/.exec(seen.slice(from, at));
  return word ? from + word.index : at;
}

/** Two Recommendations of one list with nothing but a space between them. */
export const missingComma: Rule = {
  id: 'text/missing-comma',
  title: 'A comma is missing between two identifiers of a list',
  severity: 'warning',
  timing: 'settled',
  block(block, remark) {
    const { view: seen, citations } = block;
    for (let i = 1; i < citations.length; i++) {
      const [before, after] = [citations[i - 1], citations[i]];
      if (before.kind !== 'recommendation' || after.kind !== 'recommendation' || before.id === after.id)
        continue;
      const gap = { start: before.end, end: after.start };
      if (gap.end <= gap.start || !/^ +$/.test(seen.slice(gap.start, gap.end))) continue;
      if (unquoted(block)[gap.start] === MASK) continue;
      remark({
        at: { start: before.core.start, end: after.core.end },
        say: 'text/missing-comma',
        with: { before: before.id, after: after.id },
        fixes: replaceBy(say('text/missing-comma:fix'), { start: gap.start, end: gap.start }, ','),
      });
    }
  },
};
