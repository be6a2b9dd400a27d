import type { Report, Role } from '../report/model.ts';
import { allSections } from '../report/model.ts';
import { PILLARS, titleKey } from '../report/roles.ts';
import type { Profile } from './profile.ts';

/** How a profile came to be chosen; shown beside it. */
export type ProfileSource = 'setting' | 'year' | 'fit';

export interface ChosenProfile {
  readonly profile: Profile;
  readonly from: ProfileSource;
}

/**
 * The profile that a report is held against: the one set by hand, else the one of the report's year, else the one
 * that fits best. A report whose pillars stand inside a section is thematic whatever its year. Null for a text
 * that is no report.
 *
 * @param profiles the built-in ones and the workspace's own; a later one of the same id replaces an earlier one
 */
export function chooseProfile(
  report: Report,
  profiles: readonly Profile[],
  wanted?: string,
): ChosenProfile | null {
  const set = wanted ? profiles.findLast(profile => profile.id === wanted) : undefined;
  if (set) return { profile: set, from: 'setting' };
  if (!report.recognised) return null;
  const nested = pillarsInside(report);
  const candidates = profiles.filter(profile => isNested(profile) === nested);
  const pool = candidates.length > 0 ? candidates : profiles;
  const year = report.year?.value;
  const ofYear = year === undefined ? [] : pool.filter(profile => profile.years && holdsFor(profile, year));
  if (ofYear.length > 0) return { profile: best(report, ofYear), from: 'year' };
  return { profile: best(report, pool), from: 'fit' };
}

const holdsFor = (profile: Profile, year: number): boolean =>
  (profile.years?.from ?? Number.NEGATIVE_INFINITY) <= year &&
  year <= (profile.years?.to ?? Number.POSITIVE_INFINITY);

const isNested = (profile: Profile): boolean =>
  profile.sections.some(section => (section.sections ?? []).length > 0);

/** Whether more pillars stand one level down than at the top. */
function pillarsInside(report: Report): boolean {
  let top = 0;
  let inside = 0;
  for (const section of allSections(report.sections)) {
    if (section.title && PILLARS.includes(section.role)) section.level === 1 ? top++ : inside++;
  }
  return inside > top;
}

function best(report: Report, profiles: readonly Profile[]): Profile {
  const scored = profiles.map(profile => ({ profile, score: scoreOf(report, profile) }));
  // Of two that fit alike the later one wins: the workspace's own, then the newest form.
  return scored.reduce((a, b) => (b.score >= a.score ? b : a)).profile;
}

/** Points for each head and section of the profile found in the report, in its own place and with its own number. */
function scoreOf(report: Report, profile: Profile): number {
  const heads = new Set(report.heads.map(head => titleKey(head.title)));
  let score = 0;
  for (const head of profile.heads) if (heads.has(titleKey(head.title))) score += 2;
  for (const title of heads) if (!profile.heads.some(head => titleKey(head.title) === title)) score -= 1;
  const numbers = new Map<Role, string | null>();
  for (const section of allSections(report.sections))
    if (!numbers.has(section.role)) numbers.set(section.role, section.number);
  for (const section of profile.sections) {
    if (!numbers.has(section.role)) continue;
    score += numbers.get(section.role) === section.number ? 2 : 0.5;
  }
  return score;
}
