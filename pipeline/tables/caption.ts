import { mayEntitleTable } from '../lexicon/column-heads.js';
import type { TextBlock } from '../model/outline.js';

const LONGEST_TITLE = 60;
/** What stands between a table's title and the table: 单位：万元, 填报单位：…, 2025年6月. */
const BETWEEN =
  /^(?:[（(]?(?:单位|填报单位|制表单位|填报时间|制表时间|截至)[:：]?|\d{4}年\d{1,2}月(?:\d{1,2}日)?$)/;
const MOST_BETWEEN = 2;
const LABELLED = /^(?:[一二三四五六七八九十]+、|[（(][一二三四五六七八九十\d]+[)）]|\d+[.、．])/;

/** Whether a block is the title of the table below it: 2025年重点任务分解表. */
export function isCaption(blocks: readonly TextBlock[], index: number): boolean {
  const block = blocks[index]!;
  if (block.kind === 'table' || block.passage.length > LONGEST_TITLE) return false;
  const words = block.passage.reading.replace(/\s+/g, '').replace(/[（(][^（()）]*[)）]$/, '');
  if (words.length < 4 || /[。；，：]/.test(words) || LABELLED.test(words)) return false;
  if (!mayEntitleTable(words)) return false;
  for (let below = index + 1; below <= index + 1 + MOST_BETWEEN; below++) {
    const next = blocks[below];
    if (next === undefined) return false;
    if (next.kind === 'table') return true;
    if (!BETWEEN.test(next.passage.reading.slice(0, LONGEST_TITLE).replace(/\s+/g, '')))
      return false;
  }
  return false;
}
