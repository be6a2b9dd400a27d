import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { bundledPackages } from '../../scripts/bundled.ts';
import { withoutAddress } from '../../scripts/readme.ts';
import { ROOT } from '../../scripts/root.ts';

const bundle = (...files: string[]) => ({
  'dist/x.js': { bytes: 1, inputs: Object.fromEntries(files.map(file => [file, { bytesInOutput: 1 }])) },
});

test('a package is named with what it took in, each with its licence', () => {
  const found = bundledPackages(bundle('node_modules/docx/dist/index.mjs', 'server/main.ts'));
  assert.deepEqual(
    found.map(one => one.name),
    ['@oxc-project/runtime', 'docx', 'fflate', 'nanoid'],
  );
  for (const { licence, licenceText } of found) {
    assert.equal(licence, 'MIT');
    assert.match(licenceText, /Permission is hereby granted/);
  }
});

test('a package inside another is told from one of the same name', () => {
  const found = bundledPackages(
    bundle(
      'node_modules/vscode-jsonrpc/lib/common/api.js',
      'node_modules/vscode-languageserver/node_modules/vscode-jsonrpc/lib/common/api.js',
    ),
  );
  assert.equal(found.length, 2);
  assert.notEqual(found[0].version, found[1].version);
});

test('what leaves nothing in a bundle is not named', () => {
  const inputs = { 'node_modules/diff/libesm/index.js': { bytesInOutput: 0 } };
  assert.deepEqual(bundledPackages({ 'dist/x.js': { bytes: 1, inputs } }), []);
});

test('nothing is shipped whose licence is not known', () => {
  assert.throws(() => bundledPackages(bundle('node_modules/nobody/index.js')), /not installed/);
});

test('a README without an address keeps its words and loses what would be broken', () => {
  const readme = [
    '# A',
    'See [the page](docs/page.md), [there](#there) and [Node](https://nodejs.org/).',
    '![A picture](docs/a.png)',
    '| one | two |\n|---|---|\n| ![1](docs/1.png) | ![2](docs/2.png) |',
    '![Kept](https://example.org/b.png)',
  ].join('\n\n');
  assert.equal(
    withoutAddress(readme),
    '# A\n\nSee the page, [there](#there) and [Node](https://nodejs.org/).\n\n![Kept](https://example.org/b.png)',
  );
});

test('nothing of our README is broken in the package', () => {
  const packed = withoutAddress(readFileSync(join(ROOT, 'README.md'), 'utf8'));
  assert.doesNotMatch(packed, /\]\((?!https:|#)/);
  assert.match(packed, /\n## Install it\n/);
});
