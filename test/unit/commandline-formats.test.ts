import assert from 'node:assert/strict';
import { test } from 'node:test';
import { githubAnnotations } from '../../server/commandline/github.ts';
import type { InputFile } from '../../server/commandline/input.ts';
import { sarif } from '../../server/commandline/sarif.ts';
import { frame } from './support/pages.ts';
import { check } from './support/reports.ts';

const file = (text: string): InputFile => ({
  location: 'a b.md',
  label: 'drafts/a b.md',
  analysis: check(text),
});
const TEXT = frame('ITU met the the experts, and 100%: all agreed.');
const refused: InputFile = { label: 'broken.md', refused: 'This is not a text file.' };

test('SARIF names every rule, and each result its rule, place and fix', () => {
  const log = sarif([file(TEXT), refused]);
  const [run] = log.runs;
  assert.equal(log.version, '2.1.0');
  const doubled = run.results.find(result => result.ruleId === 'text/doubled-word');
  assert.ok(doubled);
  assert.equal(run.tool.driver.rules[doubled.ruleIndex].id, 'text/doubled-word');
  const [place] = doubled.locations;
  assert.equal(place.physicalLocation.artifactLocation.uri, 'drafts/a%20b.md');
  const { startLine, startColumn, endColumn } = place.physicalLocation.region;
  assert.equal(TEXT.split('\n')[startLine - 1].slice(startColumn - 1, endColumn - 1), 'the the');
  const [fix] = doubled.fixes ?? [];
  assert.ok(fix.artifactChanges[0].replacements.length > 0);
  assert.equal(run.invocations[0].executionSuccessful, false);
  assert.equal(run.invocations[0].toolExecutionNotifications[0].message.text, 'This is not a text file.');
});

test('a fingerprint outlives a new line break and lines added above', () => {
  const print = (text: string) =>
    sarif([file(text)]).runs[0].results.find(result => result.ruleId === 'text/doubled-word')
      ?.partialFingerprints;
  assert.deepEqual(print(TEXT), print(TEXT.replace('ITU met the the', 'ITU met\nthe the')));
  assert.notDeepEqual(print(TEXT), print(TEXT.replace('experts', 'guests')));
});

test('annotations stand on their lines, and nothing in a message breaks the command', () => {
  const lines = githubAnnotations([file(TEXT), refused])
    .trimEnd()
    .split('\n');
  const doubled = lines.find(line => line.includes('title=text/doubled-word'));
  assert.match(
    doubled ?? '',
    /^::warning file=drafts\/a b\.md,line=\d+,endLine=\d+,col=\d+,endColumn=\d+,title=text\/doubled-word::/,
  );
  assert.equal(lines.at(-1), '::error file=broken.md::This is not a text file.');
});
