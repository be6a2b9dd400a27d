import { say } from '../rules/messages.ts';
import type { Finding, Fix } from '../rules/rule.ts';
import { BASELINE_FILE, entryFor, withEntry } from '../rules/suppression/baseline.ts';
import { member, parseJson } from '../text/json.ts';
import { withMember } from '../text/json-edit.ts';
import type { Analysis } from './project.ts';

/** Where rules are switched, relative to the workspace folder. */
export const CONFIG_FILE = '.gca-report/config.json';

/**
 * The ways out of a finding, nearest first: a comment before the paragraph, a comment for the file, acceptance of
 * this one finding in the baseline, the rule off for the workspace. Each says which file it writes.
 */
export function waysOut(analysis: Analysis, finding: Finding): Fix[] {
  const { rule } = finding;
  const { report, label } = analysis;
  // A comment in a text out of Word would be read as its text: there only the files beside it are written.
  const comments = report.dialect === 'word-text' ? [] : [hideHere(analysis, finding), hideInFile(rule)];
  return [
    ...comments,
    {
      title: say('suppression:fix-baseline'),
      edits: [],
      files: [
        { path: BASELINE_FILE, update: present => withEntry(present, entryFor(finding, label, report)) },
      ],
      exact: false,
    },
    {
      title: say('suppression:fix-config', { rule }),
      edits: [],
      files: [{ path: CONFIG_FILE, update: present => withRuleOff(present, rule) }],
      exact: false,
    },
  ];
}

/** The comment stands on a line of its own before the paragraph, or before the line of what is no paragraph. */
function hideHere({ report }: Analysis, finding: Finding): Fix {
  const block = report.blocks.find(one => one.span.start <= finding.start && finding.start < one.span.end);
  const at = report.lines.starts[report.lines.lineAt(block?.span.start ?? finding.start)];
  return {
    title: say('suppression:fix-line', { rule: finding.rule }),
    edits: [
      {
        start: at,
        end: at,
        newText: `<!-- gca-report-disable-next-line ${finding.rule} -->\n`,
      },
    ],
    exact: false,
  };
}

const hideInFile = (rule: string): Fix => ({
  title: say('suppression:fix-file', { rule }),
  edits: [{ start: 0, end: 0, newText: `<!-- gca-report-disable-file ${rule} -->\n` }],
  exact: false,
});

/**
 * The text of a configuration with a rule switched off. What else stands in it, its order, its comments and its
 * layout, stays; a text that is no configuration is left as it is.
 */
export function withRuleOff(present: string | undefined, rule: string): string {
  const setting = `${JSON.stringify(rule)}: "off"`;
  if (present === undefined || present.trim() === '') return `{\n  "rules": {\n    ${setting}\n  }\n}\n`;
  const { root, errors } = parseJson(present);
  if (root?.kind !== 'object' || errors.length > 0) return present;
  const rules = member(root, 'rules')?.value;
  if (rules?.kind !== 'object') {
    return rules ? present : withMember(present, root, `"rules": {\n    ${setting}\n  }`, '  ');
  }
  const known = member(rules, rule)?.value;
  if (known) return `${present.slice(0, known.start)}"off"${present.slice(known.end)}`;
  return withMember(present, rules, setting, '    ');
}
