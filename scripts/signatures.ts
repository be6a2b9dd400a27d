import { spawnSync } from 'node:child_process';
import { ROOT } from './root.ts';

/**
 * Asks npm whether every installed package bears the registry's signature: `npm run signatures`. Exit status 1 where
 * one is wrong. Where the registry has no keys, or they cannot be reached, that is said and counts as skipped: the
 * sums in package-lock.json still hold what is installed to what was looked at.
 */
const UNREACHABLE =
  /\b(ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ENETUNREACH|ETIMEDOUT|ERR_SOCKET_TIMEOUT)\b/;
const WITHOUT_KEYS = /\bE404\b|No keys found|does not (?:provide|support)|no dependencies .*registry/i;

const { status, stdout, stderr, error } = spawnSync(
  'npm',
  ['audit', 'signatures', '--fetch-retries=0', '--fetch-timeout=30000'],
  { cwd: ROOT, encoding: 'utf8', shell: process.platform === 'win32', timeout: 600_000 },
);
if (error) throw error;
const said = `${stdout}\n${stderr}`;
const reason = UNREACHABLE.exec(said)?.[1] ?? (WITHOUT_KEYS.test(said) ? 'it has none' : undefined);

if (status === 0) process.stdout.write(stdout);
// A signature that is wrong is told as such, whatever else could not be reached.
else if (reason && !/invalid|tampered|missing registry signatures/i.test(said))
  console.log(`Signatures: skipped, the keys of the registry cannot be had (${reason}).`);
else {
  process.stderr.write(said);
  process.exitCode = 1;
}
