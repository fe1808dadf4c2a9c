import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { widthNormalized } from '../../pipeline/model/width.js';
import { hanOrdinal, readLabel } from '../../pipeline/outline/labels/index.js';
import { inspectLabels } from '../../pipeline/outline/labels/inspect.js';

describe('readLabel', () => {
  it.each([
    ['一、总体要求', 'han', 1, '一', 2],
    ['二十三、附则', 'han', 23, '二十三', 4],
    ['（一）优化政务模式', 'han_bracket', 1, '（一）', 3],
    ['(十二) 深化改革', 'han_bracket', 12, '（十二）', 5],
    ['1.大力推进', 'digit', 1, '1', 2],
    ['1024.推进数据共享', 'digit', 1024, '1024', 5],
    ['（1024）推进', 'digit_bracket', 1024, '（1024）', 6],
    ['1．加强企业开办', 'digit', 1, '1', 2],
    ['10、优化流程', 'digit', 10, '10', 3],
    ['１２．全角数字', 'digit', 12, '12', 3],
    ['3. 上海市', 'digit', 3, '3', 3],
    ['61.2023年12月底前，', 'digit', 61, '61', 3],
    ['（1）整合多方', 'digit_bracket', 1, '（1）', 3],
    ['(2) 负责受理', 'digit_bracket', 2, '（2）', 4],
    ['3）办理', 'digit_half_bracket', 3, '3）', 2],
    ['④建立台账', 'circled', 4, '④', 1],
    ['第一条 为了', 'article', 1, '第一条', 4],
    ['第二十六条各级政府', 'article', 26, '第二十六条', 5],
    ['第三章 附则', 'chapter', 3, '第三章', 4],
    ['事项二：推广应用', 'matter', 2, '事项二', 4],
    ['一是依法确认', 'inline', 1, '一是', 2],
    ['首先，要提高认识', 'inline', 1, '首先', 3],
    ['最后，加强督导', 'inline', 4, '最后', 3],
  ])('reads %s', (text, kind, value, printed, end) => {
    expect(readLabel(widthNormalized(text))).toEqual({ kind, value, printed, start: 0, end });
  });

  it.each([
    '3.4%以上',
    '2023年6月底前',
    '2023.6月底前',
    '一类、二类出口企业',
    '第三方评估',
    '二是否',
    '一由各地',
    '10 个以上',
    '首先要',
    '（试行）',
    '',
  ])('reads none in %s', (text) => {
    expect(readLabel(widthNormalized(text))).toBeNull();
  });

  it('reads a label in mid-line where it is told to', () => {
    expect(readLabel('…机制。36.推进', 4)).toMatchObject({ value: 36, start: 4, end: 7 });
  });

  const DIGITS = '零一二三四五六七八九';
  const written = (value: number): string => {
    const tens = Math.floor(value / 10);
    const head = tens === 0 ? '' : `${tens === 1 ? '' : DIGITS[tens]}十`;
    return head + (value % 10 === 0 ? '' : DIGITS[value % 10]);
  };

  it('reads back every ordinal from 1 to 99 in each family', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 99 }), (value) => {
        expect(hanOrdinal(written(value))).toBe(value);
        expect(readLabel(`${written(value)}、任务`)?.value).toBe(value);
        expect(readLabel(`（${written(value)}）任务`)?.value).toBe(value);
        expect(readLabel(`${value}.任务`)?.value).toBe(value);
        expect(readLabel(`（${value}）任务`)?.value).toBe(value);
        expect(readLabel(`第${written(value)}条 任务`)?.value).toBe(value);
      }),
    );
  });

  it('never fails, and a label never reaches past the text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.nat(20), (text, position) => {
        const label = readLabel(text, Math.min(position, text.length));
        if (label) expect(label.end).toBeLessThanOrEqual(text.length);
      }),
    );
  });
});

describe('inspectLabels', () => {
  it('gives the labels that lines begin with, as written', () => {
    expect(inspectLabels('一、总体要求\n  （一）目标。2.不算\n１．任务')).toEqual([
      { raw: '一、', kind: 'han', value: 1, number: '一', start: 0 },
      { raw: '（一）', kind: 'han_bracket', value: 1, number: '（一）', start: 9 },
      { raw: '１．', kind: 'digit', value: 1, number: '1', start: 20 },
    ]);
  });
});
