import { characterTable, FULL_WIDTH_DIGITS, writtenBy } from '../model/character-table.js';

/** Longest numeral that is read; longer runs of digits are codes or noise. */
const LONGEST = 40;

/** Each written form and the plain one that the grammar below knows; one character for one. */
const PLAIN_FORMS = characterTable([
  ...(
    [
      ['零', '〇○'],
      ['一', '壹弌'],
      ['二', '贰貳弍两兩'],
      ['三', '叁參叄参'],
      ['四', '肆'],
      ['五', '伍'],
      ['六', '陆陸'],
      ['七', '柒'],
      ['八', '捌'],
      ['九', '玖'],
      ['十', '拾'],
      ['百', '佰'],
      ['千', '仟'],
      ['万', '萬'],
      ['亿', '億'],
      ['点', '點'],
      ['负', '負'],
      ['-', '－−﹣'],
      ['+', '＋'],
      ['.', '．'],
      [',', '，'],
    ] as const
  ).flatMap(([plain, forms]) => Array.from(forms, (form) => [form, plain] as const)),
  ...FULL_WIDTH_DIGITS,
]);

const DIGITS = '零一二三四五六七八九';

/** 廿, 卅 and 卌 stand for a digit and 十 together. */
const TENS: ReadonlyMap<string, number> = new Map([
  ['廿', 20],
  ['卅', 30],
  ['卌', 40],
]);

/** Powers of ten: 十 百 千 inside a group of four digits, 万 亿 兆 between groups. */
const SMALL_POWERS: ReadonlyMap<string, number> = new Map([
  ['十', 1],
  ['百', 2],
  ['千', 3],
]);
const LARGE_POWERS: ReadonlyMap<string, number> = new Map([
  ['万', 4],
  ['亿', 8],
  ['兆', 12],
]);

const SIGN = /^[-+负]/;
const POSITIONAL = /^[零一二三四五六七八九]{2,}$/;
const THOUSANDS_GROUPS = /\d{1,3}(?:,\d{3})+(?!\d)/g;
const TOKEN = /\d+(?:\.\d+)?|\.\d+|[零一二三四五六七八九十百千万亿兆廿卅卌点]/y;

/**
 * The number that the whole text writes, or null where the text is not one numeral.
 * Reads 1,000, 12.5, 二十, 一百五十, 二〇二三, 壹仟, 三点一四, 4.78万亿, 5万4千, 负三; also the
 * spoken 四百五 (450) and 一万三 (13000). White space between characters is ignored.
 * Gives null for fractions, percentages and the two neighbouring digits of an estimate (三五百).
 */
export function readNumeral(text: string): number | null {
  const plain = plainNumeral(text).replace(/\s+/g, '');
  if (plain.length === 0 || plain.length > LONGEST) return null;
  const sign = SIGN.exec(plain)?.[0];
  const body = sign ? plain.slice(1) : plain;
  const value = POSITIONAL.test(body) ? readPositional(body) : readGrouped(body);
  if (value === null) return null;
  return sign === '-' || sign === '负' ? 0 - value : value;
}

/** The text with traditional, financial and full-width numeral characters made plain; same length. */
export function plainNumeral(text: string): string {
  return writtenBy(PLAIN_FORMS, text);
}

/** `value` times a power of ten, without the error of a multiplication in binary. */
export function timesPowerOfTen(value: number, power: number): number {
  const shifted = Number(`${value}e${power}`);
  return Number.isNaN(shifted) ? value * 10 ** power : shifted;
}

function readPositional(digits: string): number {
  return Number(Array.from(digits, (digit) => DIGITS.indexOf(digit)).join(''));
}

interface Group {
  readonly value: number;
  readonly power: number;
}

/** State of reading a numeral from its largest power down to its last digit. */
interface Reading {
  /** Groups closed by 万, 亿 or 兆, their powers descending. */
  groups: Group[];
  /** What 十, 百 and 千 have summed in the open group, and the least power met there. */
  section: number;
  sectionPower: number;
  /** The digit or Arabic number that waits for its power. */
  pending: number | null;
  pendingIsArabic: boolean;
  /** Power of the word just before the waiting digit; null after 零 and at the start. */
  lastPower: number | null;
  /** Something stands in the open group. */
  open: boolean;
  arabicFraction: boolean;
}

function readGrouped(body: string): number | null {
  const text = body.replace(THOUSANDS_GROUPS, (group) => group.replaceAll(',', ''));
  const reading: Reading = {
    groups: [],
    section: 0,
    sectionPower: 4,
    pending: null,
    pendingIsArabic: false,
    lastPower: null,
    open: false,
    arabicFraction: false,
  };
  TOKEN.lastIndex = 0;
  let position = 0;
  while (position < text.length) {
    TOKEN.lastIndex = position;
    const token = TOKEN.exec(text)?.[0];
    if (token === undefined) return null;
    position += token.length;
    if (token === '点') {
      const end = readDecimals(reading, text, position);
      if (end === null) return null;
      position = end;
    } else if (!step(reading, token, text[position])) return null;
  }
  return total(reading);
}

function step(reading: Reading, token: string, next: string | undefined): boolean {
  const small = SMALL_POWERS.get(token);
  if (small !== undefined) return takeSmallPower(reading, small, next);
  const large = LARGE_POWERS.get(token);
  if (large !== undefined) return takeLargePower(reading, large);
  if (reading.pending !== null) return false;
  const tens = TENS.get(token);
  if (tens !== undefined) {
    if (reading.sectionPower <= 1) return false;
    reading.section += tens;
    reading.sectionPower = 1;
    reading.lastPower = 1;
    reading.open = true;
    return true;
  }
  const digit = DIGITS.indexOf(token);
  if (digit === 0) {
    if (reading.open || reading.groups.length > 0) {
      reading.lastPower = null;
      return next !== undefined;
    }
    if (next !== undefined && next !== '点') return false;
  }
  reading.pending = digit >= 0 ? digit : Number(token);
  reading.pendingIsArabic = digit < 0;
  reading.arabicFraction = digit < 0 && token.includes('.');
  reading.open = true;
  return true;
}

function takeSmallPower(reading: Reading, power: number, next: string | undefined): boolean {
  if (power >= reading.sectionPower) return false;
  let digit = reading.pending;
  if (digit === null) {
    // 十 needs no digit before it; 百 and 千 do, but for 百万 and 千亿.
    const leads = !reading.open && reading.groups.length === 0;
    if (power !== 1 && !(leads && next !== undefined && LARGE_POWERS.has(next))) return false;
    digit = 1;
  }
  reading.section += timesPowerOfTen(digit, power);
  reading.sectionPower = power;
  reading.lastPower = power;
  reading.pending = null;
  reading.arabicFraction = false;
  reading.open = true;
  return true;
}

function takeLargePower(reading: Reading, power: number): boolean {
  let sum = reading.section + (reading.pending ?? 0);
  if (!reading.open && reading.groups.length === 0) return false;
  // 万亿 and 万万 raise the group before them.
  while (reading.groups.length > 0) {
    const last = reading.groups.at(-1)!;
    if (last.power > power || (last.power === power && reading.open)) break;
    sum += timesPowerOfTen(last.value, last.power);
    reading.groups.pop();
  }
  if (reading.groups.some((group) => group.power <= power)) return false;
  reading.groups.push({ value: sum, power });
  reading.section = 0;
  reading.sectionPower = 4;
  reading.lastPower = power;
  reading.pending = null;
  reading.arabicFraction = false;
  reading.open = false;
  return true;
}

const DECIMALS = /(?:\d+|[零一二三四五六七八九]+)(?![零一二三四五六七八九\d十百千])/y;

/** Takes the digits after 点 into the waiting number; gives where they end. */
function readDecimals(reading: Reading, text: string, position: number): number | null {
  DECIMALS.lastIndex = position;
  const digits = DECIMALS.exec(text)?.[0];
  if (digits === undefined || reading.arabicFraction) return null;
  if (!reading.open && reading.groups.length === 0) return null;
  const fraction = Array.from(digits, (digit) => {
    const value = DIGITS.indexOf(digit);
    return value < 0 ? digit : String(value);
  }).join('');
  const whole = total(reading);
  if (whole === null) return null;
  reading.groups = [];
  reading.section = 0;
  reading.sectionPower = 0;
  reading.pending = Number(`${whole}.${fraction}`);
  reading.lastPower = null;
  reading.arabicFraction = true;
  reading.open = true;
  return position + digits.length;
}

function total(reading: Reading): number | null {
  let sum = reading.section;
  for (const group of reading.groups) sum += timesPowerOfTen(group.value, group.power);
  if (reading.pending === null) return reading.open || reading.groups.length > 0 ? sum : null;
  // 四百五 is 450 and 一万三 is 13000: a digit right after a power counts in the next one down.
  const spoken = reading.lastPower !== null && reading.lastPower > 1 && !reading.pendingIsArabic;
  return (
    sum + (spoken ? timesPowerOfTen(reading.pending, reading.lastPower! - 1) : reading.pending)
  );
}
