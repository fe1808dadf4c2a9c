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

  it('are read where boxes are drawn by signs of their own', () => {
    const drawn = [
      '┌────┬──────────┬──────────┐',
      '│序号│任务      │责任单位  │',
      '├────┼──────────┼──────────┤',
      '│1   │建成平台  │县数据局  │',
      '└────┴──────────┴──────────┘',
    ];
    expect(tablesOf(drawn.join('\n'))).toEqual([
      [
        ['序号', '任务', '责任单位'],
        ['1', '建成平台', '县数据局'],
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

describe('cells one a line without marks', () => {
  const heads = ['序号', '领域', '指标名称', '2025年', '2026年', '牵头部门', '目标值', '目标值'];
  const rows = [
    ['1', '服务', '网办率（%）', '95', '96', '市数据局'],
    ['2', '   ', '服务点（个）', '3', '4', '市民政局'],
    ['3', '   ', '示范街区（个）', '4', '5', '市商务局'],
    ['4', '监管', '联合检查率（%）', '60', '70', '市司法局'],
  ];
  it('are rows that count on, an empty cell a line of spaces', () => {
    expect(tablesOf(['附件3', ...heads, ...rows.flat(), '以上指标按年考核。'].join('\n'))).toEqual([
      [
        heads.slice(0, 6),
        rows[0],
        ['2', '服务', ...rows[1]!.slice(2)],
        ['3', '服务', ...rows[2]!.slice(2)],
        rows[3],
      ],
    ]);
  });

  it('are placed by what their columns hold where empty ones are left out', () => {
    const more = [5, 6, 7, 8, 9].map((number) => [
      String(number),
      '监管',
      `抽查率（%）`,
      '60',
      '70',
      '市司法局',
    ]);
    const printed = [...rows, ...more].flat().filter((cell) => cell.trim() !== '');
    const [table] = tablesOf([...heads, ...printed].join('\n'));
    expect(table?.[2]).toEqual(['2', '服务', '服务点（个）', '3', '4', '市民政局']);
    expect(table?.[9]).toEqual(['9', '监管', '抽查率（%）', '60', '70', '市司法局']);
  });

  it('are no table where the numbers do not come round', () => {
    const lines = [
      '序号',
      '任务',
      '责任单位',
      '1',
      '建成平台',
      '接入系统',
      '市公安局',
      '备注',
      '略',
    ];
    expect(tablesOf(lines.join('\n'))).toEqual([]);
  });
});
