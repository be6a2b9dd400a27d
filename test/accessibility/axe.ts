import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { AxeResults, RunOptions } from 'axe-core';
import type { Frame, Page } from 'playwright-core';

const source = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

const OPTIONS: RunOptions = {
  runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
  resultTypes: ['violations'],
  // Each frame is looked at by itself.
  iframes: false,
  rules: {
    // The workbench has the heading: a view's title stands above its frame.
    'page-has-heading-one': { enabled: false },
    // VS Code sets a row's label and its description side by side without a space, and reads them with one.
    'label-content-name-mismatch': { enabled: false },
    // It also calls what a view shows while it is empty “Welcome” in every view.
    'landmark-unique': { enabled: false },
  },
};

/**
 * What axe-core finds against a part of a page, one line for each element: the rule, the element, what is wrong.
 *
 * @param frame a frame, or the page itself
 * @param parts selectors of what is ours in it; everything where none is given
 */
export async function violations(frame: Frame | Page, parts: readonly string[] = []): Promise<string[]> {
  await frame.evaluate(source);
  const context = parts.length > 0 ? { include: parts.map(part => [part]) } : 'html';
  const call = `axe.run(${JSON.stringify(context)}, ${JSON.stringify(OPTIONS)})`;
  const results = (await frame.evaluate(call)) as AxeResults;
  // A selector that finds nothing makes axe throw; a run without a single check passed has looked at nothing.
  if (results.passes.length === 0) throw new Error(`axe-core had nothing to look at in ${parts.join(', ')}`);
  return results.violations.flatMap(({ id, help, nodes }) =>
    nodes.map(({ html, failureSummary = '' }) =>
      `${id}: ${help}: ${html} ${failureSummary}`.replace(/\s+/g, ' '),
    ),
  );
}
