import { describe, expect, it } from 'vitest';
import { classifyTable, indicatorRows } from '../../pipeline/tables/index.js';
import { tableOf } from './tables-input.js';

describe('classifyTable', () => {
  it.each([
    [
      '序号|总体任务|重点工作|温州市目标|温州市落实举措|实施阶段|责任单位|联系人\n1|一、提信心|（一）强化财税政策保障|减税降费|全面落实减税降费政策|2023-2027年|市税务局|蔡景像0577-88026991\n',
      'work_items',
      'number group group goal measure period units contact',
    ],
    [
      '序号|总体任务|重点工作|细化举措|板块类别\n1|一、提信心增预期|(一) 强化财税政策保障|精准宣传“政策找人”|政策服务\n',
      'work_items',
      'number group group measure category',
    ],
    [
      '世行指标|一类事名称|基本服务事项|增值服务事项|责任部门\n市场准入|企业开办一类事|公司设立登记|1.专人导办 2.免费提供印章|省市场监管局\n',
      'work_items',
      'group item listed measure units',
    ],
    [
      '序号|改革举措|主要内容|牵头单位|配合单位|完成时限\n1|推行告知承诺制|对审批事项实行告知承诺|市司法局|市公安局|2025年6月\n',
      'work_items',
      'number item measure lead_units support_units period',
    ],
    [
      '序号|改革举措|责任单位|完成时限\n1|推行告知承诺制|市司法局|2025年6月\n',
      'work_items',
      'number measure units period',
    ],
    [
      '序号|惠民工程|责任单位|完成时限\n1|新建3座人行天桥|县住建局|2025年9月\n',
      'work_items',
      'number measure units period',
    ],
    ['序号|惠民工程|责任单位\n1|新建3座人行天桥|县住建局\n', 'other', 'number other units'],
    [
      '序号|重点任务|指标名称|2024年现状值|2025年|计量单位|牵头部门\n1|有感服务|涉企问题办结率|90|95|%|市经信局\n',
      'indicators',
      'number group indicator baseline value measure_unit lead_units',
    ],
    ['序号|姓名|单位|职务\n1|张三|市商务局|局长\n', 'names', 'number name other name'],
    ['序号|名词|释义\n1|一件事|多个事项一次办成\n', 'definitions', 'number name definition'],
    [
      '序号|事项名称|设定依据|收费标准\n1|公章刻制备案|印章管理办法|免费\n',
      'other',
      'number other other other',
    ],
  ])('%s', (text, kind, roles) => {
    const classified = classifyTable(tableOf(text));
    expect(classified.kind).toBe(kind);
    expect(classified.roles.join(' ')).toBe(roles);
  });

  it('tells columns without heads by their content', () => {
    const table = tableOf(
      [
        '1|推行企业开办全程网上办理，压缩办理时间|市市场监管局、市税务局|2023年底前',
        '2|推广电子营业执照在各领域的应用，实现一码通行|市数据局|2024年底前',
        '3|建立企业诉求快速响应机制，及时解决困难问题|市经信局|长期实施',
      ].join('\n'),
    );
    expect(classifyTable(table)).toEqual({
      kind: 'work_items',
      roles: ['number', 'measure', 'units', 'period'],
    });
  });
});

describe('indicatorRows', () => {
  it('gives a value for each filled year, with its last day', () => {
    const table = tableOf(
      '序号|重点任务|指标名称|2025年|2026年|2027年|牵头部门\n|||目标值|目标值|目标值|\n1|有感服务|高效办成“一件事”|17|-|-|市政务服务局\n2||涉企问题办结率|95%|96%|97%|市经信局、市政务服务局\n3|无感监管|掌上执法率（%）|95|96|97|市市场监管局\n',
    );
    const rows = indicatorRows(table, classifyTable(table).roles);
    expect(
      rows.map((row) => [
        row.number,
        row.path.map(({ text }) => text).join(),
        row.indicator.text,
        row.values.map(({ passage: words, by }) => `${words.text}@${by}`).join(' '),
        row.units.map(({ passage: words, role }) => `${words.text} ${role}`).join(),
      ]),
    ).toEqual([
      ['1', '有感服务', '高效办成“一件事”', '17@2025-12-31', '市政务服务局 lead'],
      [
        '2',
        '有感服务',
        '涉企问题办结率',
        '95%@2025-12-31 96%@2026-12-31 97%@2027-12-31',
        '市经信局、市政务服务局 lead',
      ],
      [
        '3',
        '无感监管',
        '掌上执法率（%）',
        '95@2025-12-31 96@2026-12-31 97@2027-12-31',
        '市市场监管局 lead',
      ],
    ]);
  });

  it.each([
    ['2025年', '2025-12-31'],
    ['2026年6月底', '2026-06-30'],
    ['2026年上半年', '2026-06-30'],
    ['“十四五”末', '2025-12-31'],
    ['目标值', null],
  ])('reads the head %s', (head, by) => {
    const table = tableOf(
      `序号|指标名称|${head}|牵头部门\n1|涉企问题办结率|95|市经信局\n2|掌上执法率|96|市司法局\n`,
    );
    const rows = indicatorRows(table, classifyTable(table).roles);
    expect(rows[0]!.values[0]!.by).toBe(by);
  });
});
