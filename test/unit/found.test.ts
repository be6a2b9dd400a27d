import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { fixedText } from '../../server/analysis/fixes.ts';
import { withConfirmation } from '../../server/figures/confirmations.ts';
import { additionOf } from '../../server/rules/recommendation/addition.ts';
import { withEntry } from '../../server/rules/suppression/baseline.ts';
import { stopServers } from '../fuzz/in-editor.ts';
import { PROPERTIES } from '../fuzz/properties.ts';
import { check, findingsOf, parse, plan2023, withParagraphs, write } from './support/reports.ts';

/**
 * What made-up texts have brought to light, so that it stays mended. The texts of the first list are as short as they
 * could be made; every property is tried on every one.
 */
const TEXTS: Readonly<Record<string, string>> = {
  'a full stop taken away made a heading of a line, and more findings than before':
    '1 Aco  Society (WSIS).\nAction required\nGlobal Cybersecurity Agenda\nLegal Measures\n7 Child Online Protection (OP)',
  'the closing rule went into a comment that was still open, ten times over':
    '3 Organizational Structures\n4 Capacity Building\n# Child Online Protection\n<!--',
  'the place of a missing full stop began inside a character': `${'The teams met and the work went on in all the countries of the region '}\u{10000}`,
};

after(stopServers);

const report = (text: string) =>
  write(withParagraphs(plan2023(), '2', [{ number: '2.1', text }]), 'markdown');

for (const [name, text] of Object.entries(TEXTS)) {
  test(name, async () => {
    for (const { of } of PROPERTIES) {
      await of?.(text);
      await of?.(report(text));
    }
  });
}

test('fixing leaves no more findings than there were', () => {
  const [text] = Object.values(TEXTS);
  const fixed = fixedText(text, one => check(one).findings);
  assert.ok(check(fixed).findings.length <= check(text).findings.length);
});

test('a line that begins with the number it refers to is no paragraph', () => {
  const text = 'The study went on as paragraphs\n2.1, 2.2 and\n2.3 below and section\n2.4 above say.';
  const numbers = (one: string) => parse(report(one)).sections[2].paragraphs.map(({ number }) => number);
  assert.deepEqual(numbers(text), ['2.1']);
  // A sentence that is still being written ends at the next number.
  assert.deepEqual(numbers('The study went on\n2.2 and on.'), ['2.1', '2.2']);
});

test('a dash at the start of a line goes on with the item', () => {
  const plan = withParagraphs(plan2023(), '2', [
    { number: '2.1', text: 'It has parts:', items: ['a. the study\n– a long one;', 'b. the rest.'] },
  ]);
  const { items } = parse(write(plan, 'markdown')).sections[2].paragraphs[0];
  assert.deepEqual(
    items.map(({ marker }) => marker),
    ['a.', 'b.'],
  );
});

test('a name or a link that runs over the end of a line is the same name or link', () => {
  const text =
    'The Global\nCybersecurity Index and the [Global\nCybersecurity Agenda](https://www.itu.int/a) hold.';
  assert.deepEqual(findingsOf('terms', report(text)), []);
  assert.deepEqual(findingsOf('text', report(text)), []);
  const [finding] = findingsOf('text/doubled-word', report('The teams met\nmet again.'));
  assert.ok(finding && !finding.message.includes('\n'), 'a message is one line');
});

test('an entry that is added to a file of the workspace costs nothing that stands there', () => {
  const baseline = '{\n  // why: see the minutes\n  "findings": [ { "rule": "a/a" } /* half */ ]\n}\n';
  const added = withEntry(baseline, { rule: 'b/b', file: 'f', excerpt: 'x' });
  assert.match(added, /see the minutes[\s\S]*"a\/a" \},\n {4}\{\n {6}"rule": "b\/b"[\s\S]*half/);
  const broken = '{ "confirmed": [ { "value": 84, "unit": "countries", "year": 2025 } ';
  assert.equal(withConfirmation(broken, { value: 3, unit: 'labs', year: 2025 }), broken);
  const list = '[ { "id": "X.1" } ]';
  assert.equal(additionOf({ id: 'X.2', sector: 'ITU-T' }).update(list), list);
});
