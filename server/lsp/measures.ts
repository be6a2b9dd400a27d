import type { FaultReport, RequestTimes } from './protocol.ts';

/** Faults kept; further ones say little more. */
const MOST_FAULTS = 20;
/** Frames of a fault that are kept, the innermost first. */
const MOST_FRAMES = 8;
/** A line of a stack that names a place in our programs or our sources. */
const FRAME =
  /^\s*at (?:async )?(?:([\w$.<>]{1,60}) )?(?:\[as [\w$]{1,60}\] )?\(?(?:.*[\\/])?([\w-]{1,40}(?:\.web)?\.[jt]s):(\d+):(\d+)\)?$/;

/** What the server keeps of its own work: how long it took, and what failed. Nothing of it is anybody's text. */
export class Measures {
  private readonly times = new Map<
    string,
    { count: number; total: number; longest: number; failed: number }
  >();
  private readonly kept: FaultReport[] = [];

  /** Notes that a piece of work took so many milliseconds. */
  took(work: string, ms: number, failed: boolean): void {
    let known = this.times.get(work);
    if (!known) this.times.set(work, (known = { count: 0, total: 0, longest: 0, failed: 0 }));
    known.count++;
    known.total += ms;
    known.longest = Math.max(known.longest, ms);
    if (failed) known.failed++;
  }

  /** Notes a fault: where, of what kind, and the places in our code. Its message may quote a text and is left out. */
  failed(where: string, error: unknown): void {
    if (this.kept.length >= MOST_FAULTS) return;
    const { name = 'Error', message = '', stack = '' } = error instanceof Error ? error : {};
    // The message stands before the frames, and may look like one.
    const frames = stack.slice(stack.indexOf(message) + message.length).split('\n');
    this.kept.push({
      where,
      kind: /^\w{1,40}$/.test(name) ? name : 'Error',
      at: frames.flatMap(frame => placeIn(frame)).slice(0, MOST_FRAMES),
    });
  }

  get requests(): RequestTimes[] {
    const round = (ms: number) => Math.round(ms * 10) / 10;
    return [...this.times]
      .map(([work, { count, total, longest, failed }]) => ({
        work,
        count,
        mean: round(total / count),
        longest: round(longest),
        failed,
      }))
      .sort((a, b) => (a.work < b.work ? -1 : 1));
  }

  get faults(): readonly FaultReport[] {
    return this.kept;
  }
}

/** `hoverAt server.web.js:12:34`: without the folders that the program lies in, which name the user. */
function placeIn(frame: string): string[] {
  const [, name, file, line, column] = FRAME.exec(frame) ?? [];
  return file ? [[name, `${file}:${line}:${column}`].filter(Boolean).join(' ')] : [];
}
