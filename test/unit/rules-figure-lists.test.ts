import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readBlock } from '../../server/reading/read.ts';
import { listBehind } from '../../server/rules/figure/lists.ts';
import { namesIn } from '../../server/rules/figure/names.ts';
import { frame } from './support/pages.ts';
import { check } from './support/reports.ts';

/** What the rule says of a paragraph: `text: count of the message`. */
function mismatches(text: string): string[] {
  const whole = frame(text, 2025);
  return check(whole)
    .findings.filter(finding => finding.rule === 'figure/count-mismatch')
    .map(
      ({ start, end, message }) =>
        `${whole.slice(start, end)}: ${/(\d+) (?:are listed|points)/.exec(message)?.[1]}`,
    );
}

/** The list behind the first figure of a text. */
const list = (text: string) => {
  const found = listBehind(readBlock('paragraph', text), 0);
  return found && [found.least, found.most, found.of];
};

test('identifiers are counted behind a colon, behind “namely”, and right behind the noun', () => {
  assert.deepEqual(list('SG17 approved two Recommendations: ITU-T X.1060, X.1061 and X.1217.'), [
    3,
    3,
    'identifiers',
  ]);
  assert.deepEqual(
    list('SG17 approved 12 new Recommendations on trust, namely: X.1060, X. 1061 and X.1217.'),
    [3, 3, 'identifiers'],
  );
  assert.deepEqual(list('SG16 consented six draft Recommendations ITU-T H.870 H.871, H.872 and H.873.'), [
    4,
    4,
    'identifiers',
  ]);
});

test('titles, brackets and what a title cites are not counted', () => {
  assert.deepEqual(
    list(
      'SG17 approved two Recommendations: X.1060 "A frame", revised X.1061 "Terms, based on X.800" and X.1217 (new).',
    ),
    [3, 3, 'identifiers'],
  );
  assert.deepEqual(
    list(
      'SG17 agreed two Supplements: Supplement to ITU-T X.805: a guide based on ITU-T X.1058 for all, and Supplement to ITU-T X.1051.',
    ),
    [1, 2, 'identifiers'],
  );
});

test('a Supplement among Recommendations may count or not; two numbers count their own sorts', () => {
  assert.deepEqual(list('SG17 approved nine Recommendations: X.1060, X.1061 and X.Suppl.36.'), [
    2,
    3,
    'identifiers',
  ]);
  assert.deepEqual(
    mismatches('2.1 SG17 approved three Recommendations: ITU-T X.1060, X.1061 and X.Suppl.36.'),
    [],
  );
  assert.deepEqual(
    mismatches('2.1 SG17 approved two Recommendations: ITU-T X.1060, X.1061 and X.Suppl.36.'),
    [],
  );
});

test('ranges and drafts end the count', () => {
  assert.equal(list('Work went on on two Recommendations: ITU-T J.1012-J.1015.1 and J.1026.'), undefined);
  assert.deepEqual(
    list('SG17 approved two Recommendations: X.1060 and X.1061, and draft Recommendation X.1217.'),
    [2, 2, 'identifiers'],
  );
});

test('names are counted behind a dash, in a bracket, behind a colon', () => {
  assert.deepEqual(list('It was given in six countries – Benin, Chad, Kenya, Mali and Togo.'), [
    5,
    5,
    'names',
  ]);
  assert.deepEqual(list('It was given in six countries (Benin, Chad, Kenya, Mali and Togo) last year.'), [
    5,
    5,
    'names',
  ]);
  assert.deepEqual(list('It was given in six countries: Benin; Chad; Kenya; Mali; and Togo.'), [
    5,
    5,
    'names',
  ]);
  assert.deepEqual(list('Two films were shown: “First steps”, “Second steps” and “More steps”.'), [
    3,
    3,
    'titles',
  ]);
});

test('“and” inside a name leaves the count open', () => {
  assert.deepEqual(namesIn('Bosnia and Herzegovina, Chad and Togo.'), { least: 3, most: 4 });
  assert.deepEqual(namesIn('Chad, Togo, and Trinidad and Tobago'), { least: 3, most: 4 });
  assert.deepEqual(namesIn('the Islamic Republic of Iran, Saint Lucia and Peru, which met'), {
    least: 3,
    most: 3,
  });
});

test('what is no list of names is not counted', () => {
  for (const text of [
    'all of them, and more',
    'Benin',
    'Benin, where work goes on, and Togo',
    '"One", and Two',
    '',
  ]) {
    assert.equal(namesIn(text), undefined, text);
  }
});

test('a number and its list are held against each other', () => {
  assert.deepEqual(mismatches('2.1 SG17 approved two Recommendations: ITU-T X.1060, X.1061 and X.1217.'), [
    'two Recommendations: 3',
  ]);
  assert.deepEqual(
    mismatches('2.1 The course was given in six countries – Benin, Chad, Kenya, Mali and Togo.'),
    ['six countries: 5'],
  );
  assert.deepEqual(
    mismatches('2.1 The course was given in five countries – Benin, Chad, Kenya, Mali and Togo.'),
    [],
  );
});

test('“30+” needs more than are listed, where the list says that it is complete', () => {
  const names = 'Benin, Chad, Kenya, Mali and Togo';
  assert.deepEqual(mismatches(`2.1 The course was given in 6+ countries, namely ${names}.`), [
    '6+ countries: 5',
  ]);
  assert.deepEqual(mismatches(`2.1 The course was given in more than 4 countries, namely ${names}.`), []);
  assert.deepEqual(mismatches(`2.1 The course was given in more than 6 countries (${names}).`), []);
});

test('examples, parts and lists of something else are no mismatch', () => {
  for (const text of [
    'The course was given in 30 countries, including Benin, Chad and Kenya.',
    'The course was given in 30 countries (such as Benin, Chad and Kenya).',
    'The course was given 30 times in 12 countries (Africa, the Americas and Asia).',
    'Some six countries – Benin, Chad, Kenya, Mali and Togo – asked for it.',
    'SG17 approved nine Recommendations. ITU-T X.1060 and X.1061 are new.',
    'There are three reasons: time, money and people.',
  ]) {
    assert.deepEqual(mismatches(`2.1 ${text}`), [], text);
  }
});

test('the points below a paragraph are counted where its last sentence counts one thing', () => {
  const items = '\n\na. ships;\n\nb. ports;\n\nc. trains.';
  assert.deepEqual(mismatches(`2.1 The drills had four subjects:${items}`), ['four subjects: 3']);
  assert.deepEqual(mismatches(`2.1 The drills had three subjects:${items}`), []);
  assert.deepEqual(mismatches(`2.1 Four teams had three subjects:${items}`), []);
  assert.deepEqual(mismatches(`2.1 The drills had four subjects. They were these:${items}`), []);
});

test('the number from the list is written as the old one was', () => {
  const fixed = (text: string): string => {
    const whole = frame(text, 2025);
    const [finding] = check(whole).findings.filter(one => one.rule === 'figure/count-mismatch');
    const [edit] = finding.fixes?.()[0].edits ?? [];
    return `${whole.slice(0, edit.start)}${edit.newText}${whole.slice(edit.end)}`;
  };
  const names = 'Benin, Chad, Kenya, Mali and Togo';
  assert.match(fixed(`2.1 Six countries – ${names} – took part.`), /Five countries/);
  assert.match(fixed(`2.1 It went to 6 countries: ${names}.`), /to 5 countries/);
  assert.match(fixed(`2.1 It went to 6+ countries, namely ${names}.`), /to 5 countries/);
});

test('a preposition before the names is none of them, once or before each', () => {
  assert.deepEqual(list('Six drills were held: in Kenya, Peru, Oman, Fiji and Malta.'), [5, 5, 'names']);
  assert.deepEqual(list('Six labs were opened: in Kenya, in Peru, in Oman, in Fiji and in Malta.'), [
    5,
    5,
    'names',
  ]);
  assert.deepEqual(
    list('It went to six countries, namely in Benin, in Chad, in Kenya, in Mali and in Togo.'),
    [5, 5, 'names'],
  );
  const severities = (text: string) =>
    check(frame(text, 2025))
      .findings.filter(finding => finding.rule === 'figure/count-mismatch')
      .map(finding => finding.severity);
  // Two drills may have been held in one country; a country is no two.
  assert.deepEqual(severities('2.1 Six drills were held: in Kenya, Peru, Oman, Fiji and Malta.'), ['info']);
  assert.deepEqual(severities('2.1 It was given in six countries: in Kenya, Peru, Oman, Fiji and Malta.'), [
    'warning',
  ]);
});

test('places within places, and what is counted twice, leave no count', () => {
  for (const text of [
    'Two drills were held: in Nairobi, Kenya, and Lima, Peru.',
    'Two drills were held: in Nairobi, Kenya and Lima, Peru.',
    'Two drills were held: in Nairobi, Kenya, and in Lima, Peru.',
    'Six drills were held: in Kenya (two), Peru, Oman, Fiji and Malta.',
    'Six drills were held: in Kenya (twice), Peru, Oman, Fiji and Malta.',
    'Six drills were held: in Kenya twice, in Peru, in Oman, in Fiji and in Malta.',
    'Six drills were held: two in Kenya, and one each in Peru, Oman, Fiji and Malta.',
    'Six drills were held in Kenya, Peru, Oman, Fiji and Malta.',
  ]) {
    assert.deepEqual(mismatches(`2.1 ${text}`), [], text);
  }
});

test('the points of a sentence are counted by their labels', () => {
  assert.deepEqual(
    mismatches('2.1 Three topics were treated: (a) laws; (b) skills; (c) drills; and (d) tools.'),
    ['Three topics: 4'],
  );
  assert.deepEqual(mismatches('2.1 The plan has four aims: (i) laws, (ii) two skills, and (iii) drills.'), [
    'four aims: 3',
  ]);
  assert.deepEqual(mismatches('2.1 Two sessions took place: (a) the opening; (b) the panel; (c) the end.'), [
    'Two sessions: 3',
  ]);
  assert.deepEqual(mismatches('2.1 The four aims are as follows: 1) laws; 2) skills; 3) tools.'), [
    'four aims: 3',
  ]);
  for (const text of [
    'Four topics were treated: (a) laws; (b) skills; (c) drills; and (d) tools.',
    'Four topics were treated: (a) laws; (b) skills, with (i) one book and (ii) one film; (c) drills; (d) tools.',
    'Four topics were treated: (a) laws; (b) skills, as in (a); (c) drills; (d) tools.',
    // The list is of something else.
    'Three topics were treated in two sessions: (a) laws; (b) skills; (c) drills.',
    'Four experts proposed: (a) laws; (b) skills; (c) drills.',
    'Four countries were helped with the following measures: (a) laws; (b) skills; (c) drills.',
    'Four countries were helped with legal measures: (a) laws; (b) skills; (c) drills.',
    'ITU helped four countries: (a) by advice; (b) by training; and (c) by drills.',
    'ITU helped four countries: (a) with advice; (b) with training; and (c) with drills.',
    'ITU invited the four Directors to: (a) advise; (b) train; and (c) report.',
    // It goes on elsewhere, or its labels are not sound.
    'Four topics were treated: (a) laws; (b) skills. (c) Drills came later, as did (d) tools.',
    'Four topics were treated: (a) laws; (b) skills; (d) tools.',
    'Four topics were treated: (a) laws; (b) skills; (c) drills, etc.',
  ]) {
    assert.deepEqual(mismatches(`2.1 ${text}`), [], text);
  }
});

test('a number may stand behind its list', () => {
  const told = (text: string) =>
    check(frame(`2.1 ${text}`, 2025))
      .findings.filter(finding => finding.rule === 'figure/count-mismatch')
      .map(
        ({ severity, message }) =>
          `${severity} ${/“(.*?)”/.exec(message)?.[1]} ${/(\d+) are/.exec(message)?.[1]}`,
      );
  const names = 'Benin, Chad, Kenya, Mali and Togo';
  assert.deepEqual(told(`CIRTs were set up in ${names}, six countries in all.`), ['warning six countries 5']);
  assert.deepEqual(told(`In 2024, CIRTs were set up in ${names} (six countries in total).`), [
    'warning six countries 5',
  ]);
  assert.deepEqual(told(`CIRTs were set up in ${names} (6 countries).`), ['info 6 countries 5']);
  assert.deepEqual(told(`The members are FIRST, OAS and ENISA, four organizations in all.`), [
    'warning four organizations 3',
  ]);
  for (const text of [
    `CIRTs were set up in ${names}, five countries in all.`,
    `CIRTs were set up in Bosnia and Herzegovina, Chad and Togo, three countries in all.`,
    `CIRTs were set up in Bosnia and Herzegovina, Chad and Togo (four countries).`,
    `CIRTs were set up in countries such as ${names}, six countries in all.`,
    `In addition to ${names}, six countries in all regions asked for it.`,
    `CIRTs were set up in Peru, and strategies in ${names}, six countries in all.`,
    `Courses were given in Kenya, Peru and the Caribbean (four countries).`,
    `Courses were given in Kenya, Peru and ECOWAS (four countries).`,
    `Courses were given in Kenya, Peru and Oman (four participants).`,
    `Courses were given in Kenya, Peru and Oman, four courses in all.`,
    `Courses were given in Lima, Peru and Oman, four countries in the end.`,
    `Courses were given in Kenya, Peru and others, four countries in all.`,
    `Courses were given in Kenya, Peru and Oman, and in four countries in all they will be.`,
  ]) {
    assert.deepEqual(told(text), [], text);
  }
});

test('behind “as follows” each of two sorts is counted by its own identifiers', () => {
  const items = (last: string) =>
    `- Recommendation ITU-T Y.3800 “Overview”; - Recommendation ITU-T Y.3801 “Terms, as in ITU-T Y.3500”; - ${last} “Uses”.`;
  const sup = items('Supplement ITU-T Y.Sup70');
  assert.deepEqual(mismatches(`2.1 SG13 published 4 Recommendations and 1 Supplement as follows: ${sup}`), [
    '4 Recommendations: 2',
  ]);
  assert.deepEqual(
    mismatches(`2.1 SG13 published 2 Recommendations and 1 Supplement as follows: ${sup}`),
    [],
  );
  assert.deepEqual(
    mismatches(
      `2.1 SG13 published 3 Recommendations and 1 Supplement as follows: ${items('Recommendation ITU-T Y.3802 “Use”; - Supplement ITU-T Y.Sup70')}`,
    ),
    [],
  );
  assert.deepEqual(
    mismatches(`2.1 SG13 published 4 Recommendations after three meetings as follows: ${sup}`),
    [],
  );
});
