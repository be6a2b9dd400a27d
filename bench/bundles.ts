import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { Section } from './measures.ts';

/** How large the built programs are, as they are and as a package has them. */
export async function bundles(): Promise<Section[]> {
  const files = readdirSync('dist').filter(name => name.endsWith('.js'));
  const contents = files.map(name => ({ name, bytes: readFileSync(join('dist', name)) }));
  return [
    {
      title: 'The built programs',
      measures: contents
        .filter(({ bytes }) => bytes.length > 1000)
        .flatMap(({ name, bytes }) => [
          { what: `\`${name}\``, value: bytes.length / 1000, unit: 'kB' as const },
          { what: `\`${name}\`, gzip`, value: gzipSync(bytes).length / 1000, unit: 'kB' as const },
        ]),
    },
  ];
}
