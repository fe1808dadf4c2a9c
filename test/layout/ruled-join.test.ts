import { describe, expect, it } from 'vitest';
import type { Character, Ruling } from '../../pipeline/layout/page.js';
import { joinTables, type PageTables, rulingsToTables } from '../../pipeline/layout/ruled/index.js';
import { commonColumns } from '../../pipeline/layout/ruled/join/columns.js';
import { grid, page, text, wordsOf } from './ruled-input.js';

const XS = [50, 90, 190, 390, 500];
const HEAD = ['序号', '重点工作', '落实举措', '责任单位'];

/** Rows of cells from a height on, a line of words for each line break. */
function rows(table: readonly (readonly string[])[], top = 100): [Ruling[], Character[]] {
  const ys = [top];
  const characters: Character[] = [];
  for (const row of table) {
    const from = ys.at(-1)!;
    const lines = row.map((words) => words.split('\n'));
    lines.forEach((cell, column) => {
      for (const [index, line] of cell.entries()) {
        characters.push(...text(line, XS[column]! + 2, from + 5 + index * 15));
      }
    });
    ys.push(from + 10 + 15 * Math.max(...lines.map(({ length }) => length)));
  }
  return [grid(XS.slice(0, table[0]!.length + 1), ys), characters];
}

function pageOf(
  number: number,
  table: readonly (readonly string[])[],
  lines: readonly { words: string; top: number }[] = [],
): PageTables {
  const [rulings, characters] = rows(table);
  return {
    tables: rulingsToTables(page(rulings, characters, number)),
    lines: lines.map(({ words, top }) => ({
      text: words,
      box: { x0: 50, top, x1: 200, bottom: top + 10 },
    })),
  };
}

const joined = (...pages: PageTables[]) =>
  joinTables(pages).map((table) => ({ words: wordsOf(table), header: table.header_rows }));

describe('tables over pages', () => {
  it('drops the header that the next page repeats', () => {
    const [table, ...others] = joined(
      pageOf(1, [HEAD, ['1', '能耗', '落实服务', '市发改委']]),
      pageOf(2, [HEAD, ['2', '用地', '保障指标', '市资规局']]),
    );
    expect(others).toEqual([]);
    expect(table).toEqual({
      header: 1,
      words: [HEAD, ['1', '能耗', '落实服务', '市发改委'], ['2', '用地', '保障指标', '市资规局']],
    });
  });

  it('goes on without a header', () => {
    const [table] = joined(
      pageOf(1, [HEAD, ['1', '能耗', '落实服务', '市发改委']]),
      pageOf(2, [['2', '用地', '保障指标', '市资规局']]),
    );
    expect(table!.words).toHaveLength(3);
  });

  it('keeps both pages of a row that crosses a page', () => {
    const [table] = joinTables([
      pageOf(1, [HEAD, ['1', '能耗', '落实重大项目', '市发改委']]),
      pageOf(2, [HEAD, ['', '', '跟踪服务。', '市经信局'], ['2', '用地', '保障指标', '市资规局']]),
    ]);
    expect(wordsOf(table!)).toEqual([
      HEAD,
      ['1', '能耗', '落实重大项目跟踪服务。', '市发改委市经信局'],
      ['2', '用地', '保障指标', '市资规局'],
    ]);
    const measure = table!.cells.find(({ row, column }) => row === 1 && column === 2);
    expect(measure!.parts.map((part) => part.page)).toEqual([1, 2]);
    expect(table!.repeated).toHaveLength(4);
  });

  it('joins rows whose words run on where the table does not count them', () => {
    const head = ['事项', '内容', '备注'];
    const [table] = joined(
      pageOf(1, [head, ['用地', '保障指标', '对列入省重大产业项目的用地指标由省里']]),
      pageOf(2, [
        ['', '', '统筹安排。'],
        ['能耗', '平衡', '省统筹'],
      ]),
    );
    expect(table!.words).toEqual([
      head,
      ['用地', '保障指标', '对列入省重大产业项目的用地指标由省里统筹安排。'],
      ['能耗', '平衡', '省统筹'],
    ]);
  });

  const marks = ['续表', '续上表', '表1（续）', '附件2 任务分解表（续表）', '单位：万元'];
  it.each(marks)('goes on under %s', (words) => {
    expect(
      joined(
        pageOf(1, [HEAD, ['1', '能耗', '服务', '市局']]),
        pageOf(2, [HEAD, ['2', '用地', '指标', '市局']], [{ words, top: 80 }]),
      ),
    ).toHaveLength(1);
  });

  const apart: [string, PageTables, PageTables][] = [
    [
      'a heading stands above the next',
      pageOf(1, [HEAD, ['1', '能耗', '服务', '市局']]),
      pageOf(2, [HEAD, ['1', '用地', '指标', '市局']], [{ words: '附件3', top: 80 }]),
    ],
    [
      'text stands below the first',
      pageOf(1, [HEAD, ['1', '能耗', '服务', '市局']], [{ words: '二、保障措施', top: 400 }]),
      pageOf(2, [HEAD, ['1', '用地', '指标', '市局']]),
    ],
    [
      'a page lies between',
      pageOf(1, [HEAD, ['1', '能耗', '服务', '市局']]),
      pageOf(3, [HEAD, ['2', '用地', '指标', '市局']]),
    ],
    [
      'the columns are others',
      pageOf(1, [HEAD, ['1', '能耗', '服务', '市局']]),
      pageOf(2, [['2', '用地', '指标']]),
    ],
    [
      'the header is another',
      pageOf(1, [HEAD, ['1', '能耗', '服务', '市局']]),
      pageOf(2, [
        ['序号', '姓名', '职务', '电话'],
        ['1', '甲', '乙', '丙'],
      ]),
    ],
  ];
  it.each(apart)('stay two where %s', (_name, one, other) => {
    expect(joined(one, other)).toHaveLength(2);
  });

  it('goes on over a note at the foot where the numbers go on', () => {
    const note = [{ words: '备注：省级层面梳理的目录。', top: 400 }];
    const first = pageOf(1, [HEAD, ['1', '能耗', '服务', '市局']], note);
    expect(joined(first, pageOf(2, [HEAD, ['2', '用地', '指标', '市局']]))).toHaveLength(1);
    expect(joined(first, pageOf(2, [HEAD, ['1', '用地', '指标', '市局']]))).toHaveLength(2);
  });
});

describe('common columns', () => {
  it.each([
    ['the same', [10, 60, 100], [10, 60, 100], [0, 1, 2]],
    ['shifted as left and right pages are', [10, 60, 100], [30, 80, 120], [0, 1, 2]],
    ['fewer on a page of merged cells', [10, 60, 80, 100], [10, 80, 100], [0, 2, 3]],
  ])('%s', (_name, upper, lower, places) => {
    expect(commonColumns(upper, lower)?.lower).toEqual(places);
  });

  it('takes other widths and other lines for others', () => {
    expect(commonColumns([10, 60, 100], [10, 60, 140])).toBeNull();
    expect(commonColumns([10, 60, 100], [10, 70, 100])).toBeNull();
  });
});
