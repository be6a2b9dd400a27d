import { t } from '../messages/translate.ts';
import { ROLES } from '../report/model.ts';
import { type JsonNode, type JsonObject, member, parseJson } from '../text/json.ts';
import type { Span } from '../text/span.ts';
import type { MastheadField, Profile, ProfileHead, ProfileSection, WordSetting } from './profile.ts';

export interface ProfileProblem {
  readonly span: Span;
  readonly message: string;
}

const FIELDS: readonly MastheadField[] = ['agendaItem', 'symbol', 'date', 'original', 'author', 'title'];

/**
 * Reads a profile that a user wrote. What is wrong is reported at its place; without an id and sections there is
 * no profile.
 */
export function parseProfile(text: string): { profile?: Profile; problems: ProfileProblem[] } {
  const { root, errors } = parseJson(text);
  const problems: ProfileProblem[] = [...errors];
  const reader = new Reader(problems);
  const object = root && reader.object(root, t('A profile is an object: { … }.'));
  if (!object) return { problems };
  const id = reader.string(object, 'id', true);
  const sections = reader.list(object, 'sections', true)?.flatMap(node => reader.section(node));
  if (!id || !sections?.length) return { problems };
  const numbering = reader.inner(object, 'numbering');
  const years = reader.inner(object, 'years');
  const word = reader.inner(object, 'word');
  return {
    problems,
    profile: {
      id,
      title: reader.string(object, 'title') ?? id,
      years: years && { from: reader.number(years, 'from'), to: reader.number(years, 'to') },
      masthead:
        reader
          .list(object, 'masthead')
          ?.flatMap(node => reader.oneOf(node, FIELDS, t('There is no masthead field of this name.'))) ?? [],
      heads: reader.list(object, 'heads')?.flatMap(node => reader.head(node)) ?? [],
      sections,
      numbering: {
        section: (numbering && reader.string(numbering, 'section')) === '1' ? '1' : '1.',
        paragraphs:
          (numbering && reader.string(numbering, 'paragraphs')) === 'optional' ? 'optional' : 'required',
        nested: sections.some(section => section.sections !== undefined),
      },
      ...(word ? { word: reader.word(word) } : {}),
      source: reader.string(object, 'source') ?? 'The workspace',
    },
  };
}

class Reader {
  private readonly problems: ProfileProblem[];

  constructor(problems: ProfileProblem[]) {
    this.problems = problems;
  }

  private complain(span: Span, message: string): undefined {
    this.problems.push({ span, message });
    return undefined;
  }

  object(node: JsonNode, message: string): JsonObject | undefined {
    return node.kind === 'object' ? node : this.complain(node, message);
  }

  inner(object: JsonObject, key: string): JsonObject | undefined {
    const value = member(object, key)?.value;
    return value && this.object(value, t('“{key}” is an object: { … }.', { key }));
  }

  string(object: JsonObject, key: string, required = false): string | undefined {
    const value = member(object, key)?.value;
    if (!value || value.kind === 'null')
      return required ? this.complain(object, t('“{key}” is missing.', { key })) : undefined;
    return value.kind === 'string'
      ? value.value
      : this.complain(value, t('“{key}” is a text in quotation marks.', { key }));
  }

  number(object: JsonObject, key: string): number | undefined {
    const value = member(object, key)?.value;
    if (!value) return undefined;
    return value.kind === 'number' ? value.value : this.complain(value, t('“{key}” is a number.', { key }));
  }

  private between(object: JsonObject, key: string, least: number, most: number): number | undefined {
    const value = this.number(object, key);
    if (value === undefined || (value >= least && value <= most)) return value;
    const at = member(object, key)?.value ?? object;
    return this.complain(at, t('“{key}” is a number from {least} to {most}.', { key, least, most }));
  }

  list(object: JsonObject, key: string, required = false): readonly JsonNode[] | undefined {
    const value = member(object, key)?.value;
    if (!value) return required ? this.complain(object, t('“{key}” is missing.', { key })) : undefined;
    return value.kind === 'array'
      ? value.items
      : this.complain(value, t('“{key}” is a list: [ … ].', { key }));
  }

  oneOf<T extends string>(node: JsonNode, known: readonly T[], none: string): T[] {
    if (node.kind === 'string' && (known as readonly string[]).includes(node.value)) return [node.value as T];
    this.complain(node, `${none} ${t('Known are {known}.', { known: known.join(', ') })}`);
    return [];
  }

  private texts(object: JsonObject, key: string): string[] | undefined {
    return this.list(object, key)?.flatMap(node => (node.kind === 'string' ? [node.value] : []));
  }

  private required(object: JsonObject): boolean {
    const value = member(object, 'required')?.value;
    return value?.kind === 'boolean' ? value.value : true;
  }

  word(object: JsonObject): WordSetting {
    const margins = this.inner(object, 'margins');
    const side = (key: string) => margins && this.between(margins, key, 0, 80);
    return {
      font: this.string(object, 'font'),
      size: this.between(object, 'size', 6, 24),
      margins: { top: side('top'), right: side('right'), bottom: side('bottom'), left: side('left') },
    };
  }

  head(node: JsonNode): ProfileHead[] {
    const object = this.object(node, t('A head is an object with a title.'));
    const title = object && this.string(object, 'title', true);
    if (!object || !title) return [];
    return [
      {
        title,
        required: this.required(object),
        aliases: this.texts(object, 'aliases'),
        starter: this.string(object, 'starter'),
      },
    ];
  }

  section(node: JsonNode): ProfileSection[] {
    const object = this.object(node, t('A section is an object with a role and a title.'));
    if (!object) return [];
    const title = this.string(object, 'title', true);
    const role = member(object, 'role')?.value;
    const roles = role ? this.oneOf(role, ROLES, t('There is no role of this name.')) : [];
    if (!role) this.complain(object, t('“role” is missing.'));
    if (!title || roles.length === 0) return [];
    const inner = this.list(object, 'sections')?.flatMap(one => this.section(one));
    const number = this.string(object, 'number') ?? null;
    return [
      {
        role: roles[0],
        title,
        number,
        required: this.required(object),
        aliases: this.texts(object, 'aliases'),
        ...(inner ? { sections: inner } : {}),
      },
    ];
  }
}
