import { describe, expect, it } from 'vitest';
import { withTables } from '../../pipeline/tables/find-tables.js';
import { read, tablesOf } from './text-tables-input.js';

const HEAD = '序号          工作任务                 责任单位       完成时限';

describe('rows of tables whose columns are made by spaces', () => {
  it('begin below the heads, whose lines hold no cells of one column alone', () => {
    const [table] = tablesOf(
      [
        '某市2025年重点工作任务表',
        HEAD,
        '                            市民政局、市财',
        '    推进社区养老服务设施建设，新建一批    政局、市人力资',
        '1                           源社会保障局、   2025年底',
        '    日间照料中心。                市卫生健康委、',
        '                            市自然资源局',
        '                            市住房城乡建设',
        '2   开展老旧小区改造，完善配套设施。    局、市财政局    长期',
      ].join('\n'),
    );
    expect(table).toEqual([
      ['序号', '工作任务', '责任单位', '完成时限'],
      [
        '1',
        '推进社区养老服务设施建设，新建一批日间照料中心。',
        '市民政局、市财政局、市人力资源社会保障局、市卫生健康委、市自然资源局',
        '2025年底',
      ],
      ['2', '开展老旧小区改造，完善配套设施。', '市住房城乡建设局、市财政局', '长期'],
    ]);
  });

  it('give a body that is printed further left, alone on its line, to the column of bodies', () => {
    const [table] = tablesOf(
      [
        '序号   重点任务     工作内容                     牵头单位     配合单位     完成时限',
        '                                                县发展改革',
        '              推进政务服务“一网通办”，推动高频事项网              委、县司法    2026 年 6 月底',
        '1    优化营商环境                        县数据局',
        '              上办理，网办率达到 95%以上                   局、县市场监   前',
        '                                                督管理局',
        '                                                县住房和城乡',
        '              新建充电桩 500 个，完善城县充换电设施网   县发展和改革   建设局、县自   2026 年 12 月底',
        '2    优化营商环境',
        '              络布局                      委员会      然资源和规划   前',
        '                                                局',
        '              开展涉企行政检查专项整治行动，规范检查               县直各有关部',
        '3    法治建设                         县司法局                   长期坚持',
        '              频次                                门',
      ].join('\n'),
    );
    expect(table?.map((row) => row[3])).toEqual([
      '牵头单位',
      '县数据局',
      '县发展和改革委员会',
      '县司法局',
    ]);
    expect(table?.[3]?.[2]).toBe('开展涉企行政检查专项整治行动，规范检查频次');
  });

  it('have cells that a single space parts from those beside them', () => {
    const [table] = tablesOf(
      [
        '序号              工作任务             责任单位     完成时限',
        '1   推进社区养老服务设施建设，新建一批日 市民政局、市卫 2025年底',
        '    间照料中心，支持社会力量参与运营，提 生健康委、市财',
        '    高服务质量。                政局',
        '2   开展老旧小区改造，完善停车、充电等配 市住房城乡建设 长期',
        '    套设施。                  局',
      ].join('\n'),
    );
    expect(table?.slice(1)).toEqual([
      [
        '1',
        '推进社区养老服务设施建设，新建一批日间照料中心，支持社会力量参与运营，提高服务质量。',
        '市民政局、市卫生健康委、市财政局',
        '2025年底',
      ],
      ['2', '开展老旧小区改造，完善停车、充电等配套设施。', '市住房城乡建设局', '长期'],
    ]);
  });

  it('are told apart without numbers by the ends of their cells', () => {
    const [table] = tablesOf(
      [
        '        工作任务         责任单位        完成时限',
        '推进社区养老服务设施建设，新建一批日 市民政局、市卫生健   2025年底',
        '间照料中心，提高服务质量。      康委、市财政局',
        '开展老旧小区改造，完善停车、充电等配 市住房城乡建设局、   长期',
        '套设施，引入物业服务。        市财政局',
        '支持个体工商户发展，落实税收优惠，提 市市场监管局     2025年6月底前',
        '供创业指导。',
      ].join('\n'),
    );
    expect(table?.slice(1)).toEqual([
      [
        '推进社区养老服务设施建设，新建一批日间照料中心，提高服务质量。',
        '市民政局、市卫生健康委、市财政局',
        '2025年底',
      ],
      [
        '开展老旧小区改造，完善停车、充电等配套设施，引入物业服务。',
        '市住房城乡建设局、市财政局',
        '长期',
      ],
      ['支持个体工商户发展，落实税收优惠，提供创业指导。', '市市场监管局', '2025年6月底前'],
    ]);
  });

  it('are taken before a table of lost order is, though words of a head stand above them', () => {
    const text = [
      '序号   任务名称      工作举措              责任单位      完成时限',
      '1    数据共享      建成全市统一的数据共享平台，  市数据局、市     2025年底',
      '               接入各部门系统。        公安局',
      '2    审批优化      推行企业开办一件事，压减环节  市市场监管局     2025年6月',
      '               和材料。',
    ].join('\n');
    const { blocks, warnings } = withTables(read(text), {
      looksLikeUnit: (name) => /[局委]$/.test(name),
    });
    expect(warnings).toEqual([]);
    expect(blocks.map(({ kind, table }) => [kind, table?.rows])).toEqual([['table', 3]]);
  });

  it('go on over a page without heads, at other offsets, with the cell that the page before began', () => {
    const [table] = tablesOf(
      [
        '序号              工作任务                 责任单位       完成时限',
        '1   推进社区养老服务设施建设，新建一批日    市民政局         2025年底',
        '    间照料中心，提高服务质量。',
        '2   开展老旧小区改造，完善停车、充电等配    市住房城乡建设局     长期',
        '\f      套设施，引入物业服务。',
        '3     支持个体工商户发展，落实税收优惠，提        市市场监管局        2025年6月底前',
        '      供创业指导。',
        '4     加强食品安全监管。                  市市场监管局        每季度',
      ].join('\n'),
    );
    expect(table?.map((row) => row.slice(0, 3))).toEqual([
      ['序号', '工作任务', '责任单位'],
      ['1', '推进社区养老服务设施建设，新建一批日间照料中心，提高服务质量。', '市民政局'],
      ['2', '开展老旧小区改造，完善停车、充电等配套设施，引入物业服务。', '市住房城乡建设局'],
      ['3', '支持个体工商户发展，落实税收优惠，提供创业指导。', '市市场监管局'],
      ['4', '加强食品安全监管。', '市市场监管局'],
    ]);
  });

  it('are parted by empty lines where each stretch between them has one number', () => {
    const rows = ['市民政局', '市公安局', '市司法局'].map((unit, at) =>
      [
        `${at + 1}   推进第${'一二三'[at]}项服务设施建设，新建一批    ${unit}、市财`,
        '    项目。                   政局、市教育局',
        '                         市残联',
        '',
      ].join('\n'),
    );
    const [table] = tablesOf(
      ['序号          工作任务                责任单位', '', ...rows].join('\n'),
    );
    expect(table?.slice(1).map((row) => row[2])).toEqual([
      '市民政局、市财政局、市教育局市残联',
      '市公安局、市财政局、市教育局市残联',
      '市司法局、市财政局、市教育局市残联',
    ]);
  });
});
