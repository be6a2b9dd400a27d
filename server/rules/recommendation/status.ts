import type { Entry, StatusAt } from '../../catalogue/entry.ts';
import { statusName } from '../../catalogue/status-name.ts';
import type { PartialDate } from '../../text/dates.ts';
import { type MessageKey, say } from '../messages.ts';
import type { Edit, Fix, Rule, Standing } from '../rule.ts';
import { isHistory } from './history.ts';
import { type Cited, citedTexts, editionLabel, entryOf, isWorkingName, nameOf, spanOf } from './known.ts';

type Told = 'later-edition' | 'other-number' | 'base-replaced' | 'no-such-edition' | 'ended';

const MESSAGES: Readonly<Record<Told, MessageKey>> = {
  'later-edition': 'recommendation/status#later-edition',
  'other-number': 'recommendation/status#other-number',
  'base-replaced': 'recommendation/status#base-replaced',
  'no-such-edition': 'recommendation/status#no-such-edition',
  ended: 'recommendation/status#ended',
};

/** Why a comment in the draft keeps an older text; drafts are in English, whatever the program speaks. */
const REASON = 'meant as history';

/** So many of a text's editions are named in a message, the newest ones. */
const MOST_EDITIONS = 5;

export const status: Rule = {
  id: 'recommendation/status',
  title: 'A text was not in force any more on the day of the report',
  severity: 'warning',
  timing: 'settled',
  judge(block, { date, catalogue }, remark) {
    if (!date) return;
    for (const cited of citedTexts(block)) {
      const { citation } = cited;
      const entry = isWorkingName(citation) ? undefined : entryOf(catalogue, citation);
      if (!entry || entry.unverified) continue;
      // The year before an amendment is that of the edition amended, and a part of its number.
      const edition = citation.of === undefined ? citation.edition : undefined;
      const standing = entry.statusAt(date, edition);
      const told = reasonToTell(standing);
      if (!told || (told !== 'no-such-edition' && isHistory(block, citation))) continue;
      remark({
        at: spanOf(cited),
        say: MESSAGES[told],
        with: {
          name: nameOf(entry),
          by: standing.by ? replacement(standing) : '',
          status: statusName(standing.status),
          asOf: entry.asOf,
          edition: editionLabel(edition ?? ''),
          editions: entry.editions
            .slice(-MOST_EDITIONS)
            .map(edition => editionLabel(edition.date))
            .join(', '),
        },
        fixes: place => [...inForce(date, cited, entry, standing), keep(place)],
      });
    }
  },
};

/** What is wrong with a text's standing; undefined where nothing is, or nothing is certain. */
function reasonToTell({ status, reason, certain }: StatusAt): Told | undefined {
  if (!certain) return undefined;
  if (reason in MESSAGES) return reason as Told;
  return status === 'withdrawn' || status === 'not in force' || status === 'superseded' ? 'ended' : undefined;
}

/** What had taken its place: the date of another edition, or the number of another text. */
function replacement({ reason, by }: StatusAt): string {
  if (!by) return '';
  const date = by.edition && editionLabel(by.edition.date);
  if (reason === 'later-edition' && date) return date;
  return date ? `${by.id} (${date})` : by.id;
}

/** The edition in brackets as a text gives it. */
const BRACKET = /\((?:\d{1,2}\/)?\d{4}\)/;

/** The same words with the text in force, or with an edition that exists. */
function inForce(date: PartialDate, { citation, block }: Cited, entry: Entry, standing: StatusAt): Fix[] {
  const { reason, by } = standing;
  const { core, end } = citation;
  const edits: Edit[] = [];
  const texts: string[] = [];
  const change = (start: number, until: number, newText: string) => {
    edits.push({ start, end: until, newText });
    texts.push(newText);
  };
  const edition = reason === 'no-such-edition' ? entry.editionAt(date) : by?.edition;
  if (reason === 'other-number' && by) change(core.start, core.end, by.id);
  else if (by && by.id !== entry.id) return [];
  else if (edition?.revision && citation.edition?.startsWith('-'))
    change(core.start, core.end, edition.revision);
  const written = BRACKET.exec(block.view.slice(core.end, end));
  if (written && edition) {
    const label = written[0].includes('/') ? editionLabel(edition.date) : edition.date.slice(0, 4);
    const start = core.end + written.index;
    change(start, start + written[0].length, `(${label})`);
  }
  return edits.length > 0
    ? [{ title: say('recommendation/status:fix', { text: texts.join(' ') }), edits, exact: false }]
    : [];
}

/** Says in the text that the older one is meant, so that nobody asks again. */
function keep({ report, start }: Standing): Fix {
  const at = report.lines.starts[report.lines.lineAt(start)] - start;
  const eol = report.text.includes('\r\n') ? '\r\n' : '\n';
  const comment = `<!-- gca-report-disable-next-line ${status.id} -- ${REASON} -->`;
  return {
    title: say('recommendation/status:fix-keep'),
    edits: [{ start: at, end: at, newText: comment + eol }],
    exact: false,
  };
}
