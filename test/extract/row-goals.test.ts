import { describe, expect, it } from 'vitest';
import { rowGoals } from '../../pipeline/extract/tasks/row-goals.js';
import { passageOf } from '../../pipeline/extract/units/inspect.js';

const read = (cell: string, name: string, by: string | null, documentYear = 2025) =>
  rowGoals([{ passage: passageOf(cell), by }], name, { documentYear }).map((draft) => [
    draft.role,
    draft.indicator,
    draft.op,
    draft.value,
    draft.unit,
    draft.by,
  ]);

describe('rowGoals', () => {
  it('names a number alone by what the row says is done', () => {
    expect(read('30家', '培育首店品牌', '2025-12-31')).toEqual([
      ['target', '首店品牌', '>=', 30, '家', '2025-12-31'],
    ]);
  });

  it('names a verb with a number by the row, and keeps a noun of the cell', () => {
    expect(read('新建15个', '建设便民生活圈', null)).toEqual([
      ['target', '便民生活圈', '>=', 15, '个', null],
    ]);
    expect(read('新增学位1500个', '学前教育提质', '2025-12-31')).toEqual([
      ['target', '学位', '>=', 1500, '个', '2025-12-31'],
    ]);
  });

  it('reads a second number in brackets, and no longer words there', () => {
    expect(read('25个（3200户）', '老旧小区改造', null)).toEqual([
      ['target', '老旧小区改造', '>=', 25, '个', null],
      ['target', '老旧小区改造', '>=', 3200, '户', null],
    ]);
    const [first] = read('25个（现有3200户居民）', '老旧小区改造', null);
    expect(first![0]).not.toBe('target');
  });

  it('takes a column of a year that is over for what was', () => {
    expect(read('30家', '培育首店品牌', '2024-12-31')).toEqual([]);
  });
});
