import packageJson from '../../package.json' with { type: 'json' };
import { builtinProfiles } from '../profiles/builtin.ts';
import type { Feature } from './feature.ts';
import { type HealthAnswer, type OpenReportHealth, tellHealth } from './protocol.ts';
import type { Session } from './session.ts';

/** What a report on something that went wrong may hold: counts, times, and the places in our own code. */
export const health: Feature = {
  capabilities: () => ({}),
  register: session => session.connection.onRequest(tellHealth.method, () => healthOf(session)),
};

const SHIPPED: ReadonlySet<string> = new Set(builtinProfiles.map(({ id }) => id));

/** A profile of the workspace may be named after anything. */
const nameOf = (id: string | undefined): string | null =>
  id === undefined ? null : SHIPPED.has(id) ? id : 'own';

function healthOf(session: Session): HealthAnswer {
  const runtime = session.host.runtime?.();
  return {
    version: packageJson.version,
    runtime: runtime?.name ?? 'Worker',
    memoryBytes: runtime?.memoryBytes ?? null,
    folders: session.projects.map(({ project }) => ({
      trusted: project.trusted,
      earlierReports: project.earlierReports.length,
      archiveProblems: project.archiveProblems.length,
      dataProblems: project.problems.length,
      ownProfiles: project.knownProfiles.filter(({ id }) => !SHIPPED.has(id)).length,
    })),
    openReports: session.documents.all().map((document): OpenReportHealth => {
      const { report, profile, mode, findings, archive } = session.analysed(document);
      return {
        characters: document.text.length,
        lines: report.lines.count,
        dialect: report.dialect,
        recognised: report.recognised,
        profile: nameOf(profile?.profile.id),
        mode,
        findings: findings.length,
        earlierReports: archive.length,
      };
    }),
    requests: session.measures.requests,
    faults: session.measures.faults,
  };
}
