import type { HealthAnswer, ServerSettings } from '../server/lsp/protocol.ts';
import { MODES } from '../server/rules/rule.ts';

/** What a diagnostics report is made of. Nobody's words, names and paths are in it, and none may come in. */
export interface ReportFacts {
  readonly extension: string;
  readonly editor: string;
  /** `desktop`, `web` and the like. */
  readonly host: string;
  /** What kind of remote, such as `wsl`; null on the machine itself. */
  readonly remote: string | null;
  readonly platform: string;
  readonly language: string;
  readonly trusted: boolean;
  /** The schemes of the workspace's folders, `file` and the like. */
  readonly schemes: readonly string[];
  readonly settings: ServerSettings & { readonly detect: string };
  readonly server: {
    readonly state: 'not started' | 'running' | 'not running';
    /** How long it took to start, in milliseconds; null before it has. */
    readonly startMs: number | null;
    /** How often it has ended by itself. */
    readonly ends: number;
  };
  /** What the server says of itself, or why it says nothing. */
  readonly health: HealthAnswer | string;
}

const line = (name: string, value: unknown): string => `- ${name}: ${value}`;
const megabytes = (bytes: number): string => `${Math.round(bytes / 1_000_000)} MB`;

/** The report as Markdown, in English: it is for those who maintain the extension. */
export function reportText(facts: ReportFacts): string {
  const { server, health } = facts;
  return [
    '## GCA Report: diagnostics',
    'Counts, times and versions. No word of a report, no name of a file or folder is in it.',
    '### Versions',
    line('extension', facts.extension),
    line('editor', `${facts.editor}, ${facts.host}${facts.remote ? `, remote ${facts.remote}` : ''}`),
    line('system', `${facts.platform}, ${facts.language}`),
    '### Settings',
    ...settingsLines(facts),
    '### Server',
    line('state', server.state),
    line('started in', server.startMs === null ? 'not yet' : `${Math.round(server.startMs)} ms`),
    line('ended by itself', `${server.ends} times`),
    ...(typeof health === 'string' ? [line('says', health)] : healthLines(health)),
    '',
  ].join('\n');
}

/** A setting as far as it is one of those that there are: into a file of settings people write anything. */
function known(value: unknown, words: readonly string[]): string {
  if (value === undefined || value === null) return 'not set';
  return words.find(word => word === value) ?? 'something else';
}

function settingsLines({ settings, trusted, schemes }: ReportFacts): string[] {
  const { archive, year } = settings;
  return [
    line('workspace', `${trusted ? 'trusted' : 'not trusted'}, folders: ${schemes.join(', ') || 'none'}`),
    line('mode', known(settings.mode, MODES)),
    line('profile', settings.profile ? 'set' : 'not set'),
    line('year', typeof year === 'number' ? year : known(year, [])),
    line('archive', Array.isArray(archive) ? `${archive.length} places` : known(archive, [])),
    line('inlay hints', known(settings.inlayHints, ['stale', 'all', 'off'])),
    line('quotes', known(settings.quotes, ['keep', 'curly', 'straight'])),
    line('detect', known(settings.detect, ['ask', 'always', 'never'])),
  ];
}

function healthLines(health: HealthAnswer): string[] {
  const memory = health.memoryBytes === null ? '' : `, ${megabytes(health.memoryBytes)}`;
  return [
    line('version', health.version),
    line('runs on', `${health.runtime}${memory}`),
    ...health.folders.map(one =>
      line(
        'folder',
        `${one.trusted ? '' : 'not trusted, '}${one.earlierReports} earlier reports, ${one.archiveProblems} problems in the archive, ${one.dataProblems} in its data files, ${one.ownProfiles} profiles of its own`,
      ),
    ),
    ...health.openReports.map(one =>
      line(
        'open report',
        `${one.characters} characters, ${one.lines} lines, ${one.dialect}, ${one.recognised ? 'recognised' : 'not recognised'}, profile ${one.profile ?? 'none'}, mode ${one.mode}, ${one.findings} findings, held against ${one.earlierReports} reports`,
      ),
    ),
    '### Times',
    '| work | count | mean, ms | longest, ms | failed |',
    '|---|---|---|---|---|',
    ...health.requests.map(
      one => `| ${one.work} | ${one.count} | ${one.mean} | ${one.longest} | ${one.failed} |`,
    ),
    ...(health.faults.length > 0 ? ['### Faults'] : []),
    ...health.faults.map(one => line(`${one.where}: ${one.kind}`, one.at.join(' ← ') || 'nowhere known')),
  ];
}
