import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { test } from 'node:test';
import packageJson from '../../package.json' with { type: 'json' };
import { manifest } from '../../scripts/reference.ts';
import { ROOT } from '../../scripts/root.ts';
import { applyEdits, exactEdits } from '../../server/analysis/fixes.ts';
import { pageOf, rules } from '../../server/rules/index.ts';
import { messages } from '../../server/rules/messages.ts';
import { groupOf, type Rule } from '../../server/rules/rule.ts';
import {
  checkExample,
  type Example,
  frame,
  ownFindings,
  PAGE_SECTIONS,
  type Page,
  pageFiles,
  readPage,
} from './support/pages.ts';
import { check } from './support/reports.ts';

test('every rule has a page, and every page a rule', () => {
  const wanted = rules.map(rule => pageOf(rule.id).replace('docs/rules/', '')).sort();
  assert.deepEqual(pageFiles(), wanted);
});

test('no two rules share an id or a title', () => {
  assert.equal(new Set(rules.map(rule => rule.id)).size, rules.length);
  assert.equal(new Set(rules.map(rule => rule.title)).size, rules.length);
});

test('the frame that examples are put into has no finding of its own, in any year', () => {
  for (const year of [2014, 2018, 2019, 2022, 2023, 2025]) {
    const { findings } = check(frame('The work of the period went on as it was planned.', year));
    assert.deepEqual(
      findings.map(({ rule, message }) => `${rule}: ${message}`),
      [],
      String(year),
    );
  }
});

const withPage = rules.filter(rule => existsSync(join(ROOT, pageOf(rule.id))));

for (const rule of withPage) {
  const page = readPage(rule.id);
  const examples = (kind: Example['kind']) => page.examples.filter(example => example.kind === kind);

  test(`${rule.id}: the page has what a page has`, () => {
    assert.equal(page.title, rule.id);
    assert.deepEqual([...page.sections.keys()], PAGE_SECTIONS);
    for (const [section, text] of page.sections) assert.ok(text.trim() !== '', `“${section}” is empty`);
    assert.ok(examples('bad').length > 0 && examples('good').length > 0, 'an example of each kind');
    assert.ok(page.sections.get('How to silence')?.includes(rule.id), 'the rule’s id in how to silence it');
    for (const [, target] of page.text.matchAll(/\]\((?!https?:|#)([^)#\s]+)/g)) {
      const there = existsSync(join(ROOT, 'docs', 'rules', target));
      assert.ok(there || insideFence(page.text, target), `the link to ${target} leads nowhere`);
    }
  });

  test(`${rule.id}: the bad examples raise it and nothing beside it, the good ones nothing`, async () => {
    for (const example of examples('bad')) {
      const findings = await ownFindings(rule, page, example);
      assert.ok(findings.length > 0, `nothing was found in\n${example.text}`);
      for (const finding of findings) {
        assert.equal(finding.rule, rule.id, `${finding.message}\n${example.text}`);
        assert.doesNotMatch(finding.message, /\{\w+\}/, 'a place of the message was not filled');
      }
    }
    for (const example of examples('good')) {
      const findings = await ownFindings(rule, page, example);
      assert.deepEqual(
        findings.map(finding => `${finding.rule}: ${finding.message}`),
        [],
        example.text,
      );
    }
  });

  test(`${rule.id}: each fix takes its finding away, and exact ones change nothing the second time`, async () => {
    for (const example of examples('bad')) await assertFixes(rule, page, example);
  });
}

const insideFence = (text: string, target: string): boolean =>
  text.split(/^`{3,}/m).some((part, i) => i % 2 === 1 && part.includes(target));

async function assertFixes(rule: Rule, page: Page, example: Example): Promise<void> {
  const before = await checkExample(rule, page, example);
  const own = before.findings.filter(finding => finding.rule === rule.id);
  for (const finding of own) {
    for (const fix of finding.fixes?.() ?? []) {
      assert.doesNotMatch(fix.title, /\{\w+\}/, 'a place of the fix’s title was not filled');
      if (fix.edits.length === 0) {
        assert.ok(fix.files?.length, `“${fix.title}” changes nothing`);
        continue;
      }
      const fixed = applyEdits(before.report.text, fix.edits);
      assert.notEqual(fixed, before.report.text, `“${fix.title}” changes nothing`);
      const left = (await checkExample(rule, page, example, fixed)).findings.filter(
        one => one.rule === rule.id,
      );
      assert.ok(left.length < own.length, `“${fix.title}” leaves its finding in\n${fixed}`);
    }
  }
  let text = before.report.text;
  let analysis = before;
  for (let round = 0; round < 5 && exactEdits(analysis.findings).length > 0; round++) {
    text = applyEdits(text, exactEdits(analysis.findings));
    analysis = await checkExample(rule, page, example, text);
  }
  assert.deepEqual(exactEdits(analysis.findings), [], 'exact fixes do not come to rest');
}

/** Every source file that may use a message. */
function sources(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap(entry => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return entry.name === 'messages' ? [] : sources(path);
    return entry.name.endsWith('.ts') ? [readFileSync(path, 'utf8')] : [];
  });
}

test('every message is used', () => {
  const code = sources(join(ROOT, 'server')).join('\n');
  const ids = new Set<string>(rules.map(rule => rule.id));
  const unused = Object.keys(messages).filter(key => !code.includes(`'${key}'`) && !ids.has(key));
  assert.deepEqual(unused, []);
});

test('a message speaks in plain sentences, and a fix in a few words', () => {
  for (const [key, text] of Object.entries(messages)) {
    assert.equal(text.trim(), text, key);
    if (key.includes(':')) assert.ok(!text.endsWith('.') && text.length <= 120, key);
    else assert.match(text, /(?:[.?]|\.\{\w+\})$/, key);
  }
});

test('the README names every group of rules, every setting and every command', () => {
  const readme = readFileSync(join(ROOT, 'README.md'), 'utf8');
  for (const group of new Set(rules.map(rule => groupOf(rule.id)))) {
    if (group !== 'suppression') assert.match(readme, new RegExp(`^\\|.*\\b${group}\\b.*\\|`, 'm'), group);
  }
  const { commands, configuration } = manifest().contributes;
  for (const name of Object.keys(configuration.properties)) assert.ok(readme.includes(`\`${name}\``), name);
  const hidden = packageJson.contributes.menus.commandPalette.filter(({ when }) => when === 'false');
  for (const { command, title } of commands) {
    if (hidden.some(one => one.command === command)) continue;
    assert.ok(readme.replace(/\s+/g, ' ').includes(title.replace('…', '')), title);
  }
});

test('every link and picture of the documents leads somewhere', () => {
  const documents = [
    'README.md',
    'CONTRIBUTING.md',
    'docs/architecture.md',
    'docs/profiles.md',
    'docs/rules/README.md',
  ];
  for (const file of documents) {
    const text = readFileSync(join(ROOT, file), 'utf8');
    for (const [, target] of text.matchAll(/\]\((?!https?:|#)([^)#\s]+)/g)) {
      assert.ok(existsSync(join(ROOT, dirname(file), target)), `${file}: ${target}`);
    }
  }
});
