import { readLabel } from '../labels/index.js';
import { looksLikeBody } from './body-names.js';
import type { Blocks } from './document-head.js';
import { squeezed } from './squeeze.js';
import { type PrintedTitle, readPrintedTitle } from './title.js';

/** `某局关于…的通知`, `…印发…的通知（2019修订）`: no line of a menu is called so. */
const SURE =
  /(?:关于|印发|转发|批转).{4,}的(?:紧急|补充|联合|若干|指导|实施)?(?:通知|意见|通告|公告|公示|决定|函|批复|报告|请示|通报|答复|回复|复函|措施|规定)(?:[（(][^（()）]{2,20}[)）])?$/;
const SENTENCE = /[。；]$/;
const MOST_LINES = 60;
const LONGEST_LINE = 160;

/** Whether a title is one for certain, whatever stands above it. */
export const isSureTitle = (title: string): boolean => SURE.test(title);

/**
 * The first title from below block `from` on that is sure, with short lines of a page's menu alone above it; null where a
 * sentence, an item or a table comes first.
 */
export function sureTitleBelow(blocks: Blocks, from: number): PrintedTitle | null {
  for (let at = from; at < Math.min(blocks.length, from + MOST_LINES); at++) {
    const { kind, passage } = blocks[at]!;
    if (kind === 'table' || passage.length > LONGEST_LINE) return null;
    const words = squeezed(passage.reading);
    if (SENTENCE.test(words) || readLabel(words) !== null) return null;
    const printed = at > from ? readPrintedTitle(blocks, at) : null;
    if (printed && isSureTitle(printed.title)) return printed;
  }
  return null;
}

/** Lines below a title in which it may stand once more. */
const MOST_BELOW = 6;
const SHORTEST_TITLE = 10;

/** `某网 法规首页 某市关于…的通知` above `某市关于…的通知`: a row of the page that ends in the title of what it shows. */
export function endsInTitleBelow(blocks: Blocks, { title, end }: PrintedTitle): boolean {
  for (let at = end; at < Math.min(blocks.length, end + MOST_BELOW); at++) {
    const { kind, passage } = blocks[at]!;
    if (kind === 'table' || passage.length > LONGEST_LINE) return false;
    const words = squeezed(passage.reading);
    if (words.length < SHORTEST_TITLE || words.length >= title.length) continue;
    const row = title.slice(0, -words.length);
    if (title.endsWith(words) && isSureTitle(words) && !looksLikeBody(row)) return true;
  }
  return false;
}
