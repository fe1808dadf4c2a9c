import { USUAL_LABEL } from '../../lexicon/responsibility.js';
import { isPageFurniture } from '../../model/page-furniture.js';
import { widthNormalized } from '../../model/width.js';
import { isCaption } from '../../tables/caption.js';
import { readLabel } from '../labels/index.js';
import type { Blocks } from './document-head.js';
import { endsTitle } from './genre.js';
import { printedLines } from './lines.js';
import { sureTitleBelow } from './menu.js';
import { NEWS_BYLINE } from './nature-signs.js';
import {
  holdsAddress,
  holdsPageWord,
  isColumn,
  isMeasured,
  isMenuRow,
  isRowByShape,
} from './page-shape.js';
import { readRecipients } from './recipients.js';
import { squeezed } from './squeeze.js';
import { type PrintedTitle, printedTitle } from './title.js';
import { PageLines } from './web-properties.js';

const SHORTEST = 6;
const LONGEST = 80;
const FEWEST_HAN = 4;
const LONGEST_COUNTED = 60;
const LONGEST_HEADLINE = 45;
const LONGEST_FIELD = 400;
const MOST_OF_MENU = 15;
/** `停水公告`: a column of the page. */
const LONGEST_COLUMN = 6;
const SHORTEST_PARAGRAPH = 30;
/** Heads of a table of work. */
export const TABLE_HEAD = new RegExp(`序号|${USUAL_LABEL}|联系人|完成时限`);
/** Headings that tools put above the text of a notice. */
export const SECTION_OF_PAGE =
  /^(?:政策|文件)?(?:全文|正文|原文|内容|文档)(?:内容)?$|^(?:基本|文件|元)信息$|^文档[：:]/;
/** How a sentence begins, whatever its line ends in. */
const BEGINS_SENTENCE = /^(?:为|根据|按照|依据|现将|现就|经|近日|日前|附件|《)/;
/** `某某日报 2023-02-22`: who printed it, and when. */
const BYLINE =
  /^[\u4e00-\u9fff]{2,12}(?:19|20)\d{2}[-年/.]\d{1,2}[-月/.]\d{1,2}日?(?:\d{1,2}[：:]\d{2}.{0,12})?$/;

/**
 * A title that ends in no word for its kind: a heading of the page, a line with its fields below, or the first line of a text
 * (`isFirst`) whose first paragraph stands below it.
 */
export function unnamedTitle(blocks: Blocks, at: number, isFirst: boolean): PrintedTitle | null {
  const block = blocks[at]!;
  const whole = () => printedTitle(blocks, printedLines(block, at), '', null);
  if (isCaption(blocks, at)) return whole();
  const line = squeezed(block.passage.reading);
  if (line.length < SHORTEST || line.length > LONGEST || /[。；：]$/.test(line)) return null;
  if (TABLE_HEAD.test(line) || readLabel(line) || SECTION_OF_PAGE.test(line)) return null;
  if ((line.match(/[\u4e00-\u9fff]/g)?.length ?? 0) < FEWEST_HAN) return null;
  if (isMeasured(line) || holdsPageWord(block.passage.raw())) return null;
  if (holdsAddress(line) || isColumn(line) || isMenuRow(block.passage.raw())) return null;
  const recipients = readRecipients(blocks, at);
  if (recipients && (recipients.alone || recipients.end > at + 1 || !isFirst)) return null;
  if (block.kind === 'heading' && (block.level ?? 1) <= 2) return whole();
  if (sureTitleBelow(blocks, at) !== null) return null;
  const opens = isFirst && (opensCount(blocks, at) || opensText(blocks, at));
  return opens || hasFieldsBelow(blocks, at) ? whole() : null;
}

/** A first line that is short and no sentence, with 一、 or 第一章 below it. */
function opensCount(blocks: Blocks, at: number): boolean {
  const below = blocks[at + 1];
  if (!below || below.kind === 'table') return false;
  const label = readLabel(below.passage.reading.trim());
  const line = squeezed(blocks[at]!.passage.reading);
  return label?.value === 1 && line.length <= LONGEST_COUNTED && !/[；：]/.test(line);
}

/** A first line without marks of sentences above a paragraph, or above a line that says who printed it and when. */
function opensText(blocks: Blocks, at: number): boolean {
  const line = squeezed(blocks[at]!.passage.reading);
  const below = blocks[at + 1];
  if (line.length > LONGEST_HEADLINE || /[。；，]/.test(line) || BEGINS_SENTENCE.test(line))
    return false;
  if (new PageLines().take(line) || /^[^：]{1,4}：/.test(line)) return false;
  if (!/[\u4e00-\u9fff]{4}/.test(line) || !below || below.kind === 'table') return false;
  const words = below.passage.reading.trim();
  if (/[！？]/.test(line) && endsTitle(squeezed(words))) return false;
  const second = blocks[at + 2]?.passage.reading.trim() ?? '';
  if (NEWS_BYLINE.test(words)) return true;
  if (words.length <= LONGEST_HEADLINE && !/[。；]$/.test(words) && NEWS_BYLINE.test(second))
    return true;
  if (BYLINE.test(squeezed(words.slice(0, LONGEST_HEADLINE)))) return true;
  return words.length >= SHORTEST_PARAGRAPH && /[。：]$/.test(words) && readLabel(words) === null;
}

/** `紧急通知` above `关于…的通知`: the word alone, which a page puts above a title. */
const KIND_ALONE = /^(?:紧急|重要|最新)?(?:通知|通告|公告|提示|提醒)$/;

/**
 * Whether a line further down is the title for certain, as the page's fields stand right below it, where the words at `from` have none
 * below them: `人水和谐 ⏎ 新闻公告 ⏎ 关于对某镇的停水通知 ⏎ 发布时间：…`.
 */
export function titledFurtherDown(blocks: Blocks, from: number, end: number): boolean {
  const below = blocks[end]?.passage.reading.slice(0, 2);
  if (KIND_ALONE.test(squeezed(blocks[from]!.passage.reading)) && below === '关于') return true;
  const isNamed = squeezed(blocks[from]!.passage.reading).length > LONGEST_COLUMN;
  if (isNamed && hasFieldsBelow(blocks, end - 1)) return false;
  for (let at = from + 1; at < Math.min(blocks.length, from + MOST_OF_MENU); at++) {
    const { kind, passage } = blocks[at]!;
    const line = squeezed(passage.reading.slice(0, LONGEST + 1));
    if (kind === 'table' || line.length > LONGEST || /[。；：]$/.test(line)) return false;
    if (at >= end && /^关于/.test(line) && endsTitle(line) && hasFieldsBelow(blocks, at))
      return true;
  }
  return false;
}

function hasFieldsBelow(blocks: Blocks, at: number): boolean {
  const below = blocks[at + 1];
  if (!below || below.kind === 'table' || below.passage.length > LONGEST_FIELD) return false;
  const raw = widthNormalized(below.passage.raw());
  return isPageFurniture(raw) || isRowByShape(raw) || new PageLines().take(raw);
}
