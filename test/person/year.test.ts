import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { CACHE } from '../../scripts/host-cache.ts';
import { type Person, sitDown, type Theme } from './person.ts';
import { compare, figures, moveSection, newReport, openSamples, settleThree, walkthrough } from './year.ts';

/** A drafter's year by keyboard, in a real VS Code. GCA_THEME: light, dark or hc. */
let person: Person;
let draft = '';
const noLook = async () => {};

before(async () => {
  person = await sitDown((process.env.GCA_THEME as Theme | undefined) ?? 'light');
});
after(() => person?.leave());

/** A step of the year; where it fails, what was on the screen is kept. */
function step(name: string, take: () => Promise<void>): void {
  test(name, async () => {
    try {
      await take();
    } catch (error) {
      mkdirSync(join(CACHE, 'failed'), { recursive: true });
      await person.page.screenshot({ path: join(CACHE, 'failed', `${name.replaceAll(/\W+/g, '-')}.png`) });
      throw error;
    }
  });
}

step('a new report from last year’s, saved without a question', async () => {
  draft = await newReport(person, noLook);
});
step('three marks settled by key, and taken back', () => settleThree(person, draft, noLook));
step('a section moved, its references following', () => moveSection(person));
step('the draft beside last year’s report', () => compare(person, noLook));
step('the figures through the years', () => figures(person, noLook));
step('the walkthrough shows its pictures', () => walkthrough(person, noLook));
step('the sample workspace opens in a window of its own', () => openSamples(person));
