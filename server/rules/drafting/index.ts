import type { Rule } from '../rule.ts';
import { notClosed, toConfirm } from './marks.ts';
import { openPromise } from './promise.ts';

/** The rules on what a draft has taken over from the year before. */
export const draftingRules: readonly Rule[] = [toConfirm, notClosed, openPromise];
