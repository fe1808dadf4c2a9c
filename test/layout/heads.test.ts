import { describe, expect, it } from 'vitest';
import { layoutDocument } from '../../pipeline/layout/layout-document.js';
import {
  isTable,
  layoutPage,
  NO_CONTEXT,
  type PageLayout,
} from '../../pipeline/layout/lines/layout-page.js';
import type { Character } from '../../pipeline/layout/page.js';
import { printedHeader } from '../../pipeline/tables/index.js';
import { across, down, grid, page, text } from './ruled-input.js';

const pageOf = (...lines: readonly (readonly Character[])[]): PageLayout =>
  layoutPage({ number: 1, width: 600, height: 800, characters: lines.flat(), rulings: [] });
const linesOf = ({ items }: PageLayout): string[] =>
  items.map((item) => (isTable(item) ? '[table]' : item.text));

describe('a red head of several bodies', () => {
  it.each([
    ['at the height of the last', 40],
    ['in the middle between them', 32],
  ])('keeps each on a line of its own, with the large 文件 %s', (_, top) => {
    const lines = linesOf(
      pageOf(
        text('某市教育局', 100, 30, 20),
        text('某市财政局', 100, 52, 20),
        text('文件', 220, top - 8, 40),
      ),
    );
    expect([...lines].sort()).toEqual(['文件', '某市教育局', '某市财政局'].sort());
    expect(lines.indexOf('某市教育局')).toBeLessThan(lines.indexOf('某市财政局'));
  });

  it('keeps a smaller line above a larger one apart from it', () => {
    const lines = linesOf(pageOf(text('（试行）', 150, 26, 12), text('管理办法', 130, 30, 24)));
    expect(lines).toEqual(['（试行）', '管理办法']);
  });

  it('keeps a raised mark in its line', () => {
    const line = [
      ...text('产能10', 80, 30, 20),
      ...text('4', 160, 29, 10),
      ...text('吨', 170, 30, 20),
    ];
    expect(linesOf(pageOf(line))).toEqual(['产能10⁴吨']);
  });
});

describe('a title in the first row of a table', () => {
  const drawn = [...grid([10, 60, 160, 260], [30, 50, 70]), across(10, 10, 260)];
  const sides = [down(10, 10, 30), down(260, 10, 30)];
  const row = (words: readonly string[], top: number) =>
    words.flatMap((word, column) => text(word, [15, 65, 165][column]!, top));
  const laidOut = (title: string, head: readonly string[]) =>
    layoutPage(
      page(
        [...drawn, ...sides],
        [...text(title, 60, 15), ...row(head, 35), ...row(['1', '督查', '市教育局'], 55)],
      ),
      { ...NO_CONTEXT, readHeader: printedHeader },
    ).items.map((item) => (isTable(item) ? `[${item.rows} rows]` : item.text));

  it('is a line above it where the row below is the header of a table of work', () => {
    const head = ['序号', '工作任务', '责任单位'];
    expect(laidOut('某市重点任务分解表', head)).toEqual(['某市重点任务分解表', '[2 rows]']);
  });

  it('stays in the table where none is', () => {
    expect(laidOut('一、督查事项', ['0', '检查', '市公安局'])).toEqual(['[3 rows]']);
  });
});

describe('paragraphs of a head', () => {
  const paragraphsOf = (...lines: readonly (readonly Character[])[]): string[] => {
    // Enough full lines below them for the page's geometry to tell paragraphs.
    const body = Array.from({ length: 12 }, (_, row) =>
      text(
        '推进数据共享应用和一体化公共数据平台建设工作进一步做好有关事项的通知',
        60,
        200 + row * 20,
        12,
      ),
    );
    const { source, blocks } = layoutDocument([pageOf(...lines, ...body)]);
    return blocks.map(({ spans }) =>
      spans.map(({ start, end }) => source.text.slice(start, end)).join(''),
    );
  };

  it('end with a document number, and begin with one', () => {
    const title = '某市人民政府办公室关于印发数据共享应用方案并做好有关工作事项的通知';
    expect(
      paragraphsOf(text(title, 60, 60, 12), text('某政办发〔2025〕12号', 60, 80, 12)).slice(0, 2),
    ).toEqual([title, '某政办发〔2025〕12号']);
  });

  it('begin with those whom a titled document is sent to', () => {
    const title = '某市人民政府办公室关于印发数据共享应用方案并做好有关工作事项的通知';
    const sent = '各县（市、区）人民政府，市政府各部门：';
    expect(paragraphsOf(text(title, 60, 60, 12), text(sent, 60, 80, 12)).slice(0, 2)).toEqual([
      title,
      sent,
    ]);
  });
});

describe('the edge of a page', () => {
  it('cuts no line that goes on beyond it, and shows nothing that stands apart beyond it', () => {
    const line = text('责任单位：市财政局', 540, 100, 10);
    const apart = text('裁切标记', 700, 100, 10);
    expect(linesOf(pageOf(line, apart))).toEqual(['责任单位：市财政局']);
  });
});

describe('words laid over a page', () => {
  it('stand apart from its lines', () => {
    const note = text('已阅', 120, 100).map((one): Character => ({ ...one, isOverlay: true }));
    const layout = pageOf(text('2025年6月底前完成', 100, 100), note);
    expect(linesOf(layout)).toEqual(['2025年6月底前完成']);
    expect(layout.marks.map((mark) => mark.text)).toEqual(['已阅']);
  });
});
