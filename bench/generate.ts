/**
 * Reports that nobody has seen before: the form of the real ones, with words, figures and identifiers that differ
 * from paragraph to paragraph, so that nothing is fast only because it was met before. The same seed gives the
 * same text.
 */

const TITLES = [
  'Legal Measures',
  'Technical and Procedural Measures',
  'Organizational Structures',
  'Capacity Building',
  'International Cooperation',
  'Child Online Protection (COP)',
];

const ACTORS = [
  'ITU',
  'BDT',
  'The secretariat',
  'Study Group 17',
  'ITU-T SG13',
  'The regional office',
  'The working group',
];
const VERBS = ['organized', 'supported', 'published', 'prepared', 'revised', 'held', 'completed'];
const THINGS = [
  'workshops',
  'CyberDrills',
  'national strategies',
  'training courses',
  'assessments',
  'new work items',
  'guidelines',
];
const PLACES = [
  'Kenya',
  'Samoa',
  'Albania',
  'Peru',
  'Oman',
  'Mongolia',
  'Côte d’Ivoire',
  'Guyana',
  'the Arab region',
];
const SYLLABLES = [
  'ba',
  'cor',
  'den',
  'fi',
  'gra',
  'hol',
  'in',
  'jo',
  'ka',
  'lum',
  'mer',
  'no',
  'op',
  'pra',
  'qui',
  'ros',
  'sta',
  'tri',
  'um',
  'ver',
];
/** Numbers of texts that exist; a report names few that do not. */
const NUMBERS =
  'D.1102 F.747.10 G.9978 J.1012 J.1026 J.1204 X.509 X.800 X.805 X.1011 X.1046 X.1047 X.1051 X.1054 X.1058 X.1060 X.1061 X.1205 X.1208 X.1217 X.1231 X.1233 X.1240 X.1241 X.1252 X.1303 X.1333 X.1369 X.1376 X.1405 X.1453 X.1470 X.1520 X.1544 X.1601 X.1643 X.1712 X.1752 X.1770 X.1811 Y.3053 Y.3056 Y.3057 Y.3805 Y.4205 Y.4808'.split(
    ' ',
  );
/** The share of sentences with a mistake in them: one or two on a page. */
const MISTAKES = 1 / 30;
const MONTHS = ['January', 'March', 'May', 'July', 'September', 'October'];

/** A small generator of numbers (mulberry32), so that a run can be repeated. */
export function randomFrom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = state;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

/** A report in drafting Markdown of about `bytes` characters, for the Council of `year`. */
export function generateReport(bytes: number, seed = 1, year = 2025): string {
  const random = randomFrom(seed);
  const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)];
  const number = (below: number) => 1 + Math.floor(random() * below);
  const word = () => Array.from({ length: 2 + Math.floor(random() * 3) }, () => pick(SYLLABLES)).join('');
  const words = (count: number) => Array.from({ length: count }, word).join(' ');
  /** Different numbers in their order, as a list in a report has them. */
  const sorted = (count: number): string => {
    const from = Math.floor(random() * (NUMBERS.length - count));
    const list = NUMBERS.slice(from, from + count);
    return `${list.slice(0, -1).join(', ')} and ${list.at(-1)}`;
  };
  /** What goes wrong in a draft: a checker that finds nothing would do less than its work. */
  const mistake = (): string => {
    switch (Math.floor(random() * 4)) {
      case 0:
        return `Recommendation ITU-T X.9${100 + number(800)} was approved on ${words(6)}.`;
      case 1:
        return `The seven Recommendations ITU-T ${sorted(5)} were approved, ${words(8)}.`;
      case 2:
        return `A course on ${words(4)} will be held in ${pick(MONTHS)} ${year - 2}.`;
      default:
        return `${pick(ACTORS)} ${pick(VERBS)} the the guidelines on ${words(6)}.`;
    }
  };
  const sentence = (): string => {
    if (random() < MISTAKES) return mistake();
    switch (Math.floor(random() * 5)) {
      case 0:
        return `${pick(ACTORS)} ${pick(VERBS)} ${number(90)} ${pick(THINGS)} on ${words(4)} in ${pick(PLACES)} in ${pick(MONTHS)} ${year - 1}.`;
      case 1:
        return `Recommendation ITU-T ${pick(NUMBERS)} was approved together with ITU-T ${sorted(4)} on ${words(6)}.`;
      case 2:
        return `More than ${number(190)} countries have taken part so far, ${words(9)} (${words(3)}).`;
      case 3:
        return `As mandated by Resolution ${number(200)} (Rev. Bucharest, 2022), ${words(12)}.`;
      default:
        return `${words(1)[0].toUpperCase()}${words(16).slice(1)}, ${words(6)}.`;
    }
  };
  // No section has more than 99 paragraphs: a longer report has longer ones.
  const sentences = Math.max(2, Math.ceil(bytes / TITLES.length / 95 / 110));
  const paragraph = () => Array.from({ length: sentences + Math.floor(random() * 3) }, sentence).join(' ');
  const out = [
    `Agenda item: PL 1.1\n\nDocument C${year % 100}/18-E\n\n${number(28)} March ${year}\n\nOriginal: English\n\nReport by the Secretary-General\n`,
    `# Confidence and security in the use of ICTs: a report of ${words(2)}\n`,
    '## Purpose\n',
    `${paragraph()}\n`,
    '## Action required by the Council\n\nThe Council is invited to note the report.\n',
    '## Relevant link(s) with the Strategic Plan\n',
    `${paragraph()}\n`,
    '## Financial implications\n\nWithin the budget.\n',
    '____________\n',
    `${paragraph()}\n`,
  ];
  const each = Math.max(1, Math.ceil(bytes / TITLES.length));
  TITLES.forEach((title, i) => {
    out.push(`## ${i + 1}. ${title}\n`);
    // Two digits are the most that a paragraph number has; a longer section goes on with unnumbered paragraphs.
    for (let size = 0, n = 1; size < each; n++) {
      const text = paragraph();
      out.push(n <= 99 ? `${i + 1}.${n} ${text}\n` : `${text}\n`);
      size += text.length + 6;
    }
  });
  out.push('____________\n');
  return out.join('\n');
}
