/** What a text keeps of another, in reading order. */
export interface KeptCharacters {
  /** Characters of the expected text, white space left out. */
  readonly expected: number;
  readonly kept: number;
  readonly digits: number;
  readonly digitsKept: number;
  /** Stretches of the expected text that are not found in order, the longest first. */
  readonly missing: readonly string[];
}

/** Lengths of the stretches by which two texts are laid side by side, the surest first. */
const STRETCHES = [24, 12, 6, 3] as const;
/** Gaps up to this many characters on each side are compared character by character. */
const LARGEST_GAP = 1500;
const DIGIT = /\d/g;

/**
 * Counts the characters of `expected` that stand in `found` in the same order, after NFKC and
 * without white space.
 */
export function keptCharacters(expected: string, found: string): KeptCharacters {
  const a = comparable(expected);
  const places = placesOf(a, comparable(found));
  const missing: string[] = [];
  let count = 0;
  let digitsKept = 0;
  let gap = 0;
  for (let index = 0; index <= a.length; index++) {
    if (index < a.length && places[index]! < 0) continue;
    if (index > gap) missing.push(a.slice(gap, index));
    if (index < a.length) {
      count++;
      if (isDigit(a.charCodeAt(index))) digitsKept++;
    }
    gap = index + 1;
  }
  missing.sort((one, other) => other.length - one.length);
  const digits = a.match(DIGIT)?.length ?? 0;
  return { expected: a.length, kept: count, digits, digitsKept, missing };
}

/**
 * Where each character of `a` stands in `b`, in the same order; -1 where it does not. Cost grows with
 * the length of the texts: common stretches that are unique on both sides part them into small gaps,
 * which are compared in full.
 */
export function placesOf(a: string, b: string): Int32Array {
  const places = new Int32Array(a.length).fill(-1);
  align(a, 0, a.length, b, 0, b.length, 0, places);
  return places;
}

/** A text as it is compared: NFKC, without white space. */
export const comparable = (text: string): string => text.normalize('NFKC').replace(/\s+/g, '');
export const isDigit = (code: number): boolean => code >= 0x30 && code <= 0x39;

/** Notes what of a[a0, a1) stands in b[b0, b1) in order. */
function align(
  a: string,
  a0: number,
  a1: number,
  b: string,
  b0: number,
  b1: number,
  level: number,
  places: Int32Array,
): void {
  let [from, to, start, end] = [a0, a1, b0, b1];
  while (from < to && start < end && a[from] === b[start]) {
    places[from++] = start++;
  }
  while (to > from && end > start && a[to - 1] === b[end - 1]) {
    places[--to] = --end;
  }
  if (from === to || start === end) return;
  const small = to - from <= LARGEST_GAP && end - start <= LARGEST_GAP;
  const length = STRETCHES[level];
  if (small || length === undefined) {
    if (small) compare(a, from, to, b, start, end, places);
    return;
  }
  let [lastA, lastB] = [from, start];
  for (const [x, y] of anchors(a.slice(from, to), b.slice(start, end), length)) {
    align(a, lastA, from + x, b, lastB, start + y, level + 1, places);
    for (let at = 0; at < length; at++) places[from + x + at] = start + y + at;
    [lastA, lastB] = [from + x + length, start + y + length];
  }
  align(a, lastA, to, b, lastB, end, level + 1, places);
}

/** Places of stretches that occur once in each text, in an order that both texts keep. */
function anchors(a: string, b: string, length: number): [number, number][] {
  const inA = onlyPlaces(a, length);
  const inB = onlyPlaces(b, length);
  const pairs: [number, number][] = [];
  for (const [words, x] of inA) {
    const y = inB.get(words);
    if (x >= 0 && y !== undefined && y >= 0) pairs.push([x, y]);
  }
  pairs.sort((one, other) => one[0] - other[0]);
  const rising = longestRising(pairs);
  const apart: [number, number][] = [];
  for (const pair of rising) {
    const last = apart.at(-1);
    if (!last || (pair[0] >= last[0] + length && pair[1] >= last[1] + length)) apart.push(pair);
  }
  return apart;
}

function onlyPlaces(text: string, length: number): Map<string, number> {
  const places = new Map<string, number>();
  for (let at = 0; at + length <= text.length; at++) {
    const words = text.slice(at, at + length);
    places.set(words, places.has(words) ? -1 : at);
  }
  return places;
}

/** The longest list of pairs whose second numbers rise. */
function longestRising(pairs: readonly [number, number][]): [number, number][] {
  const ends: number[] = [];
  const before = new Int32Array(pairs.length);
  for (const [index, [, y]] of pairs.entries()) {
    let low = 0;
    let high = ends.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (pairs[ends[middle]!]![1] < y) low = middle + 1;
      else high = middle;
    }
    before[index] = low > 0 ? ends[low - 1]! : -1;
    ends[low] = index;
  }
  const rising: [number, number][] = [];
  for (let at = ends.at(-1) ?? -1; at >= 0; at = before[at]!) rising.push(pairs[at]!);
  return rising.reverse();
}

/** Longest common subsequence of two short stretches, noted in `places`. */
function compare(
  a: string,
  a0: number,
  a1: number,
  b: string,
  b0: number,
  b1: number,
  places: Int32Array,
): void {
  const width = b1 - b0 + 1;
  const lengths = new Uint16Array((a1 - a0 + 1) * width);
  for (let x = a1 - a0 - 1; x >= 0; x--) {
    for (let y = b1 - b0 - 1; y >= 0; y--) {
      lengths[x * width + y] =
        a[a0 + x] === b[b0 + y]
          ? lengths[(x + 1) * width + y + 1]! + 1
          : Math.max(lengths[(x + 1) * width + y]!, lengths[x * width + y + 1]!);
    }
  }
  let [x, y] = [0, 0];
  while (x < a1 - a0 && y < b1 - b0) {
    if (a[a0 + x] === b[b0 + y]) {
      places[a0 + x] = b0 + y;
      x++;
      y++;
    } else if (lengths[(x + 1) * width + y]! >= lengths[x * width + y + 1]!) x++;
    else y++;
  }
}
