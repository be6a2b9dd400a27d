import type { Rule } from '../rule.ts';
import { asOfOutdated } from './as-of-outdated.ts';
import { carriedOver } from './carried-over.ts';
import { comparatorChanged } from './comparator-changed.ts';
import { countMismatch } from './count-mismatch.ts';
import { decreased } from './decreased.ts';
import { implausible } from './implausible.ts';
import { inconsistent } from './inconsistent.ts';
import { scope } from './scope.ts';
import { unchanged } from './unchanged.ts';

/** What is wrong with figures, in the report alone and against the reports of earlier years. */
export const figureRules: readonly Rule[] = [
  unchanged,
  decreased,
  comparatorChanged,
  scope,
  countMismatch,
  inconsistent,
  asOfOutdated,
  implausible,
  carriedOver,
];
