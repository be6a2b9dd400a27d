import assert from 'node:assert/strict';
import { test } from 'node:test';
import { findCrossReferences, numberedPlaces } from '../../server/report/crossrefs.ts';
import { numbered, parse, plan2019, withParagraphs, write } from './support/reports.ts';

/** The references found in a paragraph of section 3. */
function references(text: string): string[] {
  const report = parse(write(withParagraphs(plan2019(), '3', numbered('3', text)), 'markdown'));
  return findCrossReferences(report).map(({ kind, number, side, span }) => {
    assert.equal(report.text.slice(span.start, span.end), number);
    return [kind, number, side].filter(Boolean).join(' ');
  });
}

test('every way to send a reader to another paragraph', () => {
  for (const [text, ...expected] of [
    ['As said in paragraph 2.1 above, it went on.', 'paragraph 2.1 above'],
    ['This (see para 4.2 below) went on.', 'paragraph 4.2 below'],
    ['This (see para. 4.2) went on.', 'paragraph 4.2'],
    ['See paragraphs 2.1 and 2.2 above.', 'paragraph 2.1 above', 'paragraph 2.2 above'],
    ['See paragraphs 2.1, 2.2 and 4.1.', 'paragraph 2.1', 'paragraph 2.2', 'paragraph 4.1'],
    ['See paras 2.1-2.2.', 'paragraph 2.1', 'paragraph 2.2'],
    ['See paragraph 14 above.', 'paragraph 14 above'],
    ['See section 5 below.', 'section 5 below'],
    ['See Section 5 (below).', 'section 5 below'],
    ['See §\u00a02.1 above.', 'paragraph 2.1 above'],
    ['See paragraph\u00a02.1\u00a0above.', 'paragraph 2.1 above'],
    ['See **paragraph 2.1** above.', 'paragraph 2.1 above'],
  ]) {
    assert.deepEqual(references(text), expected, text);
  }
});

test('references to other documents are none of ours', () => {
  for (const text of [
    'See paragraph 2.3 of Document C21/71.',
    'As in Resolution 130 (Rev. Dubai, 2018), paragraph 2.3.',
    'As instructed in paragraph 3 of the Resolution.',
    'See section 4.2 of the guide.',
    'Clause 7.2 of the Recommendation was changed.',
    'It is defined in Recommendation ITU-T X.1205 (04/2008), section 3.2.5, and in ISO/IEC 27000:2018, section 4.2.',
    'It is defined in ITU-T X.1205, clause 2.3, and in ISO/IEC 27001:2022, clause 6.1.3.',
    'The profile of RFC 5280 section 4.2 is used.',
    'The Geneva Plan of Action, section 4.5, asks for it.',
    'See the Final Report, section 7.3.',
    'Section 9 of this Recommendation says so.',
    'The General Assembly (A/RES/70/125, paragraph 2.3) asked for it.',
    'In section 42/3 of the code.',
    'Version 2.1 is out, and 3.4 million people use it.',
  ]) {
    assert.deepEqual(references(text), [], text);
  }
  for (const text of [
    'See paragraph 2.1 of this report.',
    'As this report says, paragraph 2.1 is about it.',
    'Recommendation ITU-T X.1205 was revised (see paragraph 2.1).',
    'The plan was adopted. Paragraph 2.1 tells more.',
  ]) {
    assert.deepEqual(references(text), ['paragraph 2.1'], text);
  }
  assert.deepEqual(references('Under X.1205, paragraph 2.1 above applies.'), ['paragraph 2.1 above']);
});

test('code, comments and link targets hold no reference', () => {
  assert.deepEqual(
    references(
      'See `paragraph 2.1`, <!-- paragraph 2.2 --> and [this](https://example.org/section%205/paragraph-4.1).',
    ),
    [],
  );
});

test('a number leads to the first place that carries it', () => {
  const report = parse(
    write(withParagraphs(plan2019(), '3', [...numbered('3', 'One.'), ...numbered('3', 'Two.')]), 'markdown'),
  );
  const places = numberedPlaces(report);
  assert.equal(places.get('3.1'), report.sections[2].paragraphs[0]);
  assert.equal(places.get('3'), report.sections[2]);
  assert.equal(places.get('3.9'), undefined);
});
