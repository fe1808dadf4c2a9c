import { describe, expect, it } from 'vitest';
import type { Cell } from '../../pipeline/model/document.js';
import { SourceText, type Span } from '../../pipeline/model/source-text.js';
import { carrierCharacters, reportCarriers } from '../../scripts/eval/carriers.js';
import { pageCharacters } from '../../scripts/eval/page-characters.js';
import { PrintedTexts } from '../../scripts/eval/printed-texts.js';
import { inReadingOrder } from '../../scripts/eval/reading-order.js';

const FOLDER = 'test/fixtures/rendered';

describe('the characters that a PDF keeps of its text', async () => {
  const measured = await carrierCharacters(FOLDER, 'samples');
  const of = (file: string) => measured.find((one) => one.file === file)!;

  it('are all there, on every page, where the file is whole', () => {
    for (const file of ['003_gbk_euc_h.pdf', '003_encrypted_rc4.pdf', '003_twocolumn.pdf']) {
      const { kept, pages } = of(file);
      expect(kept).toMatchObject({ missing: [], digitsKept: kept!.digits });
      expect(pages.length).toBeGreaterThan(3);
      expect(pages.every((page) => page.kept === page.printed)).toBe(true);
      expect(pages.reduce((sum, { printed }) => sum + printed, 0)).toBe(kept!.expected);
    }
  });

  it('are compared with the text that was printed', () => {
    expect(of('003_twocolumn.pdf').printedFrom).toBe('003_c4e5ca01fbf6fd27.txt');
    expect(of('003_encrypted_rc4.pdf').printedFrom).toBe('003.docx');
  });

  it('are counted where pages are lost, and a refusal is told', () => {
    const { kept, pages } = of('003_truncated_gbk.pdf');
    expect(kept!.missing.length).toBeGreaterThan(0);
    expect(pages.at(-1)!.kept).toBeLessThan(pages.at(-1)!.printed);
    expect(of('003_password.pdf')).toMatchObject({ refused: 'encrypted', kept: null });
    expect(reportCarriers(measured)).toContain('003_password.pdf  refused: encrypted');
  });

  it('are counted behind a password, and where none is needed', async () => {
    const opened = await carrierCharacters(FOLDER, 'samples', 'secret');
    for (const file of ['003_password.pdf', '003_encrypted_rc4.pdf']) {
      expect(opened.find((one) => one.file === file)!.kept!.missing).toEqual([]);
    }
  });
});

describe('the text that a PDF was printed from', () => {
  const texts = new PrintedTexts(FOLDER, 'samples');

  it.each([
    ['001_a.pdf', '数字赋能', '001_flow.docx'],
    ['009_a.pdf', '数字赋能', undefined],
  ])('%s, of few words: %s', async (file, found, name) => {
    expect((await texts.nearest(file, found))?.name).toBe(name);
  });
});

describe('the pages of a text', () => {
  const read = (text: string, pages: readonly number[]) => ({
    text,
    pages: Int32Array.from(pages),
  });

  it('count what they keep and lack, and what another program finds', () => {
    const [first, second] = pageCharacters(
      '到2025年底达到95%',
      read('到225年底达到9%—1—', [1, 1, 1, 1, 1, 1, 2, 2, 2, 2, 2, 2, 2]),
      ['到2025年底', '达到95%'],
    );
    expect(first).toEqual({
      page: 1,
      printed: 7,
      kept: 6,
      digits: 4,
      digitsKept: 3,
      drawn: 7,
      read: 6,
    });
    expect(second).toEqual({
      page: 2,
      printed: 5,
      kept: 4,
      digits: 2,
      digitsKept: 1,
      drawn: 5,
      read: 4,
    });
  });
});

it('reads a cell over pages to its end, and a head that is repeated where it stands', () => {
  const text = '任务单位提高市商任务单位效能务委改革民政';
  const at = (words: string, from = 0) => {
    const start = text.indexOf(words, from);
    return { start, end: start + words.length };
  };
  const place = { page: null, box: null, level: null };
  const cell = (row: number, column: number, ...spans: Span[]): Cell => {
    return { row, column, row_span: 1, column_span: 1, spans, page: null, box: null };
  };
  const cells = [
    ...[cell(0, 0, at('任务')), cell(0, 1, at('单位'))],
    ...[cell(1, 0, at('提高'), at('效能')), cell(1, 1, at('市商'), at('务委'))],
    ...[cell(2, 0, at('改革')), cell(2, 1, at('民政'))],
  ];
  const table = { rows: 3, columns: 2, header_rows: 1, cells, basis: 'ruled' as const };
  const { text: read, pages } = inReadingOrder({
    version: 1,
    format: 'pdf',
    source: new SourceText(text, [
      { number: 1, start: 0, end: 8 },
      { number: 2, start: 8, end: text.length },
    ]),
    blocks: [
      { ...place, kind: 'table', spans: cells.flatMap(({ spans }) => spans), table },
      { ...place, kind: 'furniture', spans: [at('任务', 4)], table: null },
      { ...place, kind: 'furniture', spans: [at('单位', 4)], table: null },
    ],
    properties: { index_number: null, subject: null, published_on: null },
    warnings: [],
  });
  expect(read).toBe('任务单位提高效能市商务委任务单位改革民政');
  expect([...pages]).toEqual([...'11111122112222222222'].map(Number));
});
