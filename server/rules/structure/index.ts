import type { Rule } from '../rule.ts';
import { endMark, language, masthead, mastheadMismatch, notAReport } from './document.ts';
import { missingHead, missingSection } from './missing.ts';
import { duplicateSection, emptySection, order, sectionTitle, unknownSection } from './sections.ts';

export const structureRules: readonly Rule[] = [
  notAReport,
  language,
  missingHead,
  missingSection,
  order,
  unknownSection,
  duplicateSection,
  sectionTitle,
  emptySection,
  masthead,
  mastheadMismatch,
  endMark,
];
