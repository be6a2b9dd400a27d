import fs from 'node:fs/promises';
import { syncBuiltinESMExports } from 'node:module';

/**
 * The command line, killed at a step that it takes on the disk: `killed.ts STEP ARGUMENTS…`. A step is the begin of
 * a call that changes something, the middle of a writing, or the end of one.
 */
const [step, ...argv] = process.argv.slice(2);
let taken = 0;

function mayDie(): void {
  if (taken++ === Number(step)) process.kill(process.pid, 'SIGKILL');
}

type Any = (...args: unknown[]) => Promise<unknown>;
const own = fs as unknown as Record<string, Any>;
for (const name of ['writeFile', 'rename', 'rm', 'mkdir', 'copyFile', 'unlink', 'appendFile']) {
  const call = own[name].bind(fs);
  own[name] = async (...args: unknown[]) => {
    mayDie();
    if (name === 'writeFile' && taken === Number(step)) {
      // Half of what was to be written, and no more.
      const content = args[1] as string | Uint8Array;
      await call(args[0], content.slice(0, content.length >> 1), args[2]);
      mayDie();
    }
    const done = await call(...args);
    mayDie();
    return done;
  };
}
syncBuiltinESMExports();
const { run } = await import('../../server/commandline/run.ts');
process.exitCode = await run(argv);
