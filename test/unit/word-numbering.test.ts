import assert from 'node:assert/strict';
import { test } from 'node:test';
import { formatNumber } from '../../server/word/import/number-format.ts';
import { blocksOf, docx, inList, level, list, num, p, r, style } from './support/word.ts';

const heading = (id: string, name: string, more = '') =>
  `<w:style w:type="paragraph" w:styleId="${id}"><w:name w:val="${name}"/><w:pPr>${more}</w:pPr></w:style>`;
const override = (index: number, start: number) =>
  `<w:lvlOverride w:ilvl="${index}"><w:startOverride w:val="${start}"/></w:lvlOverride>`;
const REPORT = list(1, [level(0, '%1.'), level(1, '%1.%2'), level(2, '(%3)', 'lowerLetter')]);

test('numbers of several levels are counted on and begin again behind a higher one', () => {
  const body = [
    p('Legal Measures', style('H') + inList(1)),
    p('First.', inList(1, 1)),
    p('one;', inList(1, 2)),
    p('two.', inList(1, 2)),
    p('Second.', inList(1, 1)),
    p('three.', inList(1, 2)),
    p('Technical Measures', style('H') + inList(1)),
    p('Third.', inList(1, 1)),
  ].join('');
  const styles = heading('H', 'heading 1');
  assert.deepEqual(blocksOf(docx({ body, styles, numbering: REPORT + num(1, 1) })), [
    '## 1. Legal Measures',
    '1.1 First.',
    '(a) one;',
    '(b) two.',
    '1.2 Second.',
    '(a) three.',
    '## 2. Technical Measures',
    '2.1 Third.',
  ]);
});

test('lists of one definition share their count, unless one says where to start', () => {
  const body = [
    p('a', inList(1)),
    p('b', inList(2)),
    p('c', inList(3)),
    p('d', inList(3)),
    p('e', inList(1)),
  ].join('');
  const numbering = list(1, [level(0, '%1)')]) + num(1, 1) + num(2, 1) + num(3, 1, override(0, 7));
  assert.deepEqual(blocksOf(docx({ body, numbering })), ['1) a', '2) b', '7) c', '8) d', '9) e']);
});

test('a start in the middle of a level: 3.4 goes on as 3.5', () => {
  const numbering = REPORT + num(1, 1, override(0, 3) + override(1, 4));
  const body = [p('Here.', inList(1, 1)), p('There.', inList(1, 1))].join('');
  assert.deepEqual(blocksOf(docx({ body, numbering })), ['3.4 Here.', '3.5 There.']);
});

test('a style numbers its paragraphs; the level is the one that names the style', () => {
  const numbering =
    list(4, [
      level(0, '%1.', 'decimal', '<w:pStyle w:val="H"/>'),
      level(1, '%1.%2', 'decimal', '<w:pStyle w:val="P"/>'),
    ]) + num(9, 4);
  const numbered = '<w:numPr><w:numId w:val="9"/></w:numPr>';
  const styles =
    heading('H', 'heading 1', numbered) +
    heading('P', 'Report Paragraph', numbered) +
    `<w:style w:type="paragraph" w:styleId="Q"><w:name w:val="Derived"/><w:basedOn w:val="P"/></w:style>`;
  const body = [
    p('Legal Measures', style('H')),
    p('One.', style('P')),
    p('Two.', style('P')),
    p('None.', `${style('P')}<w:numPr><w:numId w:val="0"/></w:numPr>`),
  ].join('');
  assert.deepEqual(blocksOf(docx({ body, styles, numbering })), [
    '## 1. Legal Measures',
    '1.1 One.',
    '1.2 Two.',
    'None.',
  ]);
});

test('a definition behind a style of lists is found', () => {
  const numbering =
    list(1, [], '<w:numStyleLink w:val="House"/>') +
    list(2, [level(0, '%1)', 'lowerLetter')], '<w:styleLink w:val="House"/>') +
    num(1, 1);
  assert.deepEqual(blocksOf(docx({ body: p('x', inList(1)), numbering })), ['a) x']);
});

test('levels that never begin again, or only behind a certain one', () => {
  const levels = [level(0, '%1.'), level(1, '%2)', 'decimal', '<w:lvlRestart w:val="0"/>')];
  const body = [p('A', inList(1)), p('b', inList(1, 1)), p('C', inList(1)), p('d', inList(1, 1))].join('');
  assert.deepEqual(blocksOf(docx({ body, numbering: list(1, levels) + num(1, 1) })), [
    '1. A',
    '1) b',
    '2. C',
    '2) d',
  ]);
  const three = [
    level(0, '%1.'),
    level(1, '%1.%2.'),
    level(2, '%3)', 'lowerRoman', '<w:lvlRestart w:val="1"/>'),
  ];
  const deep = [
    p('A', inList(1)),
    p('B', inList(1, 1)),
    p('x', inList(1, 2)),
    p('C', inList(1, 1)),
    p('y', inList(1, 2)),
  ].join('');
  assert.deepEqual(blocksOf(docx({ body: deep, numbering: list(1, three) + num(1, 1) })), [
    '1. A',
    '1.1. B',
    'i) x',
    '1.2. C',
    'ii) y',
  ]);
});

test('a level of its own in a list takes the place of the definition’s', () => {
  const own = `<w:lvlOverride w:ilvl="0">${level(0, '(%1)', 'lowerRoman')}</w:lvlOverride>`;
  assert.deepEqual(
    blocksOf(docx({ body: p('x', inList(1)), numbering: list(1, [level(0, '%1.')]) + num(1, 1, own) })),
    ['(i) x'],
  );
});

test('numbers above in another script are written in digits where the level says so', () => {
  const levels = [level(0, 'Chapter %1', 'upperRoman'), level(1, '%1.%2', 'decimal', '<w:isLgl/>')];
  const body = [p('A', inList(1)), p('Text.', inList(1, 1))].join('');
  assert.deepEqual(blocksOf(docx({ body, numbering: list(1, levels) + num(1, 1) })), [
    'Chapter I A',
    '1.1 Text.',
  ]);
});

test('bullets of any kind are one; an unknown list is none', () => {
  const bullets = [level(0, '\uf0b7', 'bullet'), level(1, 'o', 'bullet')];
  const body = [p('Text:'), p('a', inList(1)), p('b', inList(1, 1)), p('c', inList(8))].join('');
  assert.deepEqual(blocksOf(docx({ body, numbering: list(1, bullets) + num(1, 1) })), [
    'Text:',
    '- a',
    '- b',
    'c',
  ]);
});

test('a paragraph that was deleted does not count', () => {
  const gone = p(`<w:del>${r('gone')}</w:del>`, `${inList(1)}<w:rPr><w:del w:id="1" w:author="A"/></w:rPr>`);
  const body = [
    p('a', inList(1)),
    gone.replaceAll('<w:t ', '<w:delText ').replaceAll('</w:t>', '</w:delText>'),
    p('b', inList(1)),
  ].join('');
  const bytes = docx({ body, numbering: list(1, [level(0, '%1)')]) + num(1, 1) });
  assert.deepEqual(blocksOf(bytes), ['1) a', '2) b']);
  assert.deepEqual(blocksOf(bytes, { changes: 'rejected' }), ['1) a', '2) gone', '3) b']);
});

test('typed numbers stay, whatever stands between them and the words', () => {
  const body = [
    p(`${r('2.', '<w:b/>')}<w:r><w:tab/></w:r>${r('Legal Measures', '<w:b/>')}`),
    p(`${r('2.1')}<w:r><w:tab/></w:r>${r('Text.')}`),
    p('2.2\u00a0 Text.'),
    p(r('a)', '<w:b/>') + r(' point')),
    p('10 March 2020'),
  ].join('');
  assert.deepEqual(blocksOf(docx({ body })), [
    '## 2. Legal Measures',
    '2.1 Text.',
    '2.2 Text.',
    'a) point',
    '10 March 2020',
  ]);
});

test('numbers in the scripts that Word knows', () => {
  for (const [format, numbers] of Object.entries({
    decimal: { 1: '1', 12: '12' },
    decimalZero: { 3: '03', 12: '12' },
    lowerRoman: { 4: 'iv', 19: 'xix', 40: 'xl' },
    upperRoman: { 1999: 'MCMXCIX' },
    lowerLetter: { 1: 'a', 26: 'z', 27: 'aa', 54: 'bbb' },
    upperLetter: { 2: 'B', 28: 'BB' },
    ordinal: { 1: '1st', 2: '2nd', 3: '3rd', 4: '4th', 11: '11th', 21: '21st' },
    none: { 5: '' },
    russianLower: { 1: 'а', 3: 'в' },
    arabicAbjad: { 1: 'أ', 2: 'ب', 3: 'ج' },
    chineseCounting: { 1: '一', 10: '十', 11: '十一', 21: '二十一' },
    decimalFullWidth: { 12: '１２' },
    decimalEnclosedCircle: { 1: '①', 30: '30' },
    somethingNew: { 7: '7' },
  })) {
    for (const [value, text] of Object.entries(numbers))
      assert.equal(formatNumber(Number(value), format), text, `${format} ${value}`);
  }
});
