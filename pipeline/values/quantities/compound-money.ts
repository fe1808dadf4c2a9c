import type { Amount } from './amount.js';
import { readMagnitude } from './magnitude.js';

const TENTH = /[角毛](?!度|落|色|利|病)/y;
const HUNDREDTH = /(?:美分|分)(?!之|别|类|公司|局|批)/y;
const UNITS_WITH_PARTS = new Set(['元', '美元', '欧元', '港元', '澳元', '加元']);

/** 五元三毛 is 5.3元, 50元6角三分 is 50.63元, 两美元又三美分 is 2.03美元. */
export function withParts(plain: string, original: string, amount: Amount): Amount {
  if (amount.unit === null || amount.scale !== '' || !UNITS_WITH_PARTS.has(amount.unit))
    return amount;
  const spoken = spokenPart(plain, amount);
  if (spoken !== null) return spoken;
  const start = plain[amount.end] === '又' ? amount.end + 1 : amount.end;
  const tenths = readPart(plain, original, start, TENTH);
  const hundredths = readPart(plain, original, tenths?.end ?? start, HUNDREDTH);
  if (tenths === null && hundredths === null) return amount;
  const parts = (tenths?.value ?? 0) * 10 + (hundredths?.value ?? 0);
  const value = Number((amount.value + parts / 100).toFixed(2));
  return { ...amount, end: hundredths?.end ?? tenths!.end, value };
}

const SPOKEN = /(零)?([一二三四五六七八九])(?![零一二三四五六七八九十百千万亿角毛分个块元])/y;

/** 一块二 is 1.2元, 三块零四 is 3.04元. */
function spokenPart(plain: string, amount: Amount): Amount | null {
  if (plain[amount.end - 1] !== '块') return null;
  SPOKEN.lastIndex = amount.end;
  const match = SPOKEN.exec(plain);
  if (match === null) return null;
  const digit = '零一二三四五六七八九'.indexOf(match[2]!);
  const value = Number((amount.value + digit / (match[1] ? 100 : 10)).toFixed(2));
  return { ...amount, end: amount.end + match[0].length, value };
}

function readPart(
  plain: string,
  original: string,
  start: number,
  word: RegExp,
): { value: number; end: number } | null {
  const number = readMagnitude(plain, original, start);
  if (number === null || number.full > 99) return null;
  word.lastIndex = number.end;
  const match = word.exec(plain)?.[0];
  return match === undefined ? null : { value: number.full, end: number.end + match.length };
}
