import { describe, expect, it } from 'vitest';
import { findFlattenedTables } from '../../pipeline/tables/flattened/index.js';
import { excerpt, find, linesDocument, plain } from './flattened-document.js';

const itemNumbers = (cell: string[]): number[] =>
  cell.flatMap((entry) => /^(\d+)\./.exec(entry)?.[1] ?? []).map(Number);

describe('a header with a year in a word that is broken over lines', () => {
  it('names its column', () => {
    const { rows } = find(
      '序号\n项目\n名称\n2025年\n目标任务\n责任\n单位\n完成\n时限\n1\n学前教育提质\n新建幼儿园5所。\n市教育局\n2025年9月\n2\n农村公路改造\n改造公路120公里。\n市交通运输局\n2025年11月\n3\n老旧小区改造\n改造老旧小区30个。\n市住房城乡建设局\n2025年12月\n',
    );
    expect(rows[0]!.map((cell) => cell.join(''))).toEqual([
      '序号',
      '项目名称',
      '2025年目标任务',
      '责任单位',
      '完成时限',
    ]);
    expect(rows[1]!.flat()).toContain('新建幼儿园5所。');
  });
});

describe('a work breakdown out of a PDF, rows 1 to 4', () => {
  const { tables, rows, lines, furniture, warnings } = find(excerpt('rows-1-4'));

  it('reads the header, words broken over lines joined', () => {
    expect(rows[0]!.map((cell) => cell.join(''))).toEqual([
      '序号',
      '总体任务',
      '重点工作',
      '温州市目标',
      '温州市落实举措',
      '实施阶段',
      '责任单位',
      '联系人',
    ]);
    expect(tables[0]).toMatchObject({ rows: 5, columns: 8, header_rows: 1, basis: 'flattened' });
  });

  it('tells the narrow columns apart', () => {
    const narrow = plain(rows).map((row) => [row[0], row[1], row[2], row[5], row[6], row[7]]);
    expect(narrow).toEqual([
      [
        '1',
        '一、提信心增预期',
        '（一）强化财税政策保障',
        '2023-2027年',
        '*市税务局|市财政局',
        '蔡景像|0577-88026991',
      ],
      [
        '2',
        '一、提信心增预期',
        '（二）加大产业基金支持力度',
        '2023-2027年',
        '*市财政局|*市国资委|市科技局|市国资运营公司|市国金公司',
        '胡碧婷|18066280783',
      ],
      [
        '3',
        '一、提信心增预期',
        '（三）保障合理用地需求',
        '长期实施',
        '*市自然资源和规划局|市经信局|市住建局|市财政局',
        '仇玲燕|13819777193',
      ],
      [
        '4',
        '一、提信心增预期',
        '（四）强化用能保障',
        '2023-2025年',
        '市发展改革委',
        '刘树钦|0577-88961527',
      ],
    ]);
  });

  it('keeps goals and measures apart, over pages too', () => {
    expect(rows.slice(1).map((row) => [itemNumbers(row[3]!), itemNumbers(row[4]!)])).toEqual([
      [
        [1, 2, 3, 4],
        [1, 2, 3, 4, 5, 6, 7, 8, 9, 10],
      ],
      [
        [1, 2],
        [1, 2, 3],
      ],
      [
        [1, 2],
        [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11],
      ],
      [[], [1, 2, 3]],
    ]);
    expect(rows[4]![3]).toEqual(['每年新增能耗的80%以上支持民间投资项目。']);
    expect(rows[1]![4]![4]).toBe(
      '5.积极开展“便民办税春风行动”，充分运用数字化改革手段推动“免申即享”等税收优惠政策直达快享做法，不断增强市场主体获得感。',
    );
  });

  it('leaves lines outside and sets repeats apart', () => {
    expect(lines).toEqual(['附件：', '195']);
    expect(warnings).toEqual([]);
    expect(furniture.filter((line) => line === '序号')).toHaveLength(4);
    expect(furniture).toContain('—9—');
    expect(furniture).toContain('仇玲燕');
  });

  it('accounts for every word once', () => {
    const text = excerpt('rows-1-4');
    const document = linesDocument(text);
    const { blocks } = findFlattenedTables(document);
    const times = new Uint8Array(text.length);
    for (const { spans } of blocks)
      for (const { start, end } of spans) for (let at = start; at < end; at++) times[at]!++;
    for (const { spans } of document.blocks)
      for (const { start, end } of spans)
        for (let at = start; at < end; at++) if (/\S/.test(text[at]!)) expect(times[at]).toBe(1);
  });
});

it('reads a table that begins below a header without 序号 and repeats parts of it', () => {
  const { rows, furniture, warnings } = find(excerpt('rows-18-21'));
  expect(plain(rows).map((row) => [row[0], row[1], row[2], row[5], row[6]])).toEqual([
    [
      '18',
      '四、拓市场促升级',
      '（十八）引导有序布局境外产业',
      '长期实施',
      '*市商务局|市发展改革委|市外办|人行温州市分行|温州金融监管分局',
    ],
    [
      '19',
      '四、拓市场促升级',
      '（十九）推动平台经济创新发展走在前列',
      '长期实施',
      '*市市场监管局|市经信局|市商务局',
    ],
    [
      '20',
      '四、拓市场促升级',
      '（二十）支持个体工商户升级为企业',
      '长期实施',
      '*市市场监管局|市财政局|市自然资源和规划局|市统计局|市税务局',
    ],
    ['21', '四、拓市场促升级', '（二十一）支持企业加大技改投资', '2023-2027年', '市经信局'],
  ]);
  expect(furniture.slice(0, 1)).toEqual(['实施']);
  expect(warnings).toEqual([]);
});

it('keeps numbers below the table out of it', () => {
  const tail = '三、工作要求\n各地要切实加强组织领导，确保各项任务落到实处。\n5\n2024年3月\n';
  const { rows, lines } = find(`${excerpt('rows-1-4')}\n${tail}`);
  expect(rows).toHaveLength(5);
  expect(lines.slice(-2)).toEqual(['5', '2024年3月']);
});

it('warns of rows whose shape is in doubt', () => {
  const text = excerpt('rows-1-4').replace('2.用足用好市级', '用足用好市级');
  expect(find(text).warnings).toEqual([
    expect.stringContaining('row 3: numbers of 温州市落实举措 go from 1 to 3'),
  ]);
});

describe('texts without such a table', () => {
  const NONE = [
    '关于印发实施方案的通知\n各县（市、区）人民政府：\n1.加强领导。\n责任单位：市财政局',
    '责任单位\n各部门\n时间\n要求\n1\n2\n3',
    '序号\n重点任务\n指标名称\n2025年\n2026年\n牵头部门\n1\n有感服务\n17\n20\n市政务服务局',
    '序号\t重点任务\t责任单位\t完成时限\n1\t推进改革\t市司法局\t2025年',
    '序号\n重点任务\n责任单位\n完成时限\n1\n2\n3\n4',
    '',
  ];
  for (const text of NONE) {
    it(`leaves ${JSON.stringify(text.slice(0, 20))} as it is`, () => {
      const document = linesDocument(text);
      expect(findFlattenedTables(document)).toEqual({ blocks: document.blocks, warnings: [] });
    });
  }
});
