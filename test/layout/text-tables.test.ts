import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findTextTables } from '../../pipeline/layout/text-tables/index.js';
import type { Block, SourceDocument } from '../../pipeline/model/document.js';
import { cellAt } from '../../pipeline/outline/tables/grid.js';
import { readSource } from '../../pipeline/read/index.js';

function read(text: string): SourceDocument {
  return readSource(
    { bytes: new TextEncoder().encode(text), name: 'notice.txt' },
    { encoding: null },
  );
}

const words = (document: SourceDocument, block: Pick<Block, 'spans'>): string =>
  block.spans.map((span) => document.source.text.slice(span.start, span.end)).join('');

/** Each table as rows of the words that each row and column holds. */
function tablesOf(text: string): string[][][] {
  const document = read(text);
  return findTextTables(document).blocks.flatMap(({ table }) => {
    if (table === null) return [];
    const rows = Array.from({ length: table.rows }, (_, row) =>
      Array.from({ length: table.columns }, (_, column) => {
        const cell = cellAt(table, row, column);
        return cell === null ? '' : words(document, cell);
      }),
    );
    return [rows];
  });
}

const HEADS = '序号\t服务事项\t\t\t责任部门\n\t一级分类\t二级分类\t服务简介\t\n';

describe('tables typed with tabs', () => {
  const text = `附件 3
${HEADS}1\t01 政策服务\t0101 政策查询\t在省惠企政策协同管理平台发布政策，供企业查阅\t经信部门、各涉企相关部门
2\t\t0102 政策推送\t通过政策和企业标签匹配，向企业推送惠企政策\t根据本地情况确定牵头部门

备注：省级层面全面梳理涉企服务事项形成目录。

${HEADS}3\t\t0103 政策解读与指导\t开展惠企政策解读与指导培训\t各涉企相关部门
4\t\t.....\t可根据本地情况补充分类\t
5\t02 人力资源服务\t0201 招引服务\t为企业提供人才、职工等招引服务\t人力社保部门

附件 4
`;

  it('makes one table of all pages, with two header rows and groups carried down', () => {
    const [table] = tablesOf(text);
    expect(table).toHaveLength(7);
    expect(table![0]).toEqual(['序号', '服务事项', '服务事项', '服务事项', '责任部门']);
    expect(table![1]).toEqual(['序号', '一级分类', '二级分类', '服务简介', '责任部门']);
    expect(table!.slice(2).map((row) => row.slice(0, 3))).toEqual([
      ['1', '01 政策服务', '0101 政策查询'],
      ['2', '01 政策服务', '0102 政策推送'],
      ['3', '01 政策服务', '0103 政策解读与指导'],
      ['4', '01 政策服务', '.....'],
      ['5', '02 人力资源服务', '0201 招引服务'],
    ]);
    expect(table![5]![4]).toBe('');
  });

  it('keeps notes between pages, and makes furniture of the repeated header', () => {
    const document = read(text);
    const { blocks, warnings } = findTextTables(document);
    expect(blocks.map((block) => block.kind)).toEqual([
      'line',
      'table',
      'line',
      'furniture',
      'furniture',
      'line',
    ]);
    expect(words(document, blocks[2]!)).toMatch(/^备注：/);
    expect(warnings).toEqual([]);
    const table = blocks[1]!.table!;
    expect(table).toMatchObject({ basis: 'tabs', header_rows: 2, columns: 5, rows: 7 });
    expect(table.cells.find((cell) => cell.row === 2 && cell.column === 1)!.row_span).toBe(4);
  });

  it('starts another table where the numbers begin anew', () => {
    const table =
      '序号\t工作任务\t责任单位\n1\t修订示范文本\t省发展改革委\n2\t清理规定\t省司法厅\n';
    expect(tablesOf(`${table}\n${table}`)).toHaveLength(2);
  });

  it.each([
    ['a table of contents', '一、总体要求……\t1\n二、重点任务……\t3\n三、保障措施……\t9\n'],
    ['indented paragraphs', '\t各地要加强领导。\n\n\t各部门要密切配合。\n\n\t重大事项及时报告。\n'],
    ['a signature', '\t\t\t上海市商务委员会\n\t\t\t2023年6月13日\n'],
    ['contact lines', '联系人：张三\t电话：88026991\n联系人：李四\t电话：88026992\n'],
  ])('leaves %s alone', (_, lines) => {
    const document = read(lines);
    expect(findTextTables(document).blocks).toEqual(document.blocks);
  });

  it('joins a row that a line break inside a cell cut', () => {
    const rows = tablesOf(
      '序号\t工作任务\t具体举措\t责任单位\n1\t优化服务\t一是推行预约。\n二是延长时间。\t市税务局\n2\t压缩时限\t缩短办理时间\t市医保局\n',
    )[0]!;
    expect(rows[1]).toEqual(['1', '优化服务', '一是推行预约。二是延长时间。', '市税务局']);
    expect(rows).toHaveLength(3);
  });

  it('joins a row that goes on under the same number on the next page', () => {
    const head = '序号\t重点工作\t落实举措\t责任单位\n';
    const rows = tablesOf(
      `${head}1\t强化用能保障\t定期调度\t市发改委\n2\t保障合理用地需求\t探索实行产业链供地，对产业链关键环节、核心\t市自然资源\n\n${head}2\t保障合理用地需求\t项目统一规划布局。\t和规划局\n3\t强化用工保障\t开展培训\t市人社局\n`,
    )[0]!;
    expect(rows.slice(1)).toEqual([
      ['1', '强化用能保障', '定期调度', '市发改委'],
      [
        '2',
        '保障合理用地需求',
        '探索实行产业链供地，对产业链关键环节、核心项目统一规划布局。',
        '市自然资源和规划局',
      ],
      ['3', '强化用工保障', '开展培训', '市人社局'],
    ]);
  });

  it('makes a heading between the rows a cell over all columns', () => {
    const document = read(
      '序号\t工作举措\t责任单位\n一、优化准入\t\t\n1\t推行一网通办\t市市场监管局\n二、优化退出\t\t\n2\t简化注销\t市税务局\n',
    );
    const table = findTextTables(document).blocks[0]!.table!;
    const headings = table.cells.filter((cell) => cell.column_span === 3);
    expect(headings.map((cell) => [cell.row, words(document, cell)])).toEqual([
      [1, '一、优化准入'],
      [3, '二、优化退出'],
    ]);
  });
});

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

describe('tables typed one cell a line', () => {
  const lines = (...cells: string[]): string => `${cells.map((cell) => `\t${cell}`).join('\n')}\n`;
  const text = [
    '“有感服务、无感监管”指标体系\n',
    lines('序号', '重点任务', '指标名称', '2025年', '2026年', '2027年', '牵头部门'),
    lines('', '', '', '目标值', '目标值', '目标值', ''),
    lines('1', '有感服务', '高效办成“一件事”', '17', '-', '-', '市政务服务局'),
    lines('2', '', '“企业码”集成应用场景（个）', '40', '50', '60', '市市场监管局'),
    lines('3', '无感监管', '掌上执法率（%）', '95', '96', '97', '市市场监管局'),
    '附注在后。\n',
  ].join('\n');

  it('reads rows between empty lines, empty cells and all', () => {
    const [table] = tablesOf(text);
    expect(table!.map((row) => row.slice(0, 4))).toEqual([
      ['序号', '重点任务', '指标名称', '2025年'],
      ['序号', '重点任务', '指标名称', '目标值'],
      ['1', '有感服务', '高效办成“一件事”', '17'],
      ['2', '有感服务', '“企业码”集成应用场景（个）', '40'],
      ['3', '无感监管', '掌上执法率（%）', '95'],
    ]);
    const table2 = findTextTables(read(text)).blocks[1]!.table!;
    expect(table2).toMatchObject({ basis: 'one_cell_a_line', header_rows: 2 });
  });

  it('keeps what stands before and after', () => {
    const kinds = findTextTables(read(text)).blocks.map((block) => block.kind);
    expect(kinds).toEqual(['line', 'table', 'line']);
  });

  it('takes a second line of a cell with it', () => {
    const broken = text.replace('\t市市场监管局\n\n\t3', '\t市市场\n监管局\n\n\t3');
    expect(broken).not.toBe(text);
    const second = text.replace('\t“企业码”集成', '\t“企业码”\n集成');
    expect(tablesOf(second)[0]![3]![2]).toBe('“企业码”集成应用场景（个）');
  });
});

describe('tables of Markdown', () => {
  const text = `
# 附件

| 序号 | 主要任务 | 责任单位 |
|:---:|------|---|
| 1 | **优化**服务 | 市税务局 |
| 2 | 压缩 a\\|b 时限 | |

结尾。
`;

  it('reads pipes, leaves markers out', () => {
    expect(tablesOf(text)).toEqual([
      [
        ['序号', '主要任务', '责任单位'],
        ['1', '优化服务', '市税务局'],
        ['2', expect.stringContaining('时限'), ''],
      ],
    ]);
    const { blocks } = findTextTables(read(text));
    expect(blocks.map((block) => block.kind)).toEqual(['heading', 'table', 'line']);
    expect(blocks[1]!.table!.basis).toBe('markup');
  });

  it('leaves a line with a pipe alone', () => {
    const document = read('甲|乙\n这是正文。\n');
    expect(findTextTables(document).blocks).toEqual(document.blocks);
  });
});

describe('findTextTables of any text', () => {
  const line = fc.array(
    fc.constantFrom('\t', '|', '序号', '1', '2', '任务', '市税务局', '-', '。', ' ', '一、'),
    {
      maxLength: 9,
    },
  );

  it('loses no words and stands in order', () => {
    fc.assert(
      fc.property(fc.array(line, { minLength: 1, maxLength: 25 }), (lines) => {
        const text = `正文\n${lines.map((parts) => parts.join('')).join('\n')}\n`;
        const document = read(text);
        const { blocks } = findTextTables(document);
        const covered = new Set<number>();
        for (const block of blocks) {
          for (const { start, end } of block.spans)
            for (let at = start; at < end; at++) covered.add(at);
        }
        for (const block of document.blocks) {
          for (const { start, end } of block.spans) {
            const isWord = (at: number): boolean => !/[\s|:-]/.test(document.source.text[at]!);
            for (let at = start; at < end; at++) if (isWord(at)) expect(covered.has(at)).toBe(true);
          }
        }
        for (const { table } of blocks) {
          for (const cell of table?.cells ?? []) {
            expect(cell.spans.length).toBeGreaterThan(0);
            expect(cell.row + cell.row_span).toBeLessThanOrEqual(table!.rows);
            expect(cell.column + cell.column_span).toBeLessThanOrEqual(table!.columns);
          }
        }
      }),
      { numRuns: 300 },
    );
  });
});
