import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { marked, type Token } from 'marked';
import { completionsAt } from '../../server/analysis/completions.ts';
import { hoverAt } from '../../server/analysis/hover/index.ts';
import { linksOf } from '../../server/analysis/links.ts';
import { lookUp } from '../../server/analysis/look-up.ts';
import { escaped, isWebAddress, linked } from '../../server/analysis/markdown.ts';
import { Project } from '../../server/analysis/project.ts';
import { Catalogue } from '../../server/catalogue/catalogue.ts';
import { INSTRUMENTS } from '../../server/catalogue/instruments.ts';
import { memoryWorkspace } from '../../server/workspace/workspace.ts';

/** Words of drafts and data files in hovers, read by the very library that VS Code draws them with. */

const asHtml = (text: string): string =>
  text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#39;');

const pieces = fc.constantFrom(
  ...[
    '[',
    ']',
    '(',
    ')',
    '<',
    '>',
    '!',
    '`',
    '*',
    '_',
    '~',
    '#',
    '+',
    '-',
    '.',
    '|',
    '\\',
    '&',
    '=',
    ':',
    '"',
  ],
  ...[
    'https://a.example',
    'www.a.example',
    'a@b.example',
    'command:x',
    '<b>',
    '&lt;',
    '&#42;',
    '1',
    ' ',
    '\n',
  ],
  ...['$(bug)', 'word', '](command:x)', '    ', '- [ ] ', '[^1]', '::', 'javascript:x'],
);

test('whatever words look like, escaped they are shown as they are', () => {
  fc.assert(
    fc.property(
      fc.array(pieces, { minLength: 1, maxLength: 8 }).map(all => all.join('')),
      text => {
        const words = text.replace(/\s+/g, ' ').trim();
        if (words === '') return;
        assert.equal(
          String(marked.parse(escaped(text).trim())).trim(),
          `<p>${asHtml(words)}</p>`,
          JSON.stringify(text),
        );
      },
    ),
    { numRuns: 2000 },
  );
});

test('only an address of the web becomes a link', () => {
  assert.equal(
    linked('X.1205', 'https://www.itu.int/rec/T-REC-X.1205'),
    '[X\\.1205](https://www.itu.int/rec/T-REC-X.1205)',
  );
  for (const url of [
    'command:workbench.action.terminal.new',
    'javascript:alert(1)',
    'file:///etc/passwd',
    'vscode://x.y/z',
    'http://a.example',
    'https://www.itu.int@a.example/',
    'https://a.example/) [x](command:y)',
    'https://a.example/\\',
    'https://a.example/<b>',
    '',
  ]) {
    assert.ok(!isWebAddress(url), url);
    assert.equal(linked('X', url), 'X', url);
  }
});

const EVIL =
  '[go](command:evil) <img src=x onerror=evil()> ![p](https://evil.example/p) https://evil.example **b** $(bug)';
const json = JSON.stringify;
const FILES = {
  'archive/[go](command:evil) 2024.md': `Document C24/18-E\n\n1 March 2024\n\n# Activities of ITU on cybersecurity\n\n## 1. Legal Measures\n\n1.1 ITU held 42 CyberDrills. ITU shipped 6 gadgets. The QZX and Recommendation ITU-T X.1205 were used ${EVIL}.\n\n## 2. Technical and Procedural Measures\n\n2.1 Recommendation ITU-T X.9999 was used.\n`,
  '.gca-report/catalogue.json': json({
    entries: [
      {
        id: 'X.9999',
        title: EVIL,
        note: EVIL,
        iso: EVIL,
        studyGroup: EVIL,
        supersededBy: EVIL,
        url: 'https://evil.example/)[go](command:evil)',
        editions: [{ date: '2020-01', title: EVIL, iso: EVIL, status: 'superseded' }],
      },
      { id: EVIL.slice(0, 90), title: EVIL },
    ],
  }),
  '.gca-report/indicators.json': json({
    indicators: [
      {
        id: 'own',
        label: EVIL,
        pillar: 'legal',
        scope: 'cumulative',
        unit: ['gadget'],
        context: ['shipped'],
      },
    ],
  }),
  '.gca-report/acronyms.json': json({ acronyms: [{ acronym: 'QQQ', expansion: EVIL }] }),
};
const DRAFT = `Document C25/18-E

1 March 2025

# Activities of ITU on cybersecurity

## 1. Legal Measures

1.1 ITU held 40 CyberDrills ${EVIL} and shipped. ITU shipped 7 gadgets.

1.2 <!-- confirm (2024, 1.1): ${EVIL.replaceAll('--', '-')} -->

1.3 The Quick _Zone_ [Exchange](command:evil) (QZE) met. The QZE and the QQQ met again.

## 2. Technical and Procedural Measures

2.1 Recommendations ITU-T X.1205, X.9999 (01/2020), X.99${EVIL} and Resolution 130 were used.

2.2 ITU-T X.99
`;

const project = new Project(
  memoryWorkspace(new Map(Object.entries(FILES))),
  '',
  {},
  {
    catalogue: new Catalogue({ read: () => Promise.reject(new Error('none')) }),
    instruments: INSTRUMENTS,
  },
);
await project.refresh();
const analysis = project.analyse('draft.md', DRAFT);

/** Every token of a text in Markdown, at any depth. */
function* tokensOf(tokens: readonly Token[]): Generator<Token> {
  for (const token of tokens) {
    yield token;
    if ('tokens' in token && token.tokens) yield* tokensOf(token.tokens);
  }
}

/** What a hover is made of. Everything else would come from somebody's words. */
const OURS = new Set(['paragraph', 'text', 'escape', 'strong', 'em', 'space', 'link']);

function harmless(markdown: string): void {
  for (const token of tokensOf(marked.lexer(markdown))) {
    assert.ok(OURS.has(token.type), `${token.type}: ${token.raw} in ${markdown}`);
    if (token.type === 'link') assert.match(token.href, /^https:\/\/www\.itu\.int\//, markdown);
  }
}

test('hostile words in draft, archive and data files do nothing in any hover', () => {
  const hovers = new Map<string, string>();
  for (let at = 0; at <= DRAFT.length; at++) {
    const found = hoverAt(analysis, at);
    if (found) hovers.set(`${found.span.start}`, found.lines.join('\n\n'));
  }
  for (const markdown of hovers.values()) harmless(markdown);
  const all = [...hovers.values()].join('\n');
  // They were there: as a title, a twin text, a group and a note of the catalogue, as the name of an indicator, in a
  // mark, in an acronym's expansion, and in the name of a file.
  assert.equal(all.split(escaped(EVIL)).length - 1, 6);
  for (const words of ['**QZE**: Quick', 'In archive/\\[go\\]']) assert.ok(all.includes(words), words);
  assert.ok(hovers.size >= 7, String(hovers.size));
});

test('nor in what a completion tells, nor in an answer on identifiers', async () => {
  let told = 0;
  for (const words of ['X.99\n', 'X.99[', 'QQQ', 'ITU-T X.1']) {
    const at = DRAFT.indexOf(words) + words.trimEnd().length;
    for (const { documentation } of await completionsAt(analysis, at, false)) {
      if (documentation === undefined) continue;
      harmless(documentation);
      told++;
    }
  }
  assert.ok(told > 0);
  const answers = await lookUp(`Recommendation ITU-T X.9999 and ${EVIL}`, analysis);
  assert.equal(answers.length, 1);
  for (const answer of answers) harmless(answer);
});

test('a link in the draft leads to the web and nowhere else', () => {
  for (const { url } of linksOf(analysis)) assert.match(url, /^https:\/\/www\.itu\.int\//);
});
