import { timesPowerOfTen } from '../numeral.js';
import { readEstimate } from './estimate.js';
import { type MeasureKind, readMeasure } from './measure.js';
import { readNumber } from './number.js';

/** A number with its measure word, without comparison words. */
export interface Amount {
  readonly start: number;
  readonly end: number;
  readonly value: number;
  /** Upper end of a range; null for a single number. */
  readonly upper: number | null;
  readonly unit: string | null;
  readonly kind: MeasureKind | null;
  readonly form: 'plain' | 'percent' | 'fraction' | 'half' | 'estimate';
  /** 万, 亿 or 万亿 that the unit begins with, else empty. */
  readonly scale: string;
  /** 余, 多, 几: more than the number says. */
  readonly approximate: boolean;
}

const MORE =
  /[余多来](?=[万亿]|[^一-鿿]|[个家户项件名人次场种条部台套辆座处间张份亩吨元年天公米千所类批篇期支只头株棵栋幢款届轮趟艘架列门堂册幅首笔宗起例票位倍层级平立公斤岁周小分])/y;
const SCALE_AFTER_MORE = /万亿|亿|万/y;
const TENTHS = /成(?![为立员果长效功本品熟都交员人份套片])/y;
const DISCOUNT = /折(?![旧算扣叠射合抵磨腾返])/y;
const GE_SCALE = /个(万亿|亿|万)/y;
const INCLUSIVE = /（含(?:本数)?）|\(含(?:本数)?\)/y;
const HALF_MORE = /半(?![年月天日径数导截])/y;

/** Reads one amount at `start`: 2800亿元, 百分之七十, 三成, 一吨半, 三五百人. */
export function readAmount(plain: string, original: string, start: number): Amount | null {
  const estimate = readEstimate(plain, start);
  if (estimate !== null) {
    return withMeasure(
      plain,
      original,
      start,
      estimate.end,
      estimate.value,
      estimate.upper,
      estimate.scale,
      'estimate',
    );
  }
  const number = readNumber(plain, original, start);
  if (number === null) return null;
  if (number.form === 'percent') {
    return { ...bare(start, number.end, number.value, 'percent'), unit: '%', kind: 'share' };
  }
  if (number.form !== 'plain') return bare(start, number.end, number.value, number.form);
  const share = readShare(plain, start, number.end, number.value, number.full, number.scale);
  if (share !== null) return share;
  return withMeasure(plain, original, start, number.end, number.value, null, number.scale, 'plain');
}

function bare(start: number, end: number, value: number, form: Amount['form']): Amount {
  return {
    start,
    end,
    value,
    upper: null,
    unit: null,
    kind: null,
    form,
    scale: '',
    approximate: false,
  };
}

/** 三成 is 30 %, 75折 is 75 %. */
function readShare(
  plain: string,
  start: number,
  end: number,
  value: number,
  full: number,
  scale: string,
): Amount | null {
  if (scale !== '' || full <= 0) return null;
  TENTHS.lastIndex = end;
  if (TENTHS.test(plain) && full <= 10) {
    const percent = { ...bare(start, end + 1, timesPowerOfTen(value, 1), 'plain'), unit: '%' };
    return { ...percent, kind: 'share' };
  }
  DISCOUNT.lastIndex = end;
  if (DISCOUNT.test(plain) && full < 100) {
    const percent = full > 10 ? value : timesPowerOfTen(value, 1);
    return { ...bare(start, end + 1, percent, 'plain'), unit: '%', kind: 'share' };
  }
  return null;
}

/** The mark of a note between a number and what it counts: 500¹家, 500①家, 300[2]家. */
const NOTE_MARK =
  /(?:[¹²³⁰⁴-⁹]{1,2}|(?<=\d{2})[①-⑳]|[[［〔](?:注\s?)?\d{1,2}[\]］〕])(?=[一-鿿%])/y;

function endOfNoteMark(plain: string, end: number): number {
  NOTE_MARK.lastIndex = end;
  return end + (NOTE_MARK.exec(plain)?.[0].length ?? 0);
}

function withMeasure(
  plain: string,
  original: string,
  start: number,
  numberEnd: number,
  value: number,
  upper: number | null,
  numberScale: string,
  form: Amount['form'],
): Amount {
  let end = numberEnd;
  let scale = numberScale;
  let approximate = form === 'estimate';
  MORE.lastIndex = end;
  if (MORE.test(plain)) {
    approximate = true;
    end += 1;
  }
  if (scale === '') {
    const pattern = approximate ? SCALE_AFTER_MORE : GE_SCALE;
    pattern.lastIndex = end;
    const match = pattern.exec(plain);
    if (match !== null) {
      scale = match[1] ?? match[0];
      end += match[0].length;
    }
  }
  // 三十万多亿元: 万 stood before 多, and 亿 behind it.
  if (scale === '万' && approximate && plain[end] === '亿') {
    scale = '万亿';
    end += 1;
  }
  INCLUSIVE.lastIndex = end;
  const inclusive = INCLUSIVE.exec(plain)?.[0].length ?? 0;
  const measure =
    readMeasure(plain, original, end + inclusive) ??
    readMeasure(plain, original, endOfNoteMark(plain, end));
  if (measure === null) {
    return { start, end, value, upper, unit: scale || null, kind: null, form, scale, approximate };
  }
  end = measure.end;
  let amount = value;
  HALF_MORE.lastIndex = end;
  if (scale === '' && Number.isInteger(value) && HALF_MORE.test(plain)) {
    amount += 0.5;
    end += 1;
  }
  const unit = scale + measure.name;
  return { start, end, value: amount, upper, unit, kind: measure.kind, form, scale, approximate };
}
