const HAN = /\p{Script=Han}/u;
const HAN_OR_MARK = /[\p{Script=Han}，。、；：？！“”‘’（）《》〈〉〔〕【】％%]/u;
/** Narrow marks as Chinese type sets them. */
const WIDE: Readonly<Record<string, string>> = {
  ',': '，',
  ':': '：',
  ';': '；',
  '?': '？',
  '!': '！',
  '(': '（',
  ')': '）',
};

const OPENING = '（〈《〔【(<[［「『';
const CLOSING = '）〉》〕】)>]］」』';
/** Marks that differ by a few dots of ink, so that OCR takes one for another. */
const CLOSED_BY = new Map([...OPENING].map((mark, index) => [mark, CLOSING[index]!]));

/** A stop that type sets in the middle of its square is read as one of these. */
const DOTS = new Set(['·', '•', '・', '∙']);
const DEGREE = '°';
/** A comma between words of a list, as type of some fonts sets it, is read as this stroke. */
const STROKE = '丶';
const DASHES = new Set(['-', '—', '–', '－']);
/** Dots are stops where there are so many: names of people hold one now and then. */
const LEAST_DOTS = 3;
const DOTS_BY_STOPS = 0.08;

/** What the marks of a document as a whole say of each. */
export interface MarkHabits {
  /** Whether dots between words are stops. */
  readonly dotsAreStops: boolean;
}

export const NO_HABITS: MarkHabits = { dotsAreStops: false };

/** How a document's marks were read, from its lines. */
export function markHabits(lines: Iterable<readonly string[]>): MarkHabits {
  let [dots, stops] = [0, 0];
  for (const letters of lines) {
    letters.forEach((letter, index) => {
      if (letter === '。') stops++;
      if (DOTS.has(letter) && endsWords(letters, index)) dots++;
    });
  }
  return { dotsAreStops: dots >= LEAST_DOTS && dots > stops * DOTS_BY_STOPS };
}

/** Whether a mark stands behind words, and before others or a line's end. */
function endsWords(letters: readonly string[], index: number): boolean {
  const before = letters[index - 1];
  const after = letters[index + 1];
  if (before === undefined || !/[\p{Script=Han}）”》％%\d]/u.test(before)) return false;
  return after === undefined || /[\p{Script=Han}（“《\d]/u.test(after);
}

/**
 * Letters of a line with marks as Chinese type sets them: wide beside Chinese characters, brackets
 * that close as they open. The year of a document number (国办发〔2024〕54号) stands in 〔〕 by
 * GB/T 9704; other brackets that do not match are round ones, by far the most common. A mark that was
 * lost altogether is put to the digit beside it.
 */
export function mendLetters(letters: readonly string[], habits: MarkHabits = NO_HABITS): string[] {
  const mended = letters.map((letter, index) => ordinaryMark(letters, letter, index, habits));
  const opened: number[] = [];
  for (let close = 0; close < mended.length; close++) {
    if (CLOSED_BY.has(mended[close]!)) opened.push(close);
    if (!CLOSING.includes(mended[close]!)) continue;
    const open = opened.pop();
    if (open !== undefined) mendPair(mended, open, close);
  }
  mendHalfYears(mended);
  mendDay(mended);
  dropSpecks(mended);
  return mended;
}

function ordinaryMark(
  letters: readonly string[],
  letter: string,
  index: number,
  { dotsAreStops }: MarkHabits,
): string {
  // No number ends before the comma of a label: 一、
  if (index === 0 && DASHES.has(letter) && letters[1] === '、') return '一';
  if (letter === STROKE && HAN_OR_MARK.test(letters[index - 1] ?? '')) return '、';
  if (DOTS.has(letter) && endsWords(letters, index)) {
    if (dotsAreStops || endsHeadline(letters, index)) return '。';
  }
  if (letter === DEGREE && HAN.test(letters[index - 1] ?? '') && endsWords(letters, index)) {
    return '。';
  }
  const wide = WIDE[letter];
  if (wide === undefined) return letter;
  const beside = (other: string | undefined): boolean =>
    other !== undefined && HAN_OR_MARK.test(other);
  return beside(letters[index - 1]) || beside(letters[index + 1]) ? wide : letter;
}

/** `（三）发展休闲渔业·打造`: words between an item's label and a dot are its headline. */
const HEADLINE = /^（[一二三四五六七八九十]{1,3}）[\p{Script=Han}、]{4,24}$/u;

const endsHeadline = (letters: readonly string[], index: number): boolean =>
  index <= 30 &&
  HEADLINE.test(letters.slice(0, index).join('').replace('(', '（').replace(')', '）'));

function mendPair(letters: string[], open: number, close: number): void {
  if (isDocumentYear(letters, open, close)) {
    letters[open] = '〔';
    letters[close] = '〕';
  } else if (CLOSED_BY.get(letters[open]!) !== letters[close]) {
    letters[open] = '（';
    letters[close] = '）';
  }
}

/** What an office's sign ends with: 国办发, 浙政函, 第1号令. */
const OFFICE_SIGN = /[发办函字令政规]/;

/**
 * `国办发【2024]54号`: a year in brackets behind an office's sign, before a number or a line's end. Where the
 * number ends with 号, signs of other letters have it, too: `衢民（2025）41号`.
 */
function isDocumentYear(letters: readonly string[], open: number, close: number): boolean {
  if (close !== open + 5) return false;
  if (!/^(?:19|20)\d\d$/.test(letters.slice(open + 1, close).join(''))) return false;
  const before = letters[open - 1] ?? '';
  const behind = letters.slice(close + 1, close + 7).join('');
  if (/^\d{1,5}号/.test(behind) && HAN.test(before)) return true;
  return OFFICE_SIGN.test(before) && /^(?:\d{1,5}$|$)/.test(behind);
}

/** A line of nothing but a document's number, one bracket of which was not seen. */
const HALF_NUMBER = /^\p{Script=Han}{2,12}(?<!号)\P{Script=Han}\d{4}\d{1,5}号$/u;

/** `温政办发〔202538号`, `温政办发2025〕38号`: a document number of which one bracket was not seen. */
function mendHalfYears(letters: string[]): void {
  for (let start = 1; start + 5 < letters.length; start++) {
    const following = letters.slice(start, start + 10).join('');
    if (!/^(?:19|20)\d\d/.test(following)) continue;
    const before = letters[start - 1]!;
    if (/^\d{4}\d{1,4}号/.test(following) && CLOSED_BY.has(before)) {
      const isNumber =
        OFFICE_SIGN.test(letters[start - 2] ?? '') || HALF_NUMBER.test(letters.join(''));
      if (!isNumber) continue;
      letters[start - 1] = '〔';
      letters[start + 3] += '〕';
    } else if (OFFICE_SIGN.test(before) && CLOSING.includes(letters[start + 4]!)) {
      if (!/^\d{1,5}号/.test(letters.slice(start + 5, start + 11).join(''))) continue;
      letters[start] = `〔${letters[start]}`;
      letters[start + 4] = '〕';
    }
  }
}

/** `2025年6月18`: a day alone on its line, as who signs writes it, whose last character a stamp hid. */
const HALF_DAY = /^(?:19|20)\d\d年(?:1[0-2]|0?[1-9])月(?:3[01]|[12]\d|0?[1-9])$/;

function mendDay(letters: string[]): void {
  if (HALF_DAY.test(letters.join(''))) letters[letters.length - 1] += '日';
}

/** Stops behind which no other mark stands, and what a speck beside them is read as. */
const STOPS = new Set(['。', '；']);
const SPECK = /^[.,，、·。•']$/;

/** `走访。.12月20日前`: a dot that was read twice, or dirt. Places stay: the letter is left empty. */
function dropSpecks(letters: string[]): void {
  for (let index = 1; index < letters.length; index++) {
    if (STOPS.has(letters[index - 1]!) && SPECK.test(letters[index]!)) letters[index] = '';
  }
}
