import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { applyEdits, editsBetween } from '../../server/analysis/fixes.ts';

test('the edits between two texts lead from one to the other and leave equal lines alone', () => {
  const text = fc
    .array(fc.constantFrom('a', 'b', 'c\r', '', '\n', '\r\n', 'word '), { maxLength: 40 })
    .map(parts => parts.join(''));
  fc.assert(
    fc.property(text, text, (before, after) => {
      const edits = editsBetween(before, after);
      assert.equal(applyEdits(before, edits), after);
      assert.ok(edits.every((edit, i) => i === 0 || edits[i - 1].end < edit.start));
    }),
  );
});

test('one changed line is one edit of that line', () => {
  assert.deepEqual(editsBetween('one\ntwo\nthree\n', 'one\n2\nthree\n'), [
    { start: 4, end: 8, newText: '2\n' },
  ]);
});
