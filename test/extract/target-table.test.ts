import { describe, expect, it } from 'vitest';
import { readIndicatorTable } from '../../pipeline/extract/quantities/from-table.js';
import type { TextCell, TextTable } from '../../pipeline/model/outline.js';
import { Passage } from '../../pipeline/model/passage.js';
import { SourceText } from '../../pipeline/model/source-text.js';

/** A table whose cells stand in one text, a line each. */
function tableOf(rows: readonly (readonly string[])[], headerRows: number): TextTable {
  const text = rows.flat().join('\n');
  const source = new SourceText(text);
  let position = 0;
  const cells: TextCell[] = rows.flatMap((row, rowIndex) =>
    row.map((words, column) => {
      const span = { start: position, end: position + words.length };
      position = span.end + 1;
      const place = { row: rowIndex, column, row_span: 1, column_span: 1 };
      return { ...place, passage: Passage.of(source, [span]) };
    }),
  );
  return {
    rows: rows.length,
    columns: rows[0]!.length,
    header_rows: headerRows,
    cells,
    basis: 'one_cell_a_line',
  };
}

const YEARS = tableOf(
  [
    ['序号', '重点任务', '指标名称', '2025年', '2026年', '2027年', '牵头部门'],
    ['', '', '', '目标值', '目标值', '目标值', ''],
    ['1', '有感服务', '“企业码”集成应用场景（个）', '40', '50', '60', '市市场监管局'],
    ['2', '', '涉企问题办结率', '95%', '-', '97%', '市经信局、市政务服务局'],
    ['3', '', '新建检验检测能力（项））', '150', '-', '', '市市场监管局'],
    ['4', '无感监管', '相比2024年涉企现场检查总户次下降比例（%）', '10', '-', '-', '市司法局'],
    ['5', '', '亮码检查率(%)', '100', '-', '-', '综合执法指导办'],
    ['6', '', '严重违法失信企业占比（%）', '1.2', '1.1', '1', '市司法局'],
    ['7', '', '新增网络经营主体（万家）', '5', '-', '-', '市市场监管局'],
  ],
  2,
);

const names = (cell: Passage): string[] => cell.text.split('、');

describe('readIndicatorTable', () => {
  it('gives a target for each filled cell of a column a year', () => {
    const targets = readIndicatorTable(YEARS, names).map(({ indicator, op, value, unit, by }) => [
      indicator,
      op,
      value,
      unit,
      by,
    ]);
    expect(targets).toEqual([
      ['“企业码”集成应用场景', '>=', 40, '个', '2025-12-31'],
      ['“企业码”集成应用场景', '>=', 50, '个', '2026-12-31'],
      ['“企业码”集成应用场景', '>=', 60, '个', '2027-12-31'],
      ['涉企问题办结率', '>=', 95, '%', '2025-12-31'],
      ['涉企问题办结率', '>=', 97, '%', '2027-12-31'],
      ['新建检验检测能力', '>=', 150, '项', '2025-12-31'],
      ['相比2024年涉企现场检查总户次下降比例', 'decrease', 10, '%', '2025-12-31'],
      ['亮码检查率', '=', 100, '%', '2025-12-31'],
      ['严重违法失信企业占比', '<=', 1.2, '%', '2025-12-31'],
      ['严重违法失信企业占比', '<=', 1.1, '%', '2026-12-31'],
      ['严重违法失信企业占比', '<=', 1, '%', '2027-12-31'],
      ['新增网络经营主体', '>=', 5, '万家', '2025-12-31'],
    ]);
  });

  it('takes the bodies of the lead column and grounds every number', () => {
    const targets = readIndicatorTable(YEARS, names);
    expect(targets[3]?.units).toEqual(['市经信局', '市政务服务局']);
    for (const target of targets) {
      const source = target.cell.source.text;
      expect(source.slice(target.at.start, target.at.end)).toBe(target.raw);
    }
  });

  it('reads one column of values with a column of units', () => {
    const table = tableOf(
      [
        ['序号', '指标', '单位', '目标值', '责任单位'],
        ['1', '绿色建筑占比', '%', '65', '市建委'],
        ['2', '新增绿道', '公里', '≥500', '市城管局'],
        ['3', '审批办理时限', '工作日', '3', '市政务服务局'],
      ],
      1,
    );
    const targets = readIndicatorTable(table, names).map(({ indicator, op, value, unit, by }) => [
      indicator,
      op,
      value,
      unit,
      by,
    ]);
    expect(targets).toEqual([
      ['绿色建筑占比', '>=', 65, '%', null],
      ['新增绿道', '>=', 500, '公里', null],
      ['审批办理时限', '<=', 3, '工作日', null],
    ]);
  });

  it('takes no table of work items for one of indicators', () => {
    const table = tableOf(
      [
        ['序号', '重点工作', '温州市目标', '温州市落实举措', '责任单位'],
        ['1', '强化保障', '新增贷款800亿元以上', '1.加强对接。', '市金融办'],
      ],
      1,
    );
    expect(readIndicatorTable(table, names)).toEqual([]);
  });
});

describe('a column of changes', () => {
  it('says by how much a value rises till the date of the goals before it', () => {
    const table = tableOf(
      [
        ['指标', '单位', '2024年实绩', '2025年目标', '增幅'],
        ['地区生产总值', '亿元', '300', '320', '6.5%'],
        ['粮食产量', '万吨', '70', '71', '1.4%'],
      ],
      1,
    );
    const found = readIndicatorTable(table, () => []);
    expect(found.map(({ op, value, unit, by }) => [op, value, unit, by])).toEqual([
      ['>=', 320, '亿元', '2025-12-31'],
      ['increase', 6.5, '%', '2025-12-31'],
      ['>=', 71, '万吨', '2025-12-31'],
      ['increase', 1.4, '%', '2025-12-31'],
    ]);
  });
});
