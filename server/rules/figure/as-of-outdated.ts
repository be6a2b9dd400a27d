import type { Claim } from '../../figures/claim.ts';
import { dateName } from '../../messages/date-name.ts';
import { perBlock } from '../../reading/per-block.ts';
import type { ReadBlock } from '../../reading/reading.ts';
import { dayNumber, type PartialDate } from '../../text/dates.ts';
import { shifted } from '../../text/span.ts';
import type { Related, ReportContext, Rule } from '../rule.ts';
import { continued, relatedTo, yearName } from './context.ts';

/** `As of May 2023` in the report of 2025: the figure was counted before the period that the report is about. */
export const asOfOutdated: Rule = {
  id: 'figure/as-of-outdated',
  title: 'The date of a figure is older than the reporting period',
  severity: 'warning',
  timing: 'settled',
  report: (context, remark) => {
    const start = periodStart(context);
    const before = new Map(continued(context).map(figure => [figure.point.claim, figure.earlier]));
    const told = new Set<number>();
    for (const { block, claim } of context.reading.blocks.flatMap(datedIn)) {
      const { asOf } = claim;
      if (!asOf) continue;
      const at = shifted(asOf.span, block.block.span.start);
      const earlier = before.get(claim);
      const older = earlier?.claim.asOf && dateOf(asOf) < dateOf(earlier.claim.asOf) ? earlier : undefined;
      const same = earlier?.claim.asOf && dateOf(asOf) === dateOf(earlier.claim.asOf) ? earlier : undefined;
      const early = start !== undefined && dayNumber(partial(asOf.value), 'end') < dayNumber(start, 'start');
      if (told.has(at.start) || !(older || same || early)) continue;
      told.add(at.start);
      const against = older ?? same;
      const related: Related[] = against
        ? [relatedTo(against, `${yearName(against)}: ${asOfName(against.claim.asOf!.value)}`)]
        : [];
      remark({
        at,
        say: older
          ? 'figure/as-of-outdated#older'
          : same
            ? 'figure/as-of-outdated#same'
            : 'figure/as-of-outdated',
        with: {
          date: asOfName(asOf.value),
          figure: block.text.slice(claim.start, claim.end),
          year: against ? yearName(against) : (context.report.year?.value ?? ''),
          earlier: against ? asOfName(against.claim.asOf!.value) : '',
        },
        place: block.block.place,
        related,
      });
    }
  },
};

/** Whether a block has figures with a date: most have none. */
const isDated = perBlock(({ claims }) => claims.some(({ asOf }) => asOf !== undefined));

const datedIn = (block: ReadBlock): readonly { readonly block: ReadBlock; readonly claim: Claim }[] =>
  isDated(block) ? block.claims.map(claim => ({ block, claim })) : [];

type AsOf = NonNullable<Claim['asOf']>;

const dateOf = ({ value }: AsOf): number => dayNumber(partial(value), 'end');

/** `2023-05` as a date. */
function partial(value: string): PartialDate {
  const [year, month, day] = value.split('-').map(Number);
  return { year, month, day };
}

/** `2023-05` as it is told: `May 2023`. */
const asOfName = (value: string): string => dateName(partial(value));

/**
 * The day from which on a figure belongs to this report: that of the last year's report, where the archive has it;
 * else the start of the year before the report's own.
 */
function periodStart({ report, archive }: ReportContext): PartialDate | undefined {
  const year = report.year?.value;
  if (year === undefined) return undefined;
  const last = archive.findLast(reading => reading.report.year?.value === year - 1);
  return last?.report.masthead.date?.value ?? { year: year - 1 };
}
