import assert from 'node:assert/strict';
import { test } from 'node:test';
import { strToU8, zipSync } from 'fflate';
import { importWord } from '../../server/word/index.ts';
import { LIMITS } from '../../server/word/limits.ts';
import { parseXml } from '../../server/word/xml.ts';
import { docx, filesOf, imported, NAMESPACES, p, simple } from './support/word.ts';

/** Why a file is refused; fails where it is read. */
function refusal(bytes: Uint8Array): string {
  const read = importWord(bytes);
  assert.ok('refused' in read, 'it was read');
  return read.refused;
}

const document = (inner: string) => ({
  'word/document.xml': `<?xml version="1.0"?>${inner}`,
});
const rawDocument = (body: string) =>
  document(`<w:document ${NAMESPACES}><w:body>${body}</w:body></w:document>`);

/** A compound file, as old and as encrypted documents are, with a directory entry of this name. */
function compound(name: string): Uint8Array {
  const bytes = new Uint8Array(4096);
  bytes.set([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]);
  for (let i = 0; i < name.length; i++) bytes[1024 + 2 * i] = name.charCodeAt(i);
  return bytes;
}

test('what is no Word document is told what it is', () => {
  for (const [bytes, word] of [
    [strToU8('Just text.'), /no zip file/],
    [new Uint8Array(0), /no zip file/],
    [strToU8('{\\rtf1 text}'), /Rich Text/],
    [strToU8('<?xml version="1.0"?><?mso-application progid="Word.Document"?><a/>'), /single XML file/],
    [compound('WordDocument'), /old kind \(\.doc\)/],
    [compound('EncryptedPackage'), /password/],
    [
      zipSync({ mimetype: [strToU8('application/vnd.oasis.opendocument.text'), { level: 0 }] }),
      /OpenDocument/,
    ],
    [zipSync({ 'a.txt': strToU8('a') }), /no Word document/],
    [
      zipSync({
        'xl/workbook.xml': strToU8('<workbook/>'),
        '_rels/.rels': strToU8(
          '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="a" Type="x/officeDocument" Target="xl/workbook.xml"/></Relationships>',
        ),
      }),
      /no Word document/,
    ],
    [strToU8('PK\x03\x04 and nothing else'), /damaged/],
  ] as [Uint8Array, RegExp][]) {
    assert.match(refusal(bytes), word);
  }
});

test('a damaged document is refused wherever it is cut or changed, and never breaks the reader', () => {
  const sound = simple(...Array.from({ length: 20 }, (_, i) => p(`1.${i} Text of paragraph ${i}.`)));
  for (let cut = 0; cut < sound.length; cut += 17) {
    assert.ok('refused' in importWord(sound.subarray(0, cut)), `cut at ${cut}`);
  }
  for (let at = 0; at < sound.length; at += 5) {
    const changed = sound.slice();
    changed[at] ^= 0x55;
    importWord(changed);
  }
});

test('a zip bomb is refused by its directory, and by what it unpacks to', () => {
  const big = new Uint8Array(3_000_000);
  assert.match(
    refusal(zipSync({ ...filesOf({ body: p('Text.') }), 'word/media/a.png': big })),
    /packed more than 200 to 1/,
  );
  const many = Object.fromEntries(
    Array.from({ length: LIMITS.entries + 1 }, (_, i) => [`a${i}`, new Uint8Array(0)]),
  );
  assert.match(refusal(zipSync(many)), /holds 2\u00a0001 files; at most 2\u00a0000/);
  // A directory that claims less than there is: the first byte too many ends it.
  const files = {
    ...filesOf({ body: p('Text.') }),
    'word/document.xml': strToU8(`<w:document ${NAMESPACES}>${'<w:p/>'.repeat(50_000)}</w:document>`),
  };
  const bytes = zipSync(files);
  const view = new DataView(bytes.buffer, bytes.byteOffset);
  let lied = 0;
  for (let at = 0; at + 46 < bytes.length; at++) {
    if (view.getUint32(at, true) !== 0x02014b50 || view.getUint32(at + 24, true) < 100_000) continue;
    view.setUint32(at + 24, 2000, true);
    lied++;
  }
  assert.equal(lied, 1);
  assert.match(refusal(bytes), /damaged/);
});

test('parts beyond the limits are refused before they are unpacked', () => {
  const size = LIMITS.partBytes + 1;
  const noise = new Uint8Array(size);
  for (let i = 0, seed = 1; i < size; i += 64) noise[i] = (seed = (seed * 48_271) % 2_147_483_647) & 0xff;
  assert.match(
    refusal(docx({ body: '', files: { 'word/document.xml': noise } })),
    /more than 40 MB|packed more than/,
  );
});

test('a path that leads out of the document, a name twice, a target outside', () => {
  for (const name of ['../evil.xml', 'word/../../evil.xml', '/etc/passwd', 'C:/evil.xml', '..\\evil.xml']) {
    assert.match(
      refusal(zipSync({ ...filesOf({ body: '' }), [name]: strToU8('x') })),
      /path leads out/,
      name,
    );
  }
  assert.match(
    refusal(zipSync({ ...filesOf({ body: '' }), 'WORD/Document.xml': strToU8('x') })),
    /two files named/,
  );
  const rels = `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="a" Type="x/styles" Target="../../styles.xml"/></Relationships>`;
  assert.match(
    refusal(docx({ body: '', files: { 'word/_rels/document.xml.rels': rels } })),
    /path leads out/,
  );
});

test('entities are never expanded: a document type is refused as such', () => {
  const laughs = '<!DOCTYPE lolz [<!ENTITY lol "lol"><!ENTITY lol2 "&lol;&lol;">]>';
  const bytes = docx({
    body: '',
    files: document(
      `${laughs}<w:document ${NAMESPACES}><w:body><w:p><w:r><w:t>&lol2;</w:t></w:r></w:p></w:body></w:document>`,
    ),
  });
  assert.match(refusal(bytes), /declares a document type.*Nothing of it was expanded/);
  assert.match(
    refusal(docx({ body: '', files: rawDocument('<w:p><w:r><w:t>&unknown;</w:t></w:r></w:p>') })),
    /not well-formed/,
  );
});

test('XML that is not well-formed, too deep or too long is refused', () => {
  for (const broken of [
    '<w:p>',
    '</w:p>',
    '<w:p></w:r>',
    '<w:p a=b/>',
    '<w:p a="1" <',
    '<w:p>&#x110000;</w:p>',
    '<w:p>&amp</w:p>',
    '<!-- open',
  ]) {
    assert.match(refusal(docx({ body: '', files: rawDocument(broken) })), /not well-formed/, broken);
  }
  const deep = '<w:sdt>'.repeat(400) + '</w:sdt>'.repeat(400);
  assert.match(refusal(docx({ body: '', files: rawDocument(deep) })), /nested deeper than 256/);
  assert.match(refusal(docx({ body: '', files: { 'word/document.xml': '<a/><b/>' } })), /not well-formed/);
  // As many elements as the limit allows take seconds: here it is three.
  const few = { ...LIMITS, elements: 3 };
  assert.equal(parseXml('<a><b/><b/></a>', 'x', few).children.length, 2);
  assert.throws(
    () => parseXml('<a><b/><b/><b/></a>', 'x', few),
    /x has more than 2\u00a0000\u00a0000 elements/,
  );
});

test('styles and lists that run in circles end', () => {
  const circle = (id: string, parent: string) =>
    `<w:style w:type="paragraph" w:styleId="${id}"><w:name w:val="${id}"/><w:basedOn w:val="${parent}"/></w:style>`;
  const styles = circle('A', 'B') + circle('B', 'A') + circle('C', 'C');
  const body = ['A', 'B', 'C'].map(id => p('Text.', `<w:pStyle w:val="${id}"/>`)).join('');
  assert.equal(imported(docx({ body, styles })).text, 'Text.\n\nText.\n\nText.\n');
});

test('nothing outside the file is looked at: remote pictures and templates stay addresses', () => {
  const remote = `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="i" Type="x/image" Target="https://evil.example/p.png" TargetMode="External"/><Relationship Id="t" Type="x/attachedTemplate" Target="https://evil.example/t.dotm" TargetMode="External"/><Relationship Id="s" Type="x/styles" Target="https://evil.example/styles.xml" TargetMode="External"/></Relationships>`;
  const fetched: unknown[] = [];
  const own = globalThis.fetch;
  globalThis.fetch = async (...call: unknown[]) => {
    fetched.push(call);
    throw new Error('no network');
  };
  try {
    const read = imported(
      docx({
        body: p('<w:r><w:drawing r:link="i"/></w:r><w:r><w:t>Text.</w:t></w:r>'),
        files: { 'word/_rels/document.xml.rels': remote },
      }),
    );
    assert.equal(read.text, 'Text.\n');
    assert.deepEqual(read.notes, ['A picture was left out.']);
  } finally {
    globalThis.fetch = own;
  }
  assert.deepEqual(fetched, []);
});

test('hostile text is read in time that grows with its length', () => {
  const time = (body: string) => {
    const bytes = zipStored(filesOf({ body }));
    const start = performance.now();
    importWord(bytes);
    return performance.now() - start;
  };
  for (const body of [
    p(`<w:r>${'<w:br/>'.repeat(60_000)}</w:r>`),
    p('['.repeat(300_000)),
    p('*_`'.repeat(100_000)),
    p(`1.1 ${'1'.repeat(500_000)}`),
    p(' '.repeat(500_000)),
    '<w:p/>'.repeat(60_000),
    p('<w:r><w:fldChar w:fldCharType="begin"/></w:r>'.repeat(20_000)),
    p('<w:bookmarkStart w:id="1" w:name="a"/>'.repeat(40_000)),
  ]) {
    assert.ok(time(body) < 4000, body.slice(0, 60));
  }
});

/** A zip without packing, so that the ratio of hostile text is no reason to refuse it. */
const zipStored = (files: Record<string, Uint8Array>): Uint8Array => zipSync(files, { level: 0 });

test('a file that is packed in a way nobody reads is damaged', () => {
  const bytes = simple(p('Text.'));
  const view = new DataView(bytes.buffer, bytes.byteOffset);
  for (let at = 0; at + 46 < bytes.length; at++)
    if (view.getUint32(at, true) === 0x02014b50) view.setUint16(at + 10, 12, true);
  assert.match(refusal(bytes), /damaged/);
});
