import type { PartialDate } from '../text/dates.ts';
import type { Facts } from './rule.ts';

/**
 * The facts that a document was judged by last. The next version gets the very same object where nothing of them
 * has changed, so that what was said of a block under them still holds.
 */
export class FactsMemory {
  private last: Facts | undefined;
  /** How much of the catalogue had been read then. */
  private progress = -1;

  /** The facts as the object that was given for them last, or as a new one. */
  of(facts: Facts): Facts {
    const { date, catalogue, instruments, indicators, archive } = facts;
    const { last } = this;
    if (
      last?.catalogue === catalogue &&
      this.progress === catalogue.progress &&
      last.instruments === instruments &&
      last.indicators === indicators &&
      isSameDay(last.date, date) &&
      isSameList(last.archive, archive)
    )
      return last;
    this.progress = catalogue.progress;
    this.last = { date, catalogue, instruments, indicators, archive };
    return this.last;
  }
}

const isSameDay = (a: PartialDate | null, b: PartialDate | null): boolean =>
  a?.year === b?.year && a?.month === b?.month && a?.day === b?.day;

const isSameList = <T>(a: readonly T[], b: readonly T[]): boolean =>
  a.length === b.length && a.every((one, i) => one === b[i]);
