import assert from 'node:assert/strict';
import { test } from 'node:test';
import { builtinProfiles } from '../../server/profiles/builtin.ts';
import { chooseProfile } from '../../server/profiles/choose.ts';
import type { Profile } from '../../server/profiles/profile.ts';
import { DIALECTS, type Plan, parse, plan2019, plan2023, without, write } from './support/reports.ts';

const choice = (text: string, wanted?: string, profiles: readonly Profile[] = builtinProfiles) => {
  const chosen = chooseProfile(parse(text), profiles, wanted);
  return chosen && `${chosen.profile.id} by ${chosen.from}`;
};
const of = (plan: Plan, year: number): string =>
  write({ ...plan, symbol: `C${String(year).slice(2)}/18`, date: `3 March ${year}` }, 'markdown');
const undated = (plan: Plan): Plan => ({
  ...plan,
  symbol: undefined,
  heads: plan.heads.map(head => ({ ...head, text: 'Of late.' })),
});

test('the profile of the year', () => {
  for (let year = 2009; year <= 2030; year++) {
    const id = year <= 2018 ? 'council-2014' : year <= 2022 ? 'council-2019' : 'council-2023';
    assert.equal(choice(of(plan2019(), year)), `${id} by year`);
    assert.equal(choice(of(plan2023(), year)), `${id} by year`);
  }
});

test('without a year the profile that fits best, even where parts are missing', () => {
  for (const dialect of DIALECTS) {
    assert.equal(choice(write(undated(plan2019()), dialect)), 'council-2019 by fit');
    assert.equal(choice(write(undated(plan2023()), dialect)), 'council-2023 by fit');
    const fewer = without(
      undated(plan2023()),
      'Financial implications',
      'Capacity Building',
      'Legal Measures',
    );
    assert.equal(choice(write(fewer, dialect)), 'council-2023 by fit');
    const older = without(undated(plan2019()), 'Summary', 'Capacity Building');
    assert.equal(choice(write(older, dialect)), 'council-2019 by fit');
  }
});

test('what is set by hand wins, even for a text that is no report; a name that does not exist changes nothing', () => {
  assert.equal(choice(of(plan2019(), 2020), 'council-2023'), 'council-2023 by setting');
  assert.equal(choice('# Notes\n', 'thematic'), 'thematic by setting');
  assert.equal(choice(of(plan2019(), 2020), 'council-1999'), 'council-2019 by year');
});

test('a text that is no report has no profile', () => {
  assert.equal(choice('# Notes\n\nSome words.\n'), null);
  assert.equal(choice(''), null);
});

test('pillars inside a section make a report thematic, whatever its year', () => {
  const pillars = [
    'Legal Measures',
    'Technical and Procedural Measures',
    'Organizational Structures',
    'Capacity Building',
    'International Cooperation',
  ];
  const thematic: Plan = {
    ...plan2023(),
    sections: [
      { number: '1', title: 'Introduction', paragraphs: [{ number: '1.1', text: 'Asked for.' }] },
      {
        number: '2',
        title: 'The pillars in use',
        paragraphs: [],
        sections: pillars.map((title, i) => ({
          number: `2.${i + 1}`,
          title,
          paragraphs: [{ text: 'Words on it.' }],
        })),
      },
    ],
  };
  for (const year of [2014, 2020, 2025]) assert.equal(choice(of(thematic, year)), 'thematic by fit');
});

const own: Profile = {
  id: 'own',
  title: 'Our own',
  years: { from: 2024, to: 2024 },
  masthead: [],
  heads: [{ title: 'Foreword', required: true }],
  sections: [{ role: 'legal', title: 'Laws', number: '1', required: true }],
  numbering: { section: '1.', paragraphs: 'required' },
  source: 'A test',
};

test('a profile of the workspace’s own: by hand, by year where it fits better', () => {
  const profiles = [...builtinProfiles, own];
  assert.equal(choice(of(plan2023(), 2024), 'own', profiles), 'own by setting');
  assert.equal(choice(of(plan2023(), 2024), undefined, profiles), 'council-2023 by year');
  assert.equal(choice(of(plan2023(), 2025), undefined, profiles), 'council-2023 by year');
  const fits = { ...own, heads: builtinProfiles[2].heads, sections: builtinProfiles[2].sections };
  assert.equal(
    choice(of(plan2023(), 2024), undefined, [...builtinProfiles, fits]),
    'own by year',
    'of two that fit alike the own one',
  );
});

test('the built-in profiles: one for each year, no gap and no overlap, the pillars in their order', () => {
  for (let year = 1995; year <= 2040; year++) {
    const holding = builtinProfiles.filter(
      ({ years }) => years && (years.from ?? 0) <= year && year <= (years.to ?? 9999),
    );
    assert.equal(holding.length, 1, String(year));
  }
  const order = ['legal', 'technical', 'organizational', 'capacity', 'cooperation', 'cop'];
  for (const profile of builtinProfiles) {
    const level = profile.sections.find(section => section.sections)?.sections ?? profile.sections;
    assert.deepEqual(
      level.map(section => section.role).filter(role => order.includes(role)),
      order,
      profile.id,
    );
    const numbers = profile.sections.flatMap(section => section.number ?? []).map(Number);
    assert.deepEqual(
      numbers,
      numbers.map((_, i) => i + 1),
      profile.id,
    );
    assert.ok(profile.source.length > 10, profile.id);
  }
});
