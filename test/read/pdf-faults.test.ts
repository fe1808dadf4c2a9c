import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { textLine, type WrittenPage, writtenPdf } from '../../bench/text-pdf.js';
import { faultOf, type PageFault } from '../../pipeline/read/pages/page-fault.js';
import { glyphText } from '../../pipeline/read/pdf/glyph-text.js';
import { outlineOf, readPdf, rejection } from './pdf-reading.js';

const fixture = (name: string): Uint8Array => readFileSync(`test/fixtures/rendered/${name}`);
const seed = readFileSync('samples/003_c4e5ca01fbf6fd27.txt', 'utf8').replace(/\s+/g, '');
const squeezed = (text: string): string => text.normalize('NFKC').replace(/\s+/g, '');

const SENTENCE = '各级行政执法机关应当依法履行职责，规范检查行为，确保公平公正。';
const PICTURE = 'q 595 0 0 842 0 0 cm /Im1 Do Q\n';
const line = (text: string): string => textLine(79, 700, 12, text);
const codes = async (...pages: WrittenPage[]): Promise<string[]> =>
  (await readPdf(writtenPdf({ pages }))).warnings.map(({ code, at }) => `${code} ${at?.page}`);

describe('a file without its header', () => {
  it('is read from its first object on', async () => {
    const whole = writtenPdf({ pages: [{ content: line(SENTENCE) }] });
    const first = Buffer.from(whole).indexOf('1 0 obj');
    const document = await readPdf(whole.subarray(first));
    expect(document.source.text.trim()).toBe(SENTENCE);
  });
});

describe('pages are judged for themselves', () => {
  it('warns of a page that is a picture', async () => {
    expect(await codes({ content: line(SENTENCE) }, { content: PICTURE })).toEqual([
      'page_without_text 2',
    ]);
  });

  it('says nothing of a blank page', async () => {
    expect(await codes({ content: line(SENTENCE) }, { content: '' })).toEqual([]);
  });

  it('takes a scanning program’s mark for no text', async () => {
    const marked = { content: PICTURE + line('扫描全能王 创建') };
    expect(await codes({ content: line(SENTENCE) }, marked)).toEqual([
      'page_with_watermark_only 2',
    ]);
  });

  it('keeps a picture’s caption', async () => {
    const bytes = writtenPdf({ pages: [{ content: PICTURE + line('附件：空间布局图') }] });
    const document = await readPdf(bytes);
    expect(outlineOf(document)).toEqual(['line 附件：空间布局图']);
    expect(document.warnings.map(({ code }) => code)).toEqual(['picture_with_few_words']);
  });

  it('rejects a file of pictures', async () => {
    const pages = [{ content: PICTURE }, { content: PICTURE }];
    expect(await rejection(readPdf(writtenPdf({ pages })))).toBe('no_text_layer');
  });

  const page = (text: string, more: { unmapped?: number; imageShare?: number } = {}) => ({
    content: {
      number: 1,
      width: 595,
      height: 842,
      rulings: [],
      characters: [...text].map((one, order) => ({
        text: one,
        box: { x0: 0, top: 0, x1: 1, bottom: 1 },
        size: 1,
        font: '',
        bold: false,
        angle: 0,
        order,
      })),
    },
    imageShare: more.imageShare ?? 0,
    unmapped: more.unmapped ?? 0,
    hiddenShare: 0,
  });
  it.each<[string, string, { unmapped?: number }, PageFault | null]>([
    ['Chinese', SENTENCE, {}, null],
    ['English', 'The quick brown fox jumps over the lazy dog, and runs away.', {}, null],
    [
      'Japanese',
      '電線接続端子部が次のいずれにも該当しないとき。ねじ止め端子であること。',
      {},
      null,
    ],
    ['French', 'Le représentant légal de la société déclare avoir été informé.', {}, null],
    ['a table of numbers', '12.5 13.7 14.9 100% 2,300 4,500 6,700 8,900 1,234 5,678', {}, null],
    ['names', '张伟王芳李娜刘洋陈静杨敏赵磊黄勇周杰吴霞徐强孙丽马超朱军胡斌', {}, null],
    ['private use', '\ue001\ue002\ue003\ue004\ue005\ue006各级机关', {}, 'unreadable_text'],
    ['glyphs without characters', SENTENCE, { unmapped: 20 }, 'unreadable_text'],
    ['some without', SENTENCE, { unmapped: 2 }, 'missing_characters'],
    [
      'bytes taken for letters',
      '÷k&ŒŠ·œô¨zõ©U¡Ã÷¨¡Ã8•·…Õúåc—Ö(©Ì÷Äü=i¡2q—¼(¯ª•œÊäNfíc‡`’˜y',
      {},
      'unreadable_text',
    ],
    [
      'ideographs by chance',
      '嘆囈貭鍔燹爟牐犵猏獂玁珶琂瑍璒瓅瓸甋畻疀痌瘒癅皺盝眻睮瞟矃砪碄',
      {},
      'unreadable_text',
    ],
    ['no digits', `${SENTENCE}年月日起施行，〔〕号文件同时废止。`, {}, 'missing_digits'],
    ['digits', `${SENTENCE}2023年6月1日起施行，〔2020〕3号文件同时废止。`, {}, null],
  ])('%s', (_, text, more, expected) => {
    expect(faultOf(page(text, more), () => false)).toBe(expected);
  });
});

describe('files that are not whole', () => {
  const bytes = writtenPdf({ pages: [{ content: line(SENTENCE) }, { content: line(SENTENCE) }] });
  const text = String.fromCharCode(...bytes);
  const asBytes = (words: string): Uint8Array => Uint8Array.from(words, (one) => one.charCodeAt(0));
  it.each([
    ['junk before the header', `HTTP/1.1 200 OK\r\n\r\n${text}`, []],
    ['a wrong place of the table', text.replace(/startxref\n\d+/, 'startxref\n999999'), []],
    ['no table and no trailer', text.slice(0, text.indexOf('xref\n')), ['damaged_file']],
    [
      'no catalogue',
      text.slice(0, text.indexOf('xref\n')).replace('/Catalog', '/Lost'),
      ['damaged_file'],
    ],
  ])('%s', async (_, words, warnings) => {
    const document = await readPdf(asBytes(words));
    expect(outlineOf(document)).toEqual([`line ${SENTENCE}`, `line ${SENTENCE}`]);
    expect(document.warnings.map(({ code }) => code)).toEqual(warnings);
  });

  it.each([
    ['nothing but a header', '%PDF-1.4\n'],
    ['noise', `%PDF-1.4\n${'\x00\xff\x10'.repeat(500)}`],
    [
      'a root that is none',
      text
        .replace('/Root 1 0 R', '/Root 99 0 R')
        .replace('/Catalog', '/X')
        .replaceAll('/Type /Page', '/Type /Y'),
    ],
  ])('rejects %s', async (_, words) => {
    expect(await rejection(readPdf(asBytes(words)))).toBe('damaged');
  });

  it('reads the pages that a cut left, and warns', async () => {
    const document = await readPdf(fixture('003_truncated_gbk.pdf'));
    expect(document.warnings.map(({ code }) => code)).toEqual(['damaged_file', 'damaged_page']);
    const body = document.blocks.filter(({ kind }) => kind === 'paragraph');
    const words = body.flatMap(({ spans }) =>
      spans.map(({ start, end }) => squeezed(document.source.text.slice(start, end))),
    );
    expect(words.length).toBeGreaterThan(20);
    expect(words.filter((one) => !squeezed(seed).includes(one))).toEqual([]);
  });

  it('passes no garbage on where the fonts were cut off', async () => {
    expect(await rejection(readPdf(fixture('003_truncated_twocolumn.pdf')))).toBe('damaged');
  });
});

describe('encrypted files', () => {
  it.each([
    ['003_encrypted_rc4.pdf', null, 'read'],
    ['003_password.pdf', 'secret', 'read'],
    ['003_password.pdf', null, 'encrypted'],
    ['003_password.pdf', 'wrong', 'encrypted'],
  ])('%s with the password %s: %s', async (name, password, expected) => {
    expect(await rejection(readPdf(fixture(name), { password }))).toBe(expected);
  });
});

it.each(['003_gbk_euc_h.pdf', '003_twocolumn.pdf', '003_encrypted_rc4.pdf'])(
  '%s gives the whole text in reading order',
  async (name) => {
    const document = await readPdf(fixture(name));
    const words = document.blocks
      .filter(({ kind }) => kind === 'paragraph')
      .flatMap(({ spans }) =>
        spans.map(({ start, end }) => document.source.text.slice(start, end)),
      );
    expect(squeezed(words.join(''))).toContain(squeezed(seed));
  },
);

it.each([
  ['ﬁ', 'fi'],
  ['⼀', '一'],
  ['⼾', '户'],
  ['⻔', '门'],
  ['―', '—'],
  ['\u0000', ''],
  ['\u00ad', ''],
  ['１', '１'],
  ['㎡', '㎡'],
])('a glyph for %j stands for %j', (glyph, expected) => {
  expect(glyphText(glyph)).toBe(expected);
});
