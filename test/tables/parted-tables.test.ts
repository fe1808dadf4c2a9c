import { describe, expect, it } from 'vitest';
import type { TextTable } from '../../pipeline/model/outline.js';
import { cellAt, isCaption, partedTables } from '../../pipeline/tables/index.js';
import { passage, tableOf } from './tables-input.js';

/** A table without head rows. */
const grid = (rows: readonly (readonly string[])[]): TextTable => ({
  rows: rows.length,
  columns: rows[0]!.length,
  header_rows: 0,
  basis: 'markup',
  cells: rows.flatMap((words, row) =>
    words.map((text, column) => {
      return { row, column, row_span: 1, column_span: 1, passage: passage(text) };
    }),
  ),
});

const rowsOf = (input: string | string[][]): string[][][] =>
  partedTables(typeof input === 'string' ? tableOf(input) : grid(input)).map((table) =>
    Array.from({ length: table.rows }, (_, row) =>
      Array.from(
        { length: table.columns },
        (_, column) => cellAt(table, row, column)?.passage.text ?? '',
      ),
    ),
  );

describe('partedTables', () => {
  it('takes blocks of the same heads side by side apart', () => {
    const text = `序号|重点任务|责任单位|序号|重点任务|责任单位
1|推进归集|市公安局|3|推进开放|市教育局
2|推进共享|市民政局|4|推进应用|市财政局`;
    expect(rowsOf(text)).toEqual([
      [
        ['序号', '重点任务', '责任单位'],
        ['1', '推进归集', '市公安局'],
        ['2', '推进共享', '市民政局'],
      ],
      [
        ['序号', '重点任务', '责任单位'],
        ['3', '推进开放', '市教育局'],
        ['4', '推进应用', '市财政局'],
      ],
    ]);
  });

  it('leaves a table whole that has a head twice, or heads that differ', () => {
    expect(rowsOf('序号|任务|责任单位|责任单位\n1|推进归集|市公安局|市民政局')).toHaveLength(1);
    expect(rowsOf('任务|时限|任务|单位\n推进|六月|开放|市民政局')).toHaveLength(1);
  });

  it('turns a form whose heads stand in its first column', () => {
    const form = [
      ['任务名称', '推进数据共享'],
      ['责任单位', '市大数据局'],
      ['完成时限', '2025年6月底前'],
    ];
    expect(rowsOf(form)).toEqual([
      [
        ['任务名称', '责任单位', '完成时限'],
        ['推进数据共享', '市大数据局', '2025年6月底前'],
      ],
    ]);
  });

  it('does not turn a list of two columns', () => {
    const list = [
      ['任务', '责任单位'],
      ['推进数据共享', '市大数据局'],
      ['推进应用', '市公安局'],
    ];
    expect(rowsOf(list)).toEqual([list]);
  });
});

describe('isCaption', () => {
  const line = (text: string) =>
    ({ kind: 'paragraph', passage: passage(text), level: null, table: null }) as const;
  const table = { kind: 'table', passage: passage('序号'), level: null, table: null } as const;

  it.each(['2025年重点任务分解表', '责任清单（第一批）', '全市数据工作指标体系'])(
    'takes %s right above a table for its title',
    (text) => {
      expect(isCaption([line(text), table], 0)).toBe(true);
      expect(isCaption([line(text), line('单位：万元'), table], 0)).toBe(true);
      expect(isCaption([line(text), line('各单位要抓好落实。'), table], 0)).toBe(false);
    },
  );

  it.each(['三、重点任务清单', '各单位要按季报送进展情况表。', '加强组织领导'])(
    'takes %s for none',
    (text) => expect(isCaption([line(text), table], 0)).toBe(false),
  );
});
