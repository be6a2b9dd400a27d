import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { stopServers } from '../fuzz/in-editor.ts';
import { PROPERTIES } from '../fuzz/properties.ts';
import { shown } from '../fuzz/shown.ts';

/**
 * What must hold of any text, tried a few times each; `npm run fuzz` tries for as long as one likes. The texts are
 * the same each time: `GCA_SEED=7 npm run test:unit` takes others.
 */
const seed = Number(process.env.GCA_SEED ?? 2026);

after(stopServers);

for (const { name, runs, tried } of PROPERTIES) {
  test(name, async context => {
    context.diagnostic(`seed ${seed}`);
    const failure = await tried({ numRuns: runs, seed });
    if (failure)
      assert.fail(
        `seed ${seed}, path ${failure.path}\n${failure.on.map(shown).join('\n')}\n${failure.error}`,
      );
  });
}
