/**
 * Compiles the facts on ITU texts into data/catalogue/ and data/instruments.json: `npm run catalogue -- [FOLDER]`.
 * FOLDER holds itu-t.jsonl, itu-r.jsonl, instruments.jsonl and the README.md that dates them; it is
 * ../shared/catalogue unless said otherwise. The same facts give the same bytes. It fails rather than lose a fact.
 */
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { deflateRawSync } from 'node:zlib';
import { type Fact, readFacts } from '../server/catalogue/compile/facts.ts';
import { compileInstruments, type InstrumentFact } from '../server/catalogue/compile/instruments.ts';
import { compileCatalogue } from '../server/catalogue/compile/shards.ts';

/** What the catalogue may weigh in the package, in bytes, each file deflated by itself. */
const LIMIT = 700_000;

/** Of a line of JSON, in characters. */
const WIDTH = 110;

const project = resolve(fileURLToPath(import.meta.url), '../..');
const folder = resolve(process.argv[2] ?? join(project, '../shared/catalogue'));
const data = join(project, 'data');

const read = (name: string): string => readFileSync(join(folder, name), 'utf8');

const compiled = /compiled (\d{4}-\d\d-\d\d)/.exec(read('README.md'))?.[1];
if (!compiled)
  throw new Error(`${join(folder, 'README.md')} does not say on which day the facts were compiled`);

const { files, entries } = compileCatalogue(
  readFacts<Fact>(read('itu-t.jsonl')),
  readFacts<Fact>(read('itu-r.jsonl')),
  compiled,
);
mkdirSync(join(data, 'catalogue'), { recursive: true });
for (const old of readdirSync(join(data, 'catalogue'))) {
  if (!files.has(`catalogue/${old}`)) rmSync(join(data, 'catalogue', old));
}
let plain = 0;
let deflated = 0;
for (const [name, text] of files) {
  writeFileSync(join(data, name), text);
  plain += Buffer.byteLength(text);
  deflated += deflateRawSync(text, { level: 9 }).length;
}
console.log(
  `${entries.length} texts in ${files.size} files: ${plain} bytes, ${deflated} deflated (limit ${LIMIT})`,
);
if (deflated > LIMIT) process.exitCode = 1;

const instruments = compileInstruments(readFacts<InstrumentFact>(read('instruments.jsonl')), compiled);
writeFileSync(
  join(data, 'instruments.json'),
  `${print({ $schema: '../schemas/instruments.schema.json', ...instruments }, '')}\n`,
);
console.log(
  `${instruments.resolutions.length} resolutions and ${instruments.conferences.length} conferences`,
);

/** JSON as the formatter of the project leaves it: a list of words stays on its line where it fits. */
function print(value: unknown, indent: string, before = 0): string {
  if (value === null || typeof value !== 'object') return JSON.stringify(value);
  const deeper = `${indent}  `;
  if (Array.isArray(value)) {
    const line = `[${value.map(item => JSON.stringify(item)).join(', ')}]`;
    const plain = value.every(item => item === null || typeof item !== 'object');
    if (plain && indent.length + before + line.length < WIDTH) return line;
    return `[\n${value.map(item => deeper + print(item, deeper)).join(',\n')}\n${indent}]`;
  }
  const lines = Object.entries(value).map(([key, of]) => {
    const name = `${JSON.stringify(key)}: `;
    return deeper + name + print(of, deeper, name.length);
  });
  return `{\n${lines.join(',\n')}\n${indent}}`;
}
