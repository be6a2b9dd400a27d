import type { Rule } from '../rule.ts';
import { items } from './items.ts';
import { gap, missingNumber, order, prefix, repeat } from './paragraphs.ts';
import { sectionNumber } from './sections.ts';
import { separator } from './separator.ts';

export const numberingRules: readonly Rule[] = [
  sectionNumber,
  gap,
  repeat,
  order,
  prefix,
  missingNumber,
  items,
  separator,
];
