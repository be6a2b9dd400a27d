import type { Rule } from '../rule.ts';

export const footnoteText: Rule = {
  id: 'reference/footnote-text',
  title: 'A footnote mark has no text',
  severity: { drafting: 'warning', review: 'error', submission: 'error' },
  timing: 'settled',
  anyLanguage: true,
  report({ report }, remark) {
    if (!report.recognised) return;
    for (const note of report.footnotes) {
      const empty = note.body === null || note.body.start === note.body.end;
      if (empty && note.mark)
        remark({ at: note.mark, say: 'reference/footnote-text', with: { label: note.label } });
    }
  },
};

export const footnoteMark: Rule = {
  id: 'reference/footnote-mark',
  title: 'A footnote is never called',
  severity: { drafting: 'hint', review: 'warning', submission: 'error' },
  timing: 'settled',
  anyLanguage: true,
  report({ report }, remark) {
    if (!report.recognised) return;
    for (const note of report.footnotes) {
      if (note.mark || !note.body) continue;
      remark({ at: note.body, say: 'reference/footnote-mark', with: { label: note.label } });
    }
  },
};
