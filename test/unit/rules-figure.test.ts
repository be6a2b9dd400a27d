import assert from 'node:assert/strict';
import { test } from 'node:test';
import { applyEdits } from '../../server/analysis/fixes.ts';
import { type Facts, Project } from '../../server/analysis/project.ts';
import { Catalogue } from '../../server/catalogue/catalogue.ts';
import { INSTRUMENTS } from '../../server/catalogue/instruments.ts';
import type { Finding, Mode } from '../../server/rules/rule.ts';
import { memoryWorkspace } from '../../server/workspace/workspace.ts';
import { frame } from './support/pages.ts';

const facts: Facts = { catalogue: new Catalogue({ read: async () => '' }), instruments: INSTRUMENTS };

interface Told {
  readonly text: string;
  readonly findings: readonly Finding[];
}

/** What the figure rules say of a report of 2025, held against earlier ones by their years. */
async function told(
  text: string,
  archive: Readonly<Record<number, string>> = {},
  mode: Mode = 'review',
): Promise<Told> {
  const files = new Map(
    Object.entries(archive).map(([year, earlier]) => [`archive/${year}.md`, frame(earlier, Number(year))]),
  );
  const project = new Project(memoryWorkspace(files), '', { mode }, facts, ({ rule, error }) => {
    throw new Error(`${rule} failed`, { cause: error });
  });
  await project.refresh();
  const whole = text.includes('____') ? text : frame(text, 2025);
  const { findings } = project.analyse('draft.gca.md', whole);
  return { text: whole, findings: findings.filter(({ rule }) => /^(?:figure|carried-over)\//.test(rule)) };
}

const brief = ({ text, findings }: Told): string[] =>
  findings.map(({ rule, severity, start, end }) => `${severity} ${rule}: ${text.slice(start, end)}`);

const TOTAL = (count: string | number) =>
  `3.1 To date, ITU has assessed the readiness of ${count} countries for a CIRT.`;

test('an unchanged total is told, with last year’s place and three ways out', async () => {
  const result = await told(TOTAL(84), { 2024: TOTAL(84) });
  assert.deepEqual(brief(result), ['warning figure/unchanged: 84 countries']);
  const [finding] = result.findings;
  assert.match(finding.message, /report of 2024/);
  assert.equal(finding.related?.[0].path, 'archive/2024.md');
  const fixes = finding.fixes?.() ?? [];
  assert.equal(fixes.length, 3);
  assert.ok(fixes.every(fix => !fix.exact));
  for (const fix of fixes.filter(one => one.edits.length > 0)) {
    assert.deepEqual(
      brief(await told(applyEdits(result.text, fix.edits), { 2024: TOTAL(84) })),
      [],
      fix.title,
    );
  }
});

test('in a draft at work an unchanged figure is an info', async () => {
  assert.deepEqual(brief(await told(TOTAL(84), { 2024: TOTAL(84) }, 'drafting')), [
    'info figure/unchanged: 84 countries',
  ]);
});

test('a confirmation holds for its number and year, before the paragraph it speaks of', async () => {
  const note = (value: number, year: number) =>
    `<!-- gca-report-confirmed ${value} countries ${year} -->\n${TOTAL(84)}`;
  assert.deepEqual(brief(await told(note(84, 2025), { 2024: TOTAL(84) })), []);
  assert.equal((await told(note(84, 2024), { 2024: TOTAL(84) })).findings.length, 1);
  assert.equal((await told(note(83, 2025), { 2024: TOTAL(84) })).findings.length, 1);
  const elsewhere = `${TOTAL(84)}\n\n<!-- gca-report-confirmed 84 countries 2025 -->\n\n3.2 More is to come.`;
  assert.equal((await told(elsewhere, { 2024: TOTAL(84) })).findings.length, 1);
});

test('a figure that was looked at is not told', async () => {
  const cases: readonly (readonly [string, string])[] = [
    // The sentence is dated anew.
    [
      '3.1 By 2023, ITU had assessed the readiness of 84 countries for a CIRT.',
      '3.1 By 2024, ITU had assessed the readiness of 84 countries for a CIRT.',
    ],
    // Another number in it moved.
    [
      '3.2 ITU has held 30 CyberDrills involving 84 countries.',
      '3.2 ITU has held 34 CyberDrills involving 84 countries.',
    ],
    // Constants and lengths of time.
    ['2.1 The GCA has five pillars.', '2.1 The GCA has five pillars.'],
    [
      '4.1 The fund for laboratories was set up for a five-year trial.',
      '4.1 The fund for laboratories was set up for a five-year trial.',
    ],
  ];
  for (const [before, now] of cases) {
    const figures = brief(await told(now, { 2024: before })).filter(line => line.includes('figure/'));
    assert.deepEqual(figures, [], now);
  }
});

test('a dated event is history: its figure is not stale, but its sentence is no news', async () => {
  const event = '4.1 The workshop of Lusaka in May 2022 brought together 40 engineers of ports.';
  assert.deepEqual(brief(await told(event, { 2024: event })), [
    'info carried-over/sentence: The workshop of Lusaka in May 2022 brought together 40 engineers of ports.',
  ]);
});

test('the newest report that gives the figure is the one that counts', async () => {
  const result = await told(TOTAL(80), {
    2022: TOTAL(80),
    2023: TOTAL(82),
    2024: '3.1 The laboratory is open.',
  });
  assert.deepEqual(brief(result), ['warning figure/decreased: 80 countries']);
  assert.match(result.findings[0].message, /82 of 2023/);
});

test('without earlier reports nothing is held against them', async () => {
  assert.deepEqual(brief(await told(TOTAL(84))), []);
});

test('an exact total that became vague is remarked, a count of one period is not', async () => {
  assert.deepEqual(brief(await told(TOTAL('more than 80'), { 2024: TOTAL(76) })), [
    'info figure/comparator-changed: more than 80 countries',
  ]);
  const items = (count: string) => `2.1 SG17 began ${count} new work items.`;
  assert.deepEqual(brief(await told(items('more than 30'), { 2024: items('22') })), []);
});

test('a total told as the work of one year is found by going on from last year’s', async () => {
  const year = '3.1 In 2024, ITU assessed the readiness of 90 countries for a CIRT.';
  const result = await told(year, { 2024: TOTAL(84) });
  assert.deepEqual(brief(result), [
    'warning figure/scope: In 2024, ITU assessed the readiness of 90 countries',
  ]);
  const [fix] = result.findings[0].fixes?.() ?? [];
  assert.match(applyEdits(result.text, fix.edits), /To date, ITU assessed the readiness of 90 countries/);
  // Three in one year is what the sentence says; and a report that counts by the year does so every year.
  assert.deepEqual(brief(await told(year.replace('90', '3'), { 2024: TOTAL(84) })), []);
  assert.deepEqual(brief(await told(year, { 2024: year.replace('2024', '2023').replace('90', '84') })), []);
});

test('two values of one figure contradict each other, bounds do not', async () => {
  const text = (second: string) =>
    `3.1 ITU has held 44 CyberDrills so far.\n\n3.2 In all, ${second} CyberDrills were held by ITU to date.`;
  assert.deepEqual(
    brief(await told(text('43'))).map(line => line.slice(line.indexOf(' ') + 1)),
    ['figure/inconsistent: 43 CyberDrills'],
  );
  assert.deepEqual(brief(await told(text('more than 40'))), []);
  assert.deepEqual(brief(await told(text('44'))), []);
});

test('a date is outdated before the period, and where an earlier report had the same or a later one', async () => {
  const at = (date: string, count: number) =>
    `4.1 As of ${date}, ${count} countries had named a focal point for the GCI.`;
  const rules = async (now: string, archive: Readonly<Record<number, string>>) =>
    brief(await told(now, archive));
  assert.deepEqual(await rules(at('May 2023', 150), {}), ['warning figure/as-of-outdated: As of May 2023']);
  assert.deepEqual(await rules(at('January 2024', 152), { 2024: at('February 2024', 150) }), [
    'warning figure/as-of-outdated: As of January 2024',
  ]);
  assert.deepEqual(await rules(at('January 2025', 152), { 2024: at('February 2024', 150) }), []);
});

test('a value far out of line is remarked, growth that was there before is not', async () => {
  const line = (count: number) => `6.1 So far, ${count} educators have been trained on COP.`;
  const archive = { 2022: line(100), 2023: line(200), 2024: line(330) };
  assert.deepEqual(brief(await told(line(4500), archive)), ['info figure/implausible: 4500 educators']);
  assert.deepEqual(brief(await told(line(600), archive)), []);
});

test('a sentence taken over is told where it is bound to its time, once, and not for boilerplate', async () => {
  const rules = async (text: string) =>
    brief(await told(`4.1 ${text}`, { 2023: `4.1 ${text}`, 2024: `4.1 ${text}` }));
  assert.equal(
    (await rules('The laboratory of Lusaka will open its doors to every team of the region.')).length,
    1,
  );
  assert.equal(
    (await rules('The laboratory of Lusaka continues to serve every team of the region.')).length,
    1,
  );
  assert.equal(
    (await rules('The laboratory of Lusaka opened its doors to the region in May 2022.')).length,
    1,
  );
  assert.deepEqual(await rules('Trust is what every network of the region has to rest on.'), []);
  assert.deepEqual(
    await rules('This report, as every year, will follow the five pillars of the Agenda.'),
    [],
  );
  assert.deepEqual(
    await rules('The year of a resolution such as Resolution 130 (Rev. Dubai, 2018) is no date.'),
    [],
  );
  const [finding] = (
    await told('4.1 The laboratory of Lusaka will open its doors to every team.', {
      2023: '4.1 The laboratory of Lusaka will open its doors to every team.',
      2024: '4.1 Nothing of this kind.',
    })
  ).findings;
  assert.equal(finding.related?.[0].path, 'archive/2023.md');
});

test('the count of one year is no running total, wherever its sentence names the year', async () => {
  const cases: readonly (readonly [string, string])[] = [
    ['3.1 Nine CyberDrills were held in 2023.', '3.1 Five CyberDrills were held in 2024.'],
    [
      '3.1 In 2023, nine CyberDrills were held.',
      '3.1 Five CyberDrills were held in Kenya and Peru in May 2024.',
    ],
    ['3.1 ITU held nine CyberDrills during 2023.', '3.1 ITU held five CyberDrills during the year 2024.'],
    ['3.1 ITU has held nine CyberDrills in 2023.', '3.1 ITU has held five CyberDrills in 2024.'],
    [
      '3.1 ITU held 38 CyberDrills to date.',
      '3.1 ITU held five CyberDrills in 2024, and 43 CyberDrills have been held to date.',
    ],
    [
      '3.1 ITU held 38 CyberDrills to date.',
      '3.1 In 2024, ITU held five CyberDrills, bringing the total to 43 CyberDrills.',
    ],
  ];
  for (const [before, now] of cases) assert.deepEqual(brief(await told(now, { 2024: before })), [], now);
});

test('a total stays one where a year is that of something else in its sentence', async () => {
  for (const now of [
    '3.1 ITU has held 40 CyberDrills under the programme launched in 2012.',
    '3.1 ITU has held 40 CyberDrills since the series was opened in 2012.',
    '3.1 To date, ITU has held 40 CyberDrills, five of them in 2024.',
    '3.1 40 CyberDrills have been held, most recently in Oman in 2024.',
    '3.1 Five teams were trained in 2024; to date, ITU has held 40 CyberDrills.',
  ]) {
    assert.deepEqual(
      brief(await told(now, { 2024: '3.1 To date, ITU has held 42 CyberDrills.' })),
      ['warning figure/decreased: 40 CyberDrills'],
      now,
    );
  }
});

test('a lower count in the plain past is an info: it may be the year’s', async () => {
  const assisted = (count: number) =>
    `1.1 ITU assisted ${count} Member States in setting up their national CIRT.`;
  const result = await told(assisted(9), { 2024: assisted(12) });
  assert.deepEqual(brief(result), ['info figure/decreased: 9 Member States']);
  assert.match(result.findings[0].message, /one year/);
  const state = (count: number) => assisted(count).replace('assisted', 'has assisted');
  assert.deepEqual(brief(await told(state(9), { 2024: state(12) })), [
    'warning figure/decreased: 9 Member States',
  ]);
});

test('a year and a total in one sentence are two figures', async () => {
  for (const text of [
    'Four CyberDrills were held in 2024; to date, 43 CyberDrills have been held.',
    'ITU held four CyberDrills in 2024, and has held 43 CyberDrills to date.',
    'To date, 43 CyberDrills have been held, and in 2024 four CyberDrills were held.',
    'In 2024 the ITU Academy trained 300 people in cybersecurity; since 2018 the ITU Academy has trained 4 200 people in cybersecurity.',
    'The 2024 edition of the Global Cybersecurity Index covers 194 countries (193 Member States and the State of Palestine).',
  ]) {
    const result = await told(`3.1 ${text}`);
    assert.deepEqual(brief(result), [], text);
  }
});

test('two values in one sentence are an info at most, in two like sentences a warning', async () => {
  const one = 'ITU has held 44 CyberDrills so far, while 43 CyberDrills were held by ITU so far.';
  assert.deepEqual(brief(await told(`3.1 ${one}`)), ['info figure/inconsistent: 43 CyberDrills']);
  const two = 'ITU has held 44 CyberDrills so far.\n\n3.2 ITU has held 43 CyberDrills so far.';
  assert.deepEqual(brief(await told(`3.1 ${two}`)), ['warning figure/inconsistent: 43 CyberDrills']);
});

/** What is told where a sentence of 2024 comes again with its years moved on by one. */
const movedOn = async (text: string, mode?: Mode): Promise<string[]> =>
  brief(
    await told(
      `4.1 ${text.replace(/\b20\d\d\b/g, year => String(Number(year) + 1))}`,
      { 2024: `4.1 ${text}` },
      mode,
    ),
  );

test('figures that stay while the year of their sentence moves on are told', async () => {
  const courses = 'In 2023, the ITU Academy trained 1 254 people from 96 countries in 15 courses.';
  assert.deepEqual(await movedOn(courses), ['warning figure/unchanged: 1 254 people']);
  // Two small numbers together hardly come again by chance.
  assert.deepEqual(await movedOn('In 2023, SG17 approved 23 Recommendations and 14 Supplements.'), [
    'warning figure/unchanged: 23 Recommendations',
  ]);
  assert.deepEqual(await movedOn('The laboratory trained 412 engineers of ports in May 2023.'), [
    'warning figure/unchanged: 412 engineers',
  ]);
  // One number of two digits can come again by chance, and a state can stay as it is.
  assert.deepEqual(await movedOn('In 2023, SG17 approved 23 Recommendations.'), [
    'info figure/unchanged: 23 Recommendations',
  ]);
  assert.deepEqual(await movedOn('As of 31 March 2024, 131 countries had named a focal point.'), [
    'info figure/unchanged: 131 countries',
  ]);
  assert.deepEqual(await movedOn('In 2023, SG17 approved 23 Recommendations.', 'drafting'), [
    'hint figure/unchanged: 23 Recommendations',
  ]);
});

test('what is told of a moved year is confirmed like any figure, and not dated', async () => {
  const at = (year: number) => `4.1 In ${year}, the laboratory trained 412 engineers of ports.`;
  const result = await told(at(2024), { 2024: at(2023) });
  const [finding] = result.findings;
  assert.match(finding.message, /year moved on/);
  const fixes = finding.fixes?.() ?? [];
  assert.equal(fixes.length, 2);
  assert.deepEqual(brief(await told(applyEdits(result.text, fixes[0].edits), { 2024: at(2023) })), []);
});

test('what comes again every year, or stands fast, is not told when the year moves on', async () => {
  for (const text of [
    'In 2023, all 193 Member States of ITU were asked to name a focal point.',
    'In 2023, the report was published in six official languages.',
    'In 2023, four regional forums were held in the six regions of ITU.',
    'In 2023, 12 meetings of the group were held, one every month.',
    'In 2023, the group went through the 169 targets of the Agenda.',
    'In 2023, a five-day course was given to schools by one expert.',
    'By 2023, ITU had assessed the readiness of 84 countries for a CIRT.',
    'The strategy of 2023 counts 184 actions.',
  ]) {
    assert.deepEqual(await movedOn(text), [], text);
  }
  const pairs: readonly (readonly [string, string])[] = [
    // Something besides the year is new.
    [
      'In 2023, the laboratory trained 412 engineers from 71 countries.',
      'In 2024, the laboratory trained 412 engineers from 74 countries.',
    ],
    [
      'In 2023, the laboratory in Lusaka trained 412 engineers.',
      'In 2024, the laboratory in Harare trained 412 engineers.',
    ],
  ];
  for (const [before, now] of pairs)
    assert.deepEqual(brief(await told(`4.1 ${now}`, { 2024: `4.1 ${before}` })), [], now);
});
