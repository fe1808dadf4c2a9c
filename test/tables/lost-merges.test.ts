import { describe, expect, it } from 'vitest';
import { withLostMerges } from '../../pipeline/tables/written/lost-merges.js';
import type { WrittenTable } from '../../pipeline/tables/written/written-table.js';

/** A table with one row of heads; empty words are no cell, `=words` runs over all columns. */
function tableOf(...rows: readonly string[][]): WrittenTable {
  const columns = rows[0]!.length;
  const cells = rows.flatMap((words, row) =>
    words.flatMap((text, column) => {
      if (text === '') return [];
      const whole = text.startsWith('=');
      return [
        { row, column, row_span: 1, column_span: whole ? columns : 1, text: text.replace('=', '') },
      ];
    }),
  );
  return { rows: rows.length, columns, header_rows: 1, cells };
}

/** The words of cells that run over several rows, with how many. */
const merged = (table: WrittenTable): string[] =>
  withLostMerges(table).table.cells.flatMap(({ text, row_span }) =>
    row_span > 1 ? [`${text} ${row_span}`] : [],
  );

describe('merged cells that a table saved as text has lost', () => {
  it('a row without a number goes on with the one above', () => {
    const table = tableOf(
      ['序号', '任务', '措施', '责任单位'],
      ['1', '建设平台', '立项', '市数据局'],
      ['', '', '验收', ''],
      ['2', '推广应用', '培训', '市人社局'],
    );
    expect(merged(table)).toEqual(['1 2', '建设平台 2', '市数据局 2']);
    expect(withLostMerges(table).restored).toBe(3);
  });

  it('an empty place in a row with a number of its own stays empty', () => {
    const table = tableOf(
      ['序号', '任务', '责任单位'],
      ['1', '建设平台', '市数据局'],
      ['2', '推广应用', ''],
    );
    expect(merged(table)).toEqual([]);
    expect(withLostMerges(table).table).toBe(table);
  });

  it('a column of groups, left of the first that each row fills, covers the rows below it', () => {
    const table = tableOf(
      ['序号', '类别', '任务', '责任单位'],
      ['1', '产业', '建设平台', '市数据局'],
      ['2', '', '推广应用', ''],
      ['3', '民生', '改造小区', '市住建局'],
    );
    expect(merged(table)).toEqual(['产业 2']);
  });

  it('ends where a title runs over the table', () => {
    const table = tableOf(
      ['类别', '任务', '责任单位'],
      ['产业', '建设平台', '市数据局'],
      ['', '推广应用', '市数据局'],
      ['=二、民生', '', ''],
      ['', '改造小区', '市住建局'],
    );
    expect(merged(table)).toEqual(['产业 2']);
  });

  it('leaves a table alone in which every column has gaps', () => {
    const table = tableOf(['任务', '责任单位'], ['建设平台', ''], ['', '市住建局']);
    expect(withLostMerges(table)).toEqual({ table, restored: 0 });
  });
});
