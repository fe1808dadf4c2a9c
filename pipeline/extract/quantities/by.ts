import type { Mention } from './frame.js';

/** What a target's date is told from. */
export interface TargetContext {
  /** The year of the document's title, else of its issue. */
  readonly documentYear: number | null;
  /** ISO date by which what stands at a position of the passage is to be reached, else null. */
  readonly dateGoverning?: (position: number) => string | null;
}

/** 两年内 is a length of time, no year. */
const THIS_YEAR = /全年|(?<![\d一二两三四五六七八九十半几数多])年内|本年度|今年/;

/** 建议2025年全县经济发展的目标为：…: the year whose aims are told. */
const AIMS_OF = /(20\d\d)年[^，。；：\d]{0,24}目标(?:任务)?(?:如下|为|是)?[：:]/;

/** By when a mention's number is to be reached; null where nothing says so. */
export function byOf(mention: Mention, context: TargetContext): string | null {
  const sentence = mention.sentenceBefore + mention.clauseBefore;
  // 今年主要预期目标是：…: its own words stand above a date before the sentence.
  if (context.documentYear !== null && /今年/.test(sentence) && !/20\d\d年|月/.test(sentence))
    return `${context.documentYear}-12-31`;
  const governing = context.dateGoverning?.(mention.quantity.start) ?? null;
  if (governing !== null) return governing;
  const aims = AIMS_OF.exec(sentence)?.[1];
  if (aims !== undefined && !(context.documentYear !== null && Number(aims) < context.documentYear))
    return `${aims}-12-31`;
  if (context.documentYear === null) return null;
  return THIS_YEAR.test(sentence) ? `${context.documentYear}-12-31` : null;
}
