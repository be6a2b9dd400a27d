import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { compareVersions, parseChangelog, parseVersion, releaseProblems } from '../../scripts/changelog.ts';
import { ROOT } from '../../scripts/root.ts';

const HEAD = '# Changelog\n\n## [Unreleased]\n\n';
const SOUND = `${HEAD}## [0.3.0] - 2026-03-01\n\n### Added\n\n- A thing.\n\n## [0.2.0] - 2026-02-01\n\n### Fixed\n\n- Another.\n`;

const ready = (change: Partial<Parameters<typeof releaseProblems>[0]> = {}) =>
  releaseProblems({
    version: '0.3.0',
    locked: '0.3.0',
    changelog: SOUND,
    tags: ['v0.2.0', 'draft'],
    changed: [],
    ...change,
  });

test('the changelog of the project has the form that it names', () => {
  assert.deepEqual(parseChangelog(readFileSync(join(ROOT, 'CHANGELOG.md'), 'utf8')).problems, []);
});

test('releases are read with their dates and entries', () => {
  const { releases, problems } = parseChangelog(SOUND);
  assert.deepEqual(problems, []);
  assert.deepEqual(
    releases.map(({ version, date, changes }) => [version, date, ...changes.keys()]),
    [
      [null, null],
      ['0.3.0', '2026-03-01', 'Added'],
      ['0.2.0', '2026-02-01', 'Fixed'],
    ],
  );
  assert.equal(releases[1].text, '### Added\n\n- A thing.');
});

for (const [what, text, problem] of [
  ['another first line', '# History\n', /first line/],
  ['a version of two parts', '# Changelog\n\n## [1.2] - 2026-01-01\n', /no version/],
  ['a day that does not exist', '# Changelog\n\n## [1.2.0] - 2026-02-30\n', /no date/],
  ['a date in words', '# Changelog\n\n## [1.2.0] - May\n', /no date/],
  ['an older version above', '# Changelog\n\n## 0.1.0\n\n## 0.2.0\n', /not newer/],
  ['a later date below', '# Changelog\n\n## 0.2.0 - 2026-01-01\n\n## 0.1.0 - 2026-02-01\n', /dated later/],
  ['Unreleased below', '# Changelog\n\n## 0.1.0\n\n## Unreleased\n', /does not stand first/],
  ['another kind of change', '# Changelog\n\n## 0.1.0\n\n### New\n\n- x\n', /none of Added/],
  ['a kind twice', '# Changelog\n\n## 0.1.0\n\n### Added\n\n- x\n\n### Added\n\n- y\n', /stands twice/],
  ['a kind without entries', '# Changelog\n\n## 0.1.0\n\n### Added\n', /has no entry/],
  ['an entry of no kind', '# Changelog\n\n## 0.1.0\n\n- x\n', /no kind of change/],
  ['a heading of no release', '# Changelog\n\n## What is new\n', /neither/],
] as const) {
  test(`the form is told where it is not kept: ${what}`, () => {
    assert.match(parseChangelog(text).problems.join('\n'), problem);
  });
}

test('versions are compared by number', () => {
  assert.ok(compareVersions('0.10.0', '0.9.9') > 0);
  assert.equal(compareVersions('1.2.3', '1.2.3'), 0);
  assert.equal(parseVersion('v1.2.3'), undefined);
  assert.equal(parseVersion('1.02.3'), undefined);
});

test('a release that is ready has nothing in its way', () => {
  assert.deepEqual(ready(), []);
});

for (const [what, change, problem] of [
  ['files that are not committed', { changed: ['a.ts'] }, /Not committed: a\.ts/],
  ['a tag that exists', { tags: ['v0.3.0'] }, /tag v0\.3\.0 exists/],
  ['a newer release', { tags: ['v0.10.0'] }, /v0\.10\.0 was released/],
  ['a lock file of another version', { locked: '0.2.0' }, /package-lock\.json has version 0\.2\.0/],
  [
    'a version that the changelog does not have',
    { version: '0.4.0', locked: '0.4.0' },
    /is 0\.3\.0, not 0\.4\.0/,
  ],
  ['a version in another form', { version: '0.3', locked: '0.3' }, /none like 1\.2\.3/],
  ['no date', { changelog: SOUND.replace(' - 2026-03-01', '') }, /does not date 0\.3\.0/],
  ['no entry', { changelog: `${HEAD}## [0.3.0] - 2026-03-01\n` }, /does not say what 0\.3\.0 brings/],
  [
    'entries that wait',
    { changelog: SOUND.replace(HEAD, `${HEAD}### Added\n\n- More.\n\n`) },
    /under “Unreleased”: give them a heading as “## \[0\.4\.0\]/,
  ],
  [
    'a step too small for what is new',
    { version: '0.2.1', locked: '0.2.1', changelog: SOUND.replace('[0.3.0]', '[0.2.1]') },
    /comes 0\.3\.0 or 1\.0\.0, not 0\.2\.1/,
  ],
  [
    'a step too small for what is taken away',
    {
      version: '1.1.0',
      locked: '1.1.0',
      changelog: SOUND.replace('[0.3.0]', '[1.1.0]')
        .replace('[0.2.0]', '[1.0.0]')
        .replace('Added', 'Removed'),
    },
    /comes 2\.0\.0, not 1\.1\.0/,
  ],
  [
    'a step that leaves one out',
    { changelog: SOUND.replace('[0.2.0]', '[0.1.0]') },
    /comes 0\.2\.0 or 1\.0\.0, not 0\.3\.0/,
  ],
] as const) {
  test(`a release is held back: ${what}`, () => {
    assert.match(ready(change).join('\n'), problem);
  });
}

test('mends alone may be a patch', () => {
  const changelog = SOUND.replace('[0.3.0]', '[0.2.1]').replace('Added', 'Fixed');
  assert.deepEqual(ready({ version: '0.2.1', locked: '0.2.1', changelog }), []);
});
