import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import MarkdownIt from 'markdown-it';
import { reportPreview } from '../../client/preview/plugin.ts';

const OURS = { currentDocument: { path: '/reports/draft-2026.gca.md' } };
const md = reportPreview(new MarkdownIt({ html: true }));
const shown = (text: string, env: Record<string, unknown> = OURS) => md.render(text, env);

test('paragraph and section numbers are set off', () => {
  const html = shown('## 2. Technical measures\n\n2.1 SG17 met.\n');
  assert.match(html, /<h2><span class="gca-number">2\.<\/span> Technical/);
  assert.match(html, /<p><span class="gca-number">2\.1<\/span> SG17/);
});

test('the fields of the masthead stand in a box, later dates do not', () => {
  const html = shown('Document C26/18-E\n\n3 March 2026\n\n# Title\n\n3 March 2026\n');
  assert.equal(html.match(/class="gca-masthead"/g)?.length, 2);
});

test('the day of a date in the masthead is no paragraph number', () => {
  assert.match(
    shown('Document C26/18-E\n\n3 March 2026\n\n# Title\n'),
    /<p class="gca-masthead">3 March 2026<\/p>/,
  );
});

test('footnotes are shown as such', () => {
  const html = shown('1.1 See there.[^1]\n\n[^1]: The *source*.\n');
  assert.match(html, /there\.<sup class="gca-footnote-mark">1<\/sup>/);
  assert.match(html, /<p class="gca-footnote"><span class="gca-number">1<\/span> The <em>source<\/em>\./);
});

test('what is to be confirmed is seen, and its words are never markup', () => {
  const html = shown('4.1 <!-- confirm (2025, 3.1): 84 <script>alert(1)</script> countries -->\n');
  assert.match(
    html,
    /<mark class="gca-confirm" title="2025, 3\.1"><span class="gca-spoken">to confirm: <\/span>84 &lt;script&gt;alert\(1\)&lt;\/script&gt; countries<\/mark>/,
  );
  assert.doesNotMatch(html, /<script>/);
});

const pieces = fc.constantFrom(
  ...['<', '>', '"', "'", '&', '(', ')', '--', '->', '=', ' ', 'a', '[', ']', '^'],
  ...['<script>', 'onload=x', '" onclick="x', '</mark>', '&quot;', 'javascript:x'],
);
const words = fc.array(pieces, { maxLength: 10 }).map(all => all.join(''));

test('whatever stands in a mark, a footnote or its name, no markup comes of it', () => {
  // Without HTML of the document’s own: what is left is ours.
  const ours = reportPreview(new MarkdownIt({ html: false }));
  fc.assert(
    fc.property(words, words, (inside, name) => {
      if (!`${name}${inside}`.includes('--')) {
        const marked = shown(`1.1 x <!-- confirm (${name}): ${inside} --> y\n`).replace(
          /<!--[\s\S]*?-->/,
          '',
        );
        for (const tag of marked.match(/<[^>]*>?/g) ?? [])
          assert.match(tag, /^<\/?(?:p|span|mark)(?: (?:class|title)="[^"<>]*")*>$/);
      }
      const html = ours.render(`1.1 x[^${name}] y\n\n[^${name}]: ${inside}\n`, { ...OURS });
      for (const tag of html.match(/<[^>]*>/g) ?? [])
        assert.match(
          tag,
          /^<\/?(?:p|em|strong|code|a|sup|span|h[1-6]|ul|ol|li|blockquote|hr|br|pre)(?: (?:class|href|title)="[^"]*")*>$/,
        );
      assert.doesNotMatch(html, /href="javascript/);
    }),
    { numRuns: 500 },
  );
});

test('other comments stay hidden, and other documents are left as they are', () => {
  assert.doesNotMatch(shown('1.1 a <!-- gca-report-disable-line --> b\n'), /gca-confirm/);
  const plain = new MarkdownIt({ html: true });
  const text = '# Notes\n\n2.1 nothing\n\n[^1]: x\n';
  assert.equal(shown(text, { currentDocument: { path: '/notes.md' } }), plain.render(text));
});
