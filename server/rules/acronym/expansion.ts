import type { Reading } from '../../reading/reading.ts';
import { placeName } from '../../report/place-name.ts';
import { say } from '../messages.ts';
import type { ReportContext, Rule } from '../rule.ts';
import { replaceBy } from '../text/help.ts';
import { builtinAcronyms, type Known, type KnownAcronym, knownBy } from './known.ts';
import { expansionKey, initialsOf, isSmall, wordsOf } from './letters.ts';
import { isShouted, neverExpanded } from './never-expanded.ts';
import {
  type AcronymTable,
  acronymTable,
  type Definition,
  type Entry,
  type TableOf,
  type Use,
} from './table.ts';

const shipped = knownBy(builtinAcronyms.acronyms);
const shippedTables = new WeakMap<Reading, AcronymTable>();

/** The acronyms of a report, read with the list that ships; made once a reading. */
export function acronymsOf(reading: Reading): AcronymTable {
  const made = shippedTables.get(reading) ?? acronymTable(reading, shipped);
  shippedTables.set(reading, made);
  return made;
}

/** Rules on where and how acronyms are written out; a workspace's own acronyms come behind those that ship. */
export function acronymRulesFrom(acronyms: readonly KnownAcronym[]): Rule[] {
  const known = knownBy(acronyms);
  const tables = new WeakMap<object, AcronymTable>();
  // Eight rules read one table: it is made once a reading, and goes with it.
  const tableOf = ({ reading }: ReportContext): AcronymTable => {
    const made = tables.get(reading) ?? acronymTable(reading, known);
    tables.set(reading, made);
    return made;
  };
  return [
    beforeExpansion(tableOf, known),
    neverExpanded(tableOf, known),
    expandedTwice(tableOf),
    twoExpansions(tableOf),
    mismatch(tableOf),
    plural(tableOf, known),
    unused(tableOf),
  ];
}

/** Written out in the text, but used before. */
const beforeExpansion = (tableOf: TableOf, known: Known): Rule => ({
  id: 'acronym/before-expansion',
  title: 'An acronym is used before it is written out',
  severity: 'info',
  timing: 'settled',
  report(context, remark) {
    for (const { acronym, definitions, uses } of tableOf(context).values()) {
      const definition = definitions[0];
      const use = uses.find(one => one.where === 'body');
      if (!definition || !use || use.start > definition.start || known.get(acronym)?.house) continue;
      remark({
        at: use,
        say: 'acronym/before-expansion',
        with: { acronym, place: placeName(definition.place) },
        place: use.place,
        related: [
          {
            span: definition,
            paragraph: definition.place,
            message: say('acronym:related', { expansion: definition.expansion }),
          },
        ],
        fixes: () =>
          definition.where === 'body' && definition.fits
            ? [
                {
                  title: say('acronym/before-expansion:fix', { expansion: definition.expansion, acronym }),
                  edits: [
                    {
                      start: use.start,
                      end: use.end,
                      newText: `${definition.expansion} (${definition.written})`,
                    },
                    { start: definition.start, end: definition.end, newText: definition.written },
                  ],
                  exact: false,
                },
              ]
            : [],
      });
    }
  },
});

const ownDefinitions = (entry: Entry): Definition[] =>
  entry.definitions.filter(({ where }) => where === 'body');

/** The full name and the acronym together, a second time. */
const expandedTwice = (tableOf: TableOf): Rule => ({
  id: 'acronym/expanded-twice',
  title: 'An acronym is written out twice',
  severity: 'warning',
  timing: 'settled',
  report(context, remark) {
    for (const entry of tableOf(context).values()) {
      const [first, ...later] = ownDefinitions(entry).filter(({ fits }) => fits);
      for (const again of later) {
        if (expansionKey(again.expansion) !== expansionKey(first.expansion)) continue;
        remark({
          at: again,
          say: 'acronym/expanded-twice',
          with: { acronym: entry.acronym, place: placeName(first.place) },
          place: again.place,
          related: [
            {
              span: first,
              paragraph: first.place,
              message: say('acronym:related', { expansion: first.expansion }),
            },
          ],
          fixes: replaceBy(
            say('acronym/expanded-twice:fix', { acronym: again.written }),
            again,
            again.written,
            false,
          ),
        });
      }
    }
  },
});

/** One acronym for two different names. */
const twoExpansions = (tableOf: TableOf): Rule => ({
  id: 'acronym/two-expansions',
  title: 'One acronym is written out in two ways',
  severity: 'warning',
  timing: 'settled',
  report(context, remark) {
    for (const entry of tableOf(context).values()) {
      const fitting = entry.definitions.filter(({ fits, where }) => fits && where !== 'quotation');
      const first = fitting[0];
      const other = fitting.find(({ expansion }) => !isSameName(expansion, first.expansion));
      if (!first || !other) continue;
      remark({
        at: other,
        say: 'acronym/two-expansions',
        with: {
          acronym: entry.acronym,
          first: first.expansion,
          other: other.expansion,
          place: placeName(first.place),
        },
        place: other.place,
        related: [
          {
            span: first,
            paragraph: first.place,
            message: say('acronym:related', { expansion: first.expansion }),
          },
        ],
      });
    }
  },
});

/** The same words but for plural and capitals, or one name inside the other. */
function isSameName(a: string, b: string): boolean {
  const [x, y] = [expansionKey(a), expansionKey(b)];
  return x.includes(y) || y.includes(x);
}

/** A name in capitals whose first letters are all but one those of the acronym behind it. */
const mismatch = (tableOf: TableOf): Rule => ({
  id: 'acronym/mismatch',
  title: 'An acronym does not fit the words before it',
  severity: 'info',
  timing: 'settled',
  report(context, remark) {
    for (const { acronym, definitions } of tableOf(context).values()) {
      for (const definition of definitions) {
        if (definition.fits || definition.where === 'quotation') continue;
        const words = wordsOf(definition.expansion).filter(word => !isSmall(word.text));
        const initials = initialsOf(words);
        const last = words.at(-1)?.text ?? '';
        const late = /^[a-z]/.test(last);
        if (acronym.length < 3 || initials === acronym || !(late || isOneOff(initials, acronym))) continue;
        remark({
          at: late ? { start: definition.expansionSpan.end - last.length, end: definition.end } : definition,
          say: late ? 'acronym/mismatch#late' : 'acronym/mismatch',
          with: { acronym, initials, name: definition.expansion, last },
          place: definition.place,
        });
      }
    }
  },
});

/** Same length, one letter different. */
function isOneOff(a: string, b: string): boolean {
  if (a.length !== b.length) return false;
  let different = 0;
  for (let i = 0; i < a.length; i++) if (a[i] !== b[i]) different++;
  return different === 1;
}

/** Protocols whose S says that they are secured: no plural, though the list may have them without it. */
const SECURED =
  /^(?:HTTP|FTP|SMTP|IMAP|POP3?|LDAP|NNTP|SIP|COAP|MQTT|AMQP|XMPP|TFTP|NTP|IRC|DNS|RTSP|RTMP|DTL|SRTP)S$/;

/** Words that make what follows several: "ten CIRTS", "these national CIRTS". */
const SEVERAL =
  /(?:^|[^\w.,-])(?:\d{1,3}(?:,\d{3})?|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|twenty|these|those|all|both|many|several|few|various|numerous|most|other)\s{1,2}(?:(?:new|more|other|national|regional|existing|sectoral|government|such)\s{1,2})?$/i;

/** What stands behind a noun and not within it: "many HTTPS servers" are many servers. */
const NOUN_ENDS =
  /^(?:$|["')\]]?[.,;:)]|\s{1,2}(?:of|in|from|and|or|are|were|have|had|that|which|who|to|at|for|with|on|by|will|can|may|met|took|joined)(?!\w))/;

const PLURAL_VERB = /^\s{1,2}(?:are|were|have)(?!\w)/;
const JOINED_BEFORE = /(?:,|(?:^|\s)(?:and|or|&))\s{1,2}$/;

/** Whether what stands beside an acronym makes it a plural for certain. */
function isSeveral(text: string, { start, end }: Use): boolean {
  const before = text.slice(Math.max(0, start - 32), start);
  const behind = text.slice(end, end + 12);
  return SEVERAL.test(before)
    ? NOUN_ENDS.test(behind)
    : PLURAL_VERB.test(behind) && !JOINED_BEFORE.test(before);
}

/** `CIRTS` for several of what the text calls a CIRT. */
const plural = (tableOf: TableOf, known: Known): Rule => ({
  id: 'acronym/plural',
  title: 'The plural of an acronym with a capital S',
  severity: 'warning',
  timing: 'settled',
  report(context, remark) {
    const table = tableOf(context);
    const { text } = context.report;
    for (const { acronym, definitions, uses } of table.values()) {
      const singular = acronym.slice(0, -1);
      if (!/^[A-Z]{3,}S$/.test(acronym) || definitions.length > 0 || known.has(acronym)) continue;
      if (SECURED.test(acronym)) continue;
      const base = table.get(singular);
      if (!known.has(singular) && !(base && base.definitions.length > 0)) continue;
      for (const use of uses) {
        if (use.where === 'heading' || isShouted(text, use.start, use.end)) continue;
        const right = `${singular}s`;
        const isSure = isSeveral(text, use);
        remark({
          at: use,
          say: 'acronym/plural',
          with: { written: use.written, right },
          // Where the report has it nowhere without the S, that may stand for a word of its own.
          severity: isSure || base ? undefined : 'info',
          place: use.place,
          fixes: replaceBy(say('acronym/plural:fix', { right }), use, right, isSure),
        });
      }
    }
  },
});

/** Written out for nothing. */
const unused = (tableOf: TableOf): Rule => ({
  id: 'acronym/unused',
  title: 'An acronym is introduced and never used',
  severity: 'hint',
  timing: 'settled',
  report(context, remark) {
    const table = tableOf(context);
    for (const entry of table.values()) {
      const own = ownDefinitions(entry);
      const [definition] = own;
      if (table.has(`${entry.acronym}S`)) continue;
      if (!definition?.fits || own.length > 1 || entry.mentions > 1) continue;
      // A body or a group (FG-AN) is introduced for the record, whether it is named again or not.
      if (!/^[A-Za-z]+$/.test(entry.acronym)) continue;
      remark({
        at: definition.writtenSpan,
        say: 'acronym/unused',
        with: { acronym: definition.written },
        place: definition.place,
        fixes: () => {
          const from = context.report.text.lastIndexOf('(', definition.writtenSpan.start);
          const before = context.report.text[from - 1] === ' ' ? from - 1 : from;
          return definition.expansionSpan.end <= from && definition.end === definition.writtenSpan.end + 1
            ? replaceBy(
                say('acronym/unused:fix', { acronym: definition.written }),
                { start: before, end: definition.end },
                '',
                false,
              )()
            : [];
        },
      });
    }
  },
});
