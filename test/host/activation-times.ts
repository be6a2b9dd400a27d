import type { Activation } from './result.ts';

/** Where VS Code's extension hosts keep the times behind “Show Running Extensions”. */
interface HostMarks {
  readonly MonacoPerformanceMarks?: { getMarks(): { name: string; startTime: number }[] };
}

/** How long it took to load and activate us, by the extension host's own marks; null where it has none. */
export function activationTimes(): Activation | null {
  const marks = (globalThis as HostMarks).MonacoPerformanceMarks?.getMarks() ?? [];
  const between = (start: string, end: string): number => {
    const at = (name: string) =>
      marks.find(mark => mark.name === `code/extHost/${name}/gca-report.gca-report`)?.startTime ?? Number.NaN;
    return at(end) - at(start);
  };
  const load = between('willLoadExtensionCode', 'didLoadExtensionCode');
  const activate = between('willActivateExtension', 'didActivateExtension');
  return Number.isNaN(load + activate) ? null : { load, activate };
}
