import type { Rule } from '../rule.ts';
import { bodyMissing } from './body-missing.ts';
import { conference } from './conference.ts';
import { groupName } from './group-name.ts';
import { malformed } from './malformed.ts';
import { questionSector } from './question-sector.ts';
import { subject } from './subject.ts';
import { superseded } from './superseded.ts';

export const instrumentRules: readonly Rule[] = [
  malformed,
  superseded,
  conference,
  subject,
  groupName,
  questionSector,
  bodyMissing,
];
