import packageJson from '../../package.json' with { type: 'json' };
import { spokenLanguage } from '../messages/translate.ts';
import type { Report } from '../report/model.ts';
import { rules } from '../rules/index.ts';
import type { Finding, Fix, Related } from '../rules/rule.ts';
import { excerptOf } from '../rules/suppression/excerpt.ts';
import type { Span } from '../text/span.ts';
import { isWordName } from '../workspace/load.ts';
import type { InputFile, ReadFile } from './input.ts';
import { type Place, uriFor } from './paths.ts';
import { LEVELS, type ReadPage, ruleMetadata } from './sarif-rules.ts';

/**
 * Findings in the Static Analysis Results Interchange Format 2.1.0 (OASIS, 2020), as code hosts and editors read
 * them. Lines and columns count from one; columns are UTF-16 code units, as the run says.
 *
 * @param read the text of a rule's page, for its description and help
 * @param home where the project is published: the manifest says so once it is
 */
export async function sarif(
  files: readonly InputFile[],
  place: Place,
  read: ReadPage,
  home: string | undefined = (packageJson as { homepage?: string }).homepage,
) {
  const analysed = files.flatMap(file => ('analysis' in file ? [file] : []));
  const used = new Set(analysed.flatMap(({ analysis }) => analysis.findings.map(({ rule }) => rule)));
  const artifact = (label: string) => ({ uri: uriFor(label, place) });
  return {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        language: spokenLanguage(),
        tool: {
          driver: {
            name: packageJson.name,
            version: packageJson.version,
            semanticVersion: packageJson.version,
            shortDescription: { text: packageJson.description },
            ...(home ? { informationUri: home } : {}),
            rules: await ruleMetadata(used, read, home),
          },
        },
        columnKind: 'utf16CodeUnits',
        artifacts: files.map(file => ({ location: artifact(file.label) })),
        invocations: [
          {
            executionSuccessful: analysed.length === files.length,
            toolExecutionNotifications: files.flatMap(file =>
              'refused' in file
                ? [
                    {
                      level: 'error',
                      message: { text: file.refused },
                      locations: [{ physicalLocation: { artifactLocation: artifact(file.label) } }],
                    },
                  ]
                : [],
            ),
          },
        ],
        results: analysed.flatMap(file => resultsOf(file, place)),
      },
    ],
  };
}

const ruleIndex: ReadonlyMap<string, number> = new Map(rules.map((rule, index) => [rule.id, index]));

function resultsOf(file: ReadFile, place: Place) {
  const { report, findings } = file.analysis;
  const seen = new Map<string, number>();
  return findings.map(finding => {
    // The words and what surrounds them, not the line. Of findings that share them, each has its number.
    const print = hashOf(`${finding.rule}\n${excerptOf(report, finding)}`);
    const nth = (seen.get(print) ?? 0) + 1;
    seen.set(print, nth);
    return resultOf(file, finding, place, `${print}:${nth}`);
  });
}

function resultOf(file: ReadFile, finding: Finding, place: Place, fingerprint: string) {
  const { report } = file.analysis;
  // What stands in a Word document is no text that could be replaced.
  const fixes = file.fromWord ? [] : (finding.fixes?.() ?? []).filter(fix => fix.edits.length > 0);
  return {
    ruleId: finding.rule,
    ruleIndex: ruleIndex.get(finding.rule),
    level: LEVELS[finding.severity],
    message: { text: finding.message },
    locations: [locationOf(file.label, linesOf(file), finding, finding.place, place)],
    ...(finding.related?.length
      ? { relatedLocations: finding.related.map((one, id) => relatedOf(file, one, id, place)) }
      : {}),
    ...(fixes.length > 0 ? { fixes: fixes.map(fix => fixOf(report, file.label, fix, place)) } : {}),
    partialFingerprints: {
      'gcaReportExcerpt/v1': fingerprint,
      // The one that GitHub compares; without it, it would take the line as it is wrapped.
      primaryLocationLineHash: fingerprint,
    },
  };
}

/**
 * A place in a file. A Word document has no lines: its findings are told at its first, and by their paragraph.
 *
 * @param report the report whose text is that of the file; undefined for a Word document
 */
const locationOf = (
  label: string,
  report: Report | undefined,
  span: Span,
  paragraph: string | undefined,
  place: Place,
) => ({
  physicalLocation: {
    artifactLocation: { uri: uriFor(label, place) },
    region: report ? regionOf(report, span) : { startLine: 1 },
  },
  ...(paragraph === undefined ? {} : { logicalLocations: [{ fullyQualifiedName: paragraph }] }),
});

function relatedOf(file: ReadFile, related: Related, id: number, place: Place) {
  const { path, span, paragraph, message } = related;
  const earlier = path === undefined ? undefined : file.analysis.archive.find(one => one.path === path);
  const lines = earlier ? (isWordName(earlier.path) ? undefined : earlier.report) : linesOf(file);
  return { id, ...locationOf(path ?? file.label, lines, span, paragraph, place), message: { text: message } };
}

/** The report whose lines are those of the file: none where it came out of a Word document. */
const linesOf = ({ analysis, fromWord }: ReadFile): Report | undefined =>
  fromWord ? undefined : analysis.report;

const fixOf = (report: Report, label: string, fix: Fix, place: Place) => ({
  description: { text: fix.title },
  artifactChanges: [
    {
      artifactLocation: { uri: uriFor(label, place) },
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
