import assert from 'node:assert/strict';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, afterEach, before, describe, it } from 'node:test';
import type { Frame, Page } from 'playwright-core';
import { CACHE } from '../../scripts/host-cache.ts';
import { ROOT } from '../../scripts/root.ts';
import {
  AGAIN_MS,
  answer,
  command,
  frameWith,
  openFile,
  type Person,
  sitDown,
  type Theme,
  until,
} from '../person/person.ts';
import { violations } from './axe.ts';

/**
 * Every view with axe-core, in each kind of theme, before a real VS Code; and the views by keyboard alone:
 * `npm run test:axe`.
 */
const DRAFT = 'draft-2025.gca.md';

/** What the draft has to confirm; the sample has nothing. */
const MARKED = 'Two workshops were held.';

/** What a view is told of each kind of theme. */
const KINDS: Readonly<Record<Theme, string>> = {
  dark: 'vscode-dark',
  light: 'vscode-light',
  hc: 'vscode-high-contrast',
  hcLight: 'vscode-high-contrast-light',
};
const THEMES = Object.keys(KINDS) as Theme[];

let person: Person;
let page: Page;
let figures: Frame;

const tree = (name: string) => `.pane-body:has([role="tree"][aria-label="${name}"])`;
const PROGRESS = tree('Drafting Progress');
const PILLARS = tree('Beside Last Year');
const MARK = `${PROGRESS} [role="treeitem"][aria-label^="To confirm: ${MARKED}"]`;
const PREVIEW = ['.gca-masthead', '.gca-number', '.gca-confirm', '.gca-footnote', '.gca-footnote-mark'];
const WELCOME = '.pane-body .welcome-view-content';
/** The page around them, a list of buttons inside buttons, is VS Code's. */
const WALKTHROUGH = ['.step-title', '.step-description-container', '.getting-started-media'].map(
  part => `.gettingStartedContainer ${part}`,
);

before(async () => {
  person = await sitDown('light', { width: 1400, height: 900 });
  page = person.page;
  await page.emulateMedia({ reducedMotion: 'reduce' });
  const draft = join(person.folder, DRAFT);
  const mark = `<!-- confirm (2024, 3.1): ${MARKED} -->`;
  writeFileSync(draft, readFileSync(draft, 'utf8').replace(/^3\.1 /m, `$&${mark} `));
  await openFile(page, DRAFT);
  await page.waitForSelector('.monaco-editor .squiggly-warning');
  await command(page, 'GCA Report: Show Preview');
  await frameWith(page, '.gca-confirm');
  await command(page, 'GCA Report: Focus on Beside Last Year View');
  await page.locator(`${PILLARS} [role="treeitem"]`).first().waitFor();
  await command(page, 'GCA Report: Focus on Drafting Progress View');
  await page.locator(MARK).waitFor();
  await command(page, 'GCA Report: Show Figures');
  figures = await frameWith(page, 'tr.stale button.name');
});
after(() => person?.leave());
afterEach(async context => {
  if (!('passed' in context) || context.passed || !page) return;
  mkdirSync(join(CACHE, 'failed'), { recursive: true });
  const path = join(CACHE, 'failed', `${context.name.replace(/\W+/g, '-')}.png`);
  await page.screenshot({ path }).catch(() => {});
  console.error(`The workbench then: ${path}`);
});

async function wear(theme: Theme): Promise<void> {
  await person.wear(theme);
  await figures.waitForSelector(`body[data-vscode-theme-kind="${KINDS[theme]}"]`);
}

/** The frames are transparent; what lies behind them belongs to the workbench, and axe-core cannot see it. */
async function violationsOn(colour: string, frame: Frame, parts?: readonly string[]): Promise<string[]> {
  await frame.evaluate(`document.documentElement.style.background = 'var(${colour})'`);
  return violations(frame, parts);
}

const inFigures = (): Promise<string[]> => violationsOn('--vscode-panel-background', figures);

/** What is wrong with each view while a report is open. */
const VIEWS: Readonly<Record<string, () => Promise<string[]>>> = {
  'gcaReport.figures': inFigures,
  'gcaReport.progress': () => violations(page, [PROGRESS]),
  'gcaReport.pillars': () => violations(page, [PILLARS]),
  // VS Code's own view, which it makes anew for a theme; ours in it are the parts that we add.
  'the preview': async () => {
    const preview = await frameWith(page, '.gca-confirm');
    return violationsOn('--vscode-editor-background', preview, PREVIEW);
  },
};

const manifest = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'));
/** The manifest names its words; these are the English ones. */
const words: Record<string, string> = JSON.parse(readFileSync(join(ROOT, 'package.nls.json'), 'utf8'));

it('every view of the extension is looked at', () => {
  const views = Object.values<{ id: string }[]>(manifest.contributes.views).flat();
  for (const { id } of views) assert.ok(id in VIEWS, `${id} is not looked at`);
});

it('what is planted is found', async () => {
  await figures.evaluate("document.querySelector('main').prepend(document.createElement('button'))");
  const found = await violations(figures);
  await figures.evaluate("document.querySelector('main > button').remove()");
  assert.match(found.join('\n'), /^button-name: /m);
});

it('the figures are walked, unfolded and opened by keyboard alone', async () => {
  const focused = () => figures.evaluate('document.activeElement.id');
  const press = async (key: string) => {
    await page.keyboard.press(key);
    return focused();
  };
  await command(page, 'GCA Report: Show Figures');
  await until(async () => assert.ok(await figures.evaluate('document.hasFocus()')));
  assert.equal(await press('Tab'), 'role');
  assert.equal(await press('Tab'), 'next');
  assert.equal(await press('Tab'), 'copy');
  const first = await press('Tab');
  assert.equal(await figures.locator('tbody .name').first().getAttribute('id'), first);
  assert.equal(await press('Enter'), first, 'the focus stays when the chart is drawn');
  await figures.locator('tr.chart svg').waitFor();
  assert.equal(await press('ArrowDown'), `${first}/chart`);
  assert.equal(await press('ArrowUp'), first);
  assert.equal(await press('ArrowRight'), `${first}/2020`);
  assert.equal(await press('End'), `${first}/verdict`);
  assert.equal(await press('ArrowLeft'), `${first}/2025`);
  assert.equal(await press('Shift+Tab'), 'copy', 'the whole table is one stop');
  assert.equal(await press('Tab'), `${first}/2025`, 'the table remembers where one was');
  await page.keyboard.press('Enter');
  await page.locator('.statusbar-item', { hasText: /Ln \d+, Col \d+ \(\d+ selected\)/ }).waitFor();
});

it('what is stale is told in words, not by look alone', async () => {
  const stale = await figures.locator('tr.stale').count();
  assert.ok(stale > 0);
  assert.equal(await figures.getByRole('img', { name: 'Looks stale:' }).count(), stale);
});

it('what comes of a button is said where screen readers hear it', async () => {
  await figures.getByRole('button', { name: 'Copy as CSV' }).click();
  await figures.getByRole('status').filter({ hasText: 'figures copied' }).waitFor();
});

it('what is to be confirmed is settled from the view by keyboard alone', async () => {
  await command(page, 'GCA Report: Focus on Drafting Progress View');
  const mark = page.locator(MARK);
  await until(async () => {
    await page.keyboard.press('ArrowDown');
    await page.locator(`${MARK}.focused`).waitFor({ timeout: AGAIN_MS / 20 });
  });
  await page.keyboard.press('Shift+F10');
  for (const name of ['Keep as It Was', 'Keep and Change', 'Drop'])
    await page.getByRole('menuitem', { name }).waitFor();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await mark.waitFor({ state: 'detached' });
  await page.keyboard.press('Control+1');
  await page.keyboard.press('Control+Z');
  await mark.waitFor();
});

it('nothing of ours moves for who wants no motion', async () => {
  assert.equal(await figures.evaluate("matchMedia('(prefers-reduced-motion: reduce)').matches"), true);
  const moving = `[...document.querySelectorAll('body, body *')].filter(element => {
    const { animationName, transitionDuration } = getComputedStyle(element);
    return animationName !== 'none' || !/^(0s(, )?)+$/.test(transitionDuration);
  }).map(element => element.outerHTML.slice(0, 80))`;
  assert.deepEqual(await figures.evaluate(moving), []);
});

describe('with a report open', () => {
  for (const theme of THEMES) {
    describe(theme, () => {
      before(() => wear(theme));
      for (const [view, look] of Object.entries(VIEWS))
        it(view, async () => assert.deepEqual(await look(), []));
    });
  }
});

describe('with nothing open', () => {
  before(async () => {
    await command(page, 'View: Close All Editors');
    await page.locator(WELCOME).first().waitFor();
    await figures.getByText('Open a report to see its figures.').waitFor();
  });
  for (const theme of THEMES) {
    it(theme, async () => {
      await wear(theme);
      assert.deepEqual([...(await inFigures()), ...(await violations(page, [WELCOME]))], []);
    });
  }
});

describe('the walkthrough', () => {
  const title = words[manifest.contributes.walkthroughs[0].title.replaceAll('%', '')];
  before(async () => {
    await command(page, 'Welcome: Open Walkthrough');
    await answer(page, title, title);
    await page.waitForSelector('.gettingStartedContainer .step-title');
  });
  for (const theme of THEMES) {
    it(theme, async () => {
      await wear(theme);
      assert.deepEqual(await violations(page, WALKTHROUGH), []);
    });
  }
});
