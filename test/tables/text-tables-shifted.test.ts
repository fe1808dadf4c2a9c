import { describe, expect, it } from 'vitest';
import { findTextTables } from '../../pipeline/tables/typed/index.js';
import { HEADS, read, tablesOf } from './text-tables-input.js';

describe('cells that a tab too many or too few shifted', () => {
  const row = (number: number, ...cells: string[]): string => [number, ...cells].join('\t');
  const rows = [
    row(36, '06 拓市场服务', '0601 展览展会', '展览展会信息查询、活动组织、展会设计等', '商务部门'),
    row(45, '07 创业服务', '0701 创新创业赛事', '为企业搭建项目路演展示平台', '各涉企相关部门'),
    row(50, '08 法律服务', '0801 法律风险防范', '涉税检测、刑事风险防范等服务', '各涉企相关部门'),
    row(51, '', '0802 合规建设', '指导企业开展合规建设，提升企业合规管理水平', '各涉企相关部门'),
    row(61, '09 知识产权服务', '0903 运用转化服务', '评估、交易、质押融资、托管等', '市场监管部门'),
    row(62, '', '0904 咨询服务', '预警分析、管理咨询、战略制定等', '市场监管部门'),
    row(63, '', '0905 培训服务', '知识产权培训服务', '市场监管部门、各涉企相关部门'),
    row(64, '', '.....', '可根据本地情况补充分类', ''),
    row(
      71,
      '11 诉求和咨询服务',
      '1101 诉求服务',
      '提供企业诉求受理、流转、办理等服务',
      '各涉企相关部门',
    ),
    row(72, '', '1102 咨询服务', '为企业提供管理、技术、财税等各方面咨询服务', '各涉企相关部门'),
    row(73, '', '1103 公平竞争', '市场准入壁垒投诉和处理回应等', '市场监管部门'),
    row(74, '', '1105 涉企收费监管', '政府定价的涉企收费清单公示等', '发改部门、各涉企相关部门'),
    row(76, '12 企业文化培育', '1201 党建引领', '党务人才培养，党建品牌建设指导等', '组织部'),
    row(77, '', '1202 健康成长', '民营经济人士思想政治建设、教育培训等', '统战部、工商联'),
  ];
  const shifted = (line: string): string[] => {
    const table = tablesOf(`${HEADS}${rows.join('\n')}\n${line}\n`)[0]!;
    return table.at(-1)!;
  };

  it.each([
    [
      'a tab too many at the start',
      row(78, '', '13 数字化服务', '1301 生产数字化', '为企业提供智能生产线等智能改造'),
      ['78', '13 数字化服务', '1301 生产数字化', '为企业提供智能生产线等智能改造', ''],
    ],
    [
      'a tab in the wrong place',
      row(78, '1302 管理数字化', '', '为企业管理的数字化建设提供技术支持', '各涉企相关部门'),
      [
        '78',
        '12 企业文化培育',
        '1302 管理数字化',
        '为企业管理的数字化建设提供技术支持',
        '各涉企相关部门',
      ],
    ],
    [
      'a cell beyond the last head',
      row(78, '', '', '1303 销售数字化', '企业销售环节数字化改造等', '各涉企相关部门'),
      ['78', '12 企业文化培育', '1303 销售数字化', '企业销售环节数字化改造等', '各涉企相关部门'],
    ],
    [
      'nothing',
      row(78, '', '1304 设计', '各类设计服务', '经信部门'),
      ['78', '12 企业文化培育', '1304 设计', '各类设计服务', '经信部门'],
    ],
  ])('puts right: %s', (_, line, expected) => {
    expect(shifted(line)).toEqual(expected);
  });

  it('puts single cells under the column that every row fills', () => {
    const table = tablesOf(
      [
        '世行指标\t一类事名称\t基本服务事项\t增值服务事项\t责任部门\t',
        '市场准入\t企业开办一类事\t公司设立登记\t1.企业开办业务专人导办帮办自助咨询服务 2.免费提供首套印章\t省市场监管局、省公安厅等\t',
        '\t\t公章刻制备案\t\t\t',
        '申领发票\t\t\t\t\t',
        '社保登记及员工参保登记\t\t\t\t\t',
        '\t\t医保登记及员工参保登记\t\t\t',
        '纳税\t纳税一类事\t增值税申报\t1. 企业年度报告“多报合一”功能服务 2. 电子发票服务\t省税务局、省财政厅等\t',
        ...[
          '企业所得税',
          '消费税',
          '车辆购置税',
          '房产税',
          '城镇土地使用税',
          '耕地占用税',
          '资源税',
          '契税',
        ].map((tax) => `\t\t${tax}申报\t\t\t`),
        '附加税（费）申报\t\t\t\t\t',
      ].join('\n'),
    )[0]!;
    expect(table[4]).toEqual([
      '市场准入',
      '企业开办一类事',
      '社保登记及员工参保登记',
      table[1]![3],
      '省市场监管局、省公安厅等',
    ]);
    expect(table.at(-1)).toEqual([
      '纳税',
      '纳税一类事',
      '附加税（费）申报',
      table[6]![3],
      '省税务局、省财政厅等',
    ]);
  });

  it('goes on with the cells that a page cut, and closes them with their group', () => {
    const head = '世行指标\t一类事名称\t基本服务事项\t增值服务事项\t责任部门\n';
    const table = tablesOf(
      `${head}获取金融服务\t商业贷款一类事\t贷款指引\t1.企业金融政策类咨询服务 2.金融顾问服务\t人行浙江省分行、国家金融监督管理总局浙江监管局、省自然\n\n${head}获取金融服务\t商业贷款一类事\t抵（质）押登记\t3.数字支付服务 4.企业信用服务\t资源厅等\n\t商业担保一类事\t监管指引\t\t\n`,
    )[0]!;
    expect(table[2]![3]).toBe(
      '1.企业金融政策类咨询服务 2.金融顾问服务3.数字支付服务 4.企业信用服务',
    );
    expect(table[1]![4]).toBe('人行浙江省分行、国家金融监督管理总局浙江监管局、省自然资源厅等');
    expect(table[3]).toEqual(['获取金融服务', '商业担保一类事', '监管指引', '', '']);
  });

  it('warns of a row with more cells than there are columns', () => {
    const document = read(
      '序号\t举措\t单位\n1\t推行承诺制\t市司法局\n2\t减少\t证明\t材料\t市公安局\n',
    );
    const { warnings, blocks } = findTextTables(document);
    expect(warnings).toHaveLength(1);
    expect(warnings[0]).toMatchObject({ code: 'table_row_unclear' });
    const at = warnings[0]!.at!;
    expect(document.source.text.slice(at.start, at.end)).toBe('2\t减少\t证明\t材料\t市公安局');
    expect(blocks[0]!.table!.cells.filter((cell) => cell.row === 2)).toHaveLength(3);
  });
});
