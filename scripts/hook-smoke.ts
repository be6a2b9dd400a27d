import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ROOT } from './root.ts';

/**
 * `npm run test:hook`: what a team does that puts our hook before its commits. pre-commit installs the last commit
 * of this repository as it would a release, which builds it, and runs the hook on a commit of reports. Says so and
 * ends well where pre-commit is not installed.
 */
const temporary = mkdtempSync(join(tmpdir(), 'gca-report-hook-'));
const ENVIRONMENT = {
  ...Object.fromEntries(
    Object.entries(process.env).filter(([name]) => !/^(?:npm_|NODE_OPTIONS$)/i.test(name)),
  ),
  PRE_COMMIT_HOME: join(temporary, 'home'),
  PRE_COMMIT_COLOR: 'never',
};

function run(program: string, args: readonly string[], cwd: string) {
  const { status, stdout, stderr, error } = spawnSync(program, args, {
    cwd,
    encoding: 'utf8',
    env: ENVIRONMENT,
    maxBuffer: 16 * 1024 * 1024,
  });
  return { status, error, said: `${stdout}${stderr}` };
}

function git(cwd: string, ...args: readonly string[]): string {
  const { status, error, said } = run(
    'git',
    ['-c', 'user.name=A', '-c', 'user.email=a@example.org', ...args],
    cwd,
  );
  assert.equal(status, 0, `git ${args.join(' ')}\n${error ?? ''}${said}`);
  return said.trim();
}

/** What the hook says before everything in a repository is committed. */
function beforeCommit(repository: string) {
  git(repository, 'add', '--all');
  return run('pre-commit', ['run', '--verbose'], repository);
}

try {
  const installed = run('pre-commit', ['--version'], temporary);
  if (installed.error) {
    console.log('pre-commit is not installed; skipped.');
  } else {
    const repository = join(temporary, 'reports');
    mkdirSync(repository);
    git(repository, 'init', '--quiet');
    cpSync(join(ROOT, 'samples', 'archive'), join(repository, 'archive'), { recursive: true });
    writeFileSync(join(repository, 'README.md'), '# Reports\n');
    const revision = git(ROOT, 'rev-parse', 'HEAD');
    writeFileSync(
      join(repository, '.pre-commit-config.yaml'),
      `repos:\n  - repo: ${JSON.stringify(ROOT)}\n    rev: ${revision}\n    hooks:\n      - id: gca-report\n`,
    );
    const first = beforeCommit(repository);
    assert.equal(first.status, 0, first.said);
    assert.match(first.said, /\d reports checked/);
    cpSync(join(ROOT, 'samples', 'draft-2025.gca.md'), join(repository, 'draft.gca.md'));
    const second = beforeCommit(repository);
    assert.equal(second.status, 1, second.said);
    assert.match(second.said, /draft\.gca\.md/);
    assert.match(second.said, /numbering\/repeat/);
    console.log(
      `${installed.said.trim()}: the hook is installed, passes sound reports and stops a faulty one.`,
    );
  }
} finally {
  rmSync(temporary, { recursive: true, force: true });
}
