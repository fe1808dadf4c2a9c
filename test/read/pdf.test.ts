import { describe, expect, it } from 'vitest';
import { hex, textLine, type WrittenPage, writtenPdf } from '../../bench/text-pdf.js';
import { pdfReader } from '../../pipeline/read/pdf/pdf-reader.js';
import { ReaderInput } from '../../pipeline/read/reader.js';
import { outlineOf, readPdf, rejection } from './pdf-reading.js';

const LEFT = 79;
const SIZE = 16;
const FULL = '各地各部门要提高认识，加强组织领导，确保各项措施落到实处，';
const SHORT = '取得实效。';
const ACROSS = FULL.length;

/** Lines from the top, 28 points apart; a number of ems before each. */
function page(...lines: readonly (readonly [ems: number, words: string])[]): WrittenPage {
  const content = lines.map(([ems, words], index) =>
    textLine(LEFT + ems * SIZE, 740 - index * 28, SIZE, words),
  );
  return { content: content.join('') };
}

const withFoot = ({ content }: WrittenPage, number: number): WrittenPage => ({
  content: content + textLine(260, 40, 14, `— ${number} —`),
});

const body = (words: string): [number, string] => [2, words.slice(0, ACROSS - 2)];
const file = (...pages: WrittenPage[]): Uint8Array => writtenPdf({ pages });
const read = async (...pages: WrittenPage[]): Promise<string[]> =>
  outlineOf(await readPdf(file(...pages)));

describe('a PDF file', () => {
  it.each([
    ['%PDF-1.7', true],
    ['HTTP/1.1 200 OK\r\n\r\n%PDF-1.4', true],
    ['PK\x03\x04', false],
    ['<html>', false],
  ])('%j is one: %s', (head, expected) => {
    const bytes = Uint8Array.from(head, (character) => character.charCodeAt(0));
    expect(pdfReader.sniff(new ReaderInput(bytes, 'a', { encoding: null }))).toBe(expected);
  });

  it('gives paragraphs by first-line indents, titles by their place, page numbers apart', async () => {
    const document = await readPdf(
      file(
        withFoot(
          page(
            [10.5, '实施方案的通知'],
            [0, '各县人民政府：'],
            body(FULL),
            [0, SHORT],
            [2, '一、加强领导'],
            body(FULL),
            [0, FULL],
          ),
          7,
        ),
        withFoot(page([0, FULL], [0, SHORT], body(FULL), [0, SHORT], body(FULL), [0, SHORT]), 8),
      ),
    );
    const first = FULL.slice(0, ACROSS - 2);
    expect(outlineOf(document)).toEqual([
      'paragraph 实施方案的通知',
      'paragraph 各县人民政府：',
      `paragraph ${first}${SHORT}`,
      'paragraph 一、加强领导',
      `paragraph ${first}${FULL}‖${FULL}${SHORT}`,
      'furniture —7—',
      `paragraph ${first}${SHORT}`,
      `paragraph ${first}${SHORT}`,
      'furniture —8—',
    ]);
    expect(document.source.pages.map(({ number }) => number)).toEqual([7, 8]);
    expect(document.blocks[0]).toMatchObject({ page: 7, box: { x0: LEFT + 10.5 * SIZE } });
    expect(document.warnings).toEqual([]);
  });

  it('leaves lines to cleaning where nothing tells paragraphs', async () => {
    expect(await read(page([0, FULL], [0, SHORT], [0, '一、总则'], [0, FULL]))).toEqual([
      `line ${FULL}`,
      `line ${SHORT}`,
      'line 一、总则',
      `line ${FULL}`,
    ]);
  });

  it('reads columns one after the other', async () => {
    const narrow = '推动政务服务提质增效。';
    const columns = Array.from({ length: 8 }, (_, index) => {
      const y = 700 - index * 28;
      return (
        textLine(79, y, SIZE, `左${index}${narrow}`) + textLine(320, y, SIZE, `右${index}${narrow}`)
      );
    });
    const words = (await read({ content: columns.join('') })).map((line) => line.slice(5, 7));
    expect(words).toEqual(
      [...'01234567'].map((n) => `左${n}`).concat([...'01234567'].map((n) => `右${n}`)),
    );
  });

  it.each([90, 180, 270])('turns a page that is shown turned by %i degrees', async (rotate) => {
    const { content } = page(body(FULL), [0, SHORT]);
    expect(await read({ content, rotate })).toEqual(await read({ content }));
  });

  it('reads text once that is drawn twice to look bold', async () => {
    const y = 700;
    const content = textLine(79, y, SIZE, '总体要求11') + textLine(79.4, y, SIZE, '总体要求11');
    expect(await read({ content })).toEqual(['line 总体要求11']);
  });

  it('reads words that run down the page from right to left', async () => {
    const down = (x: number, text: string): string =>
      [...text]
        .map(
          (one, index) => `BT /F1 16 Tf 0 -1 1 0 ${x} ${700 - index * 16} Tm <${hex(one)}> Tj ET\n`,
        )
        .join('');
    expect(await read({ content: down(400, '第一行的字') + down(370, '第二行的字') })).toEqual([
      'line 第一行的字',
      'line 第二行的字',
    ]);
  });

  it('puts words that run aslant apart', async () => {
    const slant = `BT /F1 40 Tf 0.7 0.7 -0.7 0.7 200 300 Tm <${hex('内部资料')}> Tj ET\n`;
    expect(await read({ content: page([0, SHORT]).content + slant })).toEqual([
      `line ${SHORT}`,
      'furniture 内部资料',
    ]);
  });

  it('joins a table of contents title with the page number beside its first line', async () => {
    const contents = page(
      [8, '目录'],
      [0, '1.一体融合推进工作示意 44'],
      [0, '图.....'],
      [0, '2.举措表..... 45'],
    );
    expect(await read(contents)).toContain('line 图..... 44');
  });

  it('gives a ruled table its cells', async () => {
    const rules = [79, 179, 279].map((x) => `${x} 600 m ${x} 700 l S\n`);
    const lines = [600, 650, 700].map((y) => `79 ${y} m 279 ${y} l S\n`);
    const words = ['序号', '任务', '1', '办事'];
    const cells = words.map((word, index) =>
      textLine(90 + (index % 2) * 100, index < 2 ? 670 : 620, SIZE, word),
    );
    const { blocks } = await readPdf(
      file({ content: [...rules, ...lines, ...cells, textLine(79, 500, SIZE, SHORT)].join('') }),
    );
    expect(blocks.map(({ kind }) => kind)).toEqual(['table', 'line']);
    expect(blocks[0]!.table).toMatchObject({ rows: 2, columns: 2, basis: 'ruled' });
  });

  it('leaves out what a clip hides', async () => {
    const shown = textLine(79, 700, SIZE, '看得见的字');
    const hidden = textLine(79, 500, SIZE, '看不见的字');
    const clipped = `q 0 600 595 200 re W n\n${shown}${hidden}Q\n`;
    expect(await read({ content: clipped + textLine(79, 400, SIZE, '其后的字') })).toEqual([
      'line 看得见的字',
      'line 其后的字',
    ]);
  });

  it('begins items at their labels and goes on with cut sentences', async () => {
    const cut = '各地各部门要提高认识，加强组织领导，确保各项措施';
    const document = page(
      [2, '一、部门职能'],
      [0, '二、机构设置'],
      body(FULL),
      [0, FULL],
      [0, cut],
      [2, '落到实处。'],
      body(FULL),
      [0, SHORT],
    );
    const first = FULL.slice(0, ACROSS - 2);
    expect(await read(document)).toEqual([
      'paragraph 一、部门职能',
      'paragraph 二、机构设置',
      `paragraph ${first}${FULL}${cut}落到实处。`,
      `paragraph ${first}${SHORT}`,
    ]);
  });

  it('joins a paragraph over a note at the foot of the page, and sets the note apart', async () => {
    const cut = page([10.5, '实施方案'], body(FULL), [0, SHORT], body(FULL), [0, FULL]);
    const rule = '79 150 m 219 150 l S\n';
    const note =
      textLine(79, 130, 9, '①指年收入二千万元以上的企业。') + textLine(79, 116, 9, '②同上。');
    const noted = withFoot({ content: `${cut.content}${rule}${note}` }, 1);
    const next = withFoot(page([0, SHORT], body(FULL), [0, SHORT], body(FULL), [0, SHORT]), 2);
    const first = FULL.slice(0, ACROSS - 2);
    const document = await readPdf(file(noted, next));
    expect(outlineOf(document).slice(1, 6)).toEqual([
      `paragraph ${first}${SHORT}`,
      `paragraph ${first}${FULL}‖${SHORT}`,
      'furniture ①指年收入二千万元以上的企业。',
      'furniture ②同上。',
      'furniture —1—',
    ]);
    expect(document.blocks[3]).toMatchObject({ page: 1, box: { x0: 79 } });
  });

  it('rejects more pages than are allowed', async () => {
    const bytes = file(page([0, SHORT]), page([0, SHORT]));
    expect(await rejection(readPdf(bytes, { maxPages: 1 }))).toBe('too_many_pages');
    expect(await rejection(readPdf(bytes, { maxPages: 2 }))).toBe('read');
  });

  it('rejects blank pages', async () => {
    expect(await rejection(readPdf(file({ content: '' })))).toBe('empty');
  });
});
