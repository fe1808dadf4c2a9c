import { childOf, childrenOf, type XmlElement } from '../xml/xml-element.js';
import { isStruck } from './rich-text.js';

const MONTH = 'yyyy"年"m"月"';
const MONTH_DAY = 'm"月"d"日"';

/** Formats that files name by number alone (ISO/IEC 29500-1 18.8.30), as Chinese Excel shows them. */
const BUILT_IN: Readonly<Record<number, string>> = {
  1: '0',
  2: '0.00',
  3: '#,##0',
  4: '#,##0.00',
  9: '0%',
  10: '0.00%',
  11: '0.00E+00',
  12: '# ?/?',
  13: '# ??/??',
  14: 'yyyy/m/d',
  15: 'd-mmm-yy',
  16: 'd-mmm',
  17: 'mmm-yy',
  18: 'h:mm AM/PM',
  19: 'h:mm:ss AM/PM',
  20: 'h:mm',
  21: 'h:mm:ss',
  22: 'yyyy/m/d h:mm',
  27: MONTH,
  28: MONTH_DAY,
  29: MONTH_DAY,
  30: 'm/d/yy',
  31: 'yyyy"年"m"月"d"日"',
  32: 'h"时"mm"分"',
  33: 'h"时"mm"分"ss"秒"',
  34: '上午/下午h"时"mm"分"',
  35: '上午/下午h"时"mm"分"ss"秒"',
  36: MONTH,
  37: '#,##0;-#,##0',
  38: '#,##0;-#,##0',
  39: '#,##0.00;-#,##0.00',
  40: '#,##0.00;-#,##0.00',
  41: '#,##0;-#,##0;"-"',
  42: '¥#,##0;-¥#,##0;¥"-"',
  43: '#,##0.00;-#,##0.00;"-"',
  44: '¥#,##0.00;-¥#,##0.00;¥"-"',
  45: 'mm:ss',
  46: '[h]:mm:ss',
  47: 'mm:ss.0',
  48: '##0.0E+0',
  50: MONTH,
  51: MONTH_DAY,
  52: MONTH,
  53: MONTH_DAY,
  54: MONTH_DAY,
  55: '上午/下午h"时"mm"分"',
  56: '上午/下午h"时"mm"分"ss"秒"',
  57: MONTH,
  58: MONTH_DAY,
};

/** The format codes of a workbook's cell styles, by the number that cells give (`s`). */
export function numberFormats(styles: XmlElement | null): string[] {
  const own = new Map<number, string>();
  for (const { attributes } of formatElements(styles)) {
    own.set(Number(attributes.numFmtId), attributes.formatCode ?? 'General');
  }
  const cellFormats = childOf(styles, 'cellXfs');
  return (cellFormats === null ? [] : childrenOf(cellFormats, 'xf')).map(({ attributes }) => {
    const id = Number(attributes.numFmtId ?? 0);
    return own.get(id) ?? BUILT_IN[id] ?? 'General';
  });
}

/** Numbers of the cell styles whose font has a line through it. */
export function struckStyles(styles: XmlElement | null): Set<number> {
  const fonts = childOf(styles, 'fonts');
  const struck = (fonts === null ? [] : childrenOf(fonts, 'font')).map(isStruck);
  const cellFormats = childOf(styles, 'cellXfs');
  const found = new Set<number>();
  (cellFormats === null ? [] : childrenOf(cellFormats, 'xf')).forEach(({ attributes }, style) => {
    if (struck[Number(attributes.fontId ?? 0)]) found.add(style);
  });
  return found;
}

function formatElements(styles: XmlElement | null): XmlElement[] {
  const formats = childOf(styles, 'numFmts');
  return formats === null ? [] : childrenOf(formats, 'numFmt');
}
