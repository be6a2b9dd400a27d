import type { Rule } from '../rule.ts';
import { notCited, notListed } from './documents.ts';
import { footnoteMark, footnoteText } from './footnotes.ts';
import { link } from './links.ts';
import { paragraph, side } from './paragraphs.ts';

export const referenceRules: readonly Rule[] = [
  paragraph,
  side,
  footnoteText,
  footnoteMark,
  notListed,
  notCited,
  link,
];
