import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as pause } from 'node:timers/promises';
import { generateReport } from './generate.ts';
import { type Measure, median, type Section } from './measures.ts';
import { residentMemory, ServerProcess } from './stdio.ts';
import { Workplace, YEAR } from './workplace.ts';

/** How long a process takes by the clock varies with all that the machine does: the median of so many. */
const STARTS = 9;
const EDITS = 3000;

async function bareNode(): Promise<number> {
  const started = performance.now();
  await once(spawn(process.execPath, ['-e', '0'], { stdio: 'ignore' }), 'exit');
  return performance.now() - started;
}

/** Megabytes of a Node that does nothing. */
async function bareMemory(): Promise<number> {
  const child = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1e6)'], { stdio: 'ignore' });
  await pause(300);
  const memory = residentMemory(child);
  child.kill();
  return memory;
}

/** From the start of the process to its answer to `initialize`, and to the first diagnostics of a draft. */
async function once15kB(
  workplace: Workplace,
): Promise<{ initialized: number; diagnosed: number; memory: number }> {
  const started = performance.now();
  const server = await ServerProcess.start(workplace.url);
  const initialized = performance.now() - started;
  await server.open(`${workplace.url}/draft.gca.md`, generateReport(15_000, 99, YEAR));
  const diagnosed = performance.now() - started;
  await pause(500);
  const memory = server.memory();
  await server.stop();
  return { initialized, diagnosed, memory };
}

/** Memory of a server that has answered `initialize` and nothing else. */
async function idle(): Promise<number> {
  const server = await ServerProcess.start();
  await pause(300);
  const memory = server.memory();
  await server.stop();
  return memory;
}

/** Memory after a session: typing, pasting and undoing all over a draft, with ten earlier reports. */
async function session(workplace: Workplace): Promise<number> {
  const server = await ServerProcess.start(workplace.url);
  const uri = `${workplace.url}/draft.gca.md`;
  const text = generateReport(150_000, 5, YEAR);
  await server.open(uri, text);
  const lines = text.split('\n').flatMap((words, i) => (/^\d\.\d/.test(words) ? [i] : []));
  for (let i = 0; i < EDITS; i++)
    await server.keystroke(
      uri,
      i + 2,
      lines[(i * 7) % lines.length],
      12,
      i % 25 ? 'ab cd'[i % 5] : ' 25 workshops in Peru ',
    );
  await pause(500);
  const memory = server.memory();
  await server.stop();
  return memory;
}

export async function start(): Promise<Section[]> {
  const ten = new Workplace(10);
  const bare: number[] = [];
  const starts: Awaited<ReturnType<typeof once15kB>>[] = [];
  for (let i = 0; i < STARTS; i++) {
    bare.push(await bareNode());
    starts.push(await once15kB(ten));
  }
  const alone = median(bare);
  const initialized = median(starts.map(one => one.initialized));
  const ms = (what: string, value: number, target?: number): Measure => ({ what, value, unit: 'ms', target });
  const mb = (what: string, value: number, target?: number): Measure => ({ what, value, unit: 'MB', target });
  const sections = [
    {
      title: 'Start',
      measures: [
        ms('Node alone, to its end', alone),
        ms('the server, to the answer to `initialize`', initialized, alone + 50),
        ms(
          'to the first diagnostics of 15 kB, ten earlier reports',
          median(starts.map(one => one.diagnosed)),
          250,
        ),
      ],
    },
    {
      title: 'Memory',
      measures: [
        mb('Node alone', await bareMemory()),
        mb('idle', await idle(), 60),
        mb(
          'a draft, ten earlier reports and the whole catalogue',
          median(starts.map(one => one.memory)),
          100,
        ),
        mb(`after ${EDITS} changes to a draft of 150 kB`, await session(ten)),
      ],
    },
  ];
  ten.remove();
  return sections;
}
