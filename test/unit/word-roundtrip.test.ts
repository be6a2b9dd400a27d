import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import mammoth from 'mammoth';
import { sampleDocument, sampleTexts } from '../../scripts/samples.ts';
import { exportWord } from '../../server/word/index.ts';
import { DIALECTS, parse, plain, write } from './support/reports.ts';
import { imported, modelOf } from './support/word.ts';
import { planned } from './support/word-reports.ts';
import { faultsOf } from './support/word-validate.ts';

const at = (path: string) => fileURLToPath(new URL(path, import.meta.url));
const SAMPLES = at('../../samples');
const CORPUS = at('../../../shared/corpus');

/** A text through Word and back. */
async function throughWord(text: string, fileName: string) {
  const report = parse(text, { fileName });
  const written = await exportWord(report);
  if ('refused' in written) throw new Error(written.refused);
  const back = imported(written.bytes);
  return { report, bytes: written.bytes, text: back.text, back: parse(back.text, { fileName }) };
}

const texts = [
  ...readdirSync(`${SAMPLES}/archive`)
    .filter(name => /\.(?:md|txt)$/.test(name))
    .map(name => `${SAMPLES}/archive/${name}`),
  `${SAMPLES}/draft-2025.gca.md`,
  ...(existsSync(CORPUS)
    ? readdirSync(CORPUS)
        .filter(name => /^\d{4}\./.test(name))
        .map(name => `${CORPUS}/${name}`)
    : []),
];

for (const path of texts) {
  const name = path.slice(path.lastIndexOf('/') + 1);
  test(`${name} comes back from Word as it was`, async () => {
    const { report, back, bytes, text } = await throughWord(readFileSync(path, 'utf8'), name);
    assert.deepEqual(modelOf(back), modelOf(report));
    assert.deepEqual(faultsOf(bytes), []);
    const again = await throughWord(text, name);
    assert.equal(again.text, text, 'the second time nothing changes');
  });
}

test('the Word documents of the sample archive are written from their texts, and say what these say', async () => {
  assert.ok(sampleTexts().length >= 2);
  for (const file of sampleTexts()) {
    const { path, bytes } = await sampleDocument(file);
    assert.deepEqual(new Uint8Array(readFileSync(path)), bytes, `${path} is old: npm run samples`);
    const report = parse(readFileSync(at(`../../scripts/samples/${file}`), 'utf8'), { fileName: file });
    assert.deepEqual(modelOf(parse(imported(bytes).text, { fileName: file })), modelOf(report));
  }
});

test('a thematic report keeps its sections inside sections', async () => {
  const text = [
    '# How the Global Cybersecurity Agenda is used',
    '## 1 Introduction',
    '1.1 Text.',
    '## 2 Framework',
    '2.1 Text.',
    '2.2 More text.',
    '### 2.3 GCA Pillar 1: Legal Measures',
    'Text without a number.',
    'a. one;',
    'b. two.',
    '2.3.1 Text further in.',
    '2.3.2 More of it.',
    '### 2.4 GCA Pillar 2: Technical and Procedural Measures',
    '2.4.1 Text.',
    '2.5 What goes on behind the sections inside.',
    '## 3 Child Online Protection',
    '3.1 Text.',
  ].join('\n\n');
  const { report, back, text: came } = await throughWord(`${text}\n`, 'paper.md');
  assert.deepEqual(modelOf(back), modelOf(report));
  const numbers = (of: string): string[] => of.match(/^(?:#+ )?\d[\d.]*(?= )/gm) ?? [];
  assert.deepEqual(numbers(came), numbers(text), 'in the order of the text');
  assert.equal(back.sections[1].sections.length, 2);
});

test('any report comes back from Word as it was, whatever dialect it is written in', async () => {
  await fc.assert(
    fc.asyncProperty(planned, fc.constantFrom(...DIALECTS), async (plan, dialect) => {
      const { report, back, bytes } = await throughWord(write(plan, dialect), '2025.md');
      assert.deepEqual(modelOf(back), modelOf(report));
      assert.deepEqual(faultsOf(bytes), []);
    }),
    { numRuns: 60, seed: 130 },
  );
});

test('another reader finds the same words in what is written', async () => {
  const { bytes, text } = await throughWord(readFileSync(`${SAMPLES}/archive/2023.md`, 'utf8'), '2023.md');
  const { value } = await mammoth.extractRawText({ buffer: Buffer.from(bytes) });
  // It does not print automatic numbers, nor do rules and marks of items say anything.
  const words = plain(text.replace(/^(?:#+ )?(?:\d+\.\d* |- )?/gm, ''));
  assert.equal(plain(value), words);
});
