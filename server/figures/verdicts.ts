import type { Claim, Scope } from './claim.ts';

/** What became of a figure since the last report that has it. */
export type Verdict = 'first' | 'updated' | 'unchanged' | 'decreased' | 'not-comparable' | 'constant';

/**
 * Compares a figure with the same figure of an earlier report.
 *
 * Only a running total can have decreased: whether it is one is the catalogue's word (`scope`), not the tense of the
 * verb. A sentence that names its period (`In 2022, …`) counts that period alone, and a lower bound (`more than 100`
 * after 105) contradicts nothing: neither is compared.
 */
export function verdictOf(claim: Claim, scope: Scope, earlier: Claim | undefined): Verdict {
  if (scope === 'constant') return 'constant';
  if (!earlier) return 'first';
  if (sameFigure(claim, earlier)) return 'unchanged';
  if (claim.value > earlier.value) return 'updated';
  if (scope === 'ordinal') return claim.value === earlier.value ? 'unchanged' : 'not-comparable';
  if (scope !== 'cumulative' || claim.value === earlier.value) return 'updated';
  const namesPeriod = claim.scope === 'period' && claim.scopeSaid === true;
  const lowerBound = claim.comparator === '>' || claim.comparator === '>=';
  if (namesPeriod || (lowerBound && earlier.comparator === '=')) return 'not-comparable';
  return 'decreased';
}

/** Whether two claims give the same number with the same exactness. */
export const sameFigure = (a: Claim, b: Claim): boolean =>
  a.value === b.value && a.comparator === b.comparator && a.valueMax === b.valueMax;
