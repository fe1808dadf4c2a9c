import { describe, expect, it } from 'vitest';
import { ReadError, readSource } from '../../pipeline/read/index.js';
import { zip } from './archive-input.js';
import { ofd, ofdFile, readOfd, textAt } from './ofd-input.js';

const WORDS = '各单位要加强统筹协调完善工作机制';
const page = textAt(30, 50, WORDS);

const codeOf = async (bytes: Uint8Array, maxPages = 1000): Promise<string> => {
  try {
    await readSource({ bytes, name: 'a.ofd' }, { encoding: null, maxPages });
    return 'read';
  } catch (error) {
    if (!(error instanceof ReadError)) throw error;
    return error.code;
  }
};

describe('OFD files that cannot be read', () => {
  it.each<[string, Uint8Array, string]>([
    ['cut short', ofd({ pages: [page] }).subarray(0, 700), 'damaged'],
    ['without pages', ofd({ pages: [] }), 'damaged'],
    [
      'encrypted',
      zip([
        { name: 'OFD.xml', data: '<OFD/>' },
        { name: 'Encryptions.xml', data: 'x' },
      ]),
      'encrypted',
    ],
    ['blank', ofd({ pages: ['', ''] }), 'empty'],
    [
      'of pictures',
      ofd({ pages: ['<ImageObject Boundary="0 0 210 297" ResourceID="3"/>'] }),
      'no_text_layer',
    ],
    ['of glyphs without characters', ofd({ pages: [textAt(20, 50, '¤¤¤¤¤¤¤¤')] }), 'no_text_layer'],
    [
      'with a document type',
      ofd({
        pages: [page],
        files: [
          {
            name: 'Doc_0/Res.xml',
            data: '<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]><a>&b;</a>',
          },
        ],
      }),
      'too_complex',
    ],
    [
      'whose page is a bomb',
      ofd({
        pages: [page, page],
        files: [{ name: 'Doc_0/Pages/1/Content.xml', data: ' '.repeat(5_000_000) }],
      }),
      'unsafe_archive',
    ],
  ])('%s', async (_, bytes, code) => expect(await codeOf(bytes)).toBe(code));

  it('have more pages than allowed', async () => {
    expect(await codeOf(ofd({ pages: [page, page, page] }), 2)).toBe('too_many_pages');
    expect(await codeOf(ofd({ pages: [page, page] }), 2)).toBe('read');
  });

  it('hold units that draw one another without end', async () => {
    const twice = (id: number): string => `<CompositeObject ResourceID="${id}"/>`.repeat(2);
    const units = Array.from(
      { length: 40 },
      (_, id) =>
        `<CompositeGraphicUnit ID="${id}"><Content>${twice((id + 1) % 40)}</Content></CompositeGraphicUnit>`,
    ).join('');
    const resources = `<CompositeGraphicUnits>${units}</CompositeGraphicUnits>`;
    expect(await codeOf(ofd({ pages: [page + twice(0)], resources }))).toBe('too_complex');
  });
});

describe('OFD pages that draw too much', () => {
  const steps = (count: number): string =>
    `<TextObject Size="5"><TextCode DeltaX="g ${count} 5">${'中'.repeat(count)}</TextCode></TextObject>`;

  it.each<[string, string, string]>([
    ['characters', steps(1000).repeat(201), 'too_complex'],
    ['characters in one object', steps(200_001), 'too_complex'],
    ['objects', '<PathObject/>'.repeat(100_001), 'too_complex'],
    ['as many as a page of small print', steps(50).repeat(200), 'read'],
  ])('%s', async (_, objects, code) => {
    expect(await codeOf(ofd({ pages: [page + objects] }))).toBe(code);
  });
});

describe('OFD files that are damaged in part', () => {
  it('give their other pages and say which is lost', async () => {
    const bytes = ofd({
      pages: [page, page],
      files: [{ name: 'Doc_0/Pages/0/Content.xml', data: '<ofd:Page><ofd:Content>' }],
    });
    const document = await readOfd(bytes);
    expect(document.source.text).toBe(`${WORDS}\n`);
    expect(document.warnings.map(({ code, at }) => [code, at?.page])).toEqual([
      ['damaged_page', 1],
    ]);
  });

  it('are read without resources, signatures and templates that are missing or lead outside', async () => {
    const bytes = ofd({
      pages: [page],
      page: '<Template TemplateID="none"/><PageRes>../../../../etc/passwd</PageRes>',
      body: '<Signatures>../../Signs.xml</Signatures>',
      document: '<Annotations>/none.xml</Annotations>',
      files: [ofdFile('Doc_0/Res.xml', 'Res', '')],
    });
    expect((await readOfd(bytes)).source.text).toBe(`${WORDS}\n`);
  });
});
