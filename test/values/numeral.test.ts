import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readNumeral } from '../../pipeline/values/numeral.js';

const DIGITS = '零一二三四五六七八九';

/** Writes 0 to 9999 as a group: 1005 is 一千零五. */
function writeGroup(value: number): string {
  let text = '';
  let gap = false;
  for (const [power, word] of [
    [3, '千'],
    [2, '百'],
    [1, '十'],
    [0, ''],
  ] as const) {
    const digit = Math.floor(value / 10 ** power) % 10;
    if (digit === 0) {
      gap = text.length > 0;
      continue;
    }
    text += (gap ? '零' : '') + DIGITS[digit] + word;
    gap = false;
  }
  return text;
}

/** Writes a whole number in Chinese numerals. */
function writeNumeral(value: number): string {
  if (value === 0) return '零';
  let text = '';
  for (const [power, word] of [
    [12, '兆'],
    [8, '亿'],
    [4, '万'],
    [0, ''],
  ] as const) {
    const group = Math.floor(value / 10 ** power) % 10000;
    if (group === 0) continue;
    text += (text.length > 0 && group < 1000 ? '零' : '') + writeGroup(group) + word;
  }
  // 一亿零三千, not 一亿三千: after a skipped group a bare digit would be spoken short.
  return text.replace(/([万亿兆])([一二三四五六七八九])(?=$)/, '$1零$2');
}

describe('readNumeral', () => {
  it.each([
    ['0', 0],
    ['2023', 2023],
    ['1,000', 1000],
    ['４，５６５', 4565],
    ['1,100.9亿', 110_090_000_000],
    ['12.5', 12.5],
    ['.5', 0.5],
    ['-10000', -10000],
    ['负0.2', -0.2],
    ['两', 2],
    ['十', 10],
    ['十五', 15],
    ['廿三', 23],
    ['二十', 20],
    ['一百五十', 150],
    ['一百零五', 105],
    ['五百卅四', 534],
    ['二〇二三', 2023],
    ['二零二三', 2023],
    ['零八', 8],
    ['两万三千', 23000],
    ['壹仟', 1000],
    ['貳佰零參', 203],
    ['负三点一四', -3.14],
    ['两千万点五五', 20_000_000.55],
    ['二十点一万', 201_000],
    ['一百万', 1_000_000],
    ['百万', 1_000_000],
    ['10万万', 1_000_000_000],
    ['4.78万亿', 4_780_000_000_000],
    ['3千万亿', 3_000_000_000_000_000],
    ['5万4千6百', 54600],
    ['1千零20', 1020],
    ['七 万 五千', 75000],
    ['一亿两千三百', 100_002_300],
    ['四亿五千六百四十二万零一十五', 456_420_015],
    ['五十五兆壹十二亿', 55_001_200_000_000],
  ])('reads %s', (text, value) => {
    expect(readNumeral(text)).toBe(value);
  });

  it.each([
    ['四百五', 450],
    ['一万三', 13000],
    ['一百五十万三', 1_503_000],
    ['两千三百五', 2350],
  ])('reads the spoken short form %s', (text, value) => {
    expect(readNumeral(text)).toBe(value);
  });

  it.each([
    [''],
    ['  '],
    ['百'],
    ['万'],
    ['亿元'],
    ['三五百'],
    ['三四十'],
    ['一百二三'],
    ['五十千'],
    ['五百三千'],
    ['三点'],
    ['点五'],
    ['1,00'],
    ['1.2.3'],
    ['2〇23'],
    ['负'],
    ['十三五规划'],
    ['六分之一'],
    ['1'.repeat(41)],
  ])('gives null for %j', (text) => {
    expect(readNumeral(text)).toBeNull();
  });

  it('reads back every whole number written in Chinese numerals', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 9_999_999_999_999 }), (value) => {
        expect(readNumeral(writeNumeral(value))).toBe(value);
      }),
    );
  });

  it('reads back decimals written in Chinese numerals', () => {
    fc.assert(
      fc.property(
        fc.nat(99_999_999),
        fc.array(fc.nat(9), { minLength: 1, maxLength: 4 }),
        (whole, decimals) => {
          const text = `负${writeNumeral(whole)}点${decimals.map((digit) => DIGITS[digit]).join('')}`;
          expect(readNumeral(text)).toBe(0 - Number(`${whole}.${decimals.join('')}`));
        },
      ),
    );
  });

  it('never throws', () => {
    const numeralish = fc.string({ unit: fc.constantFrom(...'零一二两十百千万亿点负0.9, 元-') });
    fc.assert(
      fc.property(fc.oneof(fc.string(), numeralish), (text) => {
        const value = readNumeral(text);
        expect(value === null || Number.isFinite(value)).toBe(true);
      }),
    );
  });
});
