/**
 * A 发文字号 in brackets right behind 》, or first of several words in them:
 * （国办发〔2024〕54号）, (皖发改价格〔2021〕543号), （国办发〔2022〕12号，以下简称《意见》）.
 */
const BEHIND =
  /[（(〔]?\s*([一-龥A-Za-z][一-龥A-Za-z（）()·—-]{0,20}?[〔[［【（(﹝]\s*(?:19|20)\d{2}\s*[〕\]］】）)﹞]\s*第?\s*\d{1,5}\s*号)\s*([）)，、；。]?)/y;
const ORDER_BEHIND =
  /[（(]\s*([一-龥]{2,20}令\s*(?:〔\d{4}〕)?\s*第?\s*[\d一二三四五六七八九十百]{1,5}\s*号)\s*([）)，]?)/y;

/** The number beside a title, and one past its last character. */
export interface NumberBeside {
  readonly number: string;
  readonly end: number;
}

/** Reads the number that stands at `position` of a text of uniform width, right behind 》. */
export function numberBeside(reading: string, text: string, position: number): NumberBeside | null {
  if (!/[（(〔]/.test(reading.charAt(position))) return null;
  for (const pattern of [BEHIND, ORDER_BEHIND]) {
    pattern.lastIndex = position;
    const match = pattern.exec(reading);
    if (!match) continue;
    const from = match.index + match[0].indexOf(match[1]!);
    const number = text.slice(from, from + match[1]!.length).replace(/\s+/g, '');
    const closed = match[2] === '）' || match[2] === ')';
    return { number, end: match.index + match[0].length - (match[2] && !closed ? 1 : 0) };
  }
  return null;
}
