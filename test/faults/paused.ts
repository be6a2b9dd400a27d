import fs from 'node:fs/promises';
import { syncBuiltinESMExports } from 'node:module';
import { basename } from 'node:path';

/**
 * The command line, held at a step that it takes with one file: `paused.ts NAME STEP ARGUMENTS…`. A step is the begin
 * of a call that reads or changes the file, or what stands beside it under its name. There it tells its parent, and
 * goes on when the parent says so. It tells as well when it finds another at work and begins to wait.
 */
const [name, step, ...argv] = process.argv.slice(2);
let taken = 0;

type Any = (...args: unknown[]) => Promise<unknown>;
const own = fs as unknown as Record<string, Any>;
for (const call of ['readFile', 'writeFile', 'rename', 'rm']) {
  const plain = own[call].bind(fs);
  own[call] = async (...args: unknown[]) => {
    const [first] = args;
    if (typeof first === 'string' && basename(first).includes(name) && taken++ === Number(step)) {
      process.send?.({ at: call });
      await new Promise(resolve => process.once('message', resolve));
    }
    try {
      return await plain(...args);
    } catch (error) {
      if ((error as { code?: string }).code === 'EEXIST') process.send?.({ at: 'waiting' });
      throw error;
    }
  };
}
syncBuiltinESMExports();
const { run } = await import('../../server/commandline/run.ts');
process.exitCode = await run(argv);
// The way to the parent would keep this process.
process.disconnect?.();
