import { DOCUMENTS } from './documents.ts';
import type { Mutation } from './mutation.ts';
import { PROGRAMS } from './programs.ts';
import { WORDS } from './words.ts';
import { WORKSPACE } from './workspace.ts';

export type { Mutation };

/** Every defence that is taken out, in the order of the table. */
export const MUTATIONS: readonly Mutation[] = [...WORKSPACE, ...DOCUMENTS, ...WORDS, ...PROGRAMS];
