import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import packageJson from '../../package.json' with { type: 'json' };
import { ROOT } from '../../scripts/root.ts';

/** What of other people's code is installed, and what of it is shipped. */

interface Locked {
  readonly version?: string;
  readonly resolved?: string;
  readonly integrity?: string;
  readonly license?: string;
  readonly hasInstallScript?: boolean;
  readonly link?: boolean;
}

const lock: { lockfileVersion: number; packages: Record<string, Locked> } = JSON.parse(
  readFileSync(join(ROOT, 'package-lock.json'), 'utf8'),
);
const locked = Object.entries(lock.packages).filter(([path]) => path !== '');
const nameOf = (path: string) => path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length);

test('every dependency is named at one exact version', () => {
  const { devDependencies } = packageJson;
  for (const [name, version] of Object.entries(devDependencies)) {
    assert.match(version, /^\d+\.\d+\.\d+(?:-[\w.]+)?$/, name);
    assert.equal(lock.packages[`node_modules/${name}`]?.version, version, `${name}: run npm install`);
  }
  // What runs is bundled: nothing is installed with the extension.
  for (const kind of ['dependencies', 'optionalDependencies', 'peerDependencies', 'bundleDependencies'])
    assert.ok(!(kind in packageJson), kind);
});

test('every package in the lock file has its sum, and comes from a registry', () => {
  assert.equal(lock.lockfileVersion, 3);
  assert.ok(locked.length > 200);
  for (const [path, { integrity, resolved, link }] of locked) {
    assert.match(integrity ?? '', /^sha512-/, path);
    assert.ok(!link && (resolved === undefined || /^https:\/\/[^/]+\/.*\.tgz$/.test(resolved)), path);
  }
});

/** Packages that run a script when they are installed, and what it does. */
const INSTALLING = new Set([
  // Each puts the program for this system in its place, out of a package of its own.
  ...['esbuild', 'node'],
  // The right to run it, for the validator of SARIF.
  ...['darwin', 'linux', 'win32'].map(system => `@microsoft/sarif-multitool-${system}`),
  // The same for signing, which is not used.
  '@vscode/vsce-sign',
]);

test('no package runs a script on installing that nobody has looked at', () => {
  const found = locked.flatMap(([path, one]) => (one.hasInstallScript ? [nameOf(path)] : []));
  for (const name of found) assert.ok(INSTALLING.has(name), name);
});

/** Licences of what the work is done with. */
const USABLE = new Set([
  'MIT',
  'ISC',
  '0BSD',
  'BSD',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'Apache-2.0',
  'BlueOak-1.0.0',
  'PSF-2.0',
  'Zlib',
  'CC0-1.0',
  'Unlicense',
  'Artistic-2.0',
  'Python-2.0',
  'MPL-2.0',
  'CC-BY-4.0',
]);
/** Licences of what is shipped: they ask for their notice to be kept, and for nothing else. */
const SHIPPABLE = new Set([
  'MIT',
  'BlueOak-1.0.0',
  'ISC',
  '0BSD',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'Apache-2.0',
  'Zlib',
]);

/** Whether a licence expression allows what a set allows: of several by choice one, of several together each. */
function isAmong(allowed: ReadonlySet<string>, expression = ''): boolean {
  const inner = expression.replace(/^\((.*)\)$/, '$1');
  if (inner.includes(' OR ')) return inner.split(' OR ').some(one => allowed.has(one));
  return inner.split(' AND ').every(one => allowed.has(one));
}

test('the licence of everything that is installed is known and allows our use', () => {
  for (const [path, { license }] of locked) {
    // VS Code's signing tool has a text of its own; it is part of vsce and stays on the developer's machine.
    if (/^@vscode\/vsce-sign/.test(nameOf(path))) continue;
    assert.ok(isAmong(USABLE, license), `${path}: ${license}`);
  }
});

test('the licence of everything that is shipped asks for a notice and no more', () => {
  const { stdout } = spawnSync(process.execPath, [join(ROOT, 'esbuild.mjs'), '--meta'], {
    cwd: ROOT,
    encoding: 'utf8',
    maxBuffer: 64_000_000,
  });
  const bundles: Record<string, { inputs: Record<string, unknown> }> = JSON.parse(stdout);
  const shipped = new Set(
    Object.values(bundles)
      .flatMap(({ inputs }) => Object.keys(inputs))
      .flatMap(file => /node_modules\/(?:@[^/]+\/)?[^/]+(?=\/)(?!.*node_modules\/)/.exec(file)?.[0] ?? []),
  );
  assert.ok(shipped.size >= 5);
  for (const path of shipped) {
    const { license } = lock.packages[path] ?? {};
    assert.ok(isAmong(SHIPPABLE, license), `${path}: ${license}`);
  }
});
