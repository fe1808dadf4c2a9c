import { describe, expect, it } from 'vitest';
import { columnGaps, type Piece } from '../../pipeline/layout/aligned/column-gaps.js';
import { alignedTables } from '../../pipeline/layout/aligned/index.js';
import type { Character, Ruling } from '../../pipeline/layout/page.js';
import { rulingsToTables } from '../../pipeline/layout/ruled/index.js';
import { across, grid, page, text, wordsOf } from './ruled-input.js';

/** Rows of words, each word at the left end of its column. */
function columns(
  xs: readonly number[],
  rows: readonly (readonly string[])[],
  top: number,
): Character[] {
  return rows.flatMap((row, index) =>
    row.flatMap((words, column) => text(words, xs[column]!, top + index * 18)),
  );
}

function tables(rulings: readonly Ruling[], characters: readonly Character[]) {
  const content = page(rulings, characters);
  return alignedTables(
    content,
    rulingsToTables(content).map(({ box }) => box),
  );
}

const XS = [60, 200, 300, 400];
const RULES = [across(100, 50, 500), across(122, 50, 500), across(220, 50, 500)];

describe('tables with lines across only', () => {
  it('reads three-line tables', () => {
    const words = [
      ...columns(XS, [['指标', '2025年', '2026年', '部门']], 105),
      ...columns(
        XS,
        [
          ['产值', '95', '96', '市经信局'],
          ['税收', '40', '', '市税务局'],
          ['出口', '17', '18', '市商务局'],
        ],
        130,
      ),
    ];
    const [table] = tables(RULES, words);
    expect(table!.basis).toBe('aligned');
    expect(wordsOf(table!)).toEqual([
      ['指标', '2025年', '2026年', '部门'],
      ['产值', '95', '96', '市经信局'],
      ['税收', '40', '', '市税务局'],
      ['出口', '17', '18', '市商务局'],
    ]);
  });

  it('keeps heads over several columns, and joins heads of two lines', () => {
    const words = [
      ...text('目标值', 250, 104),
      ...columns(
        XS,
        [
          ['指标', '今年', '明年', '部门'],
          ['名称', '预计', '预计', ''],
        ],
        122,
      ),
      ...columns(
        XS,
        [
          ['产值', '95', '96', '经信'],
          ['税收', '40', '41', '税务'],
          ['出口', '17', '18', '商务'],
        ],
        170,
      ),
    ];
    const rules = [across(100, 50, 500), across(163, 50, 500), across(240, 50, 500)];
    expect(wordsOf(tables(rules, words)[0]!).slice(0, 3)).toEqual([
      ['', '目标值', null, ''],
      ['指标名称', '今年预计', '明年预计', '部门'],
      ['产值', '95', '96', '经信'],
    ]);
  });

  it('puts the rest of a row to the row', () => {
    const words = columns(
      XS,
      [
        ['产值', '九十五', '规模以上', '市经信局'],
        ['税收', '四十', '地方级', '市税务局'],
        ['', '', '', '市财政局'],
        ['出口', '十七', '全口径', '市商务局'],
      ],
      105,
    );
    const [table] = tables([RULES[0]!, RULES[2]!], words);
    expect(wordsOf(table!)[1]).toEqual(['税收', '四十', '地方级', '市税务局市财政局']);
  });

  const prose = '各地各部门要加强组织领导确保各项任务落到实处';
  const none: [string, Ruling[], Character[]][] = [
    [
      'the imprint of an official document',
      [across(700, 70, 520), across(720, 70, 520), across(740, 70, 520)],
      [
        ...text('抄送：各区人民政府。', 80, 705),
        ...text('市政府办公室', 80, 725),
        ...text('2024年1月1日印发', 350, 725),
      ],
    ],
    [
      'running text between the lines of a head and a foot',
      [across(50, 70, 520), across(780, 70, 520)],
      [1, 2, 3, 4, 5, 6].flatMap((row) => text(prose, 80, 80 + row * 20)),
    ],
    [
      'two columns of running text',
      [across(50, 40, 560), across(300, 40, 560)],
      [1, 2, 3, 4, 5, 6].flatMap((row) => [
        ...text(prose, 50, 60 + row * 20),
        ...text(prose, 310, 60 + row * 20),
      ]),
    ],
    [
      'words without lines',
      [],
      columns(
        XS,
        [
          ['甲', '乙'],
          ['丙', '丁'],
          ['戊', '己'],
        ],
        100,
      ),
    ],
    [
      'a table that has lines both ways',
      grid([50, 150, 250], [100, 120, 140, 160, 180]),
      columns(
        [60, 160],
        [
          ['甲', '乙'],
          ['丙', '丁'],
          ['戊', '己'],
          ['庚', '辛'],
        ],
        105,
      ),
    ],
  ];
  it.each(none)('takes %s for none', (_name, rulings, characters) => {
    expect(tables(rulings, characters)).toEqual([]);
  });
});

describe('gaps between columns', () => {
  const piece = (x0: number, x1: number): Piece => ({ x0, x1, size: 10, characters: [] });

  it('are where no row has words', () => {
    const rows = [
      [piece(0, 40), piece(80, 120)],
      [piece(0, 60), piece(100, 120)],
    ];
    expect(columnGaps(rows)).toEqual([70]);
  });

  it('stay where a heading crosses them', () => {
    const rows = [[piece(0, 120)], [piece(0, 40), piece(80, 120)], [piece(0, 60), piece(100, 120)]];
    expect(columnGaps(rows)).toEqual([70]);
  });

  it('are none in running text', () => {
    const rows = [
      [piece(0, 40), piece(50, 120)],
      [piece(0, 70), piece(80, 120)],
      [piece(0, 100), piece(110, 120)],
    ];
    expect(columnGaps(rows)).toEqual([]);
  });
});

describe('tables without any line', () => {
  const rows = [
    ['序号', '任务', '单位', '时限'],
    ['1', '归集数据', '数据局', '六月底'],
    ['2', '开放数据', '公安局', '九月底'],
  ];

  it('are read where three rows align, head and all', () => {
    const [table] = tables([], columns(XS, rows, 100));
    expect(wordsOf(table!)).toEqual(rows);
  });

  it('are none where only two rows align, or rows stand in two columns', () => {
    expect(tables([], columns(XS, rows.slice(0, 2), 100))).toEqual([]);
    const narrow = rows.map((row) => row.slice(0, 2));
    expect(tables([], columns(XS, narrow, 100))).toEqual([]);
  });

  it('take a number that stands lower than its row', () => {
    const words = [
      ...columns(XS, rows.slice(0, 1), 100),
      ...columns(XS, [['', '归集数据', '数据局', '六月底']], 130),
      ...text('1', 60, 148),
      ...columns(XS, rows.slice(2), 176),
    ];
    const rules = [across(95, 50, 500), across(122, 50, 500), across(210, 50, 500)];
    expect(wordsOf(tables(rules, words)[0]!)).toEqual(rows);
  });
});
