import type { CatalogueSector, EntryKind } from './entry.ts';

/**
 * How an identifier is taken apart: the rules behind most kinds, spellings and belongings in the catalogue, so
 * that only the exceptions are stored. The forms are those of ITU's own Recommendations database.
 */

/** The shard that holds texts without a series letter of their own: `TR.sec-qkd`, `QSTR-USSD`, `EMC-3 (1974) Amd. 1`. */
export const OTHER_SERIES = 'other';

/** The series, and so the shard, that an identifier points to; '' for what has the form of none. */
export function seriesOf(id: string, sector: CatalogueSector): string {
  if (sector === 'ITU-T') {
    const letter = /^([A-Z])(?=[.\- \d]|$)/.exec(id)?.[1];
    return letter ?? (/^(?!ITU)[A-Z]{2,5}[.-]/.test(id) ? OTHER_SERIES : '');
  }
  if (id.startsWith('ITU-R Res.')) return 'RES';
  return /^(?:Report )?([A-Z]{1,3})(?=[.\- ]|$)/.exec(id)?.[1] ?? '';
}

const PART = / (Amd|Cor|Err|Add|Annex|App)\.? [^ ]+$/;
const PART_KINDS: Readonly<Record<string, EntryKind>> = {
  Amd: 'amendment',
  Cor: 'corrigendum',
  Err: 'erratum',
  Add: 'addendum',
  Annex: 'annex',
  App: 'appendix',
};

/** The kind that an identifier shows by its form. */
export function kindOf(id: string, sector: CatalogueSector): EntryKind {
  if (sector === 'ITU-R') {
    if (id.startsWith('Report ')) return 'report';
    return id.startsWith('ITU-R Res.') ? 'resolution' : 'recommendation';
  }
  const part = PART.exec(id);
  if (part) return PART_KINDS[part[1]];
  return /Suppl\.[\d.]+$/.test(id) ? 'supplement' : 'recommendation';
}

/** What a part belongs to, and the year of the edition where the identifier says it; undefined for no part. */
export function partOf(id: string): { readonly of: string; readonly year?: string } | undefined {
  const dated = /^(.+?) \((\d{4})\) (?:Technical |Amd|Cor|Err|Add|Annex|App)/.exec(id);
  if (dated) return { of: dated[1], year: dated[2] };
  const undated = /^(.+?) (?:Annex|App\.) /.exec(id);
  return undated ? { of: undated[1] } : undefined;
}

const SUPPLEMENT = /^([A-Z])\.Suppl\.([\d.]+)$/;

/** The other spellings that follow from an identifier, and the parts of a dual number. */
export function spellingsOf(id: string, kind: EntryKind): readonly string[] {
  const supplement = kind === 'supplement' ? SUPPLEMENT.exec(id) : null;
  if (supplement) {
    const [, series, number] = supplement;
    return [`${series} Suppl. ${number}`, `${series}.Sup${number}`, `${series}-series Supplement ${number}`];
  }
  if (kind !== 'recommendation') return [];
  if (id.includes('/')) return id.split('/');
  const suffixed = /^(\S+\d)(bis|ter|quater|R)$/.exec(id);
  return suffixed ? [`${suffixed[1]} ${suffixed[2]}`] : [];
}

/**
 * The identifiers that a spelling may stand for, the likeliest first: itself, then with ITU's prefixes taken off
 * and its abbreviations written as the catalogue writes them.
 */
export function readings(written: string, sector: CatalogueSector): readonly string[] {
  const tidy = written.replace(/[\s\uFEFF]+/g, ' ').trim();
  const found = new Set([tidy]);
  const bare = tidy.replace(
    /^(?:Recommendations? |Rec\. ?)?(?:ITU-[TR] )?(?:Rec\. ?|Recommendations? )?(?=[A-Z])/,
    '',
  );
  found.add(bare);
  if (sector === 'ITU-R') {
    const report = /^Report (?:ITU-R )?(.+)$/.exec(tidy);
    const resolution = /^(?:ITU-R )?Res(?:olution|\.) ?(?:ITU-R )?(\d.*)$/.exec(tidy);
    const base = report ? `Report ${report[1]}` : resolution ? `ITU-R Res.${resolution[1]}` : bare;
    found.add(base);
    // `M.2083-0` is a revision of M.2083.
    found.add(base.replace(/-\d{1,3}$/, ''));
    return [...found];
  }
  const supplement = /^([A-Z])(?:[. -]|-series )?Sup(?:pl(?:ement)?)?\.? ?(\d[\d.]*)$/.exec(bare);
  if (supplement) found.add(`${supplement[1]}.Suppl.${supplement[2]}`);
  found.add(bare.replace(/ (?=(?:bis|ter|quater|R)$)/, ''));
  found.add(bare.replace(/\b(Amd|Cor|Err|Add)\.?(?=\d)/g, '$1. '));
  found.add(bare.replace(/\bApp\.? ?(?=[IVX]+$)/, 'App. '));
  found.add(bare.replace(/ Sup(?:pl)?\.? ?(?=\d)/, ' Suppl.'));
  return [...found];
}
