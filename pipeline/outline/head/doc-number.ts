const YEAR = /[〔[［【（(﹝]\s*(?:19|20)\d{2}\s*[〕\]］】）)﹞]/.source;

/**
 * 发文字号: the issuer's code, the year in brackets and the serial, `沪商自贸〔2023〕132号`. The
 * standard (GB/T 9704-2012, 7.2.5) wants 〔〕; [], ［］, 【】 and （） are met as well.
 */
export const DOC_NUMBER = new RegExp(
  String.raw`[\u4e00-\u9fff][\u4e00-\u9fffA-Za-z（）()·—-]{0,18}?\s*${YEAR}\s*第?\s*\d{1,5}(?:-\d{1,3})?\s*号`,
);
const WHOLE_LINE = new RegExp(
  String.raw`^(?:发文字号|文\s*号)?[：:]?\s*(${DOC_NUMBER.source})(?:\s*签发人.*)?$`,
);
/** 第7号, 公告（第18号）, 国务院令第706号, 2019年第2号: numbers of orders and announcements. */
const ORDER_LINE =
  /^[（(]?((?:[\u4e00-\u9fff]{0,20}(?:令|公告|通告))?[（(]?(?:(?:19|20)\d{2}年)?第[\d一二三四五六七八九十百〇零]{1,6}号)[）)]?$/;

/** The number that a line of the head consists of, without inner spaces; null where it is none. */
export function docNumberOfLine(line: string): string | null {
  const text = line.trim();
  if (text.length > 60 || !text.includes('号')) return null;
  const whole = WHOLE_LINE.exec(text);
  if (whole) return whole[1]!.replace(/\s+/g, '');
  const order = ORDER_LINE.exec(text.replace(/\s+/g, ''));
  return order ? orderNumber(order[1]!) : null;
}

/** 公告（第18号 gives 第18号: the word before the bracket is the genre. */
function orderNumber(text: string): string {
  return text.replace(/^(?:公告|通告|令)?[（(]/, '');
}
