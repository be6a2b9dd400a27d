import assert from 'node:assert/strict';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { ROOT } from '../../scripts/root.ts';

/** What is no part of the project, or is made out of it. */
const PASSED_OVER = new Set(['node_modules', '.git', 'dist', '.vscode-test', 'coverage']);
/** What no key is looked for in: pictures, and files that are larger than any that somebody wrote. */
const BINARY = /\.(?:png|webp|docx|gz|vsix|tgz|wasm)$/;
const LARGEST = 2_000_000;

const SECRETS: Readonly<Record<string, RegExp>> = {
  'a private key': /-----BEGIN [A-Z ]*PRIVATE KEY-----/,
  'a key of AWS': /\b(?:AKIA|ASIA)[0-9A-Z]{16}\b/,
  'a token of GitHub': /\b(?:gh[pousr]_[A-Za-z0-9]{36}|github_pat_\w{60,})/,
  'a token of npm': /\bnpm_[A-Za-z0-9]{36}\b|_authToken\s*=\s*\S/,
  'a token of Azure DevOps or the marketplace': /\b[A-Za-z0-9]{75,}AZDO[A-Za-z0-9]{4,}\b/,
  'a token of Slack': /\bxox[abeoprs]-[A-Za-z0-9-]{10,}/,
  'a key of Google': /\bAIza[\w-]{35}\b/,
  'a signed token': /\beyJ[\w-]{20,}\.eyJ[\w-]{20,}\.[\w-]{20,}/,
  'a password in an address': /\b[a-z][a-z+.-]*:\/\/[^\s/:@'"`$<>()]+:[^\s/@'"`$<>()]+@[\w-]/i,
};

function* filesIn(folder: string): Generator<string> {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) {
      if (!PASSED_OVER.has(entry.name)) yield* filesIn(path);
    } else if (entry.isFile()) yield path;
  }
}

const foundIn = (text: string): string[] =>
  Object.entries(SECRETS).flatMap(([what, pattern]) => (pattern.test(text) ? [what] : []));

test('the patterns find what they are for', () => {
  const letters = 'abcdefghijklmnopqrstuvwxyz0123456789';
  for (const [text, what] of [
    [`-----BEGIN RSA ${'PRIVATE'} KEY-----`, 'a private key'],
    [`AKIA${'ABCDEFGH12345678'}`, 'a key of AWS'],
    [`ghp_${letters}`, 'a token of GitHub'],
    [`npm_${letters}`, 'a token of npm'],
    [`https://me:${'secret'}@host.example/`, 'a password in an address'],
  ])
    assert.deepEqual(foundIn(text), [what]);
});

test('there is no secret in the project, and no file that is made to keep some', () => {
  let count = 0;
  for (const path of filesIn(ROOT)) {
    const name = path.slice(ROOT.length + 1);
    if (name === '.npmrc') {
      // The project's own: this setting and no other.
      const settings = readFileSync(path, 'utf8').replace(/^#.*\n/gm, '');
      assert.equal(settings, 'foreground-scripts=false\n');
      continue;
    }
    assert.doesNotMatch(
      name,
      /(?:^|[\\/])(?:\.env(?:\..+)?|\.npmrc|\.netrc|id_rsa|.*\.(?:pem|p12|pfx|key))$/,
      name,
    );
    if (BINARY.test(name) || statSync(path).size > LARGEST) continue;
    assert.deepEqual(foundIn(readFileSync(path, 'latin1')), [], name);
    count++;
  }
  assert.ok(count > 500);
});
