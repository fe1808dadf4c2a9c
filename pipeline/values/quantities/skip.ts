const DIGIT = '[\\d零一二三四五六七八九十]';
const SPAN = '(?:[-—–~～至到]{1,2}|、|和)';

/** Times and names that hold numbers and are no quantities; each is skipped whole. */
const SKIPPED: readonly string[] = [
  // an item's label before a year: 1.2023年
  '\\d{1,2}[.．、](?=(?:19|20)\\d{2}年)',
  // 2023年, 2023—2027年, 二〇二三年八月四日, 2025年度
  `(?:\\d{4}|[零一二三四五六七八九]{4})(?:年?${SPAN}(?:\\d{4}|[零一二三四五六七八九]{4}))?年(?:度|末|底|初)?(?:${DIGIT}{1,3}月(?:份|底|末|初)?(?:${DIGIT}{1,3}[日号])?)?`,
  // 2023-08-04, 2023/8/4, 2023.8.4, 2023.08
  '(?:19|20)\\d{2}[-./]\\d{1,2}(?:[-./]\\d{1,2})?(?!\\d)',
  // 8月4日, 十二月, 3月底, 1—3月
  `${DIGIT}{1,3}(?:月?${SPAN}${DIGIT}{1,3})?月(?!租|供|均)(?:份|底|末|初)?(?:${DIGIT}{1,3}(?:[日号](?:${SPAN}${DIGIT}{1,3}[日号])?|(?=[前起止])))?`,
  // 15日前, 20号
  '\\d{1,2}(?:日(?:前|之前|起|止|下午|上午|晚)|号)',
  // 9:30, 14时30分
  '\\d{1,2}:\\d{2}(?::\\d{2})?',
  '\\d{1,2}时(?:\\d{1,2}分)?',
  // 一季度, 1-3季度
  `${DIGIT}(?:${SPAN}${DIGIT})?季度`,
  // 十四五, 十三五
  '十[一二三四五]五(?![百千万亿个名家项])',
  // 7×24小时, 5×8小时
  '\\d[×xX*]\\d{1,2}(?![\\d^⁰¹²³⁴⁵⁶⁷⁸⁹])(?:小时)?',
  // 0577-88888888, 12345热线
  '\\d{3,4}-\\d{7,8}(?!\\d)',
  '123\\d{2}(?![\\d万亿个家户项件名人次元])',
  '\\d{3,5}(?=(?:政务|服务|便民|企业)*(?:热线|平台|专线))',
  // %E5%86%8C: an address on the web
  '\\d{1,2}(?=%[0-9A-F]{2}%)',
  '(?<=%)\\d[0-9A-F]',
  // 16:9, 1∶1
  '\\d{1,6}[:∶]\\d{1,6}',
];

const SKIP = new RegExp(SKIPPED.join('|'), 'y');

/** Where a time or a name made of numbers that begins at `start` ends; null where none begins. */
export function endOfSkipped(plain: string, start: number): number | null {
  SKIP.lastIndex = start;
  const match = SKIP.exec(plain)?.[0];
  return match ? start + match.length : null;
}

/** Whether the number at `start` is part of a code: GB28001, COVID-19, 〔2023〕12, 8+4. */
export function isGluedBefore(plain: string, start: number): boolean {
  const before = plain[start - 1];
  if (before === undefined) return false;
  if (/[A-Za-z_#№〔[+×*/]/.test(before)) return true;
  // GB 43854
  if (before === ' ' && /[A-Z]{2}(?:\/T)?$/.test(plain.slice(Math.max(0, start - 5), start - 1)))
    return true;
  return /[A-Za-z][-.]$/.test(plain.slice(Math.max(0, start - 2), start));
}

const GLUED_AFTER = /[A-Za-z〕\]+×*号届章节版大]|热线|-\d/y;

/** Whether what follows a number without a unit makes it a code, a label or an order. */
export function isGluedAfter(plain: string, end: number): boolean {
  GLUED_AFTER.lastIndex = end;
  return GLUED_AFTER.test(plain);
}
