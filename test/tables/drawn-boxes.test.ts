import { describe, expect, it } from 'vitest';
import { tablesOf } from './text-tables-input.js';

/** Signs of boxes as wide as Han characters. */
const WIDE = [
  '┌──┬──────┬──────┬────┐',
  '│序号│任务名称    │责任单位    │完成时间│',
  '├──┼──────┼──────┼────┤',
  '│1   │管网检测    │区水务局    │6月底   │',
  '├──┼──────┤            ├────┤',
  '│2   │泵站改造    │            │9月底   │',
  '├──┼──────┼──────┼────┤',
  '│3   │加装电梯    │区住建局    │10月底  │',
  '└──┴──────┴──────┴────┘',
];
/** The same with signs half as wide. */
const NARROW = [
  '┌────┬────────┬────────┬──────┐',
  '│序号│任务名称│责任单位│时限  │',
  '├────┼────────┼────────┼──────┤',
  '│1   │管网检测│区水务局│6月底 │',
  '├────┼────────┤        ├──────┤',
  '│2   │泵站改造│        │9月底 │',
  '├────┼────────┼────────┼──────┤',
  '│3   │加装电梯│区住建局│10月底│',
  '└────┴────────┴────────┴──────┘',
];

describe('tables drawn with boxes', () => {
  it('have cells over several rows, whether the signs are as wide as Han characters or half', () => {
    for (const lines of [WIDE, NARROW]) {
      const [table, ...others] = tablesOf(lines.join('\n'));
      expect(others).toEqual([]);
      expect(table).toEqual([
        ['序号', '任务名称', '责任单位', lines === WIDE ? '完成时间' : '时限'],
        ['1', '管网检测', '区水务局', '6月底'],
        ['2', '泵站改造', '区水务局', '9月底'],
        ['3', '加装电梯', '区住建局', '10月底'],
      ]);
    }
  });
});
