import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import { builtinProfiles } from '../../server/profiles/builtin.ts';
import { parseReport } from '../../server/report/parse.ts';
import { vocabularyOf } from '../../server/report/vocabulary.ts';

interface Snippet {
  readonly prefix: string;
  readonly body: readonly string[];
  readonly description: string;
}

const snippets: Readonly<Record<string, Snippet>> = JSON.parse(
  readFileSync(new URL('../../snippets/gca-report.json', import.meta.url), 'utf8'),
);
const byPrefix = new Map(Object.values(snippets).map(snippet => [snippet.prefix, snippet]));

/** What the editor puts for its variables. */
const VARIABLES: Readonly<Record<string, string>> = {
  CURRENT_YEAR: '2025',
  CURRENT_YEAR_SHORT: '25',
  TM_SELECTED_TEXT: '',
};

/** A tab stop as the snippet writes it: `$1`, `${1:words}`, `${1|one,other|}`. */
const STOP = /\$(?:(\d+)|\{(\d+)(?::([^{}]*)|\|([^}]*)\|)?\})/g;

/** The text that the editor inserts, before anything is typed into its tab stops. */
function expand(body: readonly string[]): string {
  const first = new Map<string, string>();
  const text = body.join('\n');
  for (const [, bare, number, words, choices] of text.matchAll(STOP)) {
    const stop = bare ?? number!;
    if (!first.get(stop)) first.set(stop, words ?? choices?.split(',')[0] ?? '');
  }
  return text
    .replace(STOP, (_, bare, number) => first.get(bare ?? number) ?? '')
    .replace(/\$([A-Z_]+)/g, (_, name) => VARIABLES[name] ?? assert.fail(`no such variable: ${name}`));
}

const expansion = (prefix: string): string =>
  expand(byPrefix.get(prefix)?.body ?? assert.fail(`no snippet ${prefix}`));

test('snippets: every prefix starts with gca and stands once', () => {
  const prefixes = Object.values(snippets).map(snippet => snippet.prefix);
  assert.deepEqual(
    prefixes.filter(prefix => !/^gca-[a-z0-9-]+$/.test(prefix)),
    [],
  );
  assert.equal(new Set(prefixes).size, prefixes.length);
  for (const { prefix, description } of Object.values(snippets)) assert.match(description, /\w{3}/, prefix);
});

test('snippets: tab stops run from 1 in the order of the text, and the last place to go is one', () => {
  for (const { prefix, body } of Object.values(snippets)) {
    const stops = [...body.join('\n').matchAll(STOP)].map(found => Number(found[1] ?? found[2]));
    const first = [...new Set(stops)].filter(stop => stop > 0);
    assert.deepEqual(
      first,
      first.map((_, i) => i + 1),
      `${prefix}: ${stops}`,
    );
    assert.equal(stops.filter(stop => stop === 0).length, 1, `${prefix}: $0`);
    assert.equal(stops.at(-1), 0, `${prefix}: $0 is last`);
    assert.doesNotMatch(expand(body), /[${}]/, prefix);
  }
});

const vocabulary = vocabularyOf(builtinProfiles);
const PILLARS = [
  'gca-legal',
  'gca-technical',
  'gca-organizational',
  'gca-capacity',
  'gca-cooperation',
  'gca-cop',
];

for (const profile of builtinProfiles) {
  test(`snippets: the front matter of ${profile.id} gives what the profile asks for`, () => {
    const { masthead, heads, sections, year, frontRule } = parseReport(
      expansion(`gca-front-${profile.id}`),
      vocabulary,
    );
    for (const field of profile.masthead) assert.ok(masthead[field], `${field} of the masthead`);
    const required = profile.heads.filter(head => head.required).map(head => head.title);
    assert.deepEqual(
      heads.map(head => head.title).filter(title => title !== 'References'),
      required,
    );
    assert.ok(frontRule);
    const { from = 0, to = 9999 } = profile.years ?? {};
    assert.ok(
      year && year.value >= from && year.value <= to,
      `the year ${year?.value} is one of the profile's`,
    );
    const opening = profile.sections[0]!;
    if (opening.number)
      assert.deepEqual([sections[0]?.number, sections[0]?.title], [opening.number, opening.title]);
  });
}

test('snippets: with its sections a report of 2023 on is complete, titles and numbers right', () => {
  const profile = builtinProfiles.find(({ id }) => id === 'council-2023')!;
  const text = [
    expansion('gca-front-council-2023').trimEnd(),
    'An introduction.',
    ...PILLARS.map(expansion),
  ].join('\n\n');
  const report = parseReport(text, vocabulary);
  assert.ok(report.recognised);
  const seen = report.sections.map(({ role, number, title }) => ({ role, number, title }));
  const wanted = profile.sections.map(({ role, number, title }) => ({
    role,
    number,
    title: number ? title : null,
  }));
  assert.deepEqual(seen, wanted);
});

test('snippets: every pillar of a thematic report is offered under its title', () => {
  const choices = /\|([^|]+)\|/.exec(byPrefix.get('gca-pillar')!.body.join('\n'))![1]!.split(',');
  const thematic = builtinProfiles.find(({ id }) => id === 'thematic')!;
  const titles = thematic.sections.flatMap(section => section.sections ?? []).map(section => section.title);
  assert.deepEqual(
    choices.map((title, i) => `GCA Pillar ${i + 1}: ${title}`),
    titles.filter(title => title.startsWith('GCA')),
  );
  assert.equal(expansion('gca-pillar').trimEnd(), '### 3.1 GCA Pillar 1: Legal Measures');
});

test('snippets: what they insert is in house form', () => {
  assert.equal(expansion('gca-recommendation'), 'Recommendation ITU-T X.1060 (06/2021)');
  assert.equal(
    expansion('gca-recommendation-title'),
    'Recommendation ITU-T X.1205 (04/2008), "Overview of cybersecurity"',
  );
  assert.equal(expansion('gca-recommendations'), 'Recommendations ITU-T X.1352, X.1379 and X.1409');
  assert.equal(expansion('gca-resolution'), 'Resolution 130 (Rev. Bucharest, 2022)');
  assert.equal(expansion('gca-resolution-first'), 'Resolution 181 (Guadalajara, 2010)');
  assert.equal(expansion('gca-as-of'), 'As of 31 December 2025, more than 80 countries ');
  assert.equal(expansion('gca-paragraph'), '3.1 ');
  assert.equal(expansion('gca-footnote'), '[^1]\n\n[^1]: Text of the footnote.');
  assert.equal(
    expansion('gca-disable-next-line'),
    '<!-- gca-report-disable-next-line figure/unchanged -- reason -->\n',
  );
});

/** The real reports, where they are at hand; they are other people's text. */
const CORPUS = new URL('../../../shared/corpus/', import.meta.url);

test('snippets: no sentence of a real report', {
  skip: existsSync(CORPUS) ? false : 'the real reports are not here',
}, () => {
  const RUN = 10;
  const words = (text: string): string[] => text.toLowerCase().match(/[a-z]{2,}/g) ?? [];
  const runs = (text: string): string[] => {
    const all = words(text);
    return all.slice(RUN - 1).map((_, i) => all.slice(i, i + RUN).join(' '));
  };
  const files = readdirSync(CORPUS).filter(name => /^\d{4}\.(?:md|txt)$/.test(name));
  const real = new Set(files.flatMap(name => runs(readFileSync(new URL(name, CORPUS), 'utf8'))));
  assert.ok(real.size > 1000);
  for (const { prefix, body } of Object.values(snippets)) {
    assert.deepEqual(
      expand(body)
        .split('\n')
        .flatMap(runs)
        .filter(run => real.has(run)),
      [],
      prefix,
    );
  }
});
