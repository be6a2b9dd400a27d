import { t } from '../messages/translate.ts';
import { isSessionYear } from '../report/council.ts';
import { type JsonNode, type JsonObject, parseJson } from '../text/json.ts';
import type { Span } from '../text/span.ts';
import { insidePath, leadsOut } from '../workspace/inside.ts';
import { MODES, type Mode, SEVERITIES, type Severity } from './rule.ts';

/** What `.gca-report/config.json` may say; schemas/config.schema.json says the same to the editor. */
export interface Config {
  readonly mode?: Mode;
  /** A profile's id. */
  readonly profile?: string;
  readonly year?: number;
  /** Folders and files with the earlier reports, relative to the workspace folder and inside it. */
  readonly archive?: readonly string[];
  /** A rule's id, or a whole group's name, to a severity or `off`. */
  readonly rules: ReadonlyMap<string, Severity | 'off'>;
}

/** Something wrong in a data file of the workspace, at its place. */
export interface ConfigProblem {
  readonly span: Span;
  readonly message: string;
}

export const EMPTY_CONFIG: Config = { rules: new Map() };

/** Reads a configuration. Every error is reported at its place, and what is sound holds all the same. */
export function parseConfig(
  text: string,
  ruleIds: ReadonlySet<string>,
): { config: Config; problems: ConfigProblem[] } {
  const { root, errors } = parseJson(text);
  const problems: ConfigProblem[] = [...errors];
  if (!root) return { config: EMPTY_CONFIG, problems };
  if (root.kind !== 'object') {
    problems.push({ span: root, message: t('The configuration is an object: { … }.') });
    return { config: EMPTY_CONFIG, problems };
  }
  const config: { -readonly [K in keyof Config]: Config[K] } = { rules: new Map() };
  const complain = (node: Span, message: string) => problems.push({ span: node, message });
  for (const { key, keySpan, value } of root.members) {
    if (!value) continue;
    switch (key) {
      case '$schema':
        break;
      case 'mode':
        if (value.kind === 'string' && isMode(value.value)) config.mode = value.value;
        else complain(value, t('The mode is one of {known}.', { known: MODES.join(', ') }));
        break;
      case 'profile':
        if (value.kind === 'string') config.profile = value.value;
        else complain(value, t('The profile is the id of a profile, as in "council-2023".'));
        break;
      case 'year':
        if (value.kind === 'number' && isSessionYear(value.value)) config.year = value.value;
        else complain(value, t('The year is the year of the Council session, as in 2025.'));
        break;
      case 'archive':
        config.archive = paths(value, complain, t('The archive is a list of folders or files.'));
        break;
      case 'rules':
        if (value.kind === 'object') config.rules = severities(value, ruleIds, complain);
        else complain(value, t('The rules are an object of rule ids and severities.'));
        break;
      default:
        complain(
          keySpan,
          t('There is no setting “{key}” here. Known are mode, profile, year, archive and rules.', { key }),
        );
    }
  }
  return { config, problems };
}

type Complain = (node: Span, message: string) => void;

const isMode = (value: string): value is Mode => (MODES as readonly string[]).includes(value);

function paths(value: JsonNode, complain: Complain, message: string): string[] | undefined {
  if (value.kind !== 'array') {
    complain(value, message);
    return undefined;
  }
  return value.items.flatMap(item => {
    const path = item.kind === 'string' ? insidePath(item.value) : undefined;
    if (path === undefined || path === null)
      complain(item, item.kind === 'string' ? leadsOut(item.value) : message);
    return path ?? [];
  });
}

function severities(
  object: JsonObject,
  ruleIds: ReadonlySet<string>,
  complain: Complain,
): Map<string, Severity | 'off'> {
  const found = new Map<string, Severity | 'off'>();
  const groups = new Set([...ruleIds].map(id => id.slice(0, id.indexOf('/'))));
  for (const { key, keySpan, value } of object.members) {
    if (!ruleIds.has(key) && !groups.has(key)) {
      complain(
        keySpan,
        t(
          'There is no rule “{key}”. A rule is written group/name; a group’s name alone stands for all its rules.',
          { key },
        ),
      );
      continue;
    }
    const said = value?.kind === 'string' ? value.value : undefined;
    if (said === 'off' || (SEVERITIES as readonly (string | undefined)[]).includes(said))
      found.set(key, said as Severity | 'off');
    else
      complain(value ?? keySpan, t('A severity is one of {known} or off.', { known: SEVERITIES.join(', ') }));
  }
  return found;
}

/** What the configuration says of a rule: of itself, else of its group. */
export const severityIn = (config: Config, rule: string): Severity | 'off' | undefined =>
  config.rules.get(rule) ?? config.rules.get(rule.slice(0, rule.indexOf('/')));
