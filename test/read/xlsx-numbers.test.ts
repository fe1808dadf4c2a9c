import { describe, expect, it } from 'vitest';
import { readPlace, readRange } from '../../pipeline/read/xlsx/reference.js';
import { showNumber } from '../../pipeline/read/xlsx/show-number.js';

describe('a number of a sheet', () => {
  it.each<[number, string, string]>([
    [0.95, '0%', '95%'],
    [0.955, '0.0%', '95.5%'],
    [1.005, '0.00', '1.01'],
    [1234567.891, '#,##0.00', '1,234,567.89'],
    [1234567, '#,##0,', '1,235'],
    [0.5, '#.##', '0.5'],
    [12, '0.##', '12'],
    [7, '000', '007'],
    [-3.5, '0.0', '-3.5'],
    [-3.5, '0.0;(0.0)', '(3.5)'],
    [0, '0;-0;"—"', '—'],
    [5, '0"家"', '5家'],
    [5, '[Red][>3]0\\个', '5个'],
    [-1234, '#,##0_ ;[Red]\\-#,##0\\ ', '-1,234'],
    [1200, '¥#,##0', '¥1,200'],
    [1200, '[$¥-804]#,##0', '¥1,200'],
    [12345, '0.00E+00', '1.23E+4'],
    [0.1 + 0.2, 'General', '0.3'],
    [13819777193, 'General', '13819777193'],
    [2800, 'G/通用格式', '2800'],
    [2800, 'General"亿元"', '2800亿元'],
    [0.25, '# ?/?', '0.25'],
    [42, '@', '42'],
    [42, ';;;', ''],
    [Number.NaN, '0', ''],
  ])('%d as %s is %s', (value, code, shown) => {
    expect(showNumber(value, code)).toBe(shown);
  });
});

describe('a day of a sheet', () => {
  it.each<[number, string, string]>([
    [45199, 'yyyy"年"m"月"d"日"', '2023年9月30日'],
    [45199, '[$-804]yyyy年m月', '2023年9月'],
    [45199, 'yyyy-mm-dd', '2023-09-30'],
    [45199, 'yy/m/d', '23/9/30'],
    [45199, 'd-mmm-yy', '30-Sep-23'],
    [45199, 'aaaa', '星期六'],
    [45199.75, 'yyyy/m/d h:mm', '2023/9/30 18:00'],
    [45199.75, 'h:mm AM/PM', '6:00 PM'],
    [45199.25, '上午/下午h"时"mm"分"', '上午6时00分'],
    [1.5, '[h]:mm', '36:00'],
    [1, 'yyyy-m-d', '1900-1-1'],
    [61, 'yyyy-m-d', '1900-3-1'],
    [-1, 'yyyy-m-d', ''],
  ])('%d as %s is %s', (value, code, shown) => {
    expect(showNumber(value, code)).toBe(shown);
  });

  it('counts from 1904 where the file says so', () => {
    expect(showNumber(43737, 'yyyy-mm-dd', true)).toBe('2023-09-30');
  });
});

describe('a place of a sheet', () => {
  it('is read from letters and numbers', () => {
    expect(readPlace('AB12')).toEqual({ row: 11, column: 27 });
    expect(readPlace('12')).toBeNull();
    expect(readRange('B2:C3')).toEqual({
      first: { row: 1, column: 1 },
      last: { row: 2, column: 2 },
    });
    expect(readRange('C3:B2')).toBeNull();
    expect(readRange('B2')).toBeNull();
  });
});
