import type { Span } from '../text/span.ts';

/** The kinds of identifier, as fixed by the command line's contract. */
export type CitationKind =
  | 'recommendation'
  | 'supplement'
  | 'amendment'
  | 'corrigendum'
  | 'report'
  | 'series'
  | 'range'
  | 'standard'
  | 'resolution'
  | 'decision'
  | 'question'
  | 'council-document'
  | 'study-group'
  | 'focus-group'
  | 'action-plan'
  | 'study-period';

export type Sector = 'ITU-T' | 'ITU-R' | 'ITU-D';

/** Who adopts resolutions and decisions: conferences, assemblies, the Council. */
export type Body = 'PP' | 'WTDC' | 'WTSA' | 'Council' | 'RA' | 'WRC';

/** What is odd in how an identifier is written; a rule tells the drafter, the id is what was meant. */
export type Oddity =
  /** `X. 1047`, `X .1205` */
  | 'space'
  /** `X1205`, `ITU-T X 1205` */
  | 'dot'
  /** a working name (`X.sgdfs-us`, `G.Suppl.OTNsec`): no number yet */
  | 'working-name'
  /** `(Rev. Bucharest 2022)` */
  | 'comma'
  /** `(rev. Dubai, 2012)` */
  | 'lower-case'
  /** `Rev.Hammamet`, `(Rev Dubai, 2018)` */
  | 'revision-mark'
  /** `WTSAs-12` */
  | 'plural';

/** An identifier found in a text. Offsets are those of the text it was found in. */
export interface Citation extends Span {
  readonly kind: CitationKind;
  /** The canonical spelling: `X.1303bis`, `X.Suppl.36`, `Resolution 130 (Rev. Dubai, 2018)`, `SG17`. */
  readonly id: string;
  /** The number's own span: the smallest slice that names the thing; `start` and `end` may add prefix and year. */
  readonly core: Span;
  readonly sector?: Sector;
  /** The edition cited: `2012`, `2012-04`; for ITU-R the version, `M.2083-0` gives `-0`. */
  readonly edition?: string;
  /** For a resolution or decision: the body that adopted it, where the text says or the place and year decide. */
  readonly body?: Body;
  /** The conference or session named instead of place and year, as written: `WTDC-10`, `PP-18`, `C24`. */
  readonly conference?: string;
  /** For a resolution or decision: its number alone. */
  readonly number?: string;
  /** For a resolution: revision as written, taken apart. `revised` is false for a first adoption. */
  readonly revision?: {
    readonly revised: boolean;
    readonly place: string;
    readonly year: number;
    readonly span: Span;
  };
  readonly oddities?: readonly Oddity[];
  /** The member's place in a list that shares one prefix; the first member is 0. */
  readonly listIndex?: number;
  /** The same for every member of one list, different for two lists of one text. */
  readonly list?: number;
  /** True where a noun like `Recommendation`, `Rec.` or `Resolution` stands before it. */
  readonly prefixed?: boolean;
  /** Other numbers of the same text: `G.709` and `Y.1331` of `G.709/Y.1331`, `ISO/IEC 27011` of a common text. */
  readonly alsoKnownAs?: readonly string[];
  /** For an amendment, a corrigendum, a Supplement to one text, an implementers' guide: the text that it belongs to. */
  readonly of?: string;
  /** What the text speaks of, without a number of its own: `Supplement` in "Supplement to ITU-T X.1051". */
  readonly part?: string;
  /** For a range: the first and the last number, `J.1012` and `J.1015.1`. */
  readonly ends?: readonly [first: string, last: string];
}
