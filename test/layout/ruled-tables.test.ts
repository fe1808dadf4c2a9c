import { describe, expect, it } from 'vitest';
import type { Character, Ruling } from '../../pipeline/layout/page.js';
import { rulingsToTables } from '../../pipeline/layout/ruled/index.js';
import { across, down, grid, page, text, wordsOf } from './ruled-input.js';

describe('tables of a page', () => {
  const tables = (rulings: readonly Ruling[], characters: readonly Character[]) =>
    rulingsToTables(page(rulings, characters)).map(wordsOf);

  it('reads a grid', () => {
    const drawn = grid([10, 60, 160], [10, 30, 50]);
    const words = [
      ...text('序号', 15, 15),
      ...text('任务', 65, 15),
      ...text('1', 15, 35),
      ...text('督查', 65, 35),
    ];
    expect(tables(drawn, words)).toEqual([
      [
        ['序号', '任务'],
        ['1', '督查'],
      ],
    ]);
  });

  it('takes a page frame for none, though a box touches it and its lines run on behind', () => {
    const frame = [
      across(10, 10, 300),
      across(200, 10, 300),
      down(10, 10, 200),
      down(300, 10, 200),
    ];
    const box = [across(10, 100, 150), across(40, 100, 150), down(100, 10, 40), down(150, 10, 40)];
    const words = [
      ...text('某市人民政府办公室关于开展数据核查的通知', 20, 60),
      ...text('各单位请报送核查结果', 20, 90),
    ];
    expect(tables([...frame, ...box], words)).toEqual([]);
    expect(tables([...frame, across(180, 10, 300), down(150, 180, 200)], words)).toEqual([]);
    const corner = [across(170, 200, 300), down(200, 170, 200)];
    const inside = text('内部资料', 210, 180);
    expect(tables([...frame, ...corner], [...words, ...inside])).toEqual([]);
  });

  it('tells merged cells by the lines that are left out', () => {
    const drawn = [
      across(10, 10, 210),
      across(30, 60, 210),
      across(50, 10, 210),
      down(10, 10, 50),
      down(60, 10, 50),
      down(130, 30, 50),
      down(210, 10, 50),
    ];
    const words = [
      ...text('序号', 15, 25),
      ...text('服务事项', 110, 15),
      ...text('名称', 65, 35),
      ...text('简介', 140, 35),
    ];
    const [table] = rulingsToTables(page(drawn, words));
    expect(wordsOf(table!)).toEqual([
      ['序号', '服务事项', null],
      [null, '名称', '简介'],
    ]);
    expect(table!.cells.map(({ row_span, column_span }) => [row_span, column_span])).toEqual([
      [2, 1],
      [1, 2],
      [1, 1],
      [1, 1],
    ]);
  });

  it('gives a cell its box', () => {
    const [table] = rulingsToTables(page(grid([10, 60, 160], [10, 30]), text('序号', 15, 15)));
    expect(table!.cells[1]!.box).toEqual({ x0: 60, top: 10, x1: 160, bottom: 30 });
    expect(table!.columnEdges).toEqual([10, 60, 160]);
  });

  it('closes a table without its left and right border', () => {
    const drawn = [
      across(10, 10, 210),
      across(30, 10, 210),
      across(50, 10, 210),
      down(80, 10, 50),
      down(140, 10, 50),
    ];
    const words = [
      ...text('指标', 15, 15),
      ...text('目标', 85, 15),
      ...text('部门', 145, 15),
      ...text('产值', 15, 35),
    ];
    expect(tables(drawn, words)).toEqual([
      [
        ['指标', '目标', '部门'],
        ['产值', '', ''],
      ],
    ]);
  });

  it('reads cells drawn as rectangles of their own with a gap', () => {
    const drawn = [
      ...grid([10, 60], [10, 30]),
      ...grid([61.5, 160], [10, 30]),
      ...grid([10, 60], [31.5, 50]),
      ...grid([61.5, 160], [31.5, 50]),
    ];
    const words = [
      ...text('甲', 15, 15),
      ...text('乙', 65, 15),
      ...text('丙', 15, 35),
      ...text('丁', 65, 35),
    ];
    expect(tables(drawn, words)).toEqual([
      [
        ['甲', '乙'],
        ['丙', '丁'],
      ],
    ]);
  });

  it('cuts a shape with corners into rectangles', () => {
    const drawn = [...grid([10, 210], [10, 50]), across(30, 10, 110), down(110, 10, 30)];
    const words = [...text('甲', 15, 15), ...text('乙', 150, 15), ...text('丙', 15, 35)];
    expect(tables(drawn, words)).toEqual([
      [
        ['甲', '乙'],
        ['丙', null],
      ],
    ]);
  });

  it('parts cells at column lines that only the header has', () => {
    const drawn = [...grid([10, 80, 150, 220], [10, 30]), ...grid([10, 220], [10, 50])];
    const words = [
      ...text('指标', 15, 15),
      ...text('今年', 85, 15),
      ...text('明年', 155, 15),
      ...text('产值', 15, 35),
      ...text('95', 100, 35),
      ...text('96', 170, 35),
    ];
    expect(tables(drawn, words)).toEqual([
      [
        ['指标', '今年', '明年'],
        ['产值', '95', '96'],
      ],
    ]);
  });

  it('leaves a merged cell whose words cross the column lines', () => {
    const drawn = [...grid([10, 80, 150, 220], [10, 30]), ...grid([10, 220], [10, 50])];
    const words = [
      ...text('指标', 15, 15),
      ...text('今年', 85, 15),
      ...text('明年', 155, 15),
      ...text('以下数据为初步统计结果', 15, 35),
    ];
    expect(tables(drawn, words)[0]![1]).toEqual(['以下数据为初步统计结果', null, null]);
  });

  it('parts rows of figures that no lines part', () => {
    const drawn = grid([10, 80, 150, 220], [10, 30, 90]);
    const words = [
      ...text('指标', 15, 15),
      ...['产值', '税收', '出口'].flatMap((one, index) => text(one, 15, 35 + index * 15)),
      ...['12.5', '3.1', '7'].flatMap((one, index) => text(one, 85, 35 + index * 15)),
      ...['13', '3.5', '8%'].flatMap((one, index) => text(one, 155, 35 + index * 15)),
    ];
    expect(tables(drawn, words)[0]!.slice(1)).toEqual([
      ['产值', '12.5', '13'],
      ['税收', '3.1', '3.5'],
      ['出口', '7', '8%'],
    ]);
  });

  it('leaves rows of words that stand on the same heights', () => {
    const drawn = grid([10, 80, 150, 220], [10, 90]);
    const words = [10, 80, 150].flatMap((x) =>
      ['市财政局', '市税务局', '市商务局'].flatMap((one, index) =>
        text(one, x + 5, 15 + index * 15),
      ),
    );
    expect(tables(drawn, words)[0]).toHaveLength(1);
  });

  it('takes the words that hang below an open foot', () => {
    const drawn = [
      across(10, 10, 210),
      across(30, 110, 210),
      down(10, 10, 30),
      down(110, 10, 30),
      down(210, 10, 30),
    ];
    const words = [
      ...text('新增能耗的', 15, 18),
      ...text('支持项目', 15, 30),
      ...text('—8—', 80, 120),
    ];
    expect(tables(drawn, words)).toEqual([[['新增能耗的支持项目', '']]]);
  });

  const none: [string, Ruling[], Character[]][] = [
    ['a frame round the page', grid([20, 575], [20, 822]), text('通知', 100, 100)],
    ['a box round a text', grid([100, 300], [100, 140]), text('印章', 120, 110)],
    ['a column of boxes', grid([100, 300], [100, 120, 140, 160]), text('流程', 120, 105)],
    ['underlines', [across(50, 100, 200), across(80, 100, 200)], text('签发人', 100, 40)],
    ['the red line of an official head', [across(200, 70, 520, 2)], text('文件', 250, 160)],
    ['a grid without words', grid([10, 60, 160], [10, 30, 50]), text('图', 300, 300)],
    ['words without lines', [], text('通知', 10, 10)],
  ];
  it.each(none)('takes %s for none', (_name, rulings, characters) => {
    expect(tables(rulings, characters)).toEqual([]);
  });

  it('reads a table inside a frame round the page', () => {
    const drawn = [...grid([20, 575], [20, 822]), ...grid([50, 150, 250], [100, 120, 140])];
    expect(tables(drawn, text('序号', 60, 105))).toEqual([
      [
        ['序号', ''],
        ['', ''],
      ],
    ]);
  });

  it('counts shading only where no line is drawn, white lines only on it', () => {
    const words = [...text('甲', 15, 15), ...text('乙', 65, 15)];
    const shading = [...grid([10, 60, 160], [10, 30])].map((one) => ({ ...one, width: 0 }));
    const white = grid([10, 60, 160], [10, 30]).map((one) => ({ ...one, pale: true as const }));
    const ground = grid([10, 160], [10, 30]).map((one) => ({ ...one, width: 0 }));
    expect(tables(shading, words)).toEqual([[['甲', '乙']]]);
    expect(tables(white, words)).toEqual([]);
    expect(tables([...white, ...ground], words)).toEqual([[['甲', '乙']]]);
  });

  it('gives up on hatchings and mazes without hanging', () => {
    const many = Array.from({ length: 1500 }, (_, index) => index * 7);
    expect(tables(grid(many, many), text('图', 15, 15))).toEqual([]);
  });
});
