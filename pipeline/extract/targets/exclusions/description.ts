import type { Mention } from '../mention.js';

const PAST =
  /(?:^|[，。；、])(?:截至|截止|目前|去年|上年|过去|近年|[今本]年以来|前[一二三四]季度)|已(?!建成[^，。；]*力争)[^，。；]{0,14}$|累计已/;
const EXISTING = /(?:等|现有|原有|上述|以上|列入[^，。；]{0,14}|“十四五”规划)$/;

/** Counts of what there is: 已建成5个, 截至2022年底, 甲、乙、丙等9个地区. */
export function isDescription({ before, quantity, sentenceBefore }: Mention): boolean {
  if (EXISTING.test(before) && quantity.op === null) return true;
  return (
    PAST.test(sentenceBefore.slice(-70)) &&
    !/(?:力争|确保|争取|到20\d\d年|目标)/.test(sentenceBefore.slice(-70))
  );
}
