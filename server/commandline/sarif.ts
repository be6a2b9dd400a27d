import packageJson from '../../package.json' with { type: 'json' };
import { spokenLanguage, t } from '../messages/translate.ts';
import type { Report } from '../report/model.ts';
import { pageOf, rules } from '../rules/index.ts';
import type { Finding, Fix, Related, Severity } from '../rules/rule.ts';
import { excerptOf } from '../rules/suppression/excerpt.ts';
import type { Span } from '../text/span.ts';
import type { InputFile, ReadFile } from './input.ts';

/**
 * Findings in the Static Analysis Results Interchange Format 2.1.0 (OASIS, 2020), as code hosts and editors read
 * them. Lines and columns count from one; columns are UTF-16 code units, as the run says.
 */

const SCHEMA = 'https://json.schemastore.org/sarif-2.1.0.json';

const LEVELS: Readonly<Record<Severity, 'error' | 'warning' | 'note'>> = {
  error: 'error',
  warning: 'warning',
  info: 'note',
  hint: 'note',
};

export const sarif = (files: readonly InputFile[]) => ({
  $schema: SCHEMA,
  version: '2.1.0',
  runs: [
    {
      language: spokenLanguage(),
      tool: {
        driver: {
          name: packageJson.name,
          version: packageJson.version,
          rules: rules.map(rule => ({
            id: rule.id,
            shortDescription: { text: t(rule.title) },
            help: { text: t('See {page}.', { page: pageOf(rule.id) }) },
            defaultConfiguration: {
              level:
                LEVELS[typeof rule.severity === 'string' ? rule.severity : reviewLevel(rule.severity.review)],
            },
          })),
        },
      },
      columnKind: 'utf16CodeUnits',
      artifacts: files.map(file => ({ location: { uri: uriOf(file.label) } })),
      invocations: [
        {
          executionSuccessful: files.every(file => 'analysis' in file),
          toolExecutionNotifications: files.flatMap(file =>
            'refused' in file
              ? [
                  {
                    level: 'error',
                    message: { text: file.refused },
                    locations: [{ physicalLocation: { artifactLocation: { uri: uriOf(file.label) } } }],
                  },
                ]
              : [],
          ),
        },
      ],
      results: files.flatMap(file =>
        'refused' in file ? [] : file.analysis.findings.map(finding => resultOf(file, finding)),
      ),
    },
  ],
});

const reviewLevel = (severity: Severity | 'off'): Severity => (severity === 'off' ? 'hint' : severity);

function resultOf(file: ReadFile, finding: Finding) {
  const { report } = file.analysis;
  const fixes = (finding.fixes?.() ?? []).filter(fix => fix.edits.length > 0);
  return {
    ruleId: finding.rule,
    ruleIndex: rules.findIndex(rule => rule.id === finding.rule),
    level: LEVELS[finding.severity],
    message: { text: finding.message },
    locations: [locationOf(report, file.label, finding)],
    ...(finding.related?.length
      ? { relatedLocations: finding.related.map((place, id) => relatedOf(file, place, id)) }
      : {}),
    ...(fixes.length > 0 ? { fixes: fixes.map(fix => fixOf(report, file.label, fix)) } : {}),
    // The words and what surrounds them, not the line: a fingerprint outlives a new line break.
    partialFingerprints: {
      'gcaReportExcerpt/v1': hashOf(`${finding.rule}\n${excerptOf(report, finding)}`),
    },
  };
}

const locationOf = (report: Report, label: string, span: Span) => ({
  physicalLocation: { artifactLocation: { uri: uriOf(label) }, region: regionOf(report, span) },
});

function relatedOf({ analysis, label }: ReadFile, place: Related, id: number) {
  const earlier =
    place.path === undefined ? undefined : analysis.archive.find(one => one.path === place.path);
  const report = earlier?.report ?? analysis.report;
  return { id, ...locationOf(report, place.path ?? label, place.span), message: { text: place.message } };
}

const fixOf = (report: Report, label: string, fix: Fix) => ({
  description: { text: fix.title },
  artifactChanges: [
    {
      artifactLocation: { uri: uriOf(label) },
      replacements: fix.edits.map(edit => ({
        deletedRegion: regionOf(report, edit),
        insertedContent: { text: edit.newText },
      })),
    },
  ],
});

function regionOf(report: Report, span: Span) {
  const start = report.lines.positionAt(span.start);
  const end = report.lines.positionAt(span.end);
  return {
    startLine: start.line + 1,
    startColumn: start.character + 1,
    endLine: end.line + 1,
    endColumn: end.character + 1,
  };
}

/** A path as a URI reference: `/` between the parts, and what is not allowed encoded. */
const uriOf = (label: string): string =>
  label
    .replace(/\\/g, '/')
    .split('/')
    .map(part => encodeURIComponent(part))
    .join('/');

/** FNV-1a over UTF-16 code units, twice with other seeds: 64 bits in hexadecimal. */
function hashOf(text: string): string {
  let low = 0x811c9dc5;
  let high = 0x9dc5811c;
  for (let i = 0; i < text.length; i++) {
    low = Math.imul(low ^ text.charCodeAt(i), 0x01000193);
    high = Math.imul(high ^ text.charCodeAt(i), 0x85ebca6b);
  }
  const hex = (value: number) => (value >>> 0).toString(16).padStart(8, '0');
  return hex(high) + hex(low);
}
