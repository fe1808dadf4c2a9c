import { describe, expect, it } from 'vitest';
import { tablesOf } from './text-tables-input.js';

describe('grid tables', () => {
  const grid = [
    '+------+----------------+--------------+',
    '| 序号 | 重点任务       | 责任单位     |',
    '+======+================+==============+',
    '| 1    | 建成数据共享   | 市大数据局   |',
    '|      | 平台           |              |',
    '+------+----------------+--------------+',
    '| 2    | 优化审批流程   | 市民政局     |',
    '|      |                +--------------+',
    '|      |                | 市教育局     |',
    '+------+----------------+--------------+',
  ];
  it('put the lines of a cell together, and rows that other cells span', () => {
    expect(tablesOf(grid.join('\n'))).toEqual([
      [
        ['序号', '重点任务', '责任单位'],
        ['1', '建成数据共享平台', '市大数据局'],
        ['2', '优化审批流程', '市民政局'],
        ['2', '优化审批流程', '市教育局'],
      ],
    ]);
  });

  it('are read where a tool counts Han characters as one column', () => {
    const single = [
      '+----+--------+-------+',
      '| 序号 | 任务     | 单位    |',
      '+====+========+=======+',
      '| 1  | 建成平台   | 市公安局  |',
      '+----+--------+-------+',
    ];
    expect(tablesOf(single.join('\n'))).toEqual([
      [
        ['序号', '任务', '单位'],
        ['1', '建成平台', '市公安局'],
      ],
    ]);
  });
});

describe('tables with rules of dashes', () => {
  it('have a row a line where no frame stands around them', () => {
    const simple = [
      '  序号   任务         责任单位',
      '  ------ ------------ ----------',
      '  1      建成平台     市公安局',
      '  2      优化流程     市民政局',
      '',
      '以上任务抓紧落实。',
    ];
    expect(tablesOf(simple.join('\n'))).toEqual([
      [
        ['序号', '任务', '责任单位'],
        ['1', '建成平台', '市公安局'],
        ['2', '优化流程', '市民政局'],
      ],
    ]);
  });

  it('have rows of several lines in a frame, up to an empty one', () => {
    const multiline = [
      '  -----------------------------------------',
      '  序号   任务                 责任',
      '                              单位',
      '  ------ -------------------- -------------',
      '  1      建成数据共享平台，   市公安局',
      '         接入各部门系统',
      '',
      '  2      优化流程             市民政局',
      '  -----------------------------------------',
    ];
    expect(tablesOf(multiline.join('\n'))).toEqual([
      [
        ['序号', '任务', '责任单位'],
        ['1', '建成数据共享平台，接入各部门系统', '市公安局'],
        ['2', '优化流程', '市民政局'],
      ],
    ]);
  });

  it('are none where words run over the place of a column', () => {
    const prose = ['各有关单位要高度重视，抓好落实。', '------ ------', '一、总体要求'];
    expect(tablesOf(prose.join('\n'))).toEqual([]);
  });
});
