import type { IndicatorSet } from '../figures/indicators.ts';
import { type Figures, linkSeries, type Series } from '../figures/series.ts';
import type { InputFile, ReadFile } from './input.ts';
import { rangeIn } from './json.ts';

/** The figures of each file that was read. */
export function figuresOfFiles(
  files: readonly InputFile[],
  indicators: IndicatorSet,
): ReadonlyMap<InputFile, Figures> {
  const found = new Map<InputFile, Figures>();
  for (const file of files) {
    if ('analysis' in file)
      found.set(file, linkSeries(file.analysis.reading, file.analysis.archive, indicators));
  }
  return found;
}

export function figuresJson(files: readonly InputFile[], figures: ReadonlyMap<InputFile, Figures>) {
  const series: object[] = [];
  const shown = files.map(file => {
    if ('refused' in file) return { path: file.label, error: file.refused, claims: [] };
    const found = figures.get(file);
    const { report } = file.analysis;
    for (const one of found?.series ?? []) series.push(seriesJson(one, file, files.length > 1));
    return {
      path: file.label,
      year: report.year?.value ?? null,
      claims: (found?.claims ?? []).map(located => {
        const { claim, span, place, role, text } = located;
        const own = found?.seriesOf(located);
        return {
          value: claim.value,
          valueMax: claim.valueMax,
          comparator: claim.comparator,
          unit: claim.unit,
          text,
          paragraph: place,
          role,
          scope: claim.scope,
          range: rangeIn(report, span),
          series: own ? idOf(own, file, files.length > 1) : null,
        };
      }),
    };
  });
  return { version: 1, files: shown, series };
}

/** Of several reports each has its own account of a series. */
const idOf = (series: Series, file: ReadFile, several: boolean): string =>
  several ? `${file.label}#${series.id}` : series.id;

const seriesJson = (series: Series, file: ReadFile, several: boolean) => ({
  id: idOf(series, file, several),
  label: series.label,
  scope: series.scope,
  points: series.points.map(point => ({
    path: point.reading.path,
    year: point.year ?? null,
    value: point.claim.value,
    valueMax: point.claim.valueMax,
    comparator: point.claim.comparator,
    text: point.text,
    paragraph: point.place,
    range: rangeIn(point.reading.report, point.span),
    verdict: point.verdict,
  })),
});
