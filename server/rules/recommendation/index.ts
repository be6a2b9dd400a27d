import type { Rule } from '../rule.ts';
import { announcedAgain } from './announced-again.ts';
import { citationForm } from './citation-form.ts';
import { listOrder, repeated } from './lists.ts';
import { malformed } from './malformed.ts';
import { numberMissing } from './number-missing.ts';
import { sector } from './sector.ts';
import { status } from './status.ts';
import { supplementForm } from './supplement-form.ts';
import { supplementListed } from './supplement-listed.ts';
import { title } from './title.ts';
import { unknown } from './unknown.ts';
import { workingName } from './working-name.ts';

export { titleSeries } from './title-series.ts';

export const recommendationRules: readonly Rule[] = [
  malformed,
  unknown,
  title,
  numberMissing,
  status,
  sector,
  repeated,
  listOrder,
  announcedAgain,
  workingName,
  citationForm,
  supplementForm,
  supplementListed,
];
