import { describe, expect, it } from 'vitest';
import { findTextTables } from '../../pipeline/tables/typed/index.js';
import { HEADS, read, tablesOf, words } from './text-tables-input.js';

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

  it.each([
    [
      'counted rows',
      '序号\t工作举措\t责任单位\n一、优化准入\t\t\n1\t推行一网通办\t市市场监管局\n二、优化退出\t\t\n2\t简化注销\t市税务局\n',
    ],
    [
      'the label among the numbers',
      '序号\t工作举措\t责任单位\n一、\t优化准入\t\n1\t推行一网通办\t市市场监管局\n二、\t优化退出\t\n2\t简化注销\t市税务局\n',
    ],
    [
      'rows without numbers',
      '工作举措\t具体内容\t责任单位\n一、优化准入\n推行一网通办\t网上办理\t市市场监管局\n二、优化退出\n简化注销\t压缩时间\t市税务局\n',
    ],
  ])('makes a heading between the rows a cell over all columns: %s', (_, text) => {
    const document = read(text);
    const table = findTextTables(document).blocks[0]!.table!;
    expect(table.rows).toBe(5);
    const headings = table.cells.filter((cell) => cell.column_span === 3);
    expect(headings.map((cell) => [cell.row, words(document, cell)])).toEqual([
      [1, '一、优化准入'],
      [3, '二、优化退出'],
    ]);
  });
});
