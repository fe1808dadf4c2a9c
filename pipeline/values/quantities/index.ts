import { characterTable, writtenBy } from '../../model/character-table.js';
import { plainNumeral } from '../numeral.js';
import { isQuantity } from './accept.js';
import { type Amount, readAmount } from './amount.js';
import { compactText } from './compact.js';
import { readComparison } from './comparison.js';
import { withParts } from './compound-money.js';
import type { Quantity } from './quantity.js';
import { withUpperEnd } from './range.js';
import { shareUnits } from './shared-unit.js';
import { endOfSkipped } from './skip.js';

export type { Comparison } from './comparison.js';
export type { MeasureKind } from './measure.js';
export type { Quantity } from './quantity.js';

/** Nothing is read from a text without one of these. */
const ANY_NUMERAL =
  /[\d０-９零〇一二三四五六七八九十两兩百千万壹贰貳叁參肆伍陆陸柒捌玖拾佰仟萬半廿卅]|对折/;

const START =
  /[\d零一二三四五六七八九十廿卅]|[百千](?=万|亿|分之)|[万亿](?=分之)|-(?=\.?\d)|负(?=[\d.零一二三四五六七八九十百千])|\.(?=\d)|半(?=[成折])|对折|[￥¥$](?=\d)|人民币(?=\d)/g;

const TRADITIONAL = characterTable(
  Object.entries({
    個: '个',
    塊: '块',
    圓: '圆',
    噸: '吨',
    幣: '币',
    張: '张',
    '％': '%',
    '∶': ':',
  }),
);

/**
 * The quantities of a text, in order and not overlapping: numbers that count or measure something.
 * Times, labels, ordinals, codes and numbers that are part of a word (统一, 四川) are none.
 */
export function readQuantities(text: string): Quantity[] {
  if (!ANY_NUMERAL.test(text)) return [];
  const compact = compactText(text);
  const original = compact.text;
  const plain = writtenBy(TRADITIONAL, plainNumeral(original));
  const quantities: Quantity[] = [];
  let reached = 0;
  START.lastIndex = 0;
  for (let match = START.exec(plain); match !== null; match = START.exec(plain)) {
    const start = match.index;
    const skipped = endOfSkipped(plain, start);
    if (skipped !== null) {
      START.lastIndex = skipped;
      continue;
    }
    const amount = amountAt(plain, original, start, match[0]);
    if (amount === null) {
      START.lastIndex = Math.max(START.lastIndex, endOfRun(plain, start));
      continue;
    }
    START.lastIndex = Math.max(amount.end, endOfRun(plain, start));
    const around = readComparison(plain, amount.start, amount.end);
    if (!isQuantity({ plain, original, amount, around })) continue;
    const from = Math.max(reached, around.start);
    reached = around.end;
    START.lastIndex = Math.max(START.lastIndex, around.end);
    const first = compact.offset(from);
    const last = compact.offset(around.end - 1) + 1;
    quantities.push({
      start: first,
      end: last,
      raw: text.slice(first, last),
      value: amount.value,
      upper: amount.upper,
      unit: amount.unit,
      op: around.comparison,
      kind: amount.kind,
      approximate: amount.approximate || around.approximate,
      amountStart: compact.offset(amount.start),
      amountEnd: compact.offset(amount.end - 1) + 1,
    });
  }
  return shareUnits(text, quantities);
}

const RUN = /[\d零一二三四五六七八九十百千万亿兆廿卅]+/y;

function endOfRun(plain: string, start: number): number {
  RUN.lastIndex = start;
  return start + (RUN.exec(plain)?.[0].length ?? 1);
}

const CURRENCY_SIGNS: Readonly<Record<string, string>> = {
  '￥': '元',
  '¥': '元',
  $: '美元',
  人民币: '元',
};

function amountAt(plain: string, original: string, start: number, opening: string): Amount | null {
  if (opening === '半' || opening === '对折') return halfShare(plain, start);
  const currency = CURRENCY_SIGNS[opening];
  const numberStart = currency === undefined ? start : start + opening.length;
  const amount = readAmount(plain, original, numberStart);
  if (amount === null) return null;
  const whole = withParts(plain, original, withUpperEnd(plain, original, amount));
  if (currency === undefined) return whole;
  const unit = whole.kind === null ? whole.scale + currency : whole.unit;
  return { ...whole, start, unit, kind: 'money' };
}

/** 半成 is 5 %, 半折 and 对折 are 50 %. */
function halfShare(plain: string, start: number): Amount {
  const value = plain.startsWith('半成', start) ? 5 : 50;
  return {
    ...{ start, end: start + 2, value, upper: null, unit: '%', kind: 'share' },
    ...{ form: 'plain', scale: '', approximate: false },
  };
}
