import { t } from '../../messages/translate.ts';
import { allParagraphs } from '../../report/model.ts';
import { say } from '../messages.ts';
import type { Rule } from '../rule.ts';

/**
 * What stands between number and text in a report out of Word, where a tab carries the indent. Consistency inside
 * the document decides: only a minority is told.
 */
export const separator: Rule = {
  id: 'numbering/separator',
  title: 'No single tab after a paragraph number',
  severity: 'info',
  timing: 'settled',
  anyLanguage: true,
  report({ report }, remark) {
    if (!report.recognised || report.dialect !== 'word-text') return;
    const numbered = [...allParagraphs(report.sections)].flatMap(({ paragraph }) =>
      paragraph.numberSpan && paragraph.body.start > paragraph.numberSpan.end
        ? [{ paragraph, span: { start: paragraph.numberSpan.end, end: paragraph.body.start } }]
        : [],
    );
    const between = (span: { start: number; end: number }) => report.text.slice(span.start, span.end);
    const odd = numbered.filter(({ span }) => between(span) !== '\t');
    if (odd.length === 0 || odd.length * 2 >= numbered.length) return;
    for (const { paragraph, span } of odd) {
      const found = between(span);
      const numberSpan = paragraph.numberSpan ?? span;
      remark({
        at: { start: numberSpan.start, end: span.end },
        say: 'numbering/separator',
        with: {
          number: paragraph.number ?? '',
          found: /^\t+$/.test(found)
            ? t('several tabs')
            : found.includes('\t')
              ? t('a space and a tab')
              : t('a space'),
        },
        place: paragraph.place,
        fixes: () => [
          { title: say('numbering/separator:fix'), edits: [{ ...span, newText: '\t' }], exact: true },
        ],
      });
    }
  },
};
