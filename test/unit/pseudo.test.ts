import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { ROOT } from '../../scripts/root.ts';
import { offersAt } from '../../server/analysis/actions.ts';
import { completionsAt } from '../../server/analysis/completions.ts';
import { figureHints } from '../../server/analysis/figures.ts';
import { hoverAt } from '../../server/analysis/hover/index.ts';
import { outlineOf } from '../../server/analysis/outline.ts';
import { type Analysis, Project } from '../../server/analysis/project.ts';
import { Catalogue } from '../../server/catalogue/catalogue.ts';
import { INSTRUMENTS } from '../../server/catalogue/instruments.ts';
import { speak } from '../../server/messages/translate.ts';
import { installedWord } from '../../server/platform/word.ts';
import { pageOf, rules } from '../../server/rules/index.ts';
import type { Finding } from '../../server/rules/rule.ts';
import { wordReader } from '../../server/word/reader.ts';
import { memoryWorkspace } from '../../server/workspace/workspace.ts';
import { checkExample, readPage } from './support/pages.ts';
import { plainIn, pseudo, pseudoTranslations, untranslated } from './support/pseudo.ts';
import { check, numbered, plan2023, withParagraphs, write } from './support/reports.ts';

// What is said in a language that nobody speaks has gone through the translation.
before(() => speak(pseudoTranslations()));
after(() => speak({}));

test('the language of the tests is told from English, places and all', () => {
  assert.deepEqual(plainIn(pseudo('The section {title} is missing.')), ['title']);
  assert.deepEqual(plainIn('⟦Ţĥé⟧ agenda item “x y z” ⟦ñö⟧'), ['agenda item']);
  assert.deepEqual(untranslated('⟦Ţĥé⟧ agenda item', ['Agenda item: PL 1']), ['agenda item']);
});

/** What a finding says, in all its parts, and what it may quote. */
function saidBy(finding: Finding): { said: string[]; quotes: string[] } {
  const fixes = finding.fixes?.() ?? [];
  return {
    said: [
      finding.message,
      ...(finding.related ?? []).map(place => place.message),
      ...fixes.map(fix => fix.title),
    ],
    quotes: [finding.rule, ...fixes.flatMap(fix => fix.edits.map(edit => edit.newText))],
  };
}

const textsOf = (analysis: Analysis): string[] =>
  [analysis.reading, ...analysis.archive].flatMap(reading => [reading.report.text, reading.path]);

/** Files that fixes name. */
const FILES = [
  '.gca-report/catalogue.json',
  '.gca-report/confirmed.json',
  '.gca-report/config.json',
  '.gca-report/baseline.json',
];

for (const rule of rules.filter(rule => existsSync(join(ROOT, pageOf(rule.id))))) {
  test(`${rule.id}: findings, related places and fixes`, async () => {
    const page = readPage(rule.id);
    let heard = 0;
    for (const example of page.examples) {
      if (example.kind !== 'bad') continue;
      const analysis = await checkExample(rule, page, example);
      for (const finding of analysis.findings.filter(one => one.rule === rule.id)) {
        const { said, quotes } = saidBy(finding);
        for (const text of said.slice(0, 1)) assert.match(text, /⟦/, text);
        for (const text of said) {
          heard++;
          assert.deepEqual(untranslated(text, [...textsOf(analysis), ...quotes, ...FILES]), [], text);
        }
      }
    }
    assert.ok(heard > 0);
  });
}

test('what the examples of the pages leave out: fields, links, dashes, separators', () => {
  const plan = plan2023();
  const sound = write(plan, 'markdown');
  const inFirst = (text: string) => write(withParagraphs(plan, '1', numbered('1', text)), 'markdown');
  const texts = [
    ...['Agenda item: PL 1', 'Original: English', '10 March 2025', 'Report by the Secretary-General'].map(
      field => sound.replace(field, ''),
    ),
    sound.replace(`# ${plan.title}`, ''),
    sound.replace('C25/18', 'C21/18'),
    ...['a b', 'http:x', 'http://', 'http://http://x.org', 'http://site/', 'https:// x.org'].map(address =>
      inFirst(`See [the site](${address}) and its pages.`),
    ),
    inFirst('See [the site] (http://x.org/a) and its pages.'),
    inFirst('The work -and more– of the year – and of others.'),
    inFirst('See paragraph 3.1 above, section 4 above, paragraph 9.9 and section 12.'),
    write(plan, 'word-text').replace('1.2\t', '1.2 \t').replace('2.2\t', '2.2 ').replace('3.2\t', '3.2\t\t'),
    sound.replace('2.2 More', '2.7 More').replace('3.1 The', '3.2 The'),
  ];
  const { findings } = check(sound);
  assert.deepEqual(findings, []);
  let heard = 0;
  for (const text of texts) {
    const analysis = check(text, { mode: 'submission' }, '2025.gca.md');
    for (const finding of analysis.findings) {
      const { said, quotes } = saidBy(finding);
      heard += said.length;
      for (const one of said) assert.deepEqual(untranslated(one, [...quotes]), [], one);
    }
  }
  assert.ok(heard > 40, String(heard));
});

/** The sample workspace: a draft full of mistakes, and five earlier reports. */
const sample = (async () => {
  const folder = join(ROOT, 'samples');
  const names = readdirSync(join(folder, 'archive'));
  const files = new Map(
    names.map(name => [
      `archive/${name}`,
      readFileSync(join(folder, 'archive', name)) as Uint8Array | string,
    ]),
  );
  const catalogue = new Catalogue(
    { read: async name => readFileSync(join(ROOT, 'data', name), 'utf8') },
    problem => assert.fail(problem.message),
  );
  const facts = { catalogue, instruments: INSTRUMENTS, word: wordReader(installedWord) };
  const project = new Project(memoryWorkspace(files), '', {}, facts, fault => {
    throw new Error(fault.rule, { cause: fault.error });
  });
  return async (text: string): Promise<Analysis> => {
    await project.refresh();
    const analysis = project.analyse('draft-2025.gca.md', text);
    await project.prepare(analysis);
    return analysis;
  };
})();
const draft = readFileSync(join(ROOT, 'samples', 'draft-2025.gca.md'), 'utf8');

test('the offers at every finding of the sample', async () => {
  const analysis = await (await sample)(draft);
  assert.ok(analysis.archive.length >= 4);
  for (const finding of analysis.findings) {
    for (const { fix } of offersAt(analysis, finding)) {
      const quotes = [...rules.map(({ id }) => id), ...fix.edits.map(edit => edit.newText), ...FILES];
      assert.match(fix.title, /⟦/);
      assert.deepEqual(untranslated(fix.title, [...textsOf(analysis), ...quotes]), [], fix.title);
    }
  }
});

test('the hover on every word of the sample, and of words that say more', async () => {
  const more = `${draft}
7.1 Recommendation ITU-T X.1205 and ITU-T X.1999, Supplement 16 to the X series, ITU-T X.509 (2000) and ITU-R M.1457 (02/2024),
Resolution 130 (Rev. Bucharest, 2022), Resolution 130 (Rev. Busan, 2014), Resolution 1305 of the Council, Resolution 45 (Rev. Dubai, 2014),
Resolution 50 (Rev. Hammamet, 2016), the Dubai Action Plan, the Kigali Action Plan, Question 3/2, ITU-T Question 6/17,
SG17, FG-DLT, document C22/18, in the study period 2018-2021 of ITU-D. <!-- confirm (2024, 3.1) was: 75 countries -->
80 countries have a CIRT, RFC 5280. <!-- confirm: 12 courses were held --> WSIS and CIRT.
`;
  const analysis = await (await sample)(more);
  let heard = 0;
  const seen = new Set<number>();
  for (let at = 0; at < more.length; at += 2) {
    const hover = hoverAt(analysis, at);
    if (!hover || seen.has(hover.span.start)) continue;
    seen.add(hover.span.start);
    for (const said of hover.lines) {
      heard++;
      // A title stands in italics, in the language of the text that bears it.
      const line = said.replace(/^\*[^*].*?\*(?=$| )/, '').replace(/\(https:[^()]*\)/g, '');
      assert.deepEqual(untranslated(line, [...textsOf(analysis), 'Florianópolis']), [], line);
    }
  }
  assert.ok(heard > 100, String(heard));
});

test('what completes, hints and the outline', async () => {
  const words = [
    '\n## \n',
    '\n3.9 \n',
    '\n\n7.1 The Recommendation ITU-T X.12',
    '\n\n7.1 As Resolution 13',
    '\n\n7.1 The International Tele',
    '\n\n7.1 A CIR',
    '\n\n',
  ];
  let heard = 0;
  for (const end of words) {
    for (const start of [draft, `${draft.slice(0, draft.indexOf('## Purpose'))}`]) {
      const analysis = await (await sample)(start + end);
      const found = await completionsAt(
        analysis,
        (start + end).trimEnd().length + (end.endsWith('\n') ? 1 : 0),
        false,
      );
      for (const { label, detail, newText, documentation } of found) {
        heard++;
        assert.deepEqual(
          untranslated(detail, [...textsOf(analysis), label, newText, documentation ?? '']),
          [],
          `${label}: ${detail}`,
        );
      }
    }
  }
  assert.ok(heard > 5, String(heard));
  const analysis = await (await sample)(draft);
  const hints = figureHints(analysis);
  assert.ok(hints.length > 0);
  for (const { tooltip } of hints) assert.deepEqual(untranslated(tooltip, textsOf(analysis)), [], tooltip);
  for (const { name } of outlineOf(analysis.report))
    assert.deepEqual(untranslated(name, textsOf(analysis)), [], name);
});

test('what is wrong in the files of a workspace, and in an archive', async () => {
  const files = new Map<string, string>([
    [
      '.gca-report/config.json',
      '{ "mode": "strict", "profile": "no", "year": 1, "archive": 1, "rules": { "a/b": 1, "terms": "x" }, "z": 1, }',
    ],
    [
      '.gca-report/indicators.json',
      '{ "indicators": [ 1, { "id": "x", "label": 1, "scope": "no", "unit": [1], "values": ["x"], "zz": 1 } ] }',
    ],
    [
      '.gca-report/catalogue.json',
      '{ "entries": [ 1, { "title": 1, "url": "x", "editions": [1, {}], "zz": 2 }, { "id": "X.1", "kind": "no" } ], "zz": 1 }',
    ],
    [
      '.gca-report/terms.json',
      '{ "terms": [ 1, { "write": 1, "not": 2, "kind": "no" }, { "write": "a", "not": ["b"], "kind": "former" } ] }',
    ],
    ['.gca-report/acronyms.json', '[ "x" '],
    ['.gca-report/confirmed.json', '{ x: tru } /* '],
    [
      '.gca-report/profiles/own.json',
      '{ "id": "own", "title": 2, "masthead": ["no"], "heads": [1, {}], "sections": [1, {"title": "a", "role": "no"}], "word": { "size": 200 } }',
    ],
    ['archive/a.md', ''],
    ['archive/b.md', readFileSync(join(ROOT, 'samples/archive/2023.md'), 'utf8')],
    ['archive/c.md', `${readFileSync(join(ROOT, 'samples/archive/2023.md'), 'utf8')}\n`],
  ]);
  const facts = { catalogue: new Catalogue({ read: async () => 'x' }, () => {}), instruments: INSTRUMENTS };
  const project = new Project(memoryWorkspace(files), '', {}, facts, () => {});
  await project.refresh();
  const problems = [...project.problems, ...project.archiveProblems];
  assert.ok(problems.length > 25, String(problems.length));
  const known = [
    'drafting, review, submission',
    'error, warning, info, hint',
    'council-2014, council-2019, council-2023, thematic, own',
  ];
  for (const { message } of problems) {
    assert.match(message, /⟦/, message);
    const left = untranslated(message, [...files.values(), ...known, ...files.keys()]).filter(
      words => !/^[\w-]+(?:, [\w-]+)*$/.test(words),
    );
    assert.deepEqual(left, [], message);
  }
});
