import { l10n } from 'vscode';
import type { FigureWords } from './messages.ts';

/** What the Figures view says, in the user's language. */
export const figureWords = (): FigureWords => ({
  roles: {
    introduction: l10n.t('Introduction'),
    background: l10n.t('Background'),
    legal: l10n.t('Legal'),
    technical: l10n.t('Technical and procedural'),
    organizational: l10n.t('Organizational'),
    capacity: l10n.t('Capacity building'),
    cooperation: l10n.t('International cooperation'),
    cop: l10n.t('Child Online Protection'),
    other: l10n.t('Other'),
  },
  verdicts: {
    first: l10n.t('new'),
    updated: l10n.t('updated'),
    unchanged: l10n.t('unchanged'),
    decreased: l10n.t('lower than before'),
    'not-comparable': l10n.t('not comparable'),
    constant: l10n.t('constant'),
    dropped: l10n.t('no longer given'),
  },
  section: l10n.t('Section'),
  allSections: l10n.t('All sections'),
  copy: l10n.t('Copy as CSV'),
  next: l10n.t('Next stale figure'),
  figures: l10n.t('Figures'),
  figure: l10n.t('Figure'),
  inTheDraft: l10n.t('In the draft'),
  throughTheYears: l10n.t('Figures through the years'),
  showChart: l10n.t('Show the line chart'),
  looksStale: l10n.t('Looks stale:'),
});
