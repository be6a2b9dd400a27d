import data from '../../data/indicators.json' with { type: 'json' };
import type { Role } from '../report/model.ts';
import { lazy } from '../text/lazy.ts';
import { readyBeforeScanning } from '../text/pattern/pattern.ts';
import type { Scope } from './claim.ts';
import { type CompiledIndicator, compileIndicator } from './patterns.ts';

/** A figure that is followed through the years: data, see schemas/indicators.schema.json. */
export interface Indicator {
  /** `cirt-assessments` */
  readonly id: string;
  /** What it counts, for a reader: `Countries assessed for CIRT readiness`. */
  readonly label: string;
  readonly scope: Scope;
  /** The section where the figure is at home; it is found wherever it stands. */
  readonly pillar?: Role;
  /** The things counted; the words behind the number end with one of them. */
  readonly unit: readonly string[];
  /** Every line must be found near the number, each through one of its choices (`a | b`). */
  readonly context?: readonly string[];
  /** What makes it another figure. */
  readonly without?: readonly string[];
  /** For a constant: the only numbers it can be. */
  readonly values?: readonly number[];
  readonly note?: string;
}

/** Indicators made ready for use. One object for one list: caches are keyed by it. */
export interface IndicatorSet {
  readonly all: readonly Indicator[];
  /** By the last word of a unit, small and singular. */
  readonly byHead: ReadonlyMap<string, readonly CompiledIndicator[]>;
}

/** Makes a list ready; of two entries with one id the later counts, so that a workspace can replace a shipped one. */
export function indicatorSet(indicators: readonly Indicator[]): IndicatorSet {
  const all = [...new Map(indicators.map(indicator => [indicator.id, indicator])).values()];
  const byHead = lazy(() => {
    const compiled = new Map<string, CompiledIndicator[]>();
    for (const one of all.map(compileIndicator))
      for (const head of one.heads) compiled.set(head, [...(compiled.get(head) ?? []), one]);
    return compiled;
  });
  readyBeforeScanning(() => void byHead());
  return {
    all,
    get byHead() {
      return byHead();
    },
  };
}

/** The indicators that ship with the project. */
export const builtinIndicators = data.indicators as readonly Indicator[];

/** The shipped indicators, ready for use. */
export const INDICATORS: IndicatorSet = indicatorSet(builtinIndicators);
