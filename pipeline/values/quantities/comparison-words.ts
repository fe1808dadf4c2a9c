/** How a number is compared with what is counted. */
export type Comparison = '>=' | '<=' | '=' | 'increase' | 'decrease';

const wordsOf = (list: string): readonly string[] => list.trim().split(/\s+/);

/** Comparison words that stand before a number, and what each says. */
export const COMPARISON_WORDS: ReadonlyMap<string, Comparison> = new Map(
  (
    [
      [
        '<=',
        wordsOf(`
          不超过 不高于 不大于 不多于 不得超过 不应超过 不宜超过 不应高于 不宜高于 不应大于 不宜大于 不得大于 不得高于 不得多于 不能超过 未超过 不长于 不晚于
          不得晚于 不迟于 不得迟于 低于 少于 小于 短于 至多 最多 最高 最长 控制在 控制到
          限制在 不足 不到 不满 未满 小于等于 小于或等于 小于或者等于 低于或等于 少于或等于 ≤ <
          <= ＜ ＜= ≦ 压缩至 压缩到 压缩在 压缩为 压减至 压减到 压减为 缩短至 缩短到
          缩短为 缩减至 缩减到 缩减为 减至 减到 减少至 减少到 减为 降至 降到 降为 降低至
          降低到 降低为 下降至 下降到 精简至 精简到 精简为
        `),
      ],
      [
        '>=',
        wordsOf(`
          不低于 不少于 不小于 不短于 不应低于 不宜低于 不应少于 不宜少于 不应小于 不宜小于 不得低于 不得少于 不得小于 不能低于 不能少于 至少 至少是
          至少有 最低 最少 高于 多于 大于 超过 超出 超 突破 迈上 逾 过 满 达到 达 达成 保持在
          稳定在 维持在 力争达到 大于等于 大于或等于 大于或者等于 高于或等于 ≥ > >= ＞ ＞=
          ≧ 增至 增加至 增加到 增长至 增长到 提高至 提高到 提升至 提升到 上升至 上升到
          扩大至 扩大到 扩展至 扩展到 拓展至 拓展到 延长至 延长到
        `),
      ],
      [
        'increase',
        wordsOf(`
          增长 增加 提高 提升 上升 上浮 上涨 上调 扩大 递增 升高 增幅 增速 涨幅 翻
        `),
      ],
      [
        'decrease',
        wordsOf(`
          下降 降低 减少 减低 压缩 压减 缩短 缩减 下浮 下调 递减 精简 压降 降幅 减 降
        `),
      ],
      [
        '=',
        wordsOf(`
          为 等于 约 大约 约为 近
        `),
      ],
    ] as const
  ).flatMap(([comparison, words]) => words.map((word) => [word, comparison] as const)),
);
