import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import { newDocumentMemory, Project } from '../../server/analysis/project.ts';
import { Catalogue } from '../../server/catalogue/catalogue.ts';
import { INSTRUMENTS } from '../../server/catalogue/instruments.ts';
import { visibleFindings } from '../../server/lsp/diagnostics.ts';
import { memoryWorkspace } from '../../server/workspace/workspace.ts';

/** Real reports, outside the project; the test says so where they are not there. */
const CORPUS = new URL('../../../shared/corpus/', import.meta.url);
const REPORTS = ['2014.md', '2019.txt', '2022.txt'];

/** A prime, so that every place inside a word is met sooner or later. */
const STEP = 11;

const facts = {
  catalogue: new Catalogue({ read: () => Promise.reject(new Error('none')) }),
  instruments: INSTRUMENTS,
};

for (const name of REPORTS) {
  const file = new URL(name, CORPUS);
  const skip = existsSync(file) ? false : 'the real reports are not at hand';
  test(`typing ${name} shows nothing on the paragraph being typed that the finished one has not`, {
    skip,
  }, () => {
    const text = readFileSync(file, 'utf8');
    const project = new Project(memoryWorkspace(new Map()), '', {}, facts);
    const memory = newDocumentMemory();
    const finished = project.analyse(name, text);
    const inTheEnd = new Set(finished.findings.map(finding => `${finding.rule} ${finding.start}`));
    const flickers: string[] = [];
    let typed = 0;
    for (const block of finished.report.blocks) {
      for (let end = block.span.start + 1; end < block.span.end; end += STEP) {
        // What stands before is finished, and the words typed so far end the text.
        const prefix = text.slice(0, end);
        const analysis = project.analyse(name, prefix, memory);
        typed++;
        const line = analysis.report.lines.lineAt(end);
        for (const finding of visibleFindings(analysis, line)) {
          // The structure of what is not yet written is no part of the paragraph at hand.
          if (finding.start < block.span.start || finding.rule.startsWith('structure/')) continue;
          if (!inTheEnd.has(`${finding.rule} ${finding.start}`))
            flickers.push(`${finding.rule}: ${prefix.slice(-30)}|`);
        }
      }
    }
    console.log(`${name}: ${typed} states, ${flickers.length} flickers`);
    assert.deepEqual(flickers.slice(0, 5), []);
  });
}
