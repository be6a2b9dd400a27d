import { lookUp as describe } from '../analysis/look-up.ts';
import type { Feature } from './feature.ts';
import { lookUp } from './protocol.ts';

/** What is known of identifiers that nobody has written into a report. */
export const lookUps: Feature = {
  capabilities: () => ({}),
  register: session =>
    session.connection.onRequest(lookUp.method, ({ text, uri }: { text: string; uri?: string }) =>
      session.fenced<string[]>('look up', [], async () => {
        const analysis = uri === undefined ? undefined : await session.analysisOf(uri);
        return describe(text, analysis ?? { ...session.facts, date: null });
      }),
    ),
};
