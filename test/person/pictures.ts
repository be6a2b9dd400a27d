import { mkdirSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import type { Page } from 'playwright-core';
import { CACHE } from '../../scripts/host-cache.ts';
import { ROOT } from '../../scripts/root.ts';
import { command, frameWith, openFile, sitDown, type Theme } from './person.ts';
import { compare, figures, newReport, settleThree } from './year.ts';

/**
 * Takes the pictures of the documentation and of the walkthrough: goes through a drafter's year as a person would,
 * in each theme, and keeps what is to be seen. `npm run picture`, or with the themes that are wanted.
 */
const DOCS = join(ROOT, 'docs', 'images');
const WALKTHROUGH = join(ROOT, 'images', 'walkthrough');
const LOOKED_AT = join(CACHE, 'pictures');

/** What the README and the pages show: as large as a reader's window. */
async function forTheDocs(theme: Exclude<Theme, 'hc'>): Promise<void> {
  const person = await sitDown(theme, { width: 1360, height: 860 }, 1.5);
  const { page } = person;
  const look = async (name: string) => {
    await page.mouse.move(0, 0);
    await page.screenshot({
      path: join(DOCS, `${name}-${theme}.png`),
      animations: 'disabled',
      caret: 'hide',
    });
    console.log(`docs/images/${name}-${theme}.png`);
  };
  try {
    await openDraft(page);
    await openProblems(page);
    await openOutline(page);
    await goTo(page, 'numbering/repeat');
    await look('problems');
    await goTo(page, 'structure/missing-section');
    await openLightbulb(page);
    await look('lightbulb');
    await page.keyboard.press('Escape');
    await figures(person, look);
    await openPreview(page);
    await look('preview');
    await command(page, 'View: Close All Editors');
    const file = await newReport(person, async () => {});
    await settleThree(person, file, name => look(name === 'settle' ? 'drafting' : name));
    await compare(person, look);
  } finally {
    await person.leave();
  }
}

/**
 * What the walkthrough shows beside its steps: smaller, because the package carries it. In high contrast it shows the
 * dark ones; how the views look there is kept beside the cache, for whoever wants to see.
 */
async function forTheWalkthrough(theme: Theme): Promise<void> {
  const person = await sitDown(theme, { width: 960, height: 600 });
  const folder = theme === 'hc' ? LOOKED_AT : WALKTHROUGH;
  const { page } = person;
  const look = async (name: string) => {
    await page.mouse.move(0, 0);
    // WebP is a quarter of PNG; the page's own screenshot knows it, Playwright's does not.
    const devtools = await page.context().newCDPSession(page);
    const { data } = await devtools.send('Page.captureScreenshot', { format: 'webp', quality: 60 });
    await devtools.detach();
    const file = join(folder, `${name}-${theme}.webp`);
    writeFileSync(file, Buffer.from(data, 'base64'));
    console.log(relative(ROOT, file));
  };
  try {
    await openDraft(page);
    await openProblems(page);
    await goTo(page, 'numbering/repeat');
    await look('findings');
    await command(page, 'View: Hide Panel');
    const file = await newReport(person, look);
    await settleThree(person, file, look);
    await compare(person, look);
    await figures(person, look);
  } finally {
    await person.leave();
  }
}

/** Opens the draft and waits until the findings are underlined. */
async function openDraft(page: Page): Promise<void> {
  await openFile(page, 'draft-2025.gca.md');
  await page.waitForSelector('.monaco-editor .squiggly-warning');
}

/** Opens the panel with the findings. */
async function openProblems(page: Page): Promise<void> {
  await page.keyboard.press('Control+Shift+M');
  await page.waitForSelector('.markers-panel .monaco-list-row .marker-icon');
}

/** Shows the sections of the report beside it. */
async function openOutline(page: Page): Promise<void> {
  await command(page, 'Explorer: Focus on Outline View');
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

/** Shows the draft as VS Code's own preview has it, alone: the panel closed, the text out of the way. */
async function openPreview(page: Page): Promise<void> {
  await command(page, 'View: Hide Panel');
  await page.keyboard.press('Control+1');
  await command(page, 'GCA Report: Show Preview');
  await frameWith(page, '.gca-number');
}

const THEMES: readonly Theme[] = ['dark', 'light', 'hc'];
const wanted = THEMES.filter(theme => process.argv.length < 3 || process.argv.includes(theme));
for (const folder of [DOCS, WALKTHROUGH, LOOKED_AT]) mkdirSync(folder, { recursive: true });
for (const theme of wanted) {
  await forTheWalkthrough(theme);
  if (theme !== 'hc') await forTheDocs(theme);
}
