/** 2025年3月底前, 2023年底前, 2026年前; 到2027年, 至2023年底. */
const DUE =
  /(?:(?:到|(?<!截)至)\s?((?:19|20)\d{2})\s?年|(?<!\d)((?:19|20)\d{2})\s?年\s?(?:\d{1,2}\s?月份?\s?(?:\d{1,2}\s?日|底|末)?|底|末)?\s?(?:之前|以前|前))(?![^，。；]{0,6}(?:已|的))/g;

/** 本措施自2025年8月1日起施行，有效期至: what comes next says when the paper itself ends. */
const VALIDITY =
  /(?:有效(?:期限?|时间)(?:[为是暂定截]|延续|延长|\d年|[一二三四五]年|[，,])*|[本该此](?:项|条)?(?:政策措施|措施|政策|办法|细则|规定|意见|方案|通知|文件)[^，。；]{0,8}(?:有效|执行|施行|实施)|起(?:正式)?(?:施行|实施|执行|生效)[，,]?(?:执行|实施|施行|有效)?|有效)$/;
const LONGEST_VALIDITY = 40;

/**
 * The earliest year by which a text wants something done (`2025年3月底前`, `到2027年`); null where it
 * sets no such day. A document that bears no date speaks in that year: what it sets first is due
 * soon after it was written, what it sets last may be years away. The day on which the document itself
 * expires sets nothing.
 */
export function firstDueYear(text: string): number | null {
  let first: number | null = null;
  for (const match of text.matchAll(DUE)) {
    const words = text.slice(Math.max(0, match.index - LONGEST_VALIDITY), match.index);
    if (VALIDITY.test(words.replace(/\s/g, ''))) continue;
    const year = Number(match[1] ?? match[2]);
    if (first === null || year < first) first = year;
  }
  return first;
}
