import { type Facts, Project, type ProjectSettings } from '../../../server/analysis/project.ts';
import { Catalogue } from '../../../server/catalogue/catalogue.ts';
import { INSTRUMENTS } from '../../../server/catalogue/instruments.ts';
import { builtinProfiles } from '../../../server/profiles/builtin.ts';
import type { Dialect, Paragraph, Report, Section } from '../../../server/report/model.ts';
import { parseReport } from '../../../server/report/parse.ts';
import { vocabularyOf } from '../../../server/report/vocabulary.ts';
import type { YearHints } from '../../../server/report/year.ts';
import type { Finding, Fix } from '../../../server/rules/rule.ts';
import { MASK, view } from '../../../server/text/view.ts';
import { memoryWorkspace } from '../../../server/workspace/workspace.ts';

/** A report as data, written out in any of the three dialects: what differs then is the dialect alone. */
export interface Plan {
  readonly symbol?: string;
  readonly date?: string;
  readonly title?: string;
  readonly heads: readonly { readonly title: string; readonly text: string }[];
  readonly sections: readonly PlannedSection[];
  readonly footnotes?: Readonly<Record<string, string>>;
}

export interface PlannedSection {
  readonly number: string | null;
  readonly title: string | null;
  readonly paragraphs: readonly PlannedParagraph[];
  readonly sections?: readonly PlannedSection[];
}

export interface PlannedParagraph {
  readonly number?: string;
  readonly text: string;
  /** Each with its marker: `a. first`. */
  readonly items?: readonly string[];
  /** The label of a footnote called at the end. */
  readonly footnote?: string;
}

export interface Layout {
  readonly eol?: string;
  /** Breaks paragraphs into lines of about so many characters; Word text never is. */
  readonly wrap?: number;
}

export const DIALECTS: readonly Dialect[] = ['word-text', 'converted-markdown', 'markdown'];
const RULE = '____________';

/** The text of a report in a dialect. */
export function write(plan: Plan, dialect: Dialect, { eol = '\n', wrap = 0 }: Layout = {}): string {
  const word = dialect === 'word-text';
  const markdown = dialect === 'markdown';
  const blocks: string[] = [];
  const tab = word ? '\t' : ' ';
  const heading = (level: number): string => (markdown ? `${'#'.repeat(level)} ` : '');
  const folded = (text: string): string => (wrap > 0 && !word ? wrapped(text, wrap) : text);
  if (plan.symbol)
    blocks.push(
      'Agenda item: PL 1',
      `Document ${plan.symbol}-E`,
      plan.date ?? '1 March 2020',
      'Original: English',
    );
  if (plan.title) blocks.push('Report by the Secretary-General', `${heading(1)}${plan.title}`);
  plan.heads.forEach((head, i) => {
    blocks.push(`${word && i === 0 ? ' \t' : ''}${heading(2)}${head.title}`, folded(head.text));
  });
  blocks.push(RULE);
  const footnote = (label: string): string =>
    word ? `[footnoteRef:${label}] [${label}:  \t${plan.footnotes?.[label]}]` : `[^${label}]`;
  const add = (section: PlannedSection, level: number): void => {
    const dot = level === 1 ? '.' : '';
    const number = section.number ? `${section.number}${dot}${tab}` : '';
    if (section.title) blocks.push(`${heading(level + 1)}${number}${section.title}`);
    for (const paragraph of section.paragraphs) {
      const start = paragraph.number ? `${paragraph.number}${tab}` : '';
      const end = paragraph.footnote ? footnote(paragraph.footnote) : '';
      blocks.push(folded(`${start}${paragraph.text}${end}`));
      for (const item of paragraph.items ?? []) blocks.push(word ? item.replace(/\s+/, '\t') : folded(item));
    }
    for (const inner of section.sections ?? []) add(inner, level + 1);
  };
  for (const section of plan.sections) add(section, 1);
  if (!word)
    for (const [label, text] of Object.entries(plan.footnotes ?? {})) blocks.push(`[^${label}]: ${text}`);
  blocks.push(RULE);
  return blocks.map(block => block.replaceAll('\n', eol)).join(word ? eol : eol + eol) + eol;
}

function wrapped(text: string, width: number): string {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(' ')) {
    if (line && line.length + word.length >= width) {
      lines.push(line);
      line = word;
    } else line = line ? `${line} ${word}` : word;
  }
  return [...lines, line].join('\n');
}

const vocabulary = vocabularyOf(builtinProfiles);

/** The model of a text, with the built-in profiles' titles known. */
export const parse = (text: string, hints: YearHints = {}): Report => parseReport(text, vocabulary, hints);

/** Words as a reader sees them: no markup, one space. */
export const plain = (text: string): string => view(text).replaceAll(MASK, '').replace(/\s+/g, ' ').trim();

/** What a report says, without offsets and dialect: what must be the same however it is written. */
export function essence(report: Report) {
  const words = (span: { start: number; end: number } | null) =>
    span ? plain(report.text.slice(span.start, span.end)) : null;
  const paragraph = (one: Paragraph) => ({
    number: one.number,
    place: one.place,
    text: words(one.body),
    items: one.items.map(item => `${item.kind} ${words(item.markerSpan)} ${words(item.body)}`),
  });
  const section = (one: Section): object => ({
    number: one.number,
    title: one.title && plain(one.title),
    role: one.role,
    level: one.level,
    paragraphs: one.paragraphs.map(paragraph),
    sections: one.sections.map(section),
  });
  return {
    recognised: report.recognised,
    year: report.year,
    heads: report.heads.map(head => ({ title: head.title, paragraphs: head.paragraphs.map(paragraph) })),
    sections: report.sections.map(section),
    footnotes: report.footnotes.map(note => ({ label: note.label, text: words(note.body) })),
    ends: report.endMark !== null,
    parted: report.frontRule !== null,
  };
}

/** Paragraphs of a numbered section, numbered one after the other. */
export const numbered = (section: string, ...texts: string[]): PlannedParagraph[] =>
  texts.map((text, i) => ({ number: `${section}.${i + 1}`, text }));

const PILLARS: readonly string[] = [
  'Legal Measures',
  'Technical and Procedural Measures',
  'Organizational Structures',
  'Capacity Building',
  'International Cooperation',
  'Child Online Protection (COP)',
];

/** A sound report of the form that held from 2019 to 2022: seven numbered sections. */
export function plan2019(): Plan {
  const titles = ['Cybersecurity and Countering Spam Activities', ...PILLARS];
  return {
    symbol: 'C20/18',
    date: '10 March 2020',
    title: 'ACTIVITIES OF ITU ON CONFIDENCE AND SECURITY',
    heads: [
      { title: 'Summary', text: 'This report tells what was done since Council 2019.' },
      { title: 'Action required', text: 'The Council is invited to note this report.' },
    ],
    sections: titles.map((title, i) => ({
      number: String(i + 1),
      title,
      paragraphs: numbered(String(i + 1), `The work on this subject went on.`, `More of it is planned.`),
    })),
  };
}

/** A sound report of the form that holds from 2023 on: an introduction without heading, and six sections. */
export function plan2023(): Plan {
  return {
    symbol: 'C25/18',
    date: '10 March 2025',
    title: 'Activities of ITU on confidence and security',
    heads: [
      { title: 'Purpose', text: 'This report tells what was done since Council 2024.' },
      { title: 'Action required by the Council', text: 'The Council is invited to note this report.' },
      { title: 'Relevant link(s) with the Strategic Plan', text: 'The goal of inclusive use.' },
      { title: 'Financial implications', text: 'Within the budget.' },
    ],
    sections: [
      {
        number: null,
        title: null,
        paragraphs: [{ text: 'The sections follow the Agenda and its pillars.' }],
      },
      ...PILLARS.map((title, i) => ({
        number: String(i + 1),
        title,
        paragraphs: numbered(String(i + 1), `The work on this subject went on.`, `More of it is planned.`),
      })),
    ],
  };
}

/** A plan without the section of this number. */
export const without = (plan: Plan, ...titles: string[]): Plan => ({
  ...plan,
  heads: plan.heads.filter(head => !titles.includes(head.title)),
  sections: plan.sections.filter(section => !titles.includes(section.title ?? '')),
});

/** A plan with other paragraphs in the section of this number. */
export const withParagraphs = (
  plan: Plan,
  number: string,
  paragraphs: readonly PlannedParagraph[],
): Plan => ({
  ...plan,
  sections: plan.sections.map(section => (section.number === number ? { ...section, paragraphs } : section)),
});

/** A catalogue that knows nothing: what is unknown is never wrong, and reports of our own need none. */
const facts: Facts = {
  catalogue: new Catalogue({ read: () => Promise.reject(new Error('no data')) }, () => {}),
  instruments: INSTRUMENTS,
};

/** Everything that a check says of a text, with settings as on the command line. */
export function check(text: string, settings: ProjectSettings = {}, name = 'report.md') {
  const project = new Project(memoryWorkspace(new Map()), '', settings, facts, ({ rule, error }) => {
    throw new Error(`${rule} failed`, { cause: error });
  });
  return project.analyse(name, text);
}

/** The findings of one rule or group on a text. */
export const findingsOf = (
  rule: string,
  text: string,
  settings?: ProjectSettings,
  name?: string,
): Finding[] =>
  check(text, settings, name).findings.filter(
    found => found.rule === rule || found.rule.startsWith(`${rule}/`),
  );

/** The first fix whose title holds these words. */
export function fixOf(finding: Finding | undefined, title: string): Fix {
  const fix = finding?.fixes?.().find(one => one.title.includes(title));
  if (!fix)
    throw new Error(`no fix “${title}” among ${JSON.stringify(finding?.fixes?.().map(one => one.title))}`);
  return fix;
}
