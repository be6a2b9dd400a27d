import { t } from '../messages/translate.ts';
import { ROLES } from '../report/model.ts';
import { type JsonNode, type JsonObject, member, parseJson } from '../text/json.ts';
import { withItem } from '../text/json-edit.ts';
import type { Span } from '../text/span.ts';
import type { Scope } from './claim.ts';
import {
  builtinIndicators,
  INDICATORS,
  type Indicator,
  type IndicatorSet,
  indicatorSet,
} from './indicators.ts';

/** Where a workspace keeps indicators of its own, relative to its folder. */
export const INDICATORS_FILE = '.gca-report/indicators.json';

/** Something wrong in an indicators file, at its place. */
export interface IndicatorProblem {
  readonly span: Span;
  readonly message: string;
}

const SCOPES: readonly Scope[] = ['cumulative', 'period', 'as-of', 'ordinal', 'constant'];
const KEYS = ['id', 'label', 'scope', 'pillar', 'unit', 'context', 'without', 'values', 'note'];

/**
 * Reads an indicators file that a user wrote (schemas/indicators.schema.json). What is wrong is told at its place,
 * and an entry with an error is left out; the others hold.
 */
export function parseIndicators(text: string): { indicators: Indicator[]; problems: IndicatorProblem[] } {
  const { root, errors } = parseJson(text);
  const problems: IndicatorProblem[] = [...errors];
  if (!root) return { indicators: [], problems };
  const list = root.kind === 'object' ? member(root, 'indicators')?.value : undefined;
  if (list?.kind !== 'array') {
    problems.push({
      span: list ?? root,
      message: t('The file is an object with a list: {form}.', { form: '{ "indicators": [ … ] }' }),
    });
    return { indicators: [], problems };
  }
  const indicators = list.items.flatMap(item => {
    const reader = new EntryReader();
    const indicator = reader.read(item);
    problems.push(...reader.problems);
    return indicator ? [indicator] : [];
  });
  return { indicators, problems };
}

/** The shipped indicators with those of a workspace; an entry with the id of a shipped one takes its place. */
export const withWorkspaceIndicators = (own: readonly Indicator[]): IndicatorSet =>
  own.length ? indicatorSet([...builtinIndicators, ...own]) : INDICATORS;

/** The text of an indicators file with one more entry, or with one exchanged; what else the file says stays. */
export function withIndicator(present: string | undefined, indicator: Indicator): string {
  return withItem(present, 'indicators', indicator, node => {
    const id = node.kind === 'object' ? member(node, 'id')?.value : undefined;
    return id?.kind === 'string' && id.value === indicator.id;
  });
}

/** Reads one entry; any problem makes it unusable. */
class EntryReader {
  readonly problems: IndicatorProblem[] = [];

  read(node: JsonNode): Indicator | undefined {
    if (node.kind !== 'object') {
      this.complain(
        node,
        t('An indicator is an object: { "id": …, "label": …, "scope": …, "unit": [ … ] }.'),
      );
      return undefined;
    }
    for (const { key, keySpan } of node.members) {
      if (!KEYS.includes(key))
        this.complain(
          keySpan,
          t('An indicator has no “{key}”. It has {keys}.', { key, keys: KEYS.join(', ') }),
        );
    }
    const id = this.text(node, 'id');
    const label = this.text(node, 'label');
    const scope = this.oneOf(node, 'scope', SCOPES, true);
    const pillar = this.oneOf(node, 'pillar', ROLES, false);
    const unit = this.words(node, 'unit');
    const context = this.words(node, 'context');
    const without = this.words(node, 'without');
    const values = this.numbers(node);
    const note = member(node, 'note') ? this.text(node, 'note') : undefined;
    if (unit?.length === 0 || !member(node, 'unit'))
      this.complain(node, t('“unit” is missing: the things counted, as in ["country"].'));
    if (this.problems.length || !id || !label || !scope || !unit) return undefined;
    return {
      id,
      label,
      scope,
      ...(pillar ? { pillar } : {}),
      unit,
      ...(context ? { context } : {}),
      ...(without ? { without } : {}),
      ...(values ? { values } : {}),
      ...(note ? { note } : {}),
    };
  }

  private complain(span: Span, message: string): void {
    this.problems.push({ span: { start: span.start, end: span.end }, message });
  }

  private text(object: JsonObject, key: string): string | undefined {
    const value = member(object, key)?.value;
    if (value?.kind === 'string' && value.value.trim() !== '') return value.value;
    this.complain(value ?? object, t('“{key}” is a text in quotation marks.', { key }));
    return undefined;
  }

  private oneOf<T extends string>(
    object: JsonObject,
    key: string,
    known: readonly T[],
    required: boolean,
  ): T | undefined {
    const value = member(object, key)?.value;
    if (!value && !required) return undefined;
    if (value?.kind === 'string' && (known as readonly string[]).includes(value.value))
      return value.value as T;
    this.complain(value ?? object, t('“{key}” is one of {known}.', { key, known: known.join(', ') }));
    return undefined;
  }

  private words(object: JsonObject, key: string): string[] | undefined {
    const value = member(object, key)?.value;
    if (!value) return undefined;
    if (value.kind !== 'array') {
      this.complain(value, t('“{key}” is a list of words: [ … ].', { key }));
      return undefined;
    }
    return value.items.flatMap(item => {
      if (item.kind === 'string' && /[^\s|*]/.test(item.value)) return [item.value];
      this.complain(item, t('Words in quotation marks are expected here, as in "CIRT | CSIRT".'));
      return [];
    });
  }

  private numbers(object: JsonObject): number[] | undefined {
    const value = member(object, 'values')?.value;
    if (!value) return undefined;
    if (value.kind === 'array' && value.items.every(item => item.kind === 'number')) {
      return value.items.map(item => Number(item.kind === 'number' ? item.value : 0));
    }
    this.complain(value, t('“values” is a list of numbers: [5, 6].'));
    return undefined;
  }
}
