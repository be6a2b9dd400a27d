import { execFileSync, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseChangelog, releaseProblems, tagOf } from './changelog.ts';
import { ROOT } from './root.ts';

/**
 * A release without its last step: `npm run release` checks the tree, the version and CHANGELOG.md, packs, and prints
 * what would be published and how; the notes are in dist/release-notes.md as well. It publishes nothing, sets no tag
 * and needs no network. Exit status 1 where something stands in the way.
 */

const git = (...args: string[]): string[] =>
  execFileSync('git', args, { cwd: ROOT, encoding: 'utf8' }).split('\n').filter(Boolean);

const read = (file: string): string => readFileSync(join(ROOT, file), 'utf8');

const { name, version } = JSON.parse(read('package.json'));
const changelog = read('CHANGELOG.md');
const problems = releaseProblems({
  version,
  locked: JSON.parse(read('package-lock.json')).version,
  changelog,
  tags: git('tag', '--list'),
  changed: git('status', '--porcelain').map(line => line.slice(3)),
});
if (problems.length > 0) {
  console.error(`${name} ${version} is not ready for release:\n`);
  for (const problem of problems) console.error(`- ${problem}`);
  process.exit(1);
}

for (const script of ['notices.ts', 'package.ts']) {
  const args = [
    join(ROOT, 'scripts', script),
    ...(script === 'notices.ts' ? ['--check'] : process.argv.slice(2)),
  ];
  const { status } = spawnSync(process.execPath, [...process.execArgv, ...args], {
    cwd: ROOT,
    stdio: 'inherit',
  });
  if (status !== 0) process.exit(status ?? 1);
}

const file = `${name}-${version}.vsix`;
const sum = createHash('sha256')
  .update(readFileSync(join(ROOT, file)))
  .digest('hex');
const notes = parseChangelog(changelog).releases.find(one => one.version === version)?.text;
writeFileSync(join(ROOT, 'dist', 'release-notes.md'), `${notes}\n`);
console.log(`
${name} ${version} is ready for release, from commit ${git('rev-parse', '--short', 'HEAD')[0]}.

${sum}  ${file}

Its notes, from CHANGELOG.md:

${notes}

Nothing was published. To publish it:

  git tag --annotate ${tagOf(version)} --message "${name} ${version}" && git push origin ${tagOf(version)}
  npx vsce publish --packagePath ${file}
`);
