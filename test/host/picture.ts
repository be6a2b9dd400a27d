import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { startBrowser } from '../../scripts/host-browser.ts';
import { installEditor } from '../../scripts/host-editor.ts';
import { copySamples } from '../../scripts/host-samples.ts';
import { startEditor } from '../../scripts/host-server.ts';
import { ROOT } from '../../scripts/root.ts';

/**
 * Takes the pictures of the documentation: opens the sample workspace as a person would and writes what is to be
 * seen to docs/images/. `npm run picture`.
 */
const IMAGES = join(ROOT, 'docs', 'images');

const THEMES = { dark: 'Default Dark Modern', light: 'Default Light Modern' } as const;

const SETTINGS = {
  'editor.minimap.enabled': false,
  'editor.fontSize': 14,
  'window.commandCenter': false,
  'workbench.layoutControl.enabled': false,
  'problems.defaultViewMode': 'tree',
};

/** How long a thing may take to show. */
const LIMIT_MS = 30_000;

async function picture(browser: Browser, editor: string, theme: keyof typeof THEMES): Promise<void> {
  const samples = copySamples();
  const server = await startEditor(editor, { ...SETTINGS, 'workbench.colorTheme': THEMES[theme] });
  const page = await browser.newPage({
    viewport: { width: 1360, height: 860 },
    deviceScaleFactor: 1.5,
    colorScheme: theme,
  });
  page.setDefaultTimeout(LIMIT_MS);
  try {
    await page.goto(server.address({ folder: samples.folder, extension: ROOT }));
    await openDraft(page);
    await openProblems(page);
    await openOutline(page);
    await goTo(page, 'numbering/repeat');
    await save(page, `problems-${theme}`);
    await goTo(page, 'structure/missing-section');
    await openLightbulb(page);
    await save(page, `lightbulb-${theme}`);
    await openFigures(page);
    await save(page, `figures-${theme}`);
    await openPreview(page);
    await save(page, `preview-${theme}`);
  } finally {
    await page.close();
    await server.stop();
    samples.remove();
  }
}

/** Opens the draft by its name and waits until the findings are underlined. */
async function openDraft(page: Page): Promise<void> {
  await page.waitForSelector('.monaco-workbench .explorer-viewlet .monaco-list-row');
  await page.keyboard.press('Control+P');
  await page.waitForSelector('.quick-input-widget:not([style*="display: none"]) input');
  await page.keyboard.type('draft-2025');
  await page.waitForSelector('.quick-input-list .monaco-list-row[aria-label*="draft-2025"]');
  await page.keyboard.press('Enter');
  await page.waitForSelector('.monaco-editor .squiggly-warning');
}

/** Opens the panel with the findings. */
async function openProblems(page: Page): Promise<void> {
  await page.keyboard.press('Control+Shift+M');
  await page.waitForSelector('.markers-panel .monaco-list-row .marker-icon');
}

/** Shows the sections of the report beside it. */
async function openOutline(page: Page): Promise<void> {
  await page.keyboard.press('F1');
  await page.keyboard.type('Explorer: Focus on Outline View');
  await page.waitForSelector('.quick-input-list .monaco-list-row[aria-label*="Outline"]');
  await page.keyboard.press('Enter');
  await page.waitForSelector('.outline-pane .monaco-list-row');
}

/** Goes from a finding in the panel to its place in the text. */
async function goTo(page: Page, rule: string): Promise<void> {
  await page.locator(`.markers-panel .monaco-list-row:has-text("${rule}")`).first().dblclick();
  await page.waitForSelector('.monaco-editor.focused');
}

/** Opens what can be done about the finding under the caret. */
async function openLightbulb(page: Page): Promise<void> {
  await page.keyboard.press('Control+.');
  await page.waitForSelector('.action-widget .monaco-list-row');
}

/** Opens the figures through the years, with the chart of one that looks stale. */
async function openFigures(page: Page): Promise<void> {
  await page.keyboard.press('Escape');
  await page.keyboard.press('F1');
  await page.keyboard.type('GCA Report: Show Figures');
  await page.waitForSelector('.quick-input-list .monaco-list-row[aria-label*="Show Figures"]');
  await page.keyboard.press('Enter');
  const view = page.frameLocator('iframe.webview').first().frameLocator('iframe').first();
  await view.locator('tr.stale button.name').first().click();
  await view.locator('svg').waitFor();
}

/** Shows the draft as VS Code's own preview has it, alone: the panel closed, the text out of the way. */
async function openPreview(page: Page): Promise<void> {
  await page.keyboard.press('Control+J');
  await page.keyboard.press('Control+1');
  await command(page, 'GCA Report: Show Preview');
  await frameWith(page, '.gca-number');
}

/** Waits until some frame of the page shows an element: a view is a frame inside a frame, made when it is needed. */
async function frameWith(page: Page, selector: string): Promise<void> {
  const since = Date.now();
  while (Date.now() - since < LIMIT_MS) {
    for (const frame of page.frames()) {
      const found = await frame.$(selector).catch(() => null);
      if (found && (await found.isVisible())) return;
    }
    await page.waitForEvent('framenavigated', { timeout: 250 }).catch(() => undefined);
  }
  await page.screenshot({ path: join(IMAGES, '..', '..', '.vscode-test', 'picture-failed.png') });
  throw new Error(`No frame shows ${selector}.`);
}

/** Runs a command by its title. */
async function command(page: Page, title: string): Promise<void> {
  await page.keyboard.press('F1');
  await page.keyboard.type(title);
  await page.waitForSelector(
    `.quick-input-list .monaco-list-row[aria-label*="${title.replace(/^.*: /, '')}"]`,
  );
  await page.keyboard.press('Enter');
}

async function save(page: Page, name: string): Promise<void> {
  await page.screenshot({ path: join(IMAGES, `${name}.png`), animations: 'disabled', caret: 'hide' });
  console.log(`docs/images/${name}.png`);
}

mkdirSync(IMAGES, { recursive: true });
const editor = await installEditor();
const browser = await startBrowser();
try {
  for (const theme of ['dark', 'light'] as const) await picture(browser, editor, theme);
} finally {
  await browser.close();
}
