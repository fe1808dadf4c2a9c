import { BARE_DENOMINATORS, type Magnitude, readMagnitude } from './magnitude.js';

/** A number of any form, with what its form says of its unit. */
export interface WrittenNumber {
  readonly end: number;
  readonly value: number;
  readonly scale: string;
  readonly full: number;
  readonly form: 'plain' | 'percent' | 'fraction' | 'half';
  readonly negative: boolean;
}

const HALF = /[一1]半(?![年月天日个导])/y;
const SIGN = /[-负]/;
const MAY_PRECEDE_MINUS = /[\s（(、，。；：:；为到至在于是]/;

/** Reads a number, percentage in words or fraction that begins at `start`; null where none does. */
export function readNumber(plain: string, original: string, start: number): WrittenNumber | null {
  const sign = signAt(plain, start);
  const from = start + sign;
  HALF.lastIndex = from;
  const half = HALF.exec(plain)?.[0];
  if (half !== undefined) {
    return {
      end: from + half.length,
      value: 0.5,
      scale: '',
      full: 0.5,
      form: 'half',
      negative: false,
    };
  }
  const number =
    bareDenominator(plain, original, from) ??
    withFraction(plain, original, readMagnitude(plain, original, from));
  if (number === null || sign === 0) return number;
  return { ...number, value: 0 - number.value, full: 0 - number.full, negative: true };
}

function signAt(plain: string, start: number): 0 | 1 {
  const character = plain[start];
  if (character === undefined || !SIGN.test(character)) return 0;
  if (character === '负') return /[减担欠抱胜自肩]/.test(plain[start - 1] ?? '') ? 0 : 1;
  return start === 0 || MAY_PRECEDE_MINUS.test(plain[start - 1]!) ? 1 : 0;
}

const HUNDRED = /^百(?![\d零一二三四五六七八九十百千万亿点分])/;
const OVER = '分之';

function bareDenominator(plain: string, original: string, start: number): WrittenNumber | null {
  const denominator = BARE_DENOMINATORS[plain[start] ?? ''];
  if (denominator === undefined || !plain.startsWith(OVER, start + 1)) return null;
  return fraction(plain, original, start + 1 + OVER.length, denominator, 0);
}

function withFraction(
  plain: string,
  original: string,
  first: Magnitude | null,
): WrittenNumber | null {
  if (first === null) return null;
  if (plain.startsWith(OVER, first.end)) {
    return fraction(plain, original, first.end + OVER.length, first.full, 0) ?? asPlain(first);
  }
  if (plain[first.end] === '又') {
    const second = readMagnitude(plain, original, first.end + 1);
    if (second !== null && plain.startsWith(OVER, second.end)) {
      const mixed = fraction(plain, original, second.end + OVER.length, second.full, first.full);
      if (mixed !== null) return mixed;
    }
  }
  return slashFraction(plain, first) ?? asPlain(first);
}

function fraction(
  plain: string,
  original: string,
  start: number,
  denominator: number,
  whole: number,
): WrittenNumber | null {
  // 百分之百
  if (denominator === 100 && whole === 0 && HUNDRED.test(plain.slice(start, start + 2)))
    return { end: start + 1, value: 100, scale: '', full: 100, form: 'percent', negative: false };
  const negative = plain[start] === '负';
  const numerator = readMagnitude(plain, original, start + (negative ? 1 : 0));
  if (numerator === null || denominator === 0) return null;
  const over = negative ? 0 - numerator.full : numerator.full;
  const base = { end: numerator.end, scale: '', negative: false };
  if (denominator === 100 && whole === 0) {
    return { ...base, value: over, full: over, form: 'percent' };
  }
  const value = rounded(whole + over / denominator);
  return { ...base, value, full: value, form: 'fraction' };
}

const SLASH = /\/(\d{1,2})(?![\d./年月日-])/y;

/** 1/5; never 24/7 or a date. */
function slashFraction(plain: string, first: Magnitude): WrittenNumber | null {
  if (first.scale !== '' || !Number.isInteger(first.value) || first.value < 1) return null;
  SLASH.lastIndex = first.end;
  const match = SLASH.exec(plain);
  if (match === null) return null;
  const denominator = Number(match[1]);
  if (denominator <= first.value || denominator > 20) return null;
  const value = rounded(first.value / denominator);
  return {
    end: first.end + match[0].length,
    value,
    scale: '',
    full: value,
    form: 'fraction',
    negative: false,
  };
}

function asPlain(magnitude: Magnitude): WrittenNumber {
  return { ...magnitude, form: 'plain', negative: false };
}

/** Four decimals, or four digits where that says more: 六分之一 is 0.1667. */
function rounded(value: number): number {
  const digits = Math.max(4, Math.floor(Math.log10(Math.abs(value) || 1)) + 5);
  return Number(value.toPrecision(Math.min(digits, 17)));
}
