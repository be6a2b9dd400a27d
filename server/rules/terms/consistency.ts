import { say } from '../messages.ts';
import type { Fix, Remark, Rule } from '../rule.ts';
import { type Place, seriesVariants, variantsOf } from './variants.ts';

/** One name written in several ways: each rarer form is flagged once, with every place of it. */
export const consistency: Rule = {
  id: 'terms/consistency',
  title: 'One name is written in several ways',
  severity: 'warning',
  timing: 'settled',
  report({ reading }, remark) {
    const told = new Set<number>();
    for (const { forms } of variantsOf(reading)) {
      const [usual, ...others] = forms;
      for (const { form, places } of others) {
        tell(remark, form, usual.form, places, usual.places, replacement(usual.form));
        for (const place of places) told.add(place.start);
      }
    }
    for (const { hyphen, space } of seriesVariants(reading)) {
      const [rarer, usual] = space.length <= hyphen.length ? [space, hyphen] : [hyphen, space];
      const [from, to] = rarer === space ? [' ', '-'] : ['-', ' '];
      const byForm = new Map<string, Place[]>();
      for (const place of rarer) byForm.set(place.form, [...(byForm.get(place.form) ?? []), place]);
      for (const [form, places] of byForm) {
        if (places.some(place => told.has(place.start))) continue;
        tell(remark, form, usual[0].form, places, usual.slice(0, 1), () => form.replace(from, to));
      }
    }
  },
};

/** The usual form, with the plural that stands in the text. */
const replacement =
  (usual: string) =>
  (written: string): string =>
    /[a-zA-Z]s$/.test(written) && !usual.endsWith('s') ? `${usual}s` : usual;

function tell(
  remark: (remark: Remark) => void,
  form: string,
  usual: string,
  places: readonly Place[],
  models: readonly Place[],
  right: (written: string) => string,
): void {
  const [first, ...rest] = places;
  const isWord = form === form.toLowerCase() && usual === usual.toLowerCase();
  remark({
    at: { start: first.start, end: first.end },
    say: 'terms/consistency',
    // A compound of the language may be joined in one place and hyphenated in another for a reason.
    ...(isWord ? { severity: 'info' as const } : {}),
    with: { form: first.form, usual, count: places.length, others: models.length },
    place: first.place,
    related: [...rest, ...models.slice(0, 1)].map(place => ({
      span: { start: place.start, end: place.end },
      paragraph: place.place,
      message: say('terms/consistency:related', { form: place.form }),
    })),
    fixes: (): readonly Fix[] => [
      {
        title: say('terms/consistency:fix', { usual, count: places.length }),
        edits: places.map(place => ({ start: place.start, end: place.end, newText: right(place.form) })),
        exact: false,
      },
    ],
  });
}
