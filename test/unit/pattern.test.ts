import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import '../../server/rules/index.ts';
import { randomFrom } from '../../bench/generate.ts';
import { beginningsOf } from '../../server/text/pattern/beginnings.ts';
import { parseExpression, type Sequence, type Step } from '../../server/text/pattern/expression.ts';
import { allExpressions, Pattern, ScannedText } from '../../server/text/pattern/pattern.ts';

const wordsOf = (pattern: RegExp) =>
  beginningsOf(pattern)
    .at?.words.map(({ letters, whole }) => letters + (whole ? '' : '…'))
    .sort();

test('what matches begin with is read from the pattern', () => {
  assert.deepEqual(wordsOf(/\b(?:early|mid-?|late)\s(?=\d)/), ['early', 'late', 'mid']);
  assert.deepEqual(wordsOf(/(?<![\w-])[Ff]orward( )looking/), ['forwar…'], 'six letters are enough');
  assert.deepEqual(wordsOf(/(?<=[a-z]\s)Jan(?:uary)?\b/), ['jan', 'januar…']);
  assert.deepEqual(wordsOf(/\bapprov(?:al|ed)?/), ['approv…']);
  assert.deepEqual(wordsOf(/\b[a-z]+ing\b/), undefined, 'every word tells nothing');
  assert.equal(beginningsOf(/related (?=to)/).at, undefined, 'it may begin inside a word');
  assert.equal(beginningsOf(/\s{2,}/).at, undefined);
  assert.deepEqual(
    beginningsOf(/\b[a-z]+ (?:have|were) /).holds?.words.map(({ letters }) => letters),
    ['have', 'were'],
  );
  assert.deepEqual(
    beginningsOf(/[([]x/).at?.marks.map(({ code }) => String.fromCharCode(code)),
    ['(', '['],
  );
});

/** Random text of a few letters, words, digits and signs, so that patterns meet much that is nearly right. */
const pieces = fc.constantFrom(
  ...[
    'a',
    'an',
    'the',
    'The',
    'of',
    'is',
    'are',
    'early',
    'January',
    'March',
    'X',
    'SG',
    'ITU',
    'it',
    'five',
    'ten',
  ],
  ...[
    'approved',
    'new',
    'country',
    'countries',
    '1',
    '12',
    '2021',
    '1999',
    '8',
    ' ',
    ' ',
    ' ',
    '  ',
    '\n',
    ',',
    '.',
  ],
  ...[
    ';',
    ':',
    '-',
    '(',
    ')',
    '[',
    ']',
    '"',
    "'",
    '/',
    '?',
    '!',
    '+',
    '_',
    'é',
    '\uFEFF',
    '\u00a0',
    '{',
    '}',
    '<',
    '%',
  ],
);
const texts = fc.array(pieces, { maxLength: 60 }).map(parts => parts.join(''));

/** Random expressions, put together from what the project's own are made of. */
const atoms = fc.constantFrom(
  ...[
    'a',
    'an',
    'the',
    'ar',
    'e',
    'X',
    '\\d',
    '\\d{1,2}',
    '\\s',
    ' ',
    '\\w',
    '\\w+',
    '[a-z]',
    '[A-Z]',
    '[a-z]{2,4}',
  ],
  ...[
    '[,;]',
    '\\.',
    '\\(',
    '\\)',
    '-',
    '["\']',
    '(?:19|20)\\d\\d',
    '(?:an?|the)',
    '(?:early|late)',
    '[^,]',
    '.',
    '\\b',
  ],
  ...[
    '(?=\\s)',
    '(?![a-z])',
    '(?!\\w)',
    '(?<![\\w-])',
    '(?<=[a-z])',
    '(?<=\\s)',
    '(?<!\\d)',
    '^',
    '$',
    '[éa]',
    '\\B',
  ],
);
const quantifiers = fc.constantFrom('', '', '', '?', '+', '*', '{1,3}', '{2}');
const isZeroWidth = (atom: string) => /^(?:\(\?[=!<]|\^|\$|\\b|\\B)/.test(atom);
const expressions = fc
  .array(
    fc.array(
      fc.tuple(atoms, quantifiers).map(([atom, q]) => (isZeroWidth(atom) ? atom : `(?:${atom})${q}`)),
      { minLength: 1, maxLength: 5 },
    ),
    { minLength: 1, maxLength: 3 },
  )
  .map(options => options.map(parts => parts.join('')).join('|'));

const flat = (matches: Iterable<RegExpExecArray>) => [...matches].map(match => [match.index, ...match]);

test('a pattern finds what matchAll finds', () => {
  fc.assert(
    fc.property(
      expressions,
      fc.constantFrom('', 'i'),
      fc.array(texts, { minLength: 3, maxLength: 8 }),
      (source, flags, all) => {
        const expression = new RegExp(source, flags);
        const pattern = new Pattern(expression);
        for (const text of all) {
          const expected = flat(text.matchAll(new RegExp(source, `${flags}g`)));
          assert.deepEqual(
            flat(pattern.matches(new ScannedText(text))),
            expected,
            `/${source}/${flags} on ${JSON.stringify(text)}`,
          );
        }
      },
    ),
    { numRuns: 400 },
  );
});

/** A text that an expression may match, made from its tree. */
function example(options: readonly Sequence[], random: () => number): string {
  const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)];
  const of = (step: Step): string => {
    switch (step.kind) {
      case 'characters': {
        const codes = [...step.characters.ascii.keys()].filter(code => step.characters.ascii[code] === 1);
        return codes.length > 0 ? String.fromCharCode(pick(codes)) : 'é';
      }
      case 'choice':
        return example(step.options, random);
      case 'repeat': {
        const times = step.least + Math.floor(random() * Math.min(3, step.most - step.least + 1));
        return Array.from({ length: times }, () => of(step.of)).join('');
      }
      case 'look':
        // What may stand there is made, what must not is left out.
        return step.negative ? '' : example(step.options, random);
      default:
        return '';
    }
  };
  return pick(options).map(of).join('');
}

test('every pattern of the rules finds what matchAll finds, on texts made for it', () => {
  const random = randomFrom(11);
  const expressions = [...allExpressions()];
  assert.ok(expressions.length > 50, 'the rules have patterns');
  let found = 0;
  const patterns = expressions.map(expression => ({ expression, pattern: new Pattern(expression) }));
  for (const { expression, pattern } of patterns) {
    const all = Array.from({ length: 60 }, () => {
      const one = () => example(parseExpression(expression), random);
      return ['In ', one(), ' and ', one(), '. ', one(), '\n', one()].join('');
    });
    for (const text of all) {
      const expected = flat(text.matchAll(expression));
      found += expected.length;
      assert.deepEqual(
        flat(pattern.matches(new ScannedText(text))),
        expected,
        `${expression} on ${JSON.stringify(text)}`,
      );
    }
  }
  assert.ok(found > 5000, `${found} matches`);
});
