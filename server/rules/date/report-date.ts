import type { Report } from '../../report/model.ts';
import type { PartialDate } from '../../text/dates.ts';

/** The month in which a report for a session in spring or summer is usually finished, where it does not say. */
const USUAL_MONTH = 3;

/**
 * The day a report is judged by: the masthead's date where it has one and it is of the report's year, else March
 * of the year of its session. Undefined where the year is not known.
 */
export function reportDate(report: Report): PartialDate | undefined {
  const stated = report.masthead.date?.value;
  const year = report.year?.value;
  if (stated && (year === undefined || stated.year === year || stated.year === year - 1)) return stated;
  return year === undefined ? undefined : { year, month: USUAL_MONTH };
}
