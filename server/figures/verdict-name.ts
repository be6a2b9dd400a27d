import { t } from '../messages/translate.ts';
import type { Verdict } from './verdicts.ts';

const NAMES: Readonly<Record<Verdict, () => string>> = {
  first: () => t('first'),
  updated: () => t('updated'),
  unchanged: () => t('unchanged'),
  decreased: () => t('decreased'),
  'not-comparable': () => t('not comparable'),
  constant: () => t('constant'),
};

/** What became of a figure, in a word or two. */
export const verdictName = (verdict: Verdict): string => NAMES[verdict]();
