import { describe, expect, it } from 'vitest';
import { tablesOf } from './text-tables-input.js';

const HEADS = ['序号', '重点任务', '牵头单位', '配合单位', '完成时限'];

describe('cells that go on in a line below, beside which the other cells of the row stand', () => {
  it('stay in the row whose number stands above', () => {
    const text = [
      '序号    重点任务    牵头单位    配合单位    完成时限',
      '1    推进老旧小区改造，完善',
      '     配套设施    县住建局    县财政局    2026年6月底前',
      '2    建设充电桩    县发改局    县经信局    2026年9月底前',
    ];
    expect(tablesOf(text.join('\n'))).toEqual([
      [
        HEADS,
        ['1', '推进老旧小区改造，完善配套设施', '县住建局', '县财政局', '2026年6月底前'],
        ['2', '建设充电桩', '县发改局', '县经信局', '2026年9月底前'],
      ],
    ]);
  });

  it('do so in every row of a table, over three lines and in the last row too', () => {
    const text = [
      '序号    重点任务    牵头单位    配合单位    完成时限',
      '1    推进老旧小区',
      '     改造，完善',
      '     配套设施    县住建局    县财政局    2026年6月底前',
      '2    建设公共充电桩，方便',
      '     群众出行    县发改局    县经信局    2026年9月底前',
      '3    新建农贸市场',
      '     两处    县商务局    县财政局    2026年底前',
    ];
    expect(tablesOf(text.join('\n'))).toEqual([
      [
        HEADS,
        ['1', '推进老旧小区改造，完善配套设施', '县住建局', '县财政局', '2026年6月底前'],
        ['2', '建设公共充电桩，方便群众出行', '县发改局', '县经信局', '2026年9月底前'],
        ['3', '新建农贸市场两处', '县商务局', '县财政局', '2026年底前'],
      ],
    ]);
  });

  it('are not taken for those of a row that is whole, below which the next begins above its number', () => {
    const text = [
      '序号    重点任务                牵头单位    完成时限',
      '1    建设公共充电桩。         县发改局    2026年9月底前',
      '     推进老旧小区改造，完善  县住建局',
      '2    配套设施，新建停车      县财政局    2026年6月底前',
      '     场。                    县城管局',
    ];
    expect(tablesOf(text.join('\n'))[0]?.slice(1)).toEqual([
      ['1', '建设公共充电桩。', '县发改局', '2026年9月底前'],
      [
        '2',
        '推进老旧小区改造，完善配套设施，新建停车场。',
        '县住建局县财政局县城管局',
        '2026年6月底前',
      ],
    ]);
  });
});

describe('what stands below the last row', () => {
  const rows = [
    '序号  重点任务              牵头单位      完成时限',
    '1     建设智慧商圈3个       市商务局      2025年12月底',
    '2     举办购物节活动20场    市文广旅体局  2026年3月底',
  ];
  const table = [
    ['序号', '重点任务', '牵头单位', '完成时限'],
    ['1', '建设智慧商圈3个', '市商务局', '2025年12月底'],
    ['2', '举办购物节活动20场', '市文广旅体局', '2026年3月底'],
  ];

  it.each([
    ['a label with its words', ['', '责任单位：市商务局、市财政局', '请各地报送情况。']],
    [
      'who signs at the right',
      ['', '                        丽水市商务局', '                     2025年3月5日'],
    ],
  ])('is no part of it: %s', (_, below) => {
    expect(tablesOf([...rows, ...below].join('\n'))).toEqual([table]);
  });

  it('is, where it goes on under its own head', () => {
    const goesOn = [...rows, '', '      ，发放消费券'];
    expect(tablesOf(goesOn.join('\n'))[0]![2]![1]).toBe('举办购物节活动20场，发放消费券');
  });
});
