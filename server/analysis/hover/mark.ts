import { markAt } from '../../drafting/marks.ts';
import { originOf } from '../../drafting/origins.ts';
import { t } from '../../messages/translate.ts';
import { escaped } from '../markdown.ts';
import type { Analysis } from '../project.ts';
import type { HoverText } from './index.ts';

/** What a mark “to confirm” asks, where its words come from, and how it is settled. */
export function mark(analysis: Analysis, offset: number): HoverText | undefined {
  const found = markAt(analysis.report, offset);
  if (!found) return undefined;
  const from = [found.year, found.from].filter(Boolean).join(', ');
  const origin = originOf(found, analysis.archive);
  const lines = [
    found.replaced
      ? t('**Still to confirm**: these words are new')
      : t('**Still to confirm**: this is no part of the text yet'),
    from
      ? t('{from}: “{words}”', { from: escaped(from), words: escaped(found.text) })
      : t('“{words}”', { words: escaped(found.text) }),
    ...(origin ? [t('In {file}', { file: escaped(origin.reading.path) })] : []),
    found.replaced
      ? t('Keep the new words, change them, or go back to the earlier ones')
      : t('Keep it, change it or drop it: by the lightbulb or by key'),
  ];
  return { span: found.span, lines };
}
