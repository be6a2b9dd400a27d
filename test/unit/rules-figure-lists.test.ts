import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readBlock } from '../../server/reading/read.ts';
import { listBehind, namesIn } from '../../server/rules/figure/lists.ts';
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
