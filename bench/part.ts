import type { Section } from './measures.ts';

/** One part of the bench, in a process of its own: `node bench/part.ts speed`. Sends its sections to who started it. */
const PARTS: Readonly<Record<string, () => Promise<Section[]>>> = {
  speed: async () => (await import('./speed.ts')).speed(),
  keystroke: async () => (await import('./keystroke.ts')).keystrokes(),
  start: async () => (await import('./start.ts')).start(),
  bundles: async () => (await import('./bundles.ts')).bundles(),
  figures: async () => (await import('./figures.ts')).figures(),
  citations: async () => (await import('./citations.ts')).citations(),
  peers: async () => (await import('./peers.ts')).peers(),
};

const sections = await PARTS[process.argv[2]]();
if (process.send) process.send(sections, () => process.exit());
else console.log(JSON.stringify(sections, null, 1));
