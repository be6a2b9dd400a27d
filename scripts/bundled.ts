import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from './root.ts';

/** What of other people's code is in our programs, by what esbuild says that it takes. */

export interface BundledPackage {
  readonly name: string;
  readonly version: string;
  /** The licence by its SPDX name. */
  readonly licence: string;
  readonly licenceText: string;
  /** Where the project is at home; empty where the package does not say. */
  readonly homepage: string;
}

/** What esbuild tells of a bundle: its size, and how much of it each source file is. */
export interface Bundle {
  readonly bytes: number;
  readonly inputs: Readonly<Record<string, { readonly bytesInOutput: number }>>;
}

/** The minified bundles, by their files, without writing any. */
export function bundles(): Readonly<Record<string, Bundle>> {
  const args = [join(ROOT, 'esbuild.mjs'), '--minify', '--meta'];
  return JSON.parse(execFileSync(process.execPath, args, { cwd: ROOT, encoding: 'utf8' }));
}

/** A file of a package: the package's folder, the innermost where one is inside another, and its name. */
const IN_PACKAGE = /^(?:.*\/)?node_modules\/((?:@[^/]+\/)?[^/]+)(?=\/)/;

/**
 * Where a package that is a bundle itself says which packages it took in: a comment above each of their files, in
 * one of the forms `node_modules/NAME/…` and `\0NAME@VERSION/…`.
 */
const TAKEN_IN = /^\/\/ (?:(?:.*\/)?node_modules\/((?:@[^/\s]+\/)?[^/\s]+)\/|\\0(@?[^@\s]+)@(\d[^/\s]*)\/)/gm;

/** Licences that packages do not bring with them, each from the repository of its project. */
const KEPT = join(ROOT, 'scripts', 'licences');

/**
 * The packages whose code is in the bundles, and those inside these, by name and version. Throws where one has no
 * licence text: nothing is shipped without.
 */
export function bundledPackages(of: Readonly<Record<string, Bundle>>): BundledPackage[] {
  const found = new Map<string, BundledPackage>();
  const add = (made: BundledPackage) => found.set(`${made.name}@${made.version}`, made);
  const files = Object.values(of).flatMap(({ inputs }) =>
    Object.entries(inputs).flatMap(([file, { bytesInOutput }]) => (bytesInOutput > 0 ? [file] : [])),
  );
  for (const file of new Set(files)) {
    const folder = IN_PACKAGE.exec(file)?.[0];
    if (!folder) continue;
    add(installed(folder));
    for (const [, name, other, version] of readFileSync(join(ROOT, file), 'utf8').matchAll(TAKEN_IN))
      add(name ? installed(`node_modules/${name}`) : kept(other.replace('+', '/'), version));
  }
  return [...found.values()].sort((a, b) => (`${a.name}@${a.version}` < `${b.name}@${b.version}` ? -1 : 1));
}

function installed(folder: string): BundledPackage {
  const path = join(ROOT, folder);
  if (!existsSync(path)) throw new Error(`A bundle holds ${folder}, which is not installed.`);
  const { name, version, license, homepage, repository } = JSON.parse(
    readFileSync(join(path, 'package.json'), 'utf8'),
  );
  const file = readdirSync(path).find(entry => /^(?:un)?licen[cs]e(?:-mit)?(?:\.(?:md|txt))?$/i.test(entry));
  if (typeof license !== 'string') throw new Error(`${folder} does not say what its licence is.`);
  return {
    name,
    version,
    licence: license,
    licenceText: file ? tidy(readFileSync(join(path, file), 'utf8')) : keptLicence(name),
    homepage: address(repository?.url ?? repository ?? homepage ?? ''),
  };
}

/** A package of which nothing is installed: another one is a bundle that holds parts of it. */
const kept = (name: string, version: string): BundledPackage => ({
  name,
  version,
  licence: 'MIT',
  licenceText: keptLicence(name),
  homepage: '',
});

function keptLicence(name: string): string {
  const file = join(KEPT, `${name.replace('/', '+')}.txt`);
  if (existsSync(file)) return tidy(readFileSync(file, 'utf8'));
  throw new Error(`A bundle holds ${name}, which does not bring its licence. Put the text into ${file}.`);
}

const tidy = (text: string): string =>
  text
    .replace(/\r\n?/g, '\n')
    .replace(/[ \t]+$/gm, '')
    .trim();

/** An address of a repository as a browser takes it. */
const address = (text: string): string =>
  text
    .replace(/^git\+|\.git$/g, '')
    .replace(/^git@([\w.-]+):/, 'https://$1/')
    .replace(/^(?:git:\/\/|ssh:\/\/git@)/, 'https://')
    .replace(/^(?:github:)?(?=[\w.-]+\/[\w.-]+$)/, 'https://github.com/');
