import { isConferencePlace } from '../../citations/conferences.ts';
import type { BlockReading } from '../../reading/reading.ts';
import { scannedView } from '../../reading/shared.ts';
import { monthNumber } from '../../text/dates.ts';
import { Pattern } from '../../text/pattern/pattern.ts';
import type { Span } from '../../text/span.ts';
import { say } from '../messages.ts';
import { isQuoted, wordsIn } from '../recommendation/quoted.ts';
import type { Edit, Remark, Rule } from '../rule.ts';

/** `(Rev. Dubai, 2018)` in whatever spelling; without the mark only behind a resolution's number. */
const REVISION = new Pattern(
  /\((\s?)(?:(REV|[Rr]ev)(ised|ision)?(\.?)(\s{0,3}))?([A-Z\u00c0-\u00de][A-Za-z\u00c0-\u024f'-]{2,20}(?:\s{1,2}[A-Za-z\u00c0-\u024f'-]{2,20}){0,2})(,?)(\s{0,3})((?:19|20)\d{2})\s?\)/,
);

/** `WTSAs-12`: the plural of an acronym with a number behind it. */
const PLURAL = new Pattern(/(?<!\w)(WTSA|WTDC|WRC|PP)s(?=\s?-\s?(?:20)?\d{2}(?!\d))/);

export const malformed: Rule = {
  id: 'instrument/malformed',
  title: 'A revision or a conference is misspelt',
  severity: 'warning',
  timing: 'settled',
  block(block, remark) {
    if (block.view.includes('(')) revisions(block, remark);
    for (const { index, 0: written, 1: right } of PLURAL.matches(scannedView(block))) {
      const at = { start: index, end: index + written.length };
      if (isQuoted(block, at)) continue;
      remark({
        at,
        say: 'instrument/malformed#plural',
        with: { written, right },
        fixes: () => [fix(right, [{ start: at.end - 1, end: at.end, newText: '' }])],
      });
    }
  },
};

function revisions(block: BlockReading, remark: (remark: Remark) => void): void {
  const cited = new Set(block.citations.flatMap(({ revision }) => (revision ? [revision.span.start] : [])));
  for (const found of REVISION.matches(scannedView(block))) {
    const [text, lead, mark = '', ending = '', dot = '', gap = '', place, comma, space, year] = found;
    const at = { start: found.index, end: found.index + text.length };
    // `(rev. March 2012)` dates a document, and `(Geneva 2022)` may be an event.
    if (monthNumber(place.split(/\s/)[0])) continue;
    // What is no place that is known may be what was done to the text: `(Modified 2017)`, `(Revised Edition, 2019)`.
    const [isPlace, isCited] = [isConferencePlace(place), cited.has(at.start)];
    if (mark === '' ? !(isPlace && isCited) : !(isPlace || isCited)) continue;
    const markStart = at.start + 1 + lead.length;
    const placeStart = markStart + mark.length + ending.length + dot.length + gap.length;
    const placeEnd = placeStart + place.length;
    const edits: Edit[] = [];
    if (mark !== '' && (mark === 'rev' || ending !== '' || dot === '' || gap === ''))
      edits.push({ start: markStart, end: placeStart, newText: 'Rev. ' });
    if (comma === '') edits.push({ start: placeEnd, end: placeEnd, newText: space === '' ? ', ' : ',' });
    if (edits.length === 0 || isQuoted(block, at)) continue;
    const right = `(${mark ? 'Rev. ' : ''}${place.replace(/\s+/g, ' ')}, ${year})`;
    remark({
      at,
      say: 'instrument/malformed',
      with: { written: wordsIn(block, at), right },
      fixes: edits.every(edit => isPlain(block, edit)) ? () => [fix(right, edits)] : undefined,
    });
  }
}

/** Emphasis inside what is replaced would lose its other half. */
const isPlain = (block: BlockReading, { start, end }: Span): boolean =>
  /^[\w.\s]*$/.test(block.text.slice(start, end));

const fix = (right: string, edits: readonly Edit[]) => ({
  title: say('instrument/malformed:fix', { right }),
  edits,
  exact: true,
});
