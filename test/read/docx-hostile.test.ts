import { describe, expect, it } from 'vitest';
import { docxReader } from '../../pipeline/read/docx/docx-reader.js';
import { readSource } from '../../pipeline/read/index.js';
import { ReaderInput } from '../../pipeline/read/reader.js';
import { type ZipFile, zip } from './archive-input.js';
import { cell, docx, docxFiles, paragraph, row, table } from './docx-input.js';

const read = (bytes: Uint8Array) => readSource({ bytes, name: 'notice.docx' }, { encoding: null });
const whole = docx(paragraph('各有关单位：'));
const entity = '<!DOCTYPE w [<!ENTITY x SYSTEM "file:///etc/passwd">]><w>&x;</w>';

/** The files of a sound document with some put in their places. */
const withFiles = (...files: readonly ZipFile[]): Buffer => {
  const names = files.map(({ name }) => name);
  const kept = docxFiles(paragraph('甲')).filter(({ name }) => !names.includes(name));
  return zip([...kept, ...files]);
};
const withBody = (data: string): Buffer => withFiles({ name: 'word/document.xml', data });

describe('a Word file that cannot be read', () => {
  it.each<[string, string, Buffer]>([
    ['is cut short', 'damaged', whole.subarray(0, whole.length - 60)],
    ['has no main part', 'damaged', zip([{ name: 'word/styles.xml', data: '<a/>' }])],
    ['has a main part of another kind', 'damaged', withBody('<a/>')],
    ['has XML that is broken off', 'damaged', withBody('<w:document>')],
    ['has no words', 'empty', docx('<w:p/>')],
    ['has pictures alone', 'no_text_layer', docx(paragraph('<w:r><w:drawing/></w:r>'))],
    ['leads out of its folder', 'unsafe_archive', withFiles({ name: '../word/a.xml', data: '' })],
    ['names an outer entity', 'too_complex', withBody(entity)],
    ['is nested 10,000 deep', 'too_complex', withBody('<a>'.repeat(10_000))],
    ['has tables in tables', 'too_complex', docx(nestedTables(500))],
    ['is a bomb', 'unsafe_archive', withBody(' '.repeat(8_000_000))],
  ])('as it %s: %s', async (_, code, bytes) => {
    await expect(read(bytes)).rejects.toMatchObject({ name: 'ReadError', code });
  });
});

describe('a Word file that lacks parts', () => {
  it.each<[string, Buffer]>([
    ['its list of parts', zip(docxFiles(paragraph('甲')).slice(1, 2))],
    ['parts that it names', withMissingStyles()],
  ])('is read without %s', async (_, bytes) => {
    expect((await read(bytes)).source.text).toBe('甲\n');
  });

  it('is read without parts that are broken, and warns of them', async () => {
    const document = await read(zip(docxFiles(paragraph('甲'), { styles: '<a>' })));
    expect(document.source.text).toBe('甲\n');
    expect(document.warnings).toMatchObject([
      { code: 'part_damaged', message: expect.stringContaining('word/styles.xml') },
    ]);
  });

  it('is told by the names inside', () => {
    const sniff = (bytes: Uint8Array) =>
      docxReader.sniff(new ReaderInput(bytes, 'a', { encoding: null }));
    expect(sniff(whole)).toBe(true);
    expect(sniff(zip([{ name: 'xl/workbook.xml', data: '' }]))).toBe(false);
    expect(sniff(Buffer.from('word/document.xml'))).toBe(false);
  });
});

function withMissingStyles(): Buffer {
  return zip(docxFiles(paragraph('甲'), { styles: '' }).slice(0, 3));
}

function nestedTables(depth: number): string {
  let body = paragraph('内');
  for (let at = 0; at < depth; at++) body = table(row([cell('甲'), `<w:tc>${body}<w:p/></w:tc>`]));
  return body;
}
