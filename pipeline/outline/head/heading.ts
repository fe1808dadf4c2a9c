import type { NoticeHeading } from '../../model/outline.js';
import { datedTitle } from './date-line.js';
import type { Blocks } from './document-head.js';
import { squeezed, titleKey } from './squeeze.js';

const LABEL =
  /^(?:[\d一二三四五六七八九十百]{1,4}[.．、﹒]|（[\d一二三四五六七八九十百]{1,4}）|第[\d一二三四五六七八九十百]{1,4}[篇部]分?)/;
const MOST_BLOCKS = 16;

/** Number of blocks at a notice's start that its compendium's heading takes: label, title, date. */
export function headingLength(blocks: Blocks, heading: NoticeHeading): number {
  const key = titleKey(heading.title);
  let text = '';
  for (let index = 0; index < Math.min(blocks.length, MOST_BLOCKS); index++) {
    if (blocks[index]!.kind === 'table') return index;
    const next = text + squeezed(blocks[index]!.passage.reading);
    const own = titleKey(next.replace(LABEL, ''));
    if (!own.startsWith(key) && !key.startsWith(own)) return index;
    text = next;
    if (own.length >= key.length && (heading.date === null || datedTitle(text))) return index + 1;
  }
  return text === '' ? 0 : Math.min(blocks.length, MOST_BLOCKS);
}
