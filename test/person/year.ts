import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { AGAIN_MS, answer, command, openFile, type Person, saved, until } from './person.ts';

/** What a drafter does with the extension in a year, by keyboard; each step looks at what came of it. */

/** Called where there is something to be seen, with its name. */
export type Look = (name: string) => Promise<void>;

const DRAFT = 'draft-2025.gca.md';

/** *New Report…* from the newest report of the archive; saving it asks for nothing and overwrites nothing. */
export async function newReport({ page, folder }: Person, look: Look): Promise<string> {
  await openFile(page, DRAFT);
  await page.waitForSelector('.monaco-editor .squiggly-warning');
  await command(page, 'GCA Report: New Report');
  await page.locator('.quick-input-list .monaco-list-row', { hasText: '2024' }).waitFor();
  await look('new');
  await answer(page, 'which report does it begin from', '2024');
  await answer(page, 'year of the Council session', '');
  await answer(page, 'document symbol', 'C25/18');
  await answer(page, 'The date', '11 April 2025');
  await answer(page, 'agenda item', 'PL 2');
  await answer(page, 'which structure does it get', '');
  // The samples have a draft of that name: the new one gets another.
  await page.waitForSelector('.tab.active[aria-label*="draft-2025-2.gca.md"]');
  await command(page, 'GCA Report: Focus on Drafting Progress View');
  await page.waitForSelector('.pane-body .monaco-list-row[aria-label*="Legal Measures, 3 to confirm"]');
  await page.keyboard.press('Control+1');
  const file = join(folder, 'draft-2025-2.gca.md');
  const text = await saved(
    page,
    () => readFileSync(file, 'utf8'),
    written => written.includes('42 to confirm'),
  );
  assert.match(text, /^Document C25\/18-E$/m);
  assert.ok(existsSync(join(folder, DRAFT)), 'the other draft is still there');
  return file;
}

const marks = (text: string): number => text.match(/<!-- confirm/g)?.length ?? 0;

/** Settles three marks, each in another way, and takes all back. */
export async function settleThree({ page }: Person, file: string, look: Look): Promise<void> {
  const read = () => readFileSync(file, 'utf8');
  const before = read();
  const caret = page.locator('.statusbar-item', { hasText: /Ln \d+, Col/ });
  for (const key of ['Control+Alt+Enter', 'Control+Alt+E', 'Control+Alt+Backspace']) {
    const left = marks(read());
    const before = await caret.innerText();
    await until(async () => {
      await page.keyboard.press('Alt+F9');
      await caret.filter({ hasNotText: before }).waitFor({ timeout: AGAIN_MS });
    });
    await page.keyboard.press(key);
    await saved(page, read, text => marks(text) === left - 1);
  }
  await look('settle');
  for (let i = 0; i < 3; i++) await page.keyboard.press('Control+Z');
  await saved(page, read, text => text === before);
}

/** Moves a section up; numbers and references follow. */
export async function moveSection({ page, folder }: Person): Promise<void> {
  await openFile(page, DRAFT);
  const file = join(folder, DRAFT);
  const line =
    readFileSync(file, 'utf8')
      .split('\n')
      .findIndex(text => text.startsWith('## 4. Capacity')) + 1;
  await page.keyboard.press('Control+G');
  await page.keyboard.type(String(line));
  await page.keyboard.press('Enter');
  await command(page, 'GCA Report: Move Section Up');
  const text = await saved(
    page,
    () => readFileSync(file, 'utf8'),
    written => /^## 3\. Capacity/m.test(written),
  );
  assert.match(text, /^## 4\. Organizational Structures/m);
  assert.match(text, /\(see paragraph 3\.4 above\)/, 'the reference follows');
  await page.keyboard.press('Control+Z');
  await saved(
    page,
    () => readFileSync(file, 'utf8'),
    written => /^## 4\. Capacity/m.test(written),
  );
}

/** Compares with last year: aligned texts, signs in the margin, and the pillars in figures. */
export async function compare({ page }: Person, look: Look): Promise<void> {
  await openFile(page, DRAFT);
  await command(page, 'GCA Report: Focus on Beside Last Year View');
  await page.waitForSelector('.pane-body .monaco-list-row[aria-label*="2 edited"]');
  await command(page, 'GCA Report: Compare with Last Year');
  await page.waitForSelector('.monaco-diff-editor .monaco-editor.modified-in-monaco-diff-editor .view-line');
  await page.waitForSelector(
    '.monaco-diff-editor .modified-in-monaco-diff-editor .glyph-margin-widgets .cgmr',
  );
  // What went silent is told in a notification, which may have gone into the list by now.
  await command(page, 'Notifications: Show Notifications');
  await page.locator('.notifications-center', { hasText: 'says nothing of its own' }).waitFor();
  await command(page, 'Notifications: Clear All Notifications');
  await look('compare');
}

/** The walkthrough, with its pictures. */
export async function walkthrough({ page }: Person, look: Look): Promise<void> {
  await command(page, 'Welcome: Open Walkthrough');
  await answer(page, 'Write a Council report on cybersecurity', 'Write a Council report');
  await page.waitForSelector('.gettingStartedContainer .step-title');
  const picture = page.locator('img[alt^="A draft with underlined findings"]');
  await picture.waitFor();
  assert.ok(
    await picture.evaluate(image => image.decode().then(() => image.naturalWidth > 0)),
    'the picture is there',
  );
  assert.equal(await page.locator('.gettingStartedContainer .step-title').count(), 5);
  await look('walkthrough');
}

/** The figures through the years, with the chart of one that looks stale. */
export async function figures({ page }: Person, look: Look): Promise<void> {
  await openFile(page, DRAFT);
  await command(page, 'GCA Report: Show Figures');
  const view = page.frameLocator('iframe.webview').first().frameLocator('iframe').first();
  await view.locator('tr.stale button.name').first().click();
  await view.locator('svg').waitFor();
  await look('figures');
}

/** The sample workspace by command: a folder of its own, opened. */
export async function openSamples({ page, folder }: Person): Promise<void> {
  const window = page.context().waitForEvent('page');
  await command(page, 'GCA Report: Open Sample Workspace');
  const opened = await window;
  await opened.waitForURL(url => !decodeURIComponent(url.href).includes(folder));
  await opened.waitForSelector('.explorer-viewlet .monaco-list-row[aria-label*="draft-2025"]');
}
