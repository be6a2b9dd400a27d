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

const { activationEvents, contributes } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as {
  activationEvents: string[];
  contributes: { keybindings: { command: string; key: string; mac?: string; when: string }[] };
};

/**
 * Keys that a drafter needs for what they are: VS Code's own to go from one problem to the next, and those that a
 * desktop keeps for itself, a terminal, the desktop, another console, windows that are hidden.
 */
const TAKEN = [
  ...['f8', 'shift+f8', 'alt+f8', 'shift+alt+f8'],
  ...['ctrl+alt+t', 'ctrl+alt+d', 'ctrl+alt+l', 'ctrl+alt+delete'],
  ...Array.from({ length: 12 }, (_, i) => `ctrl+alt+f${i + 1}`),
  ...['cmd+alt+t', 'cmd+alt+d', 'cmd+alt+h', 'cmd+alt+m', 'cmd+alt+q'],
];

test('no command takes a key that is needed for something else, and no two share one', () => {
  const { keybindings } = contributes;
  assert.deepEqual(
    keybindings.filter(({ key, mac }) => TAKEN.includes(key) || TAKEN.includes(mac ?? key)),
    [],
  );
  const told = keybindings.map(({ key, when }) => `${key} in ${when}`);
  assert.deepEqual([...new Set(told)], told);
});

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
