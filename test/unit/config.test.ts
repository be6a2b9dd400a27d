import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parseConfig, severityIn } from '../../server/rules/config.ts';
import { ruleIds } from '../../server/rules/index.ts';

const read = (text: string) => parseConfig(text, ruleIds);

test('everything that a configuration may say', () => {
  const { config, problems } = read(`{
    // Ours, until the session.
    "$schema": "…",
    "mode": "submission",
    "profile": "council-2023",
    "year": 2025,
    "archive": ["archive", "old/2014.md"],
    "rules": { "numbering": "off", "numbering/gap": "error" }
  }`);
  assert.deepEqual(problems, []);
  assert.deepEqual(
    [config.mode, config.profile, config.year, config.archive],
    ['submission', 'council-2023', 2025, ['archive', 'old/2014.md']],
  );
  assert.deepEqual(
    [...config.rules],
    [
      ['numbering', 'off'],
      ['numbering/gap', 'error'],
    ],
  );
});

test('a rule’s own entry wins over its group’s, whatever their order', () => {
  const { config } = read('{ "rules": { "numbering/gap": "hint", "numbering": "off", "text": "info" } }');
  assert.equal(severityIn(config, 'numbering/gap'), 'hint');
  assert.equal(severityIn(config, 'numbering/repeat'), 'off');
  assert.equal(severityIn(config, 'text/doubled-word'), 'info');
  assert.equal(severityIn(config, 'structure/order'), undefined);
});

test('each slip is told at its place, and what is sound holds', () => {
  for (const [text, at, words] of [
    ['{ "mode": "strict", "year": 2025 }', '"strict"', 'drafting, review, submission'],
    ['{ "year": "2025" }', '"2025"', 'the year of the Council session'],
    ['{ "year": 25 }', '25', 'the year of the Council session'],
    ['{ "archive": "old" }', '"old"', 'a list of folders or files'],
    ['{ "archive": ["old", 3] }', '3', 'a list of folders or files'],
    ['{ "profile": [] }', '[]', 'the id of a profile'],
    ['{ "rules": "off" }', '"off"', 'an object of rule ids'],
    ['{ "rules": { "numbering/gaps": "off" } }', '"numbering/gaps"', 'no rule “numbering/gaps”'],
    ['{ "rules": { "numbering/gap": "fatal" } }', '"fatal"', 'A severity is one of'],
    ['{ "colour": "red" }', '"colour"', 'no setting “colour”'],
    ['[]', '[]', 'an object'],
    ['', '', 'empty'],
  ]) {
    const { problems } = read(text);
    assert.equal(problems.length, 1, `${text}: ${problems.map(one => one.message)}`);
    assert.ok(problems[0].message.includes(words), `${text}: ${problems[0].message}`);
    assert.equal(problems[0].span.start, text.indexOf(at), text);
  }
  assert.equal(read('{ "mode": "strict", "year": 2025 }').config.year, 2025);
  assert.deepEqual(read('{ "archive": ["old", 3] }').config.archive, ['old']);
  assert.equal(read('{ "rules": { "nothing/such": "off", "text": "off" } }').config.rules.get('text'), 'off');
});

test('names that a prototype has are only names', () => {
  for (const text of [
    '{ "__proto__": { "mode": "drafting" } }',
    '{ "constructor": 1 }',
    '{ "rules": { "__proto__": "off", "toString": "off" } }',
  ]) {
    const { config, problems } = read(text);
    assert.ok(problems.length > 0, text);
    assert.equal(config.mode, undefined);
    assert.equal(config.rules.size, 0);
  }
});

test('a broken text never throws', () => {
  for (const text of [
    '{',
    '{"',
    '{"mode"',
    '{"mode":',
    '{"rules":{',
    '\u0000',
    '\ud800',
    '{'.repeat(10_000),
    'null',
    '7',
    '"review"',
  ]) {
    assert.ok(read(text).problems.length > 0, text.slice(0, 20));
  }
});
