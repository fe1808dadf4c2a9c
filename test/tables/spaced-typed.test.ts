import { describe, expect, it } from 'vitest';
import { tablesOf } from './text-tables-input.js';

const HEADS = ['序号', '任务名称', '责任单位', '完成时间'];
const ROWS = [
  '序号    任务名称              责任单位              完成时间',
  '1       雨污分流改造          区水务局              6月底',
];

describe('tables typed with spaces', () => {
  it('begin with their heads below a heading, with a label or without', () => {
    for (const above of ['一、重点任务', '（二）改造任务', '现将任务下达如下。']) {
      expect(tablesOf([above, '', ...ROWS].join('\n'))).toEqual([
        [HEADS, ['1', '雨污分流改造', '区水务局', '6月底']],
      ]);
    }
  });

  it('end above the next heading', () => {
    const after = ['', '二、工作要求', '', '各单位要按时完成。'];
    expect(tablesOf([...ROWS, ...after].join('\n'))).toEqual([
      [HEADS, ['1', '雨污分流改造', '区水务局', '6月底']],
    ]);
  });

  it('have lines that go on in the row above, wherever their cells stand as printed', () => {
    const lines = [
      '序号    任务名称              目标值          责任单位              完成时间',
      '1       老旧小区改造          25个            区住建局              2025年11月底',
      '                               （3200户）      各街道',
      '2       加装电梯              50部以上        区财政局              2025年12月',
    ];
    expect(tablesOf(lines.join('\n'))).toEqual([
      [
        ['序号', '任务名称', '目标值', '责任单位', '完成时间'],
        ['1', '老旧小区改造', '25个（3200户）', '区住建局各街道', '2025年11月底'],
        ['2', '加装电梯', '50部以上', '区财政局', '2025年12月'],
      ],
    ]);
  });

  it('keep cells under heads by the count of characters where they stand so', () => {
    const counted = [
      '序号    任务名称      责任单位    完成时间',
      '1     雨污分流改造    区水务局    6月底',
      '2     加装电梯        区住建局    9月底',
    ];
    expect(tablesOf(counted.join('\n'))).toEqual([
      [HEADS, ['1', '雨污分流改造', '区水务局', '6月底'], ['2', '加装电梯', '区住建局', '9月底']],
    ]);
  });
});
