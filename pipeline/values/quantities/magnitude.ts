import { readNumeral, timesPowerOfTen } from '../numeral.js';

/** A number as written, a trailing 万 or 亿 kept apart for the unit. */
export interface Magnitude {
  readonly end: number;
  readonly value: number;
  /** `万`, `亿`, `万亿` or empty. */
  readonly scale: string;
  /** The number with its scale multiplied in. */
  readonly full: number;
}

const RUN =
  /(?:\.?\d|[零一二三四五六七八九十廿卅卌百千万亿])[\d零一二三四五六七八九十百千万亿兆廿卅卌点.,]{0,40}/y;
const LONGEST_RUN = 40;
const SCALED = /^(.*?)(万亿|亿|万)$/s;
const LARGE = /[万亿兆]/;
const LARGE_POWERS: Readonly<Record<string, number>> = { 万: 4, 亿: 8, 万亿: 12 };
const BARE_POWERS: Readonly<Record<string, number>> = { 十: 10, 百: 100, 千: 1000 };

/**
 * The longest numeral that begins at `start` of a text in plain numerals (see plainNumeral); null
 * where none does. 2800亿 gives 2800 and 亿, 千亿 gives 1000 and 亿, 5万4千 gives 54000.
 * `original` is the same text as printed: a 两 that ends a numeral is the unit of weight.
 */
export function readMagnitude(plain: string, original: string, start: number): Magnitude | null {
  const power = powerOfTen(plain, start);
  if (power !== null) return power;
  RUN.lastIndex = start;
  const run = RUN.exec(plain)?.[0];
  if (run === undefined || run.length > LONGEST_RUN) return null;
  for (let length = run.length; length > 0; length--) {
    const magnitude = ofWritten(run.slice(0, length), start + length);
    if (magnitude === null) continue;
    const last = original[start + length - 1];
    if (length > 1 && (last === '两' || last === '兩')) continue;
    if (last === '千' && beginsUnit(plain, start, start + length)) continue;
    return magnitude;
  }
  return null;
}

/** 1.2×10^4, 10⁴: a power of ten, with or without a figure before it. */
const POWER_OF_TEN =
  /(?:(\d{1,9}(?:\.\d{1,9})?) ?[×xX*·] ?)?10(?: ?\^ ?(\d{1,2})|([⁰¹²³⁴⁵⁶⁷⁸⁹]{1,2}))(?!\d)/y;
const SUPERSCRIPTS = '⁰¹²³⁴⁵⁶⁷⁸⁹';

function powerOfTen(plain: string, start: number): Magnitude | null {
  POWER_OF_TEN.lastIndex = start;
  const match = POWER_OF_TEN.exec(plain);
  if (match === null) return null;
  const [written, factor = '1', figures, raised = ''] = match;
  const power = figures ?? Array.from(raised, (sign) => SUPERSCRIPTS.indexOf(sign)).join('');
  const value = timesPowerOfTen(Number(factor), Number(power));
  return { end: start + written.length, value, scale: '', full: value };
}

const AFTER_FIGURES = /[\d.]千$/;
const UNIT_IN_THOUSANDS = /^[米克瓦伏帕卡赫]/;

/** 12千米: after figures the 千 belongs to the unit. */
function beginsUnit(plain: string, start: number, end: number): boolean {
  return AFTER_FIGURES.test(plain.slice(start, end)) && UNIT_IN_THOUSANDS.test(plain[end] ?? '');
}

function ofWritten(written: string, end: number): Magnitude | null {
  if (/[.,点]$/.test(written)) return null;
  const [, count, scale] = SCALED.exec(written) ?? [];
  if (count !== undefined && scale !== undefined && !LARGE.test(count)) {
    const value = BARE_POWERS[count] ?? readNumeral(count);
    if (value !== null) {
      return { end, value, scale, full: timesPowerOfTen(value, LARGE_POWERS[scale]!) };
    }
  }
  const value = readNumeral(written);
  return value === null ? null : { end, value, scale: '', full: value };
}

/** Denominators of 百分之, 千分之, 万分之, which need no digit before the power. */
export const BARE_DENOMINATORS: Readonly<Record<string, number>> = { 百: 100, 千: 1000, 万: 10000 };
