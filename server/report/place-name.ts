import { t } from '../messages/translate.ts';

/**
 * A place (`Paragraph.place`, `Block.place`) as it is told to a person. Numbers and titles are the report's own; what
 * the program calls the parts that have neither is in its language.
 */
export function placeName(place: string): string {
  if (place === 'title') return t('title');
  if (place === 'masthead') return t('masthead');
  const [, label] = /^footnote (.+)$/.exec(place) ?? [];
  if (label !== undefined) return t('footnote {label}', { label });
  const [, nth] = /^Introduction\+(\d+)$/.exec(place) ?? [];
  return nth === undefined ? place : t('introduction, paragraph {nth}', { nth });
}
