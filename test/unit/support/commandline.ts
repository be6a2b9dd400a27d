import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { Readable } from 'node:stream';
import { test } from 'node:test';
import { run } from '../../../server/commandline/run.ts';

// Whoever runs the tests may have another language: what a test expects is in English.
for (const name of ['LC_ALL', 'LC_MESSAGES', 'LANG']) delete process.env[name];
// In a terminal the test runner asks its files for colours: what is printed here is compared.
delete process.env.FORCE_COLOR;
delete process.env.NO_COLOR;

export interface Outcome {
  readonly status: number;
  readonly out: string;
  readonly err: string;
}

/** A folder of its own with these files; it is the present folder, as after `cd`, until it is removed. */
export class Folder {
  readonly path = mkdtempSync(join(tmpdir(), 'gca-report-'));
  private readonly home = process.cwd();

  constructor(files: Readonly<Record<string, string | Uint8Array>> = {}) {
    for (const [name, content] of Object.entries(files)) this.write(name, content);
    process.chdir(this.path);
  }

  write(name: string, content: string | Uint8Array): void {
    const path = join(this.path, name);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, content);
  }

  delete(name: string): void {
    rmSync(join(this.path, name), { recursive: true });
  }

  remove(): void {
    process.chdir(this.home);
    rmSync(this.path, { recursive: true, force: true });
  }
}

/** A test inside a folder with these files. */
export const inFolder = (
  name: string,
  files: Readonly<Record<string, string | Uint8Array>>,
  body: (folder: Folder) => Promise<void>,
) =>
  test(name, async () => {
    const folder = new Folder(files);
    try {
      await body(folder);
    } finally {
      folder.remove();
    }
  });

/** Runs the command line in this process and catches what it prints; the test runner itself prints bytes. */
export async function commandline(
  argv: readonly string[],
  stdin?: string | Uint8Array,
  translations?: Parameters<typeof run>[1],
): Promise<Outcome> {
  const printed = { out: '', err: '' };
  const streams = [
    ['out', process.stdout],
    ['err', process.stderr],
  ] as const;
  const before = streams.map(([, stream]) => stream.write);
  const input = Object.getOwnPropertyDescriptor(process, 'stdin');
  for (const [name, stream] of streams) {
    const write = stream.write.bind(stream) as (...args: unknown[]) => boolean;
    stream.write = ((chunk: unknown, ...rest: unknown[]) => {
      if (typeof chunk !== 'string') return write(chunk, ...rest);
      printed[name] += chunk;
      return true;
    }) as typeof stream.write;
  }
  if (stdin !== undefined) {
    Object.defineProperty(process, 'stdin', {
      value: Readable.from([Buffer.from(stdin)]),
      configurable: true,
    });
  }
  try {
    return { status: await run(argv, translations), ...printed };
  } finally {
    streams.forEach(([, stream], i) => {
      stream.write = before[i];
    });
    if (stdin !== undefined && input) Object.defineProperty(process, 'stdin', input);
  }
}
