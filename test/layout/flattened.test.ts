import { describe, expect, it } from 'vitest';
import { findFlattenedTables } from '../../pipeline/layout/flattened/index.js';
import type { Table } from '../../pipeline/model/document.js';
import { entriesOf, excerpt, linesDocument, wordsAt } from './flattened-document.js';

interface Found {
  readonly tables: Table[];
  readonly rows: string[][][];
  readonly lines: string[];
  readonly furniture: string[];
  readonly warnings: string[];
}

function find(text: string): Found {
  const { blocks, warnings } = findFlattenedTables(linesDocument(text));
  const tables = blocks.flatMap(({ table }) => table ?? []);
  const words = (kind: string): string[] =>
    blocks
      .filter((block) => block.kind === kind)
      .map(({ spans }) => spans.map((span) => wordsAt(text, span)).join(''));
  return {
    tables,
    rows: tables[0] ? entriesOf(text, tables[0]) : [],
    lines: words('line'),
    furniture: words('furniture'),
    warnings: warnings.map(({ code, message }) => `${code}: ${message}`),
  };
}

/** The rows below the header, entries of a cell joined with |. */
const plain = (rows: string[][][]): string[][] =>
  rows.slice(1).map((row) => row.map((cell) => cell.join('|')));

const itemNumbers = (cell: string[]): number[] =>
  cell.flatMap((entry) => /^(\d+)\./.exec(entry)?.[1] ?? []).map(Number);

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

interface Case {
  readonly name: string;
  readonly text: string;
  readonly rows: string[][];
  readonly lines?: string[];
}

const CASES: Case[] = [
  {
    name: 'other header words, no group, goal or contact, lead and support columns, a page break',
    text: `2024年重点任务分解表
序号
重点任务
主要举措
完成时限
牵头单位
配合单位
1
优化企业开
办服务
推行企业开办“一网通办”，将开
办时间压缩至1个工作日内。
2024年6月
底前
市市场监管局
市公安局、市税务局、
市人力社保局
2
提升获得电
力水平
1.推行“零上门、零审批、零投资”
服务，低压小微企业办电时间不超
过10天。
2.建立停电信息公开机制。
持续推进
市发展改革委
市供电公司
— 3 —
序号
重点任务
主要举措
完成时限
牵头单位
配合单位
3
优化不动产
登记
实现不动产登记、交易、缴税全流
程网上办理，一般登记2个工作日
内办结。
2024年12月
底前
市自然资源局
市住房城乡建设局、市税
务局
某某市人民政府办公室2024年3月1日印发`,
    rows: [
      [
        '1',
        '优化企业开办服务',
        '推行企业开办“一网通办”，将开办时间压缩至1个工作日内。',
        '2024年6月底前',
        '市市场监管局',
        '市公安局、市税务局、市人力社保局',
      ],
      [
        '2',
        '提升获得电力水平',
        '1.推行“零上门、零审批、零投资”服务，低压小微企业办电时间不超过10天。|2.建立停电信息公开机制。',
        '持续推进',
        '市发展改革委',
        '市供电公司',
      ],
      [
        '3',
        '优化不动产登记',
        '实现不动产登记、交易、缴税全流程网上办理，一般登记2个工作日内办结。',
        '2024年12月底前',
        '市自然资源局',
        '市住房城乡建设局、市税务局',
      ],
    ],
    lines: ['2024年重点任务分解表', '某某市人民政府办公室2024年3月1日印发'],
  },
  {
    name: 'rows told by the labels of their items, group rows, a header on one line',
    text: `重点工作 具体举措 责任单位 完成时限
一、强化要素保障
（一）加大财政支持力度
统筹安排产业发展专项资金，优先支持中小企业技术改造。
市财政局、市经信局
2025年12月底前
（二）加强用地保障
每年安排不少于30%的新增工业用地用于中小企业。
市自然资源和规划局
持续推进
二、优化政务服务
（三）推进涉企事项集成办理
推出企业“一件事”20项以上。
市政务服务局
2025年6月底前
有关要求：
各单位要按月报送进展情况。`,
    rows: [
      ['一、强化要素保障'],
      [
        '（一）加大财政支持力度',
        '统筹安排产业发展专项资金，优先支持中小企业技术改造。',
        '市财政局、市经信局',
        '2025年12月底前',
      ],
      [
        '（二）加强用地保障',
        '每年安排不少于30%的新增工业用地用于中小企业。',
        '市自然资源和规划局',
        '持续推进',
      ],
      ['二、优化政务服务'],
      ['（三）推进涉企事项集成办理', '推出企业“一件事”20项以上。', '市政务服务局', '2025年6月底前'],
    ],
    lines: ['有关要求：', '各单位要按月报送进展情况。'],
  },
  {
    name: 'one cell a line, measures that go on below the first one’s units',
    text: `序号
总体任务
重点工作
落实举措
实施阶段
责任单位
联系人
1
一、提信心增预期
（一）强化财税政策保障
1.全面落实减税降费政策。
2023-2027年
*市税务局
市财政局
蔡某某
0577-88020000
2.优化税费服务，加强诉求管理。
3.强化税费风险防控。
2
（二）加大产业基金支持力度
1.加大对民间投资项目投资的支持。
长期实施
*市财政局
*市国资委
胡某
18000000000
2.在基金投后管理的过程中加大对民间投资力度。`,
    rows: [
      [
        '1',
        '一、提信心增预期',
        '（一）强化财税政策保障',
        '1.全面落实减税降费政策。|2.优化税费服务，加强诉求管理。|3.强化税费风险防控。',
        '2023-2027年',
        '*市税务局|市财政局',
        '蔡某某|0577-88020000',
      ],
      [
        '2',
        '一、提信心增预期',
        '（二）加大产业基金支持力度',
        '1.加大对民间投资项目投资的支持。|2.在基金投后管理的过程中加大对民间投资力度。',
        '长期实施',
        '*市财政局|*市国资委',
        '胡某|18000000000',
      ],
    ],
  },
  {
    name: 'cells of two columns on one line, header words broken anywhere',
    text: `序号
总体任
务
工作任
务
完成时
限
责任单
位
1 一、强基
固本
推进技术改造，新增工业机器
人100台。
2025年 市经信局
2
培育专精特新企业50家。
2025年 *市经信局
市科技局`,
    rows: [
      ['1', '一、强基固本', '推进技术改造，新增工业机器人100台。', '2025年', '市经信局'],
      ['2', '一、强基固本', '培育专精特新企业50家。', '2025年', '*市经信局|市科技局'],
    ],
  },
  {
    name: 'several responsible cells in one row are rows that share its number',
    text: `序号
重点任务
具体措施
完成时间
责任单位
1
优化营商环境
1.出台优化营商环境条例实施细则。
2024年6月
市司法局
2.开展营商环境评价。
2024年12月
市发展改革委
2
扩大有效投资
1.开工重大项目100个。
2024年12月
市发展改革委`,
    rows: [
      ['1', '优化营商环境', '1.出台优化营商环境条例实施细则。', '2024年6月', '市司法局'],
      ['1', '优化营商环境', '2.开展营商环境评价。', '2024年12月', '市发展改革委'],
      ['2', '扩大有效投资', '1.开工重大项目100个。', '2024年12月', '市发展改革委'],
    ],
  },
];

describe('made-up tables', () => {
  for (const { name, text, rows, lines } of CASES) {
    it(name, () => {
      const found = find(text);
      expect(plain(found.rows)).toEqual(rows);
      expect(found.lines).toEqual(lines ?? []);
    });
  }
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
    'table_row_unclear: row 3: numbers of 温州市落实举措 go from 1 to 3',
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
