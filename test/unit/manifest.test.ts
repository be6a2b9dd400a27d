import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { ROOT } from '../../scripts/root.ts';
import { CONFIG_FILE } from '../../server/analysis/hide.ts';
import { DATA_FOLDER } from '../../server/analysis/project.ts';
import { CONFIRMED_FILE } from '../../server/figures/confirmations.ts';
import { INDICATORS_FILE } from '../../server/figures/indicator-file.ts';
import { ACRONYMS_FILE } from '../../server/rules/acronym/file.ts';
import { BASELINE_FILE } from '../../server/rules/suppression/baseline.ts';
import { TERMS_FILE } from '../../server/rules/terms/file.ts';

const { activationEvents } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as {
  activationEvents: string[];
};

test('what wakes the extension is nothing that every window has, and no search through the workspace', () => {
  // Input fields of VS Code are plain text: see docs/decisions/activation.md.
  const everywhere = activationEvents.filter(event =>
    /plaintext|^\*$|onStartupFinished|workspaceContains:.*\*/.test(event),
  );
  assert.deepEqual(everywhere, []);
});

test('a workspace with any file of ours wakes it, on hosts that know no folders as well', () => {
  const files = [CONFIG_FILE, CONFIRMED_FILE, INDICATORS_FILE, ACRONYMS_FILE, BASELINE_FILE, TERMS_FILE];
  for (const path of [DATA_FOLDER, ...files, `${DATA_FOLDER}/catalogue.json`])
    assert.ok(activationEvents.includes(`workspaceContains:${path}`), path);
});
