import { COMPARISON_WORDS, type Comparison } from './comparison-words.js';

export type { Comparison } from './comparison-words.js';

const LONGEST_BEFORE = Math.max(...[...COMPARISON_WORDS.keys()].map((word) => word.length));

/** Between a comparison word and its number: 达到了约, 增长幅度在. */
const LINK = /(?:了|约|近|均|各|有|是|在)$/;
const APPROXIMATELY = /(?:大约|约为|约|近)$/;

const AFTER_MORE = /(?:（含）|（含本数）|\(含\))?(?:及其?以上|或以上|以上|之上)/y;
const AFTER_LESS =
  /(?:（含）|（含本数）|\(含\))?(?:及其?以下|或以下|以下|以内|之内|之下|内(?![外部容涵地设的在陆蒙]))/y;
const AFTER_ABOUT = /(?:左右|上下)/y;

/** The comparison words around a number: where they begin and end, and what they say. */
export interface ComparisonAround {
  readonly start: number;
  readonly end: number;
  readonly comparison: Comparison | null;
  /** 约, 近, 左右: the number is not meant to the last digit. */
  readonly approximate: boolean;
}

/**
 * Reads 不低于, 达到, 控制在 … before and 以上, 以内, 左右 … after a number that stands from `start` to
 * `end`. A change wins over a limit: 提高5个百分点以上 is an increase.
 */
export function readComparison(text: string, start: number, end: number): ComparisonAround {
  const after = wordAfter(text, end);
  const before = besideComparison(text, wordBefore(text, start), after);
  const approximate = before.approximate || after.approximate;
  return { start: before.start, end: after.end, comparison: decide(before, after), approximate };
}

interface Side {
  readonly start: number;
  readonly end: number;
  readonly comparison: Comparison | null;
  readonly approximate: boolean;
}

/** 增速12%以上: the noun is what is measured, and the words after the number compare it. */
const RATE_OF_CHANGE = /(?:增幅|增速|涨幅|降幅)(?:在|为|约|近)?$/;

/** What stands before the number, where the words after it may already say how it is compared. */
function besideComparison(text: string, before: Side, after: Side): Side {
  if (after.comparison === null || after.approximate) return before;
  if (!RATE_OF_CHANGE.test(text.slice(before.start, before.end))) return before;
  return { ...before, start: before.end, comparison: null };
}

function decide(before: Side, after: Side): Comparison | null {
  if (before.comparison === 'increase' || before.comparison === 'decrease') {
    return before.comparison;
  }
  if (after.approximate || (before.approximate && before.comparison !== '<=')) return '=';
  // 保持在3个工作日以内: the word after the number says which side of it is meant.
  if (before.comparison === '>=' && after.comparison === '<=') return '<=';
  if (before.comparison === '<=' || before.comparison === '>=') return before.comparison;
  return after.comparison ?? before.comparison;
}

function wordBefore(text: string, numberStart: number): Side {
  let start = numberStart;
  let approximate = false;
  for (let links = 0; links < 2; links++) {
    const head = text.slice(Math.max(0, start - LONGEST_BEFORE), start);
    const word = longestEnding(head);
    if (word !== null) {
      start -= word.length;
      const comparison = COMPARISON_WORDS.get(word)!;
      approximate ||= APPROXIMATELY.test(word);
      // 达到约100家: the word before 约 says more.
      const outer = approximate && comparison === '=' ? wordBefore(text, start) : null;
      if (outer?.comparison) return { ...outer, end: numberStart, approximate };
      return { start, end: numberStart, comparison, approximate };
    }
    const link = LINK.exec(head)?.[0];
    if (link === undefined) break;
    start -= link.length;
  }
  return { start: numberStart, end: numberStart, comparison: null, approximate: false };
}

/** Words whose last character looks like a comparison: 通过3个, 下达5批, 最近3年. */
const PART_OF_WORD =
  /(?:[通经度生受用到]过|[下传送抵表转]达|[最附]近|[圆充]满|[核]减|[成作认视称]为)$/;

function longestEnding(head: string): string | null {
  for (let length = Math.min(LONGEST_BEFORE, head.length); length > 0; length--) {
    const word = head.slice(-length);
    if (!COMPARISON_WORDS.has(word)) continue;
    return length === 1 && PART_OF_WORD.test(head) ? null : word;
  }
  return null;
}

function wordAfter(text: string, numberEnd: number): Side {
  for (const [pattern, comparison, approximate] of [
    [AFTER_MORE, '>=', false],
    [AFTER_LESS, '<=', false],
    [AFTER_ABOUT, '=', true],
  ] as const) {
    pattern.lastIndex = numberEnd;
    const word = pattern.exec(text)?.[0];
    if (word) return { start: numberEnd, end: numberEnd + word.length, comparison, approximate };
  }
  return { start: numberEnd, end: numberEnd, comparison: null, approximate: false };
}
