import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, posix, win32 } from 'node:path';
import { after, beforeEach, test } from 'node:test';
import fc from 'fast-check';
import packageJson from '../../package.json' with { type: 'json' };
import configSchema from '../../schemas/config.schema.json' with { type: 'json' };
import { diskWorkspace } from '../../server/platform/disk.ts';
import { fileUriWorkspace } from '../../server/platform/file-uris.ts';
import { parseConfig } from '../../server/rules/config.ts';
import { MAX_BYTES } from '../../server/text/decode.ts';
import { insidePath } from '../../server/workspace/inside.ts';
import { loadText } from '../../server/workspace/load.ts';
import { editor, Uri } from './support/vscode.ts';

const { ServedFiles } = await import('../../client/files.ts');

const INSIDE: readonly [string, string][] = [
  ['archive', 'archive'],
  ['./archive/', 'archive'],
  ['archive\\2019', 'archive/2019'],
  ['old//2014.md', 'old/2014.md'],
  ['.', ''],
  ['...md/a', '...md/a'],
  ['Berichte 2019', 'Berichte 2019'],
];
const OUTSIDE = [
  '..',
  '../archive',
  'archive/../../x',
  'archive/..',
  '..\\archive',
  'archive\\..\\..\\x',
  '/etc/passwd',
  '\\\\server\\share',
  '//server/share',
  'C:\\Users',
  'c:archive',
  'archive/.. /x',
  'archive/.../x',
  'a\0b',
];

test('a path of a configuration is inside the folder, or it is none', () => {
  for (const [path, inside] of INSIDE) assert.equal(insidePath(path), inside, path);
  for (const path of OUTSIDE) assert.equal(insidePath(path), null, path);
});

const pieces = fc.constantFrom('..', '.', '/', '\\', 'a', ' ', 'C:', ':', '%2e', '%2f', '%5c', '\0', 'ü');

test('whatever a path looks like, on no system does it leave the folder', () => {
  fc.assert(
    fc.property(
      fc.oneof(
        fc.array(pieces, { maxLength: 8 }).map(all => all.join('')),
        fc.string(),
      ),
      path => {
        const inside = insidePath(path);
        if (inside === null) return;
        assert.match(`${posix.resolve('/ws', inside)}/`, /^\/ws\//);
        assert.ok(`${win32.resolve('C:\\ws', inside)}\\`.startsWith('C:\\ws\\'), path);
      },
    ),
    { numRuns: 1000 },
  );
});

test('a configuration that leads out is told at its place, and the rest of it holds', () => {
  const text = '{ "archive": ["archive", "../secret", "old"] }';
  const { config, problems } = parseConfig(text, new Set());
  assert.deepEqual(config.archive, ['archive', 'old']);
  assert.deepEqual(
    problems.map(({ span }) => text.slice(span.start, span.end)),
    ['"../secret"'],
  );
  assert.match(problems[0].message, /leads out of this folder/);
});

test('the editor is told the same of both places by the schemas', () => {
  const setting = packageJson.contributes.configuration.properties['gcaReport.archive'].items;
  const { items } = configSchema.properties.archive;
  assert.equal(setting.pattern, items.pattern);
  const pattern = new RegExp(setting.pattern);
  for (const [path] of INSIDE) assert.match(path, pattern);
  // What a schema cannot see is left to the reader.
  for (const path of OUTSIDE.slice(0, 11)) assert.doesNotMatch(path, pattern);
});

/** A folder that somebody else put together, with links out of it and one inside it. */
const home = mkdtempSync(join(tmpdir(), 'gca-report-inside-'));
const folder = join(home, 'ws');
mkdirSync(join(folder, 'archive', 'old'), { recursive: true });
mkdirSync(join(home, 'elsewhere', 'deep'), { recursive: true });
for (const path of [
  'ws/archive/2019.md',
  'ws/archive/old/2014.md',
  'elsewhere/secret.md',
  'elsewhere/deep/x.md',
])
  writeFileSync(join(home, path), path);
writeFileSync(join(folder, 'large.md'), new Uint8Array(MAX_BYTES + 1));
symlinkSync(join(home, 'elsewhere', 'secret.md'), join(folder, 'archive', '2020.md'));
symlinkSync(join(home, 'elsewhere'), join(folder, 'linked'));
symlinkSync(join(home, 'nowhere'), join(folder, 'dangling'));
symlinkSync(join(folder, 'archive', '2019.md'), join(folder, 'same.md'));
after(() => rmSync(home, { recursive: true, force: true }));

beforeEach(() => {
  editor.folders = [{ uri: Uri.file(folder) }];
  editor.documents = [];
});

/** The same questions to the disk by path, to the disk by URI, and to the editor. */
const uri = (path: string) => Uri.file(join(folder, path)).toString();
const routes = {
  'on the disk': () => {
    const workspace = diskWorkspace(folder);
    return {
      read: async (path: string) => (await workspace.read(join(folder, path))) !== null,
      barrier: (path: string) => workspace.barrier(join(folder, path)),
      list: async (path: string) =>
        (await workspace.list(join(folder, path))).map(found => workspace.label(found)),
    };
  },
  'by address': () => {
    const workspace = fileUriWorkspace(uri(''));
    return {
      read: async (path: string) => (await workspace.read(uri(path))) !== null,
      barrier: (path: string) => workspace.barrier(uri(path)),
      list: async (path: string) => (await workspace.list(uri(path))).map(found => workspace.label(found)),
    };
  },
  'through the editor': () => {
    const files = new ServedFiles(Uri.file(join(home, 'extension')));
    return {
      read: async (path: string) => (await files.read(uri(path))) !== null,
      barrier: (path: string) => files.barrier(uri(path)),
      list: async (path: string) =>
        (await files.list(uri(path), true)).map(found => found.slice(uri('').length).replace(/^\//, '')),
    };
  },
};

for (const [name, route] of Object.entries(routes)) {
  test(`${name}: what is in the folder is read`, async () => {
    const { read, barrier } = route();
    assert.equal(await read('archive/2019.md'), true);
    assert.equal(await barrier('archive/2019.md'), null);
    assert.equal(await barrier('archive/not-there.md'), null);
    assert.equal(await read('archive/not-there.md'), false);
  });

  test(`${name}: nothing outside the folder is read`, async () => {
    const { read, barrier, list } = route();
    for (const path of ['../elsewhere/secret.md', '../elsewhere']) {
      assert.equal(await read(path), false, path);
      assert.equal(await barrier(path), 'outside', path);
      assert.deepEqual(await list(path), [], path);
    }
  });

  test(`${name}: no link is followed, on the way or at the end`, async () => {
    const { read, barrier, list } = route();
    for (const path of ['archive/2020.md', 'linked/secret.md', 'linked/deep/x.md', 'same.md', 'linked']) {
      assert.equal(await barrier(path), 'link', path);
      assert.equal(await read(path), false, path);
    }
    assert.deepEqual(await list('linked'), []);
    // What may be written there is asked of files that are not there yet as well.
    assert.equal(await barrier('linked/new.json'), 'link');
    assert.equal(await barrier('dangling/new.json'), 'link');
  });

  test(`${name}: a link to a file is listed, to be told; a link to a folder is not`, async () => {
    const { list } = route();
    assert.deepEqual(await list(''), [
      'archive/2019.md',
      'archive/2020.md',
      'archive/old/2014.md',
      'large.md',
      'same.md',
    ]);
  });

  test(`${name}: what is larger than any report is not read`, async () => {
    const { read, barrier } = route();
    assert.equal(await barrier('large.md'), 'too-large');
    assert.equal(await read('large.md'), false);
  });
}

test('why a file is not read is said in a sentence', async () => {
  const workspace = diskWorkspace(folder);
  const said = async (path: string) => {
    const loaded = await loadText(workspace, join(folder, path));
    return 'refused' in loaded ? loaded.refused : '';
  };
  assert.match(await said('archive/2020.md'), /links are not followed/);
  assert.match(await said('../elsewhere/secret.md'), /outside the workspace folder/);
  assert.match(await said('large.md'), /larger than 50 MB/);
});

test('what the user names on the command line is read wherever it is, and below it no link is followed', async () => {
  const named = ['ws/archive/2020.md', 'ws/linked', 'elsewhere'].map(path => join(home, path));
  symlinkSync(join(folder, 'archive'), join(home, 'elsewhere', 'back'));
  const workspace = diskWorkspace(folder, named);
  for (const path of ['ws/archive/2020.md', 'ws/linked/secret.md', 'elsewhere/secret.md'])
    assert.ok(await workspace.read(join(home, path)), path);
  assert.equal(await workspace.read(join(home, 'elsewhere', 'back', '2019.md')), null);
  assert.equal(await workspace.read(join(folder, 'same.md')), null);
});

test('in the editor the extension’s own data, a picked file and the folder of a loose report are read', async () => {
  const files = new ServedFiles(Uri.file(home));
  const loose = Uri.file(join(home, 'elsewhere', 'deep', 'x.md'));
  const picked = Uri.file(join(home, 'elsewhere', 'secret.md'));
  for (const one of [loose, picked]) assert.equal(await files.barrier(one.toString()), 'outside');
  files.allow(picked);
  assert.ok(await files.read(picked.toString()));
  assert.equal(await files.barrier(loose.toString()), 'outside');
  editor.documents = [{ languageId: 'gca-report', isUntitled: false, uri: loose }];
  assert.ok(await files.read(loose.toString()));
  // Its folder stays known once it is closed.
  editor.documents = [];
  assert.ok(await files.read(loose.toString()));
  assert.equal(await files.barrier(Uri.file(join(home, 'dist', 'catalogue.json')).toString()), null);
  assert.equal(await files.barrier(Uri.file(join(home, 'package.json')).toString()), 'outside');
});

test('no spelling of an address leaves the workspace in the editor', async () => {
  const files = new ServedFiles(Uri.file(join(home, 'extension')));
  const secret = 'elsewhere/secret.md';
  for (const way of ['/../', '/%2e%2e/', '/archive/..%2f..%2f', '/archive/..%5c..%5c', '/./../'])
    for (const address of [`${uri('')}${way}${secret}`]) {
      assert.equal(await files.read(address), null, way);
      if (way !== '/./../') assert.equal(await files.barrier(address), 'outside', way);
    }
  assert.equal(await files.read('https://example.com/x.md'), null);
  assert.equal(await files.read('not an address'), null);
});
