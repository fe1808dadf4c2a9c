import {
  COUNT_UNITS,
  MONEY_UNITS,
  NOUN_UNITS,
  PHYSICAL_UNITS,
  SHARE_UNITS,
  TIME_UNITS,
  UNIT_NAMES,
} from './measure-words.js';

/** What kind of thing a unit counts. */
export type MeasureKind = 'share' | 'time' | 'money' | 'physical' | 'count' | 'noun';

/** A measure word found after a number. */
export interface Measure {
  readonly end: number;
  /** As a record names it: 个工作日 is 工作日. */
  readonly name: string;
  readonly kind: MeasureKind;
}

const KINDS: ReadonlyMap<string, MeasureKind> = new Map<string, MeasureKind>([
  ...NOUN_UNITS.map((word) => [word, 'noun'] as const),
  ...COUNT_UNITS.map((word) => [word, 'count'] as const),
  ...PHYSICAL_UNITS.map((word) => [word, 'physical'] as const),
  ...MONEY_UNITS.map((word) => [word, 'money'] as const),
  ...TIME_UNITS.map((word) => [word, 'time'] as const),
  ...SHARE_UNITS.map((word) => [word, 'share'] as const),
]);

/** The longest words first, so that 个工作日 wins over 个. */
const ALTERNATIVES = [...KINDS.keys()]
  .sort((one, other) => other.length - one.length)
  .map((word) =>
    /^[A-Za-zμµ]+$/.test(word)
      ? `${word}(?![A-Za-z])`
      : /[A-Za-z]\d$/.test(word)
        ? `${word}(?!\\d)`
        : word,
  )
  .join('|');
const MEASURE = new RegExp(ALTERNATIVES, 'y');

/** 元/人, 件/万人, 吨/日: a measure over another one. */
const PER = new RegExp(`/(?:(?:${ALTERNATIVES})|(?:10|十|百)?[千万](?:${ALTERNATIVES}))`, 'y');

/** 18/10万: so many of a hundred thousand. */
const OF_MANY = /\/(?:10|十|百|千)?[万千](?![一-鿿\d])|\/(?:10|十)万(?=以[下内上]|左右)/y;

/** Words that begin like a measure word and are none after a number. */
const NO_MEASURE =
  /人[工民]|国[家际]|市[场值域]|县域|次(?:日(?!常)|[年月])|项目(?!标)|条[例线]|种植|家[庭长]|户[籍外]|样本|位[于置]|片区|级联|起[来步]|份额|站点|把[握关]|方[向面案式]|证[书券]|网[络点]|码头|企业|校园|店铺|团队|组织|支[持部]|班子/y;

/** Measure words that are as often parts of other words: they count behind figures, at the end of their words. */
const AT_END_ONLY: ReadonlySet<string> = new Set(['分', '口', '眼', '顶']);
const END_OF_WORDS = /(?:以[上下内]|及以|左右|[，。；：、！？,;:!?）)\]】》”\s和及的]|$)/y;
/** 14点30分 is an hour; 5角3分 is money. */
const HOUR_OR_MONEY = /(?:\d\s?[时点:：角]|[时点:：角])\s?\d{1,2}$/;

/** In plain numerals the unit of weight would read 二. */
const TAEL = /[两兩]/;

/** The measure word at `start`, as long as possible; null where none stands there. */
export function readMeasure(text: string, original: string, start: number): Measure | null {
  if (TAEL.test(original[start] ?? '') && !TAEL.test(original[start - 1] ?? ''))
    return { end: start + 1, name: '两', kind: 'physical' };
  OF_MANY.lastIndex = start;
  const many = OF_MANY.exec(text)?.[0];
  if (many !== undefined) return { end: start + many.length, name: many, kind: 'share' };
  MEASURE.lastIndex = start;
  const word = MEASURE.exec(text)?.[0];
  if (word === undefined) return behindSpace(text, original, start);
  const kind = KINDS.get(word)!;
  NO_MEASURE.lastIndex = start;
  if ((kind === 'count' || kind === 'noun') && NO_MEASURE.test(text)) return null;
  const end = start + word.length;
  if (AT_END_ONLY.has(word) && !isWholeWord(text, original, start, end)) return null;
  PER.lastIndex = end;
  const per = PER.exec(text)?.[0] ?? '';
  return { end: end + per.length, name: (UNIT_NAMES.get(word) ?? word) + per, kind };
}

/** `2500 m²`, `30 kW`: signs of units are set off from their number (GB/T 15835). */
function behindSpace(text: string, original: string, start: number): Measure | null {
  if (!/^ [a-zμµA-Z]/.test(text.slice(start, start + 2))) return null;
  const measure = readMeasure(text, original, start + 1);
  return measure?.kind === 'physical' ? measure : null;
}

/** 90分以上, 水井12口; never 3口之家, 十分, 5分类. */
function isWholeWord(text: string, original: string, start: number, end: number): boolean {
  if (!/[\d０-９]/.test(original[start - 1] ?? '')) return false;
  END_OF_WORDS.lastIndex = end;
  return END_OF_WORDS.test(text) && !HOUR_OR_MONEY.test(text.slice(Math.max(0, start - 5), start));
}
