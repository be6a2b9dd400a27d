import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { generateReport } from '../../bench/generate.ts';
import { ROOT } from '../../scripts/root.ts';
import { commandline, Folder } from './support/commandline.ts';

/**
 * Faster must not mean less: what is found in each of these texts is on record, place and word. A change that is for
 * speed alone leaves the record as it is; one that changes a rule makes it anew (`GCA_RECORD=1`) and shows in its
 * difference which rules find more or less. Of texts of others the record has counts and a digest, and no word.
 */
const RECORD = join(import.meta.dirname, 'findings-kept.json');

interface Kept {
  /** How often each rule found something. */
  readonly rules: Readonly<Record<string, number>>;
  /** Of all findings with their ranges, messages and fixes. */
  readonly digest: string;
}

const record: Record<string, Kept> = existsSync(RECORD) ? JSON.parse(readFileSync(RECORD, 'utf8')) : {};

const CORPUS = join(ROOT, '..', 'shared', 'corpus');
const GENERATED = { 'short.gca.md': generateReport(15_000, 1), 'long.gca.md': generateReport(600_000, 2) };

/** The call that checks a text; generated ones are written into the present folder. */
const TEXTS: Readonly<Record<string, { readonly argv: readonly string[]; readonly needs?: string }>> = {
  'the sample draft': {
    argv: [join(ROOT, 'samples', 'draft-2025.gca.md'), '--archive', join(ROOT, 'samples', 'archive')],
  },
  'a generated report': { argv: ['short.gca.md'] },
  'a long generated report': { argv: ['long.gca.md'] },
  ...Object.fromEntries(
    ['2014.md', '2019.txt', '2022.txt'].map(name => [
      `the real report ${name}`,
      { argv: [join(CORPUS, name), '--archive', CORPUS], needs: join(CORPUS, name) },
    ]),
  ),
};

interface Answer {
  readonly files: readonly { readonly findings: readonly { readonly rule: string }[] }[];
}

for (const [name, { argv, needs }] of Object.entries(TEXTS)) {
  const skip =
    needs && !existsSync(needs) ? 'the folder with real reports (../shared/corpus) is not here' : false;
  test(`what is found in ${name} is what was found before`, { skip }, async () => {
    const folder = new Folder(GENERATED);
    try {
      const { out } = await commandline(['check', ...argv, '--format', 'json']);
      const findings = (JSON.parse(out) as Answer).files.flatMap(file => file.findings);
      const rules: Record<string, number> = {};
      for (const { rule } of findings) rules[rule] = (rules[rule] ?? 0) + 1;
      const found: Kept = {
        rules: Object.fromEntries(Object.entries(rules).sort(([a], [b]) => (a < b ? -1 : 1))),
        digest: createHash('sha256').update(JSON.stringify(findings, withoutPaths)).digest('hex'),
      };
      if (process.env.GCA_RECORD) record[name] = found;
      assert.deepEqual(found, record[name]);
    } finally {
      folder.remove();
      if (process.env.GCA_RECORD) writeFileSync(RECORD, `${JSON.stringify(record, null, 2)}\n`);
    }
  });
}

/** Where the project lies says nothing of its findings. */
function withoutPaths(key: string, value: unknown): unknown {
  return key === 'path' && typeof value === 'string' ? value.replaceAll('\\', '/').split('/').at(-1) : value;
}
