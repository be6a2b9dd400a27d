import { historyText, sparkline, valueText } from '../../figures/history.ts';
import { t } from '../../messages/translate.ts';
import { placeName } from '../../report/place-name.ts';
import { figureAt } from '../figures.ts';
import { escaped } from '../markdown.ts';
import { yearOfReading } from '../mentions.ts';
import type { Analysis } from '../project.ts';
import type { HoverText } from './index.ts';

const VERDICTS = {
  first: () => t('No earlier report of the archive has this figure'),
  updated: () => t('Brought up to date'),
  unchanged: () => t('⚠ The same as in the last report that has it: check whether it still holds'),
  decreased: () => t('⚠ Lower than in the last report that has it, and it is a running total'),
  'not-comparable': () =>
    t('Cannot be compared with the last report: it counts another period, or less exactly'),
  constant: () => t('Does not change from year to year'),
} as const;

const SCOPES = {
  cumulative: () => t('running total'),
  period: () => t('of the reporting period'),
  'as-of': () => t('as of a day'),
  ordinal: () => t('edition'),
  constant: () => t('constant'),
} as const;

/** A figure's history, with the places where it stood. */
export function figure(analysis: Analysis, offset: number): HoverText | undefined {
  const found = figureAt(analysis, offset);
  if (!found) return undefined;
  const { figure, series } = found;
  const point = series?.points.find(one => one.reading === analysis.reading && one.claim === figure.claim);
  if (!series || !point) return undefined;
  const earlier = series.points.filter(one => one.reading !== analysis.reading && one.primary);
  const lines = [`**${escaped(series.label)}** (${SCOPES[series.scope]()})`];
  if (earlier.length > 0) lines.push(`${escaped(historyText(series))} ${sparkline(series)}`.trim());
  lines.push(VERDICTS[point.verdict]());
  for (const one of earlier.slice(-3).reverse()) {
    lines.push(
      `${yearOfReading(one.reading) ?? escaped(one.reading.path)}, ${escaped(placeName(one.place))}: ${escaped(one.text)} (${escaped(valueText(one.claim))})`,
    );
  }
  return { span: figure.span, lines };
}
