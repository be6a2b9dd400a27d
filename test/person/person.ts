import type { Frame, Page } from 'playwright-core';
import { startBrowser } from '../../scripts/host-browser.ts';
import { installEditor } from '../../scripts/host-editor.ts';
import { copySamples } from '../../scripts/host-samples.ts';
import { startEditor } from '../../scripts/host-server.ts';
import { ROOT } from '../../scripts/root.ts';

/** A workbench as a person has it before them: keys are pressed, and what is on the screen is looked at. */

export const THEMES = {
  dark: 'Default Dark Modern',
  light: 'Default Light Modern',
  hc: 'Default High Contrast',
  hcLight: 'Default High Contrast Light',
} as const;

export type Theme = keyof typeof THEMES;

const SETTINGS = {
  'editor.minimap.enabled': false,
  'editor.fontSize': 14,
  'window.commandCenter': false,
  'workbench.layoutControl.enabled': false,
  'problems.defaultViewMode': 'tree',
  'diffEditor.useInlineViewWhenSpaceIsLimited': false,
};

/** How long a thing may take to show. */
const LIMIT_MS = 30_000;

/** How long a thing may take before a person would try again. */
export const AGAIN_MS = 5000;

export interface Person {
  readonly page: Page;
  /** The folder on the screen: a copy of the samples. */
  readonly folder: string;
  /** Changes the theme; the editor follows a moment later. */
  wear(theme: Theme): Promise<void>;
  leave(): Promise<void>;
}

/** Sits down before the sample workspace. */
export async function sitDown(theme: Theme, size = { width: 1360, height: 860 }, scale = 1): Promise<Person> {
  const samples = copySamples();
  const browser = await startBrowser();
  const server = await startEditor(await installEditor(), {
    ...SETTINGS,
    'workbench.colorTheme': THEMES[theme],
  });
  const page = await browser.newPage({
    viewport: size,
    deviceScaleFactor: scale,
    colorScheme: theme === 'light' ? 'light' : 'dark',
    // High contrast is the system's choice, which the editor follows.
    forcedColors: theme === 'hc' ? 'active' : 'none',
  });
  page.setDefaultTimeout(LIMIT_MS);
  await page.goto(server.address({ folder: samples.folder, extension: ROOT }));
  await page.waitForSelector('.monaco-workbench .explorer-viewlet .monaco-list-row');
  if (theme === 'hc') await page.waitForSelector('.monaco-workbench.hc-black');
  return {
    page,
    folder: samples.folder,
    wear: other => server.configure({ ...SETTINGS, 'workbench.colorTheme': THEMES[other] }),
    async leave() {
      await browser.close();
      await server.stop();
      samples.remove();
    },
  };
}

/** Opens a file by its name. */
export async function openFile(page: Page, name: string): Promise<void> {
  await until(async () => {
    await page.keyboard.press('Escape');
    await page.keyboard.press('Control+P');
    await page.waitForSelector('.quick-input-widget:not([style*="display: none"]) input');
    await page.keyboard.type(name);
    // The list begins with what was open last, and is made anew while files are found: a row under the mouse may be
    // another one when the click arrives. The best match is marked in the end, and Enter takes what is marked.
    await page.waitForSelector(`.quick-input-list .monaco-list-row.focused[aria-label^="${name}"]`, {
      timeout: AGAIN_MS,
    });
    await page.keyboard.press('Enter');
    await page.waitForSelector(`.tab.active[aria-label*="${name}"]`, { timeout: AGAIN_MS });
  });
}

/** Runs a command by its title. The palette closes where something else takes the focus: then once more. */
export async function command(page: Page, title: string): Promise<void> {
  const row = `.quick-input-list .monaco-list-row.focused[aria-label*="${title.replace(/^.*: /, '')}"]`;
  await until(async () => {
    await page.keyboard.press('F1');
    await page.waitForSelector('.quick-input-widget:not([style*="display: none"]) input', {
      timeout: AGAIN_MS,
    });
    await page.keyboard.press('Control+A');
    await page.keyboard.type(`>${title}`);
    await page.waitForSelector(row, { timeout: AGAIN_MS });
  });
  await page.keyboard.press('Enter');
}

/** Answers the question whose title says these words: by choosing what is typed, or by typing. */
export async function answer(page: Page, question: string, text: string): Promise<void> {
  await page.locator('.quick-input-widget', { hasText: question }).waitFor();
  if (text !== '') await page.keyboard.type(text);
  await page.keyboard.press('Enter');
  await page.locator('.quick-input-widget', { hasText: question }).waitFor({ state: 'hidden' });
}

/** The frame of the page that shows an element, once there is one: a view is a frame in a frame, made when needed. */
export async function frameWith(page: Page, selector: string): Promise<Frame> {
  const since = Date.now();
  while (Date.now() - since < LIMIT_MS) {
    for (const frame of page.frames()) {
      const found = await frame.$(selector).catch(() => null);
      if (found && (await found.isVisible())) return frame;
    }
    await page.waitForEvent('framenavigated', { timeout: 250 }).catch(() => undefined);
  }
  throw new Error(`No frame shows ${selector}.`);
}

/** The text of the active editor, read as it was saved: keys write the file, and the file is looked at. */
export async function saved(
  page: Page,
  read: () => string,
  shown: (text: string) => boolean,
): Promise<string> {
  await page.keyboard.press('Control+S');
  const since = Date.now();
  for (;;) {
    let text = '';
    try {
      text = read();
    } catch {
      // Not written yet.
    }
    if (shown(text)) return text;
    if (Date.now() - since > LIMIT_MS) throw new Error(`The file does not say what was waited for:\n${text}`);
    await page.waitForTimeout(50);
  }
}

/** Tries again what a person would try again: a key pressed while the editor was still busy with the last one. */
export async function until(attempt: () => Promise<void>): Promise<void> {
  const since = Date.now();
  for (;;) {
    try {
      return await attempt();
    } catch (error) {
      if (Date.now() - since > LIMIT_MS) throw error;
    }
  }
}
