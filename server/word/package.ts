import { decode } from '../text/decode.ts';
import { refuseOtherKinds } from './kind.ts';
import { REFUSED, Refusal } from './limits.ts';
import { childrenOf, parseXml, type XmlElement } from './xml.ts';
import { Zip } from './zip.ts';

export interface Relationship {
  readonly id: string;
  /** The last part of the type's address: `styles`, `footnotes`, `hyperlink`. */
  readonly type: string;
  /** Inside the file the name of a part; for an external one the address, which nothing here ever opens. */
  readonly target: string;
  readonly external: boolean;
}

/** A Word file as its parts: the document, what it refers to, and the relationships between them. */
export class WordPackage {
  private readonly zip: Zip;
  /** The name of the part with the text: `word/document.xml`. */
  readonly document: string;

  /** Throws a Refusal for whatever is no Word document, with a word for what it is instead. */
  constructor(bytes: Uint8Array) {
    refuseOtherKinds(bytes);
    this.zip = new Zip(bytes);
    const type = this.text('mimetype');
    if (type?.startsWith('application/vnd.oasis.opendocument.text'))
      throw new Refusal(REFUSED.openDocument());
    const main =
      this.relationshipsOf('').find(one => one.type === 'officeDocument' && !one.external)?.target ??
      'word/document.xml';
    if (this.zip.read(main) === undefined || (!/^word\//i.test(main) && !this.isWord(main)))
      throw new Refusal(REFUSED.noDocument());
    this.document = main;
  }

  private isWord(part: string): boolean {
    return this.part(part)?.name === 'w:document';
  }

  get names(): string[] {
    return this.zip.names;
  }

  /** A part's bytes; undefined for one that is not there. */
  bytes(name: string): Uint8Array | undefined {
    return this.zip.read(name);
  }

  /** A part's text; undefined for one that is not there. */
  text(name: string): string | undefined {
    const bytes = this.zip.read(name);
    if (!bytes) return undefined;
    const decoded = decode(bytes);
    if ('refused' in decoded) throw new Refusal(REFUSED.damagedPart(name));
    return decoded.text;
  }

  /** A part's root element; undefined for one that is not there. */
  part(name: string): XmlElement | undefined {
    const text = this.text(name);
    return text === undefined ? undefined : parseXml(text, name);
  }

  /** What a part refers to. The empty name stands for the package as a whole. */
  relationshipsOf(part: string): Relationship[] {
    const slash = part.lastIndexOf('/');
    const folder = part.slice(0, slash + 1);
    const root = this.part(`${folder}_rels/${part.slice(slash + 1)}.rels`);
    return childrenOf(root, 'rel:Relationship').map(({ attributes }) => {
      const external = attributes.TargetMode === 'External';
      const target = attributes.Target ?? '';
      return {
        id: attributes.Id ?? '',
        type: (attributes.Type ?? '').slice((attributes.Type ?? '').lastIndexOf('/') + 1),
        target: external ? target : resolve(folder, target),
        external,
      };
    });
  }

  /** The root of the part that the document refers to by a relationship of this type. */
  related(type: string): { readonly name: string; readonly root: XmlElement } | undefined {
    for (const one of this.relationshipsOf(this.document)) {
      if (one.type !== type || one.external) continue;
      const root = this.part(one.target);
      if (root) return { name: one.target, root };
    }
    return undefined;
  }
}

/** A target relative to a folder as a name inside the package; refused where it leads out of it. */
function resolve(folder: string, target: string): string {
  // An address within the part (`#_ftn1`) is no part.
  if (target.startsWith('#')) return target;
  const path = target.startsWith('/') ? target : `/${folder}${target}`;
  const kept: string[] = [];
  for (const step of path.split('/')) {
    if (step === '..') {
      if (kept.length === 0) throw new Refusal(REFUSED.path(target));
      kept.pop();
    } else if (step !== '' && step !== '.') kept.push(step);
  }
  return kept.join('/');
}
