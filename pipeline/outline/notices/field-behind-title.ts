import type { TextBlock } from '../../model/outline.js';
import { docNumberOfLine } from '../head/doc-number.js';
import { endsTitle } from '../head/genre.js';
import { squeezed } from '../head/squeeze.js';

const DAY = String.raw`(?:19|20)\d{2}(?:-\d{1,2}-\d{1,2}|\/\d{1,2}\/\d{1,2}|年\d{1,2}月\d{1,2}日)`;
const FIELD = new RegExp(
  String.raw`(?:发布|颁布|公布|成文|印发|发文|更新)(?:时间|日期)[:：]\s*${DAY}(?:\s*\d{1,2}:\d{2}(?::\d{2})?)?`,
);
const LONGEST_TITLE = 160;

/**
 * `某署公告2008年第3号颁布时间:2008-02-01 为便于…`: a title with a page's day run on behind it, cut into title, day and what
 * follows. The block alone where it is none.
 */
export function withoutRunInField(block: TextBlock): TextBlock[] {
  if (block.table) return [block];
  const { passage } = block;
  const field = FIELD.exec(passage.reading.slice(0, LONGEST_TITLE + 40));
  if (!field) return [block];
  const title = squeezed(passage.reading.slice(0, field.index));
  if (/[。：；，]/.test(title) || !(endsTitle(title) || docNumberOfLine(title) !== null))
    return [block];
  const end = field.index + field[0].length;
  return [passage.slice(0, field.index), passage.slice(field.index, end), passage.slice(end)]
    .map((part) => ({ ...block, passage: part.trim() }))
    .filter((part) => part.passage.length > 0);
}
