import { execFileSync } from 'node:child_process';

/** Every measurement, each in a process of its own so that none warms another: `npm run bench`. */
const PARTS: readonly (readonly [name: string, ...flags: string[]])[] = [
  ['keystroke'],
  ['rules'],
  ['citations'],
  ['figures'],
  ['catalogue', '--expose-gc'],
  ['word'],
];

let failed = false;
for (const [name, ...flags] of PARTS) {
  console.log(`\n== ${name}`);
  try {
    const script = `bench/${name}.ts`;
    execFileSync(process.execPath, ['--disable-warning=MODULE_TYPELESS_PACKAGE_JSON', ...flags, script], {
      stdio: 'inherit',
    });
  } catch {
    // The part has said which limit it missed; the others still run.
    failed = true;
  }
}
process.exit(failed ? 1 : 0);
