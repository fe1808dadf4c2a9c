import type { CopyHead, CopyMark } from './copy-mark.js';
import { sharedPart } from './text-sketch.js';

/** Share of the smaller text that must stand in the larger one; of a scan's, fewer words are right. */
const SHARED = 0.9;
const SHARED_OF_SCAN = 0.6;
/** Share of the fewer numbers that must stand among the more. */
const NUMBERS = 0.95;
const NUMBERS_OF_SCAN = 0.8;
/** Of so few numbers each one counts. */
const FEW_NUMBERS = 20;
/** Texts shorter than this say too little to be told by a part of them. */
const SHORT = 60;

/** The parts of a head that tell notices apart where two of them hold one each. */
export type Head = Pick<CopyHead, 'name' | 'number' | 'issued_on' | 'stage' | 'region' | 'issuers'>;

const differ = (a: string | null, b: string | null): boolean => a !== null && b !== null && a !== b;

/**
 * Whether nothing in the heads speaks against one notice: same title and number, same day, place and
 * stage, where both say them. Another year's or place's notice has another title, number or day.
 */
export function headsAgree(a: Head, b: Head): boolean {
  const { number: left } = a;
  const { number: right } = b;
  if (a.stage !== b.stage || differ(left, right)) return false;
  if (differ(a.issued_on, b.issued_on) || differ(a.region, b.region)) return false;
  if (
    a.issuers.length > 0 &&
    b.issuers.length > 0 &&
    !a.issuers.some((one) => b.issuers.includes(one))
  ) {
    return false;
  }
  if (a.name === b.name || a.name === '' || b.name === '') return true;
  // A page may add to a title or cut it; the number then says that it is the same notice.
  return left !== null && left === right && (a.name.includes(b.name) || b.name.includes(a.name));
}

/** Whether the texts are the same within small differences, or one is a part of the other. */
export function textsAgree(a: CopyMark, b: CopyMark): boolean {
  if (Math.min(a.length, b.length) < SHORT && a.length !== b.length) return false;
  const scan = a.recognised || b.recognised;
  if (sharedPart(a.sketch, b.sketch) < (scan ? SHARED_OF_SCAN : SHARED)) return false;
  return yearsAgree(a, b, scan) && numbersAgree(a.numbers, b.numbers, scan);
}

/** Years of the one all stand in the other: another year's edition has one that the former has not. */
function yearsAgree({ years: a }: CopyMark, { years: b }: CopyMark, scan: boolean): boolean {
  const isIn = (few: readonly string[], many: readonly string[]): boolean =>
    few.every((year) => many.includes(year));
  return scan || isIn(a, b) || isIn(b, a);
}

/** `a` and `b` are sorted. */
function numbersAgree(a: readonly string[], b: readonly string[], scan: boolean): boolean {
  const fewer = Math.min(a.length, b.length);
  const allowed = fewer < FEW_NUMBERS && !scan ? 1 : scan ? NUMBERS_OF_SCAN : NUMBERS;
  let shared = 0;
  for (let left = 0, right = 0; left < a.length && right < b.length; ) {
    if (a[left] === b[right]) {
      shared++;
      left++;
      right++;
    } else if (a[left]! < b[right]!) left++;
    else right++;
  }
  return shared >= fewer * allowed;
}
