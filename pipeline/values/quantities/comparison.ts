/** How a number is compared with what is counted. */
export type Comparison = '>=' | '<=' | '=' | 'increase' | 'decrease';

/** Words before a number, in the order of their strength; each list reads backwards from the number. */
const BEFORE: readonly (readonly [Comparison, readonly string[]])[] = [
  [
    '<=',
    [
      ...[
        '不超过',
        '不高于',
        '不大于',
        '不多于',
        '不得超过',
        '不得高于',
        '不得多于',
        '不能超过',
        '未超过',
        '不长于',
        '不晚于',
      ],
      ...[
        '低于',
        '少于',
        '小于',
        '短于',
        '至多',
        '最多',
        '最高',
        '最长',
        '控制在',
        '控制到',
        '限制在',
        '不足',
        '不到',
        '不满',
        '未满',
      ],
      ...[
        '小于等于',
        '小于或等于',
        '小于或者等于',
        '低于或等于',
        '少于或等于',
        '≤',
        '<',
        '<=',
        '＜',
        '＜=',
        '≦',
      ],
      ...[
        '压缩至',
        '压缩到',
        '压缩在',
        '压缩为',
        '压减至',
        '压减到',
        '压减为',
        '缩短至',
        '缩短到',
        '缩短为',
        '缩减至',
        '缩减到',
        '缩减为',
      ],
      ...[
        '减至',
        '减到',
        '减少至',
        '减少到',
        '减为',
        '降至',
        '降到',
        '降为',
        '降低至',
        '降低到',
        '降低为',
        '下降至',
        '下降到',
        '精简至',
        '精简到',
        '精简为',
      ],
    ],
  ],
  [
    '>=',
    [
      ...[
        '不低于',
        '不少于',
        '不小于',
        '不短于',
        '不得低于',
        '不得少于',
        '不得小于',
        '不能低于',
        '不能少于',
        '至少',
        '至少是',
        '至少有',
        '最低',
        '最少',
      ],
      ...[
        '高于',
        '多于',
        '大于',
        '超过',
        '超出',
        '超',
        '突破',
        '逾',
        '过',
        '满',
        '达到',
        '达',
        '达成',
        '保持在',
        '稳定在',
        '维持在',
        '力争达到',
      ],
      ...['大于等于', '大于或等于', '大于或者等于', '高于或等于', '≥', '>', '>=', '＞', '＞=', '≧'],
      ...[
        '增至',
        '增加至',
        '增加到',
        '增长至',
        '增长到',
        '提高至',
        '提高到',
        '提升至',
        '提升到',
        '上升至',
        '上升到',
        '扩大至',
        '扩大到',
        '扩展至',
        '扩展到',
        '拓展至',
        '拓展到',
        '延长至',
        '延长到',
      ],
    ],
  ],
  [
    'increase',
    [
      '增长',
      '增加',
      '提高',
      '提升',
      '上升',
      '上浮',
      '上涨',
      '上调',
      '扩大',
      '递增',
      '升高',
      '增幅',
      '增速',
      '涨幅',
    ],
  ],
  [
    'decrease',
    [
      '下降',
      '降低',
      '减少',
      '减低',
      '压缩',
      '压减',
      '缩短',
      '缩减',
      '下浮',
      '下调',
      '递减',
      '精简',
      '降幅',
      '减',
      '降',
    ],
  ],
  ['=', ['为', '等于', '约', '大约', '约为', '近']],
];

const BEFORE_WORDS: ReadonlyMap<string, Comparison> = new Map(
  BEFORE.flatMap(([comparison, words]) => words.map((word) => [word, comparison] as const)),
);
const LONGEST_BEFORE = Math.max(...[...BEFORE_WORDS.keys()].map((word) => word.length));

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
  const before = wordBefore(text, start);
  const after = wordAfter(text, end);
  const approximate = before.approximate || after.approximate;
  return { start: before.start, end: after.end, comparison: decide(before, after), approximate };
}

interface Side {
  readonly start: number;
  readonly end: number;
  readonly comparison: Comparison | null;
  readonly approximate: boolean;
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
      const comparison = BEFORE_WORDS.get(word)!;
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
    if (!BEFORE_WORDS.has(word)) continue;
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
