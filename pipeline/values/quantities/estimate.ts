import { readNumeral } from '../numeral.js';

/** An estimate by two neighbouring digits: 三五百 is 300 to 500. */
export interface Estimate {
  readonly end: number;
  readonly value: number;
  readonly upper: number;
  readonly scale: string;
}

const ESTIMATE =
  /((?:[一二三四五六七八九]?[十百千万亿]){0,8})([一二三四五六七八九])([一二三四五六七八九])([十百千]?)(万亿|亿|万)?(?![零一二三四五六七八九十百千万亿\d])/y;
const DIGITS = '零一二三四五六七八九';

/** Reads an estimate at `start`; a bare 二三 or 四五 is one only where a measure word follows. */
export function readEstimate(plain: string, start: number): Estimate | null {
  ESTIMATE.lastIndex = start;
  const match = ESTIMATE.exec(plain);
  if (match === null) return null;
  const [written, head = '', first = '', second = '', power = '', scale = ''] = match;
  const step = DIGITS.indexOf(second) - DIGITS.indexOf(first);
  if (step !== 1 && !(first === '三' && second === '五')) return null;
  const value = readNumeral(`${head}${first}${power}`);
  const upper = readNumeral(`${head}${second}${power}`);
  if (value === null || upper === null) return null;
  return { end: start + written.length, value, upper, scale };
}
