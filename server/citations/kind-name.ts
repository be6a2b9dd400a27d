import { t } from '../messages/translate.ts';
import type { CitationKind } from './citation.ts';

const NAMES: Readonly<Record<CitationKind, () => string>> = {
  recommendation: () => t('Recommendation'),
  supplement: () => t('Supplement'),
  amendment: () => t('amendment'),
  corrigendum: () => t('corrigendum'),
  report: () => t('report'),
  series: () => t('series'),
  range: () => t('range of numbers'),
  standard: () => t('standard'),
  resolution: () => t('resolution'),
  decision: () => t('decision'),
  question: () => t('Question'),
  'council-document': () => t('Council document'),
  'study-group': () => t('study group'),
  'focus-group': () => t('focus group'),
  'action-plan': () => t('action plan'),
  'study-period': () => t('study period'),
};

/** What an identifier is one of, in a word or two. */
export const kindName = (kind: CitationKind): string => NAMES[kind]();
