import { generateReport } from './generate.ts';
import { median, ServerProcess } from './stdio.ts';

const SIZES = [15_000, 150_000, 1_500_000];
const KEYSTROKES = 160;
/** The first keystrokes compile the server; a person types thousands. */
const WARM_UP = 60;

/** One typed character to new diagnostics, through the real server over stdio. */
export async function keystrokes(): Promise<void> {
  console.log(
    `One keystroke to new diagnostics, all rules on, over stdio (median and slowest of ${KEYSTROKES - WARM_UP}):`,
  );
  for (const size of SIZES) {
    const server = await ServerProcess.start();
    const uri = `file:///bench/draft-${size}.gca.md`;
    const text = generateReport(size, size);
    await server.open(uri, text);
    const lines = text.split('\n');
    const line = lines.findIndex((words, i) => i > lines.length / 2 && /^\d\.\d/.test(words));
    const times: number[] = [];
    for (let i = 0; i < KEYSTROKES; i++)
      times.push(await server.keystroke(uri, i + 2, line, 20 + i, 'ab cd'[i % 5]));
    times.splice(0, WARM_UP);
    console.log(
      `  ${(text.length / 1000).toFixed(0).padStart(5)} kB  ${median(times).toFixed(1)} ms, slowest ${Math.max(...times).toFixed(1)} ms`,
    );
    await server.stop();
  }
}

if (import.meta.filename === process.argv[1]) await keystrokes();
