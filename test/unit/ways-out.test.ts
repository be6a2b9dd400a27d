import assert from 'node:assert/strict';
import { test } from 'node:test';
import { withRuleOff } from '../../server/analysis/hide.ts';
import { parseConfig } from '../../server/rules/config.ts';
import { ruleIds } from '../../server/rules/index.ts';
import type { Finding } from '../../server/rules/rule.ts';
import {
  baselineText,
  entryFor,
  parseBaseline,
  withEntry,
  withoutAccepted,
} from '../../server/rules/suppression/baseline.ts';
import { frame } from './support/pages.ts';
import { parse } from './support/reports.ts';

const RULE = 'numbering/repeat';
const finding = (text: string, words: string): Finding => ({
  rule: RULE,
  severity: 'error',
  message: '',
  timing: 'typing',
  start: text.indexOf(words),
  end: text.indexOf(words) + words.length,
});

for (const [name, present] of [
  ['no file', undefined],
  ['an empty file', ''],
  ['an empty object', '{}'],
  ['other settings, on lines', '{\n  "mode": "review"\n}\n'],
  ['other settings, on one line', '{ "mode": "review" }'],
  ['another rule', '{\n  "rules": {\n    "text/doubled-word": "off"\n  }\n}\n'],
  ['the rule with a severity', '{ "rules": { "numbering/repeat": "info" } }'],
  ['a comment', '{\n  // ours\n  "rules": {}\n}\n'],
] as const) {
  test(`switching a rule off keeps the rest: ${name}`, () => {
    const text = withRuleOff(present, RULE);
    const { config, problems } = parseConfig(text, ruleIds);
    assert.deepEqual(problems, []);
    assert.equal(config.rules.get(RULE), 'off');
    if (present?.includes('mode')) assert.equal(config.mode, 'review');
    if (present?.includes('doubled')) assert.equal(config.rules.get('text/doubled-word'), 'off');
    if (present?.includes('// ours')) assert.match(text, /\/\/ ours/);
    assert.equal(withRuleOff(text, RULE), text);
  });
}

test('a configuration with an error is left as it is', () => {
  const broken = '{ "rules": { "a": } ';
  assert.equal(withRuleOff(broken, RULE), broken);
});

test('an accepted finding stays accepted when the text is wrapped anew and lines are added', () => {
  const text = frame('Some words stand before the number 2.4 and some behind it.');
  const entry = entryFor(finding(text, 'number 2.4'), 'draft.md', parse(text));
  const moved = `A new line.\n\n${text.replace('before the', 'before\nthe').replace('and some', 'and\u00a0some')}`;
  const at = finding(moved, 'number 2.4');
  assert.deepEqual(withoutAccepted([at], 'draft.md', parse(moved), [entry]), []);
  assert.deepEqual(withoutAccepted([at], 'other.md', parse(moved), [entry]), [at]);
  assert.deepEqual(
    withoutAccepted([{ ...at, rule: 'numbering/gap' }], 'draft.md', parse(moved), [entry]).length,
    1,
  );
});

test('an entry accepts one finding, and comes back when its words change', () => {
  const text = 'x number 2.4 y';
  const one = finding(text, 'number 2.4');
  const entry = entryFor(one, 'd', parse(text));
  assert.deepEqual(withoutAccepted([one, one], 'd', parse(text), [entry]), [one]);
  const changed = 'x number 2.5 y';
  const other = finding(changed, 'number 2.5');
  assert.deepEqual(withoutAccepted([other], 'd', parse(changed), [entry]), [other]);
});

test('a baseline is written and read back, sorted; a broken entry is told and left out alone', () => {
  const a = { rule: 'b/b', file: 'f', excerpt: 'x' };
  const b = { rule: 'a/a', file: 'f', excerpt: 'y' };
  const text = baselineText([a, b]);
  assert.deepEqual(parseBaseline(text), { entries: [b, a], problems: [] });
  assert.deepEqual(parseBaseline(withEntry(text, a)).entries, [b, a, a]);
  const { entries, problems } = parseBaseline(
    '{ "findings": [ { "rule": "a/a" }, { "rule": "a/a", "file": "f", "excerpt": "z" } ] }',
  );
  assert.equal(entries.length, 1);
  assert.deepEqual(
    problems.map(one => one.message.slice(0, 6)),
    ['“file”', '“excer'],
  );
});
