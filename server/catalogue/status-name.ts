import { t } from '../messages/translate.ts';
import type { StatusAt } from './entry.ts';

const NAMES: Readonly<Record<StatusAt['status'], () => string>> = {
  'in force': () => t('in force'),
  superseded: () => t('superseded'),
  withdrawn: () => t('withdrawn'),
  'not in force': () => t('not in force'),
  'not yet approved': () => t('not yet approved'),
  unknown: () => t('not known'),
};

/** The standing of a text, as a person is told. */
export const statusName = (status: StatusAt['status']): string => NAMES[status]();
