import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { LANGUAGES } from '../server/messages/languages.ts';
import { rules } from '../server/rules/index.ts';
import { runAction } from '../test/unit/support/action.ts';
import { ROOT } from './root.ts';

/**
 * `npm run test:pack`: packs the command line, installs the package into an empty folder without a network, and
 * holds what it says of the samples against the built tree. Then the same with the action, as it runs a package.
 */
const LIMIT_BYTES = 1_000_000;

/** Calls of the command line in the folder of the samples; each has to end and to print alike. */
const CALLS: readonly (readonly string[])[] = [
  ...['json', 'sarif', 'github', 'stylish'].map(format => ['check', 'draft-2025.gca.md', '--format', format]),
  ['check', 'archive', '--format', 'json', '--fail-on', 'info'],
  ['check', '**/*.docx', '--format', 'json'],
  ['figures', 'draft-2025.gca.md', '--format', 'json'],
  ['citations', 'draft-2025.gca.md', '--format', 'json'],
  ['outline', 'archive/2020.docx', '--format', 'json'],
  ['new', '--from', 'archive/2024.gca.md', '--year', '2025'],
  ['check', 'draft-2025.gca.md', '--locale', 'fr'],
  ['check', 'nowhere.md'],
  ['--help'],
  ['--version'],
];

interface Said {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** What a program's environment holds where npm runs it: nothing of the npm that runs this. */
const ENVIRONMENT = Object.fromEntries(
  Object.entries(process.env).filter(([name]) => !/^(?:npm_|NODE_OPTIONS$|FORCE_COLOR$)/i.test(name)),
);

function run(program: string, args: readonly string[], cwd: string): Said {
  const shell = process.platform === 'win32';
  const { status, stdout, stderr, error } = spawnSync(program, args, {
    cwd,
    shell,
    encoding: 'utf8',
    env: ENVIRONMENT,
    maxBuffer: 64 * 1024 * 1024,
  });
  if (error) throw error;
  return { status, stdout, stderr };
}

/** Runs what has to succeed. */
function need(program: string, args: readonly string[], cwd: string): string {
  const { status, stdout, stderr } = run(program, args, cwd);
  assert.equal(status, 0, `${program} ${args.join(' ')}\n${stdout}${stderr}`);
  return stdout;
}

/** Packs; the package's path. The name is all that is printed: other programs read it there. */
function pack(into: string): string {
  const printed = need('npm', ['pack', '--pack-destination', into], ROOT);
  const name = printed.trim();
  assert.match(name, /^gca-report-[\d.]+\.tgz$/, 'npm pack prints more than the name');
  return join(into, name);
}

/** Every file in a folder, relative to it. */
const filesIn = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter(entry => entry.isFile())
    .map(entry =>
      join(entry.parentPath, entry.name)
        .slice(folder.length + 1)
        .replaceAll('\\', '/'),
    )
    .sort();

/** What the package holds: the programs, what they read, and what a person reads first. */
function checkContents(installed: string): void {
  const files = filesIn(installed);
  const whole = [
    'LICENSE',
    'NOTICE',
    'README.md',
    'THIRD-PARTY-NOTICES.txt',
    'action.yml',
    'dist/cli.js',
    'dist/server.js',
    'dist/server.web.js',
    'dist/word.js',
    'docs/ci.md',
    ...LANGUAGES.filter(language => language !== 'en').map(language => `l10n/bundle.l10n.${language}.json`),
    'package.json',
    'sbom.cdx.json',
  ];
  assert.deepEqual(
    files.filter(file => !/^(?:dist\/catalogue|docs\/rules|schemas)\//.test(file)),
    whole.sort(),
  );
  assert.deepEqual(
    files.filter(file => file.startsWith('dist/catalogue/')).map(file => file.slice('dist/'.length)),
    filesIn(join(ROOT, 'data')).filter(file => file.startsWith('catalogue/')),
  );
  for (const { id } of rules) assert.ok(files.includes(`docs/rules/${id.replace('/', '-')}.md`), id);
  const { scripts, dependencies } = JSON.parse(readFileSync(join(installed, 'package.json'), 'utf8'));
  assert.equal(dependencies, undefined, 'everything is bundled');
  for (const script of ['preinstall', 'install', 'postinstall']) assert.equal(scripts[script], undefined);
  assert.ok(!readFileSync(join(installed, 'dist/server.web.js'), 'utf8').includes('sourceMappingURL'));
}

const temporary = mkdtempSync(join(tmpdir(), 'gca-report-pack-'));
try {
  need(process.execPath, ['esbuild.mjs'], ROOT);
  const folders = ['built', 'packed'].map(name => {
    const folder = join(temporary, name);
    cpSync(join(ROOT, 'samples'), folder, { recursive: true });
    return folder;
  });
  const [built, packed] = folders;
  const cli = join(ROOT, 'dist', 'cli.js');
  const expected = CALLS.map(args => run(process.execPath, [cli, ...args], built));
  assert.equal(expected[0].status, 1, expected[0].stderr);
  assert.ok(JSON.parse(expected[0].stdout).files[0].findings.length > 50);

  const tarball = pack(temporary);
  const size = readFileSync(tarball).length;
  assert.ok(size <= LIMIT_BYTES, `The package has outgrown its limit: ${size} bytes.`);

  const home = join(temporary, 'empty');
  mkdirSync(home);
  need('npm', ['install', '--offline', '--no-audit', '--no-fund', tarball], home);
  assert.deepEqual(
    readdirSync(join(home, 'node_modules')).filter(name => !name.startsWith('.')),
    ['gca-report'],
  );
  checkContents(join(home, 'node_modules', 'gca-report'));

  // npx looks for the program from its folder upwards: it is called in the samples, and the package stands above.
  cpSync(join(home, 'node_modules'), join(temporary, 'packed', 'node_modules'), {
    recursive: true,
    verbatimSymlinks: true,
  });
  CALLS.forEach((args, i) => {
    const said = run('npx', ['--offline', '--no', '--', 'gca-report', ...args], packed);
    assert.deepEqual(said, expected[i], `gca-report ${args.join(' ')}`);
  });
  const there = run(
    'npx',
    ['--offline', '--no', '--', 'gca-report', 'convert', 'draft-2025.gca.md', 'out.docx'],
    packed,
  );
  assert.equal(there.status, 0, there.stderr);
  assert.ok(existsSync(join(packed, 'out.docx')));

  const inputs = { files: 'draft-2025.gca.md', package: tarball };
  const action = runAction(built, inputs, join(home, 'node_modules', 'gca-report'));
  const annotations = CALLS.findIndex(args => args.includes('github'));
  assert.deepEqual([action.status, action.out], [1, expected[annotations].stdout]);
  const itself = runAction(built, { files: inputs.files }, join(home, 'node_modules', 'gca-report'));
  assert.deepEqual([itself.status, itself.out], [action.status, action.out]);

  console.log(
    `npm pack: ${Math.round(size / 1000)} KB of at most ${LIMIT_BYTES / 1000}; installed offline, ${CALLS.length} calls by npx and the action say what the built tree says.`,
  );
} finally {
  rmSync(temporary, { recursive: true, force: true });
}
