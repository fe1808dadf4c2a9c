import type { Passage } from '../../model/passage.js';
import type { Label } from './index.js';

/** A number with its mark at the head of a block: `2.`, `3、`. */
export interface Numbering {
  readonly value: number;
  readonly mark: string;
}

/** A label that was found before a number, with what tells how sure it is. */
export interface NumberedLabel extends Numbering {
  readonly label: Label;
  /** The text has a space between the label and the number: `2. 20家`, not `2.20家`. */
  readonly isParted: boolean;
}

const NUMBERING = /(\d{1,3})\s?([.．、])/y;
const BEFORE_NUMBER = /(\d{1,3})\s?([.．、])(?=\d)/y;
const DOT = /[.．]/;
/**
 * What no decimal counts: 20家, 10个, 3月, 2025年, 2025/11/20, 100%. A number of things that can be parted (万人, 公里, 个百分点,
 * 个月) may be the end of a decimal.
 */
const WHOLE =
  /^(?:\d{1,3}[余多]?(?:家|名|项|条|处|所|座|户|场|批|套|届|件|台|支|位|辆|份|个(?![百月小工亿点]))|(?:1[0-2]|[1-9])月|(?:19|20)\d{2}[年/-]|100[%％])/;

/** The number and mark that a line begins with; null where it begins with none. */
export function numberingOf(reading: string, position = 0): Numbering | null {
  NUMBERING.lastIndex = position;
  const match = NUMBERING.exec(reading);
  return match && { value: Number(match[1]), mark: DOT.test(match[2]!) ? '.' : '、' };
}

/**
 * `2. 20家企业完成改造`, `3、6月底前完成`: a number, a mark and another number, which is a label where the count of
 * the items comes to it. null where it can only be a decimal: `5.42万人`, `1.2组织机构`.
 */
export function labelBeforeNumber(passage: Passage, position = 0): NumberedLabel | null {
  const { reading } = passage;
  BEFORE_NUMBER.lastIndex = position;
  const match = BEFORE_NUMBER.exec(reading);
  const numbering = numberingOf(reading, position);
  if (!match || !numbering || numbering.value === 0) return null;
  const end = position + match[0].length;
  const isParted = passage.gaps().some(({ offset }) => offset === end);
  if (numbering.mark === '.' && !isParted && !WHOLE.test(reading.slice(end, end + 8))) return null;
  const printed = match[1]!;
  const label: Label = { kind: 'digit', value: numbering.value, printed, start: position, end };
  return { ...numbering, label, isParted };
}

/** Whether a line that stands behind a sentence may open with a label before a number: `3.3个村`, `2、1.5万亩`. */
export function mayNumberItem(line: string): boolean {
  BEFORE_NUMBER.lastIndex = 0;
  const match = BEFORE_NUMBER.exec(line);
  if (!match) return false;
  return match[2] === '、' || WHOLE.test(line.slice(match[0].length, match[0].length + 8));
}
