import type { Role } from '../report/model.ts';

/** A heading of the front matter that a report of this profile carries. */
export interface ProfileHead {
  readonly title: string;
  readonly required: boolean;
  /** Other spellings seen, taken for the same head. */
  readonly aliases?: readonly string[];
  /** What the skeleton puts under it. */
  readonly starter?: string;
}

export interface ProfileSection {
  readonly role: Role;
  readonly title: string;
  /** `2`; null for text without a heading (the introduction from 2023 on). */
  readonly number: string | null;
  readonly required: boolean;
  readonly aliases?: readonly string[];
  readonly sections?: readonly ProfileSection[];
}

/** How a report is set when it is written as a Word document; what is left out is as usual. */
export interface WordSetting {
  /** The name of a font that the readers have. */
  readonly font?: string;
  /** The size of the text, in points. */
  readonly size?: number;
  /** The margins of the page, in millimetres. */
  readonly margins?: {
    readonly top?: number;
    readonly right?: number;
    readonly bottom?: number;
    readonly left?: number;
  };
}

export type MastheadField = 'agendaItem' | 'symbol' | 'date' | 'original' | 'author' | 'title';

/** What a report must have: data, one file a profile (data/profiles/), with a schema (schemas/profile.schema.json). */
export interface Profile {
  readonly id: string;
  readonly title: string;
  /** The Council years the profile holds for; open ends are left out. */
  readonly years?: { readonly from?: number; readonly to?: number };
  readonly masthead: readonly MastheadField[];
  readonly heads: readonly ProfileHead[];
  readonly sections: readonly ProfileSection[];
  readonly numbering: {
    /** How a section's number is written before its title: `1.` or `1`. */
    readonly section: '1.' | '1';
    /** Whether the paragraphs of numbered sections carry a number each. */
    readonly paragraphs: 'required' | 'optional';
    /** Whether sections inside sections are numbered with their paragraphs (thematic reports). */
    readonly nested?: boolean;
  };
  readonly word?: WordSetting;
  /** Where the facts of this profile come from. */
  readonly source: string;
}
