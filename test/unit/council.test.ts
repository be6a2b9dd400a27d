import assert from 'node:assert/strict';
import { test } from 'node:test';
import packageJson from '../../package.json' with { type: 'json' };
import configSchema from '../../schemas/config.schema.json' with { type: 'json' };
import profileSchema from '../../schemas/profile.schema.json' with { type: 'json' };
import { INSTRUMENTS } from '../../server/catalogue/instruments.ts';
import { orderReport } from '../../server/drafting/order.ts';
import { INDICATORS } from '../../server/figures/indicators.ts';
import { builtinProfiles } from '../../server/profiles/builtin.ts';
import { documentDate, SESSION_YEARS, sessionYear, symbolYear } from '../../server/report/council.ts';
import { yearInName } from '../../server/report/year.ts';
import { parseConfig } from '../../server/rules/config.ts';
import { editor } from './support/vscode.ts';

const { registerCommands } = await import('../../client/commands.ts');
const { newReport } = await import('../../client/drafting/new-report.ts');

/** Year, symbol and date of a report: one idea of them in the client, the server, the settings and the schemas. */

test('a symbol names its year, in either century', () => {
  for (const [symbol, year] of [
    ['C26/18', 2026],
    ['C26/18(Rev.1)-E', 2026],
    ['C98/18', 1998],
    ['C90/1', 1990],
    ['C89/1', 2089],
    ['C25/EP/12', 2025],
    ['C2026/18', undefined],
    ['C26/', undefined],
    ['C26/18 and more', undefined],
  ] as const)
    assert.equal(symbolYear(symbol), year, symbol);
  assert.equal(yearInName('S98-CL-C-0018!!MSW-E.docx'), 1998);
});

test('a date is a day that the calendar has', () => {
  for (const date of ['11 April 2026', '29 February 2024', '1 May 2025', '31 Dec 2025'])
    assert.ok(documentDate(date), date);
  for (const date of [
    '99 Foo 2026',
    '99 April 2026',
    '31 April 2026',
    '0 May 2026',
    '29 February 2025',
    'May 2026',
  ])
    assert.equal(documentDate(date), undefined, date);
});

test('one range of years: in what is asked, what is set and what is read', async () => {
  const { first, last } = SESSION_YEARS;
  const range = { minimum: first, maximum: last };
  const limits = ({ minimum, maximum }: { minimum?: number; maximum?: number }) => ({ minimum, maximum });
  const [, setting] = packageJson.contributes.configuration.properties['gcaReport.year'].anyOf;
  const { from, to } = profileSchema.properties.years.properties;
  for (const one of [setting, configSchema.properties.year, from, to]) assert.deepEqual(limits(one), range);
  registerCommands({ status: () => undefined } as never);
  await editor.commands.get('gcaReport.setYear')?.();
  const known = { profiles: builtinProfiles, instruments: INSTRUMENTS, indicators: INDICATORS };
  for (const [year, taken] of [
    [first - 1, false],
    [first, true],
    [last, true],
    [last + 1, false],
    [2025.5, false],
  ] as const) {
    assert.equal(sessionYear(String(year)) !== undefined, taken, `${year} entered`);
    assert.equal(
      editor.input?.validateInput?.(String(year)) === undefined,
      taken,
      `${year} set by the command`,
    );
    assert.equal(
      parseConfig(`{ "year": ${year} }`, new Set()).config.year !== undefined,
      taken,
      `${year} configured`,
    );
    const made = orderReport({ year, profile: 'council-2023' }, null, known);
    assert.equal('text' in made, taken, `${year} ordered`);
  }
  assert.equal(editor.input?.validateInput?.(''), undefined);
});

const server = {
  archive: async () => [{ uri: 'file:///r/archive/2025.md', path: 'archive/2025.md', year: 2025 }],
  profiles: async () => [],
};

/** What New Report makes of answers; the server is asked only where all were given. */
async function ordered(...replies: string[]): Promise<unknown> {
  let order: unknown;
  editor.replies = replies;
  editor.refusals = [];
  editor.messages = [];
  const answer = async (params: unknown) => {
    order = params;
    return { refused: 'Enough.' };
  };
  await newReport({ ...server, newReport: answer } as never);
  return order;
}

test('New Report takes what the server takes', async () => {
  const made = await ordered(
    '2025',
    '2026',
    'Document C26/18(Rev.1)-E',
    '11 April 2026',
    'PL 1.1',
    'Automatic',
  );
  assert.deepEqual(
    [made, editor.refusals],
    [
      {
        from: 'file:///r/archive/2025.md',
        year: 2026,
        symbol: 'C26/18(Rev.1)-E',
        date: '11 April 2026',
        agendaItem: 'PL 1.1',
        profile: undefined,
      },
      [],
    ],
  );
});

test('New Report says at once what the server would refuse at the end', async () => {
  const made = await ordered(
    ...['2025', '26', '1989', '2025', '2026'],
    ...['C2026/18', 'C25/18', ''],
    ...['99 Foo 2026', '31 April 2026', '11 April 2023', '11 April 2026', '', 'Automatic'],
  );
  assert.deepEqual(editor.refusals, [
    '26 is no year of a Council session.',
    '1989 is no year of a Council session.',
    'archive/2025.md is the report of 2025. One of 2025 is made from an earlier one.',
    '“C2026/18” is no document symbol. It reads as C26/18 does.',
    'The symbol C25/18 is one of 2025, and the report is for 2026.',
    '“99 Foo 2026” is no date. It reads as 11 April 2026 does.',
    '“31 April 2026” is no date. It reads as 11 April 2026 does.',
    'The date 11 April 2023 does not fit a report for the Council of 2026.',
  ]);
  assert.ok(made);
});
