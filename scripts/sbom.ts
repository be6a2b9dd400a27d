import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { BundledPackage } from './bundled.ts';
import { ROOT } from './root.ts';

/** The parts of a CycloneDX document that we touch. */
interface Component {
  readonly 'bom-ref': string;
  readonly name: string;
  readonly version: string;
  readonly [field: string]: unknown;
}

interface Bom {
  readonly metadata: { readonly component: Component; readonly [field: string]: unknown };
  readonly components: readonly Component[];
  readonly dependencies: readonly { readonly ref: string; readonly dependsOn?: readonly string[] }[];
  readonly [field: string]: unknown;
}

/**
 * The bill of materials of the package, CycloneDX 1.5 as JSON: what npm says of the lock file, kept to what is in the
 * bundles. Equal bundles give equal bytes: it has no date, and its serial number follows from what it says.
 */
export function billOfMaterials(packages: readonly BundledPackage[]): string {
  const args = ['sbom', '--sbom-format', 'cyclonedx', '--package-lock-only'];
  const printed = execFileSync('npm', args, {
    cwd: ROOT,
    encoding: 'utf8',
    maxBuffer: 1 << 26,
    shell: process.platform === 'win32',
  });
  const { $schema, bomFormat, specVersion, version, metadata, components, dependencies } = JSON.parse(
    printed,
  ) as Bom;
  const listed = new Map(components.map(one => [`${one.name}@${one.version}`, one]));
  const kept = packages.map(one => component(one, listed.get(`${one.name}@${one.version}`)));
  const refs = new Set(kept.map(one => one['bom-ref']));
  const own = metadata.component;
  const { name } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'));
  const bom = {
    $schema,
    bomFormat,
    specVersion,
    version,
    metadata: {
      lifecycles: [{ phase: 'build' }],
      tools: [{ vendor: 'npm', name: 'cli' }],
      // npm names it after the folder, and the manifest describes it by a key of its translations.
      component: { ...own, name, type: 'application', description: undefined, properties: undefined },
    },
    components: kept,
    dependencies: [own['bom-ref'], ...refs].map(ref => ({
      ref,
      dependsOn: dependencies.find(one => one.ref === ref)?.dependsOn?.filter(to => refs.has(to)) ?? [],
    })),
  };
  const serialNumber = `urn:uuid:${uuid(JSON.stringify(bom))}`;
  return `${JSON.stringify({ ...bom, serialNumber }, null, 2)}\n`;
}

/** A package as it is in the bundles: no longer a matter of development, and required. */
function component({ name, version, licence }: BundledPackage, listed: Component | undefined): Component {
  if (listed) return { ...listed, scope: 'required', properties: undefined };
  // Another package brought it along, inside itself.
  return {
    'bom-ref': `${name}@${version}`,
    type: 'library',
    name,
    version,
    scope: 'required',
    purl: `pkg:npm/${name.replace('@', '%40')}@${version}`,
    licenses: [{ license: { id: licence } }],
  };
}

/** A UUID (version 8 of RFC 9562) that follows from a text. */
function uuid(text: string): string {
  const hex = createHash('sha256').update(text).digest('hex');
  const variant = '89ab'[Number.parseInt(hex[16], 16) % 4];
  return [
    hex.slice(0, 8),
    hex.slice(8, 12),
    `8${hex.slice(13, 16)}`,
    variant + hex.slice(17, 20),
    hex.slice(20, 32),
  ].join('-');
}
