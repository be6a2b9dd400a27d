import assert from 'node:assert/strict';
import { test } from 'node:test';
import { scanLines } from '../../bench/floor.ts';
import { processorTime } from '../../bench/measures.ts';
import { checkAfterChange, costsAt, freshCheck, growth, neverSeen, newProject } from '../../bench/speed.ts';

/**
 * The speed that CI holds: never milliseconds, which say more of the machine than of the program, but how many times
 * the floor of the same run a check takes, and how that grows with the text. Each limit is two and a half
 * times what docs/performance.md has, or more: noise does not reach it, and a step that became quadratic goes far beyond.
 */
const SIZE = 150_000;
const LONG = 1_500_000;

/** What a check costs, as so many times four patterns run line by line over the same text. */
async function timesTheFloor(ms: number): Promise<number> {
  const text = neverSeen(SIZE);
  return ms / (await processorTime(() => scanLines(text)));
}

test('a text never seen before costs up to 150 times the floor', async () => {
  const times = await timesTheFloor(await freshCheck(newProject(), SIZE));
  assert.ok(times < 150, `${times.toFixed(0)} times`);
});

test('the check after a change costs up to 8 times the floor', async () => {
  const times = await timesTheFloor(await checkAfterChange(newProject(), SIZE));
  assert.ok(times < 8, `${times.toFixed(1)} times`);
});

test('a text ten times as long costs no more a character, and after a change much less than the whole', async () => {
  const project = newProject();
  const perCharacter = async (size: number) => (await freshCheck(project, size)) / size;
  const grown = (await perCharacter(LONG)) / (await perCharacter(SIZE));
  assert.ok(grown < 2.5, `a character costs ${grown.toFixed(2)} times as much`);
  const share = (await checkAfterChange(project, LONG)) / (await freshCheck(project, LONG));
  assert.ok(share < 0.2, `${share.toFixed(2)} of a check in full`);
});

test('no rule costs much more a character in a long text than in a short one', async () => {
  const [dearest] = growth(await costsAt(15_000), await costsAt(LONG));
  assert.ok(dearest[1] < 4, `${dearest[0]}: ${dearest[1].toFixed(2)} times`);
});
