/** Instruments judged by the report's date; what rests on memory never decides. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { INSTRUMENTS, Instruments } from '../../server/catalogue/instruments.ts';

const date = (year: number, month?: number, day?: number) => ({ year, month, day });
const COUNCIL_2014 = date(2014, 2, 10);
const COUNCIL_2019 = date(2019, 5, 1);
const COUNCIL_2022 = date(2022, 3, 1);

const standing = (
  body: 'PP' | 'WTDC' | 'WTSA' | 'Council',
  number: string,
  place: string | undefined,
  year: number,
  on: object,
) =>
  INSTRUMENTS.revisionStanding(
    INSTRUMENTS.resolution(body, number)!,
    { year, ...(place && { place }) },
    on as { year: number },
  );

test('a revision is superseded once a later conference has ended, and not before', () => {
  assert.equal(standing('PP', '130', 'Guadalajara', 2010, COUNCIL_2014).verdict, 'current');
  const late = standing('PP', '130', 'Guadalajara', 2010, COUNCIL_2019);
  assert.deepEqual([late.verdict, late.certain, late.by?.place], ['superseded', true, 'Dubai']);
  assert.equal(standing('PP', '130', 'Dubai', 2018, COUNCIL_2022).verdict, 'current');
  // PP-22 ended on 14 October 2022.
  assert.equal(standing('PP', '130', 'Dubai', 2018, date(2022, 10, 14)).verdict, 'current');
  assert.equal(standing('PP', '130', 'Dubai', 2018, date(2022, 10, 15)).verdict, 'superseded');
  assert.equal(standing('PP', '130', 'Dubai', 2018, date(2022)).verdict, 'current');
  assert.equal(standing('PP', '130', 'Dubai', 2018, date(2023)).by?.place, 'Bucharest');
});

test('the revision in force on a day', () => {
  const resolution = INSTRUMENTS.resolution('PP', '130')!;
  assert.equal(INSTRUMENTS.revisionAt(resolution, COUNCIL_2014)?.place, 'Guadalajara');
  assert.equal(INSTRUMENTS.revisionAt(resolution, COUNCIL_2019)?.place, 'Dubai');
  assert.equal(INSTRUMENTS.revisionAt(resolution, date(2003)), undefined, 'the first one rests on memory');
});

test('a revision of a conference still to come', () => {
  const early = standing('PP', '130', 'Bucharest', 2022, COUNCIL_2022);
  assert.deepEqual([early.verdict, early.certain, early.by?.place], ['not yet', true, 'Dubai']);
  assert.equal(standing('PP', '130', 'Doha', 2026, date(2025)).verdict, 'not yet');
});

test('where a conference has no known days its year must be over', () => {
  assert.equal(standing('WTSA', '58', 'Dubai', 2012, date(2022, 12, 31)).verdict, 'current');
  assert.equal(standing('WTSA', '58', 'Dubai', 2012, date(2023, 1, 1)).by?.place, 'Geneva');
});

test('what rests on memory is shown and does not decide', () => {
  const spam = standing('WTSA', '52', 'Hammamet', 2016, date(2026));
  assert.deepEqual([spam.verdict, spam.certain, spam.unconfirmed?.place], ['current', false, 'New Delhi']);
  for (const resolution of INSTRUMENTS.data.resolutions) {
    for (const { place, year } of resolution.revisions) {
      for (let on = 2000; on < 2030; on++) {
        const found = INSTRUMENTS.revisionStanding(resolution, { year, ...(place && { place }) }, date(on));
        assert.ok(!found.by?.unverified, `${resolution.number} ${place} ${year} in ${on}`);
        if (found.cited?.unverified && found.verdict === 'current') assert.equal(found.certain, false);
      }
    }
  }
});

test('an unknown revision is unknown, not wrong', () => {
  assert.deepEqual(standing('PP', '174', 'Dubai', 2018, COUNCIL_2019), {
    verdict: 'unknown',
    certain: false,
  });
  assert.equal(standing('Council', '1306', undefined, 2009, COUNCIL_2014).verdict, 'current');
});

test('a number alone names a resolution only where one body has it', () => {
  assert.equal(INSTRUMENTS.resolution(undefined, '130')?.body, 'PP');
  assert.equal(INSTRUMENTS.resolution(undefined, '67'), undefined);
  assert.equal(INSTRUMENTS.resolution('WTDC', '67')?.body, 'WTDC');
  assert.equal(INSTRUMENTS.resolution('PP', '999999'), undefined);
});

test('place and year together tell the body', () => {
  assert.equal(INSTRUMENTS.bodyOf('Dubai', 2012), 'WTSA');
  assert.equal(INSTRUMENTS.bodyOf('Dubai', 2014), 'WTDC');
  assert.equal(INSTRUMENTS.bodyOf('Dubai', 2018), 'PP');
  assert.equal(INSTRUMENTS.bodyOf('DOHA', 2006), 'WTDC');
  assert.equal(INSTRUMENTS.bodyOf('Florianopolis', 2004), 'WTSA');
  assert.equal(INSTRUMENTS.bodyOf('Helsinki', 1993), 'WTSA');
  assert.equal(INSTRUMENTS.bodyOf('Atlantis', 2018), undefined);
  const places = INSTRUMENTS.data.conferences.map(one => `${one.place} ${one.year}`);
  assert.equal(new Set(places).size, places.length);
  assert.equal(INSTRUMENTS.conferenceNamed('PP-18')?.end, '2018-11-16');
});

test('the action plan of the day', () => {
  const title = (on: { year: number }) => INSTRUMENTS.actionPlanAt(on)?.title;
  assert.equal(title(COUNCIL_2014), 'Hyderabad Action Plan');
  assert.equal(title(COUNCIL_2019), 'Buenos Aires Action Plan');
  assert.equal(title(COUNCIL_2022), 'Buenos Aires Action Plan');
  assert.equal(title(date(2023)), 'Kigali Action Plan');
  // Adopted in November 2025, for the years from 2026.
  assert.equal(title(date(2025, 12, 20)), 'Kigali Action Plan');
  assert.equal(title(date(2026, 2)), 'Baku Action Plan');
  const hyderabad = INSTRUMENTS.actionPlan('hyderabad action plan')!;
  assert.equal(INSTRUMENTS.planStanding(hyderabad, COUNCIL_2014).verdict, 'current');
  const unsure = INSTRUMENTS.planStanding(hyderabad, date(2016));
  assert.deepEqual(
    [unsure.verdict, unsure.certain, unsure.unconfirmed?.title],
    ['current', false, 'Dubai Action Plan'],
  );
  assert.equal(INSTRUMENTS.planStanding(hyderabad, COUNCIL_2019).by?.title, 'Buenos Aires Action Plan');
  assert.equal(
    INSTRUMENTS.planStanding(INSTRUMENTS.actionPlan('Kigali Action Plan')!, COUNCIL_2022).verdict,
    'not yet',
  );
});

test('the study period of the day', () => {
  assert.equal(INSTRUMENTS.studyPeriodAt('ITU-D', COUNCIL_2019)?.from, 2018);
  assert.equal(INSTRUMENTS.studyPeriodAt('ITU-D', COUNCIL_2022)?.from, 2018, 'WTDC-22 met in June');
  assert.equal(INSTRUMENTS.studyPeriodAt('ITU-D', date(2023))?.from, 2022);
  assert.equal(INSTRUMENTS.studyPeriodAt('ITU-T', date(2021))?.from, 2017, 'WTSA-20 met in 2022');
  assert.equal(INSTRUMENTS.periodStanding('ITU-D', 2018, 2021, COUNCIL_2022).verdict, 'current');
  assert.equal(INSTRUMENTS.periodStanding('ITU-D', 2018, 2021, date(2023)).by?.from, 2022);
  assert.equal(INSTRUMENTS.periodStanding('ITU-D', 2022, 2025, COUNCIL_2019).verdict, 'not yet');
  assert.equal(INSTRUMENTS.periodStanding('ITU-D', 2019, 2022, COUNCIL_2019).verdict, 'unknown');
});

test('a Question, its terms and what followed it', () => {
  const old = INSTRUMENTS.question('Question 22/1')!;
  assert.equal(old.id, 'Q22/1');
  assert.equal(INSTRUMENTS.questionStanding(old, COUNCIL_2014).verdict, 'current', 'Q22-1/1 is its revision');
  const late = INSTRUMENTS.questionStanding(old, COUNCIL_2019);
  assert.deepEqual([late.verdict, late.certain, late.by?.id], ['superseded', true, 'Q3/2']);
  const question = INSTRUMENTS.question('Q 3/2')!;
  assert.equal(INSTRUMENTS.questionStanding(question, COUNCIL_2014).verdict, 'not yet');
  assert.equal(INSTRUMENTS.questionStanding(question, COUNCIL_2022).verdict, 'current');
  assert.equal(INSTRUMENTS.questionTermAt(question, COUNCIL_2022)?.from, 2018);
  assert.equal(INSTRUMENTS.questionTermAt(question, date(2028))?.unverified, true);
  assert.equal(INSTRUMENTS.question('Q3/2', 'ITU-T'), undefined);
});

test('groups by the names that reports give them', () => {
  assert.equal(INSTRUMENTS.studyGroup('SG-17')?.id, 'SG17');
  assert.equal(INSTRUMENTS.studyGroup('Study Group 17')?.names.length, 3);
  assert.equal(INSTRUMENTS.studyGroupNameAt(INSTRUMENTS.studyGroup('SG17')!, COUNCIL_2019)?.name, 'Security');
  assert.equal(INSTRUMENTS.studyGroupNameAt(INSTRUMENTS.studyGroup('SG9')!, date(2026)), undefined);
  assert.equal(INSTRUMENTS.studyGroup('TSAG')?.id, 'TSAG');
  assert.equal(INSTRUMENTS.focusGroup('FG NET-2030')?.id, 'FG-NET-2030');
  assert.equal(INSTRUMENTS.focusGroup('FG-VM')?.unverified, true);
  assert.equal(INSTRUMENTS.focusGroup('CWG-COP'), undefined);
  assert.equal(INSTRUMENTS.group('CWG-COP')?.kind, 'council-group');
  assert.equal(INSTRUMENTS.councilDocument('C21/71-E')?.date, '2021-04-22');
  assert.equal(INSTRUMENTS.councilDocument('C20/INF/11')?.title, null);
  assert.equal(INSTRUMENTS.councilDecision('641')?.session, 'C24');
  assert.equal(INSTRUMENTS.programme('GCA')?.pillars?.length, 5);
});

test('nothing typed makes it throw, and no data is no answer', () => {
  const empty = new Instruments({
    ...INSTRUMENTS.data,
    resolutions: [],
    conferences: [],
    actionPlans: [],
    studyPeriods: [],
    studyGroups: [],
    questions: [],
    groups: [],
  });
  for (const odd of ['', '/', '1/', 'constructor', '9'.repeat(1_000_000), '\ud800']) {
    for (const instruments of [INSTRUMENTS, empty]) {
      instruments.question(odd);
      instruments.studyGroup(odd);
      instruments.group(odd);
      instruments.actionPlan(odd);
      instruments.councilDocument(odd);
      instruments.bodyOf(odd, Number.NaN);
    }
  }
  assert.equal(empty.actionPlanAt(COUNCIL_2019), undefined);
  assert.equal(empty.studyPeriodAt('ITU-D', COUNCIL_2019), undefined);
});
