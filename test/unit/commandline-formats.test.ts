import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';
import { pathToFileURL } from 'node:url';
import { ROOT } from '../../scripts/root.ts';
import { githubAnnotations } from '../../server/commandline/github.ts';
import type { InputFile } from '../../server/commandline/input.ts';
import { placeOf } from '../../server/commandline/paths.ts';
import { sarif } from '../../server/commandline/sarif.ts';
import { frame } from './support/pages.ts';
import { reflow } from './support/reflow.ts';
import { check } from './support/reports.ts';
import { cannotValidate, problemsOf } from './support/sarif.ts';

const place = placeOf('/work', {});
const readPage = (page: string) => readFile(join(ROOT, page), 'utf8');
const log = (...files: InputFile[]) => sarif(files, place, readPage);

const file = (text: string, more: Partial<InputFile> = {}): InputFile => ({
  location: '/work/drafts/a b.md',
  label: 'drafts/a b.md',
  analysis: check(text),
  ...more,
});
const TEXT = frame('ITU met the the experts, and 100%: all agreed.');
const refused: InputFile = { label: 'broken.md', refused: 'This is not a text file.' };
const word = file(TEXT, { label: 'report.docx', fromWord: true });

test('SARIF names every rule, and each result its rule, place and fix', async () => {
  const { version, runs } = await log(file(TEXT), refused);
  const [run] = runs;
  assert.equal(version, '2.1.0');
  const doubled = run.results.find(result => result.ruleId === 'text/doubled-word');
  assert.ok(doubled);
  assert.deepEqual(run.tool.driver.rules[doubled.ruleIndex ?? -1], {
    id: 'text/doubled-word',
    name: 'TextDoubledWord',
    ...metadataOf(await readPage('docs/rules/text-doubled-word.md')),
    defaultConfiguration: { enabled: true, level: 'warning' },
    properties: { tags: ['text'] },
  });
  const [where] = doubled.locations;
  assert.equal(where.physicalLocation.artifactLocation.uri, 'drafts/a%20b.md');
  const { startLine, startColumn, endColumn } = where.physicalLocation.region as {
    startLine: number;
    startColumn: number;
    endColumn: number;
  };
  assert.equal(TEXT.split('\n')[startLine - 1].slice(startColumn - 1, endColumn - 1), 'the the');
  assert.deepEqual(where.logicalLocations, [{ fullyQualifiedName: '2.1' }]);
  const [fix] = doubled.fixes ?? [];
  assert.equal(fix.artifactChanges[0].replacements.length, 1);
  assert.equal(run.invocations[0].executionSuccessful, false);
  assert.equal(run.invocations[0].toolExecutionNotifications[0].message.text, 'This is not a text file.');
});

/** What the page of a rule says, by other means than the program's. */
function metadataOf(page: string) {
  const of = (title: string) =>
    page
      .split(/^## /m)
      .find(part => part.startsWith(`${title}\n`))
      ?.slice(title.length)
      .trim()
      .replaceAll('\n', ' ');
  return {
    shortDescription: { text: 'A word stands twice.' },
    fullDescription: { text: of('What') },
    help: { text: `${of('Why')}\n\nSee docs/rules/text-doubled-word.md.`, markdown: page.trim() },
  };
}

test('a rule without results is described but its page left out, and no link leads nowhere', async () => {
  const { rules } = (await log(file(TEXT))).runs[0].tool.driver as {
    rules: readonly { id: string; fullDescription: { text: string }; help: { markdown?: string } }[];
  };
  const gap = rules.find(({ id }) => id === 'numbering/gap');
  assert.equal(gap?.help.markdown, undefined);
  assert.match(gap?.fullDescription.text ?? '', /^A paragraph’s number leaves out .*\(numbering\/order\)/);
  for (const rule of rules) assert.doesNotMatch(JSON.stringify(rule), /\]\([\w-]+\.md/, rule.id);
});

test('without the pages, and with an address, the metadata are what can be said', async () => {
  const { driver } = (await sarif([], place, async () => undefined, 'https://example.org/gca')).runs[0].tool;
  assert.equal(driver.informationUri, 'https://example.org/gca');
  const [rule] = driver.rules as { helpUri: string; fullDescription: object; shortDescription: object }[];
  assert.equal(rule.helpUri, 'https://example.org/gca/docs/rules/structure-not-a-report.md');
  assert.deepEqual(rule.fullDescription, rule.shortDescription);
});

test('SARIF is what the standard and GitHub ask for, and the validator would say otherwise', {
  skip: cannotValidate,
}, async () => {
  const draft = check(await readFile(join(ROOT, 'samples/draft-2025.gca.md'), 'utf8'));
  const all = await log(file(TEXT, { analysis: draft }), word, refused);
  assert.ok(all.runs[0].results.some(result => result.relatedLocations));
  const broken = structuredClone(all) as { runs: { results: { ruleIndex?: unknown; found?: number }[] }[] };
  broken.runs[0].results[0].found = 1;
  broken.runs[0].results[1].ruleIndex = 9999;
  const [none, some] = problemsOf(all, broken);
  assert.deepEqual(none, []);
  assert.deepEqual(some.map(problem => problem.split(' ')[0]).sort(), ['JSON1005', 'SARIF1009']);
});

const prints = async (text: string): Promise<string[]> =>
  (await log(file(text))).runs[0].results.map(
    ({ ruleId, partialFingerprints }) => `${ruleId} ${JSON.stringify(partialFingerprints)}`,
  );

test('fingerprints outlive another wrapping, other line ends and new paragraphs', async () => {
  const draft = (await readFile(join(ROOT, 'samples/draft-2025.gca.md'), 'utf8')).replaceAll('\r\n', '\n');
  const before = new Set(await prints(draft));
  assert.ok(before.size > 50);
  assert.equal(before.size, check(draft).findings.length, 'each finding has its own');
  for (const text of [reflow(draft, 50), reflow(draft, 100_000), draft.replaceAll('\n', '\r\n')]) {
    const after = await prints(text);
    assert.ok(after.length > 50);
    assert.deepEqual(
      after.filter(print => !before.has(print)),
      [],
    );
  }
});

test('a paragraph put before leaves a fingerprint, a word changed beside the finding changes it', async () => {
  const doubled = async (text: string) =>
    (await prints(text)).find(print => print.startsWith('text/doubled-word'));
  const before = await doubled(TEXT);
  assert.ok(before);
  assert.equal(await doubled(TEXT.replace('2.1 ', 'The work went on.\n\n2.1 ')), before);
  assert.notEqual(await doubled(TEXT.replace('experts', 'guests')), before);
});

test('a Word document has no lines: its findings have a paragraph, and no fix that would replace its bytes', async () => {
  for (const { locations, fixes } of (await log(word)).runs[0].results) {
    assert.deepEqual(locations[0].physicalLocation.region, { startLine: 1 });
    assert.equal(fixes, undefined);
  }
  for (const line of githubAnnotations([word], place).trimEnd().split('\n')) {
    assert.match(line, /^::(?:error|warning|notice) file=report\.docx,title=[\w/-]+::/);
  }
  assert.match(githubAnnotations([word], place), /title=text\/doubled-word::2\.1: /);
});

test('annotations stand on their lines, and nothing in a message breaks the command', () => {
  const lines = githubAnnotations([file(TEXT), refused], place)
    .trimEnd()
    .split('\n');
  const doubled = lines.find(line => line.includes('title=text/doubled-word'));
  assert.match(
    doubled ?? '',
    /^::warning file=drafts\/a b\.md,line=\d+,endLine=\d+,col=\d+,endColumn=\d+,title=text\/doubled-word::/,
  );
  assert.equal(lines.at(-1), '::error file=broken.md::This is not a text file.');
});

test('in a workflow files are named from the top of the repository, and in full outside of it', async () => {
  const inFolder = placeOf('/work/reports', { GITHUB_WORKSPACE: '/work' });
  assert.deepEqual(placeOf('/elsewhere', { GITHUB_WORKSPACE: '/work' }).root, '/elsewhere');
  const outside = file(TEXT, { label: '../../other/b.md' });
  const lines = githubAnnotations([file(TEXT), outside], inFolder);
  assert.match(lines, /^::\w+ file=reports\/drafts\/a b\.md,/);
  assert.match(lines, /^::\w+ file=\/other\/b\.md,/m);
  const { artifacts } = (await sarif([file(TEXT), outside], inFolder, readPage)).runs[0];
  assert.deepEqual(
    artifacts.map(({ location }) => location.uri),
    ['reports/drafts/a%20b.md', pathToFileURL('/other/b.md').href],
  );
});
