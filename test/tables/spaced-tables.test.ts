import { describe, expect, it } from 'vitest';
import { findFlattenedTables } from '../../pipeline/tables/flattened/index.js';
import { read, tablesOf } from './text-tables-input.js';

/** A page as `pdftotext -layout` prints it: cells in the middle of their rows, heads over two lines. */
const PAGE = [
  '序                                              责任',
  '    重点任务        主要举措                                     时限',
  '号                                              单位',
  '              1.推进数据归集，建成全市统一的',
  '    数据共享      数据共享平台。                  市大数据局',
  '1                                                       2025年6月底',
  '    提升行动      2.推进证照应用，接入各部门系     市公安局',
  '              统。',
  '    审批流程      推行企业开办一件事，压减环节、',
  '2                                         市民政局      2025年底',
  '    优化        时间和材料。',
];

describe('tables whose columns are made by spaces', () => {
  it('have cells of several lines in the middle of their rows, and heads over two', () => {
    expect(tablesOf(PAGE.join('\n'))).toEqual([
      [
        ['序号', '重点任务', '主要举措', '责任单位', '时限'],
        [
          '1',
          '数据共享提升行动',
          '1.推进数据归集，建成全市统一的数据共享平台。2.推进证照应用，接入各部门系统。',
          '市大数据局市公安局',
          '2025年6月底',
        ],
        ['2', '审批流程优化', '推行企业开办一件事，压减环节、时间和材料。', '市民政局', '2025年底'],
      ],
    ]);
  });

  it('go on over pages that repeat the head, and end where words run over all columns', () => {
    const next = PAGE.slice(0, 3).concat(
      '3   加强宣传        开展宣传活动。                    市司法局      长期',
    );
    const below = [
      '以上任务由各责任单位按照职责分工抓好落实，市政府督查室定期通报进展情况和存在的问题。',
      '各县区要结合实际制定本地区的工作方案，于每季度末向市政府办公室报送工作进展情况和数据。',
    ];
    const [table] = tablesOf([...PAGE, '— 1 —', ...next, ...below].join('\n'));
    expect(table?.map((row) => row[0])).toEqual(['序号', '1', '2', '3']);
    expect(table?.at(-1)?.[2]).toBe('开展宣传活动。');
  });

  it('go on over a form feed, below the head again or straight away', () => {
    const again = `${PAGE.join('\n')}\n\f${PAGE[0]}\n${PAGE[1]}\n${PAGE[2]}\n3   加强宣传        开展宣传活动。                    市司法局      长期`;
    const straight = `${PAGE.join('\n')}\n\f3   加强宣传        开展宣传活动。                    市司法局      长期\n4   加强督查        开展专项督查。                    市政府办      每季度`;
    expect(tablesOf(again)[0]?.at(-1)).toEqual([
      '3',
      '加强宣传',
      '开展宣传活动。',
      '市司法局',
      '长期',
    ]);
    expect(tablesOf(straight)[0]?.slice(-2)).toEqual([
      ['3', '加强宣传', '开展宣传活动。', '市司法局', '长期'],
      ['4', '加强督查', '开展专项督查。', '市政府办', '每季度'],
    ]);
  });

  it('keep heads of years apart that one space parts, and the title above out of the head', () => {
    const indicators = [
      '                 “有感服务、无感监管”的 3 张指标清单',
      '                             2025 年 2026 年 2027 年',
      '序号     指标名称                                          牵头部门',
      '                             目标值    目标值    目标值',
      '1    企业首贷户（家）                5000   5100   5200   市人行',
      '2    累计数据交易额（亿元）             100    120    140    市数据局',
    ];
    expect(tablesOf(indicators.join('\n'))).toEqual([
      [
        ['序号', '指标名称', '2025 年目标值', '2026 年目标值', '2027 年目标值', '牵头部门'],
        ['1', '企业首贷户（家）', '5000', '5100', '5200', '市人行'],
        ['2', '累计数据交易额（亿元）', '100', '120', '140', '市数据局'],
      ],
    ]);
  });

  it('part cells that one space parts where a column is full, and rows where labels begin anew', () => {
    const full = [
      '序号   工作目标                 主要举措                        责任单位',
      '    全市政务服务事项全部进驻，一件事 1.完善政务服务事项清单，明确办理时限。     市政务办',
      '1   改革事项达到二十个，办理时间压减 2.推进政务服务事项集成，打通业务系统。     *市数据局',
      '    三成，群众满意度有明显的提升。  3.加强窗口人员培训，落实首问负责制度。     市人社局',
      '    全市投资项目审批时间压减到五十天 1.优化投资项目审批流程，精简申报材料。     市发改委',
      '2   以内，推行承诺制的项目达到九成，  2.推行项目审批帮办代办，建立服务队伍。     市资规局',
      '    实现审批事项全程网上可以办理。',
    ];
    const [table] = tablesOf(full.join('\n'));
    expect(table?.map((row) => row[1])).toEqual([
      '工作目标',
      '全市政务服务事项全部进驻，一件事改革事项达到二十个，办理时间压减三成，群众满意度有明显的提升。',
      '全市投资项目审批时间压减到五十天以内，推行承诺制的项目达到九成，实现审批事项全程网上可以办理。',
    ]);
    expect(table?.[2]?.[2]).toBe(
      '1.优化投资项目审批流程，精简申报材料。2.推行项目审批帮办代办，建立服务队伍。',
    );
  });

  it('are none where no heads stand above', () => {
    expect(
      tablesOf(['甲方    乙方    丙方', '张三    李四    王五', '赵六    钱七    孙八'].join('\n')),
    ).toEqual([]);
  });
});

/** A table as a tool prints it that goes over its columns line by line. */
const mixed = (first: number): string[] => [
  ...['序号', '重点任务', '主要举措', '完成时限', '责任单位'],
  ...[0, 1, 2, 3].flatMap((row) => [
    String(first + row),
    '推进归集 3.开展清理，建立台账。',
    '2.完善机制，明确责任。',
    '2025年',
    '市公安局',
  ]),
];

it('reads nothing of a table whose columns a tool mixed line by line, and says where it stands', () => {
  const found = findFlattenedTables(read(mixed(1).join('\n')));
  expect(found.blocks.every(({ kind }) => kind === 'furniture')).toBe(true);
  expect(found.warnings.map(({ code }) => code)).toEqual(['table_order_lost']);
});

it('reads nothing of what stands between two pages of such a table', () => {
  const between = ['责任', '市委组织部（市人才办）抓好落实，有关情况及时报告。', '序', '号'];
  const text = [...mixed(1), ...between, ...mixed(5)].join('\n');
  const found = findFlattenedTables(read(text));
  expect(found.blocks.every(({ kind }) => kind === 'furniture')).toBe(true);
  expect(found.warnings).toHaveLength(1);
  expect(found.warnings[0]!.at!.end).toBe(text.length);
});
