import type { Section } from '../../outline/sections/index.js';
import { clausesOf } from '../units/index.js';
import { NOTHING_ABOVE } from './above.js';
import { type ParagraphReading, readParagraphs } from './plain-paragraph.js';
import type { WalkState } from './walk-state.js';

const CLOSING_WORDS =
  /^(?:(?:全[省市县区])?各(?:地|级|部门|单位|县|区|市|有关|相关|乡|镇|街道|委办|责任)|本(?:方案|意见|措施|通知|办法|政策|行动|计划|规定|实施|工作|若干)|以上|上述|特此|附[：:]|[^，。]{0,14}自[^，。]{2,20}(?:起|日)(?:施行|执行|实施))/;

/**
 * The last section below one, without the paragraphs that close the notice (`各地各部门要…`,
 * `本方案自…起施行`): where each of its siblings has one paragraph, those stand outside any item.
 */
export function withoutClosing(
  { children }: Section,
  state: WalkState,
): { readonly last: Section; readonly closing: ParagraphReading } {
  const last = children.at(-1)!;
  const end = endOfItem(last, children.slice(0, -1));
  if (end < 1) return { last, closing: { tasks: [], unassigned: [] } };
  const closing = readParagraphs(last.item.paragraphs().slice(end), NOTHING_ABOVE, state);
  return { last: last.upTo(end), closing };
}

/** Number of the paragraph behind an item's own ones; -1 where all are its own. */
function endOfItem({ item, children }: Section, siblings: readonly Section[]): number {
  const { breaks, reading } = item;
  if (children.length > 0 || breaks.length === 0) return -1;
  const lastClause = clausesOf(item).at(-1);
  if (lastClause) {
    const behind = breaks.findIndex((offset) => offset >= lastClause.end);
    return behind < 0 ? -1 : behind + 1;
  }
  const usual = Math.max(1, ...siblings.map((sibling) => sibling.passages.length));
  const least = siblings.length > 0 ? usual : 2;
  const found = breaks.findIndex(
    (offset, index) =>
      index + 1 >= least &&
      CLOSING_WORDS.test(reading.slice(offset, offset + 40)) &&
      /[。）]/.test(reading[offset - 1]!),
  );
  return found < 0 ? -1 : found + 1;
}
