import { l10n } from 'vscode';
import type { Mode } from '../server/rules/rule.ts';

const NAMES: Readonly<Record<Mode, () => string>> = {
  drafting: () => l10n.t('Drafting'),
  review: () => l10n.t('Review'),
  submission: () => l10n.t('Submission'),
};

/** What a mode is called where somebody chooses it. */
export const modeName = (mode: Mode): string => NAMES[mode]();
