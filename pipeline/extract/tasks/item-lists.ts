import type { Section } from '../../outline/sections/index.js';
import { DEFINITION } from '../../outline/sections/vocabulary.js';

/** `专利权有下列情形之一…，可以暂不纳入清单：`, `应当符合下列条件：`, `提交以下材料：`. */
const CONDITION_LEAD =
  /(?:有|存在|发生|出现|属于|符合|具备|满足|达到|提交|提供|出具|递交|携带)[^，。；：、]{0,10}(?:下列|以下|如下)[^，。；：、]{0,10}(?:情形|情况|条件|材料|资料|证件|行为)/;
/** What is asked of somebody at the lead-in's end makes work of the items: `…，严禁以下行为：`. */
const WORK_LEAD =
  /不得|严禁|禁止|杜绝|重点|着力|以下(?:工作|任务|措施|举措|方面)[^，。；：]{0,6}[：:]$/;
/** `…是指…，具体包括：`. */
const MEANING_LEAD =
  /(?:包括|包含|分为)(?:[^，。；：、]{0,10}(?:下列|以下|如下)[^，。；：]{0,10})?[：:]$/;
/** `存在权属纠纷的；`, but not `明确目的；` */
const CONDITION_ITEM = /(?<!目)的[；;。，,、]?(?:或者?|以及|并且)?$/;
/** So many say without a lead-in that they are conditions. */
const FEWEST_CONDITION_ITEMS = 2;
const LONGEST_SENTENCE = 200;

/** What numbered items are where they are no tasks. */
export type ItemList = 'conditions' | 'meanings';

/**
 * What the items of a section list where they only say in which case its own sentence holds or
 * what its word means: `有下列情形之一的，…：1.存在权属纠纷的；`, `X是指…，具体包括：1.转让；`.
 * null where they say something to do, or some are divided further.
 */
export function itemListOf({ children, item, passages, tables }: Section): ItemList | null {
  if (children.length < 2 || tables.length > 0) return null;
  if (children.some((child) => child.children.length > 0 || child.tables.length > 0)) return null;
  const lead = passages.length > 0 ? item.reading.slice(item.breaks.at(-1) ?? 0) : '';
  return readItemList(
    lead,
    children.map((child) => child.passages[0]?.reading ?? ''),
  );
}

/**
 * The same of a paragraph that leads in and of the first paragraph of each item, without label.
 */
export function readItemList(lead: string, items: readonly string[]): ItemList | null {
  if (/[：:]$/.test(lead)) {
    const sentence = lastSentence(lead);
    if (WORK_LEAD.test(sentence)) return null;
    if (MEANING_LEAD.test(sentence) && DEFINITION.test(sentence)) return 'meanings';
    if (CONDITION_LEAD.test(sentence)) return 'conditions';
  }
  // The last item is often the rest: `其他法律法规禁止的情形。`
  const telling = items.slice(0, -1);
  return telling.length >= FEWEST_CONDITION_ITEMS &&
    telling.every((item) => CONDITION_ITEM.test(item))
    ? 'conditions'
    : null;
}

function lastSentence(lead: string): string {
  const end = lead.slice(-LONGEST_SENTENCE);
  return end.slice(end.search(/[^。；！？]*$/));
}
