import { readLabel } from '../labels/index.js';
import type { Attachment, BlockStretch, Blocks } from './document-head.js';
import { squeezed } from './squeeze.js';
import { readPrintedTitle } from './title.js';

/** `附件：1.…`, `附件1：…`, `附：…` above a signature: what is attached, listed; `（略）` for text left out. */
const LIST_START = /^(?:（略）)?附(?:件|表)?(?:\d{1,2}|[一二三四五六七八九十])?：\S/;
/** `附件`, `附件1`, `附件 2：`, on a line of its own: an attachment begins. */
const HEADING = /^附(?:件|表|录)(?:\d{1,2}|[一二三四五六七八九十]{1,2})?(?:[-－]\d)?：?$/;
/** `附件1：某某名单` below the signature: heading and title on one line. */
const HEADING_WITH_TITLE = /^附(?:件|表|录)(?:\d{1,2}|[一二三四五六七八九十]{1,2})?：(.{4,60})$/;
/** Lists are no longer; it also keeps the time linear where every line begins one. */
const MOST_LINES = 60;
const LONGEST_LINE = 120;
const LONGEST_TITLE = 60;

/** A list of attachments; `numbered` where it counts them: 附件：1.…. */
export interface AttachmentList extends BlockStretch {
  readonly numbered: boolean;
}

/** The list of attachments that begins at block `start`, over the lines that go on with it. */
export function readAttachmentList(blocks: Blocks, start: number): AttachmentList | null {
  const first = lineOf(blocks, start);
  if (first === null || !LIST_START.test(first)) return null;
  const numbered = /：\d[.．、]/.test(first);
  let end = start + 1;
  for (; end < Math.min(blocks.length, start + MOST_LINES); end++) {
    const line = lineOf(blocks, end);
    if (line === null || /。$/.test(line)) break;
    if (!LIST_START.test(line) && readLabel(line)?.kind !== 'digit') break;
  }
  return { start, end, numbered };
}

/** The attachment that begins at block `index`, with the title on its line or the next; else null. */
export function readAttachmentHeading(blocks: Blocks, index: number): Attachment | null {
  const line = lineOf(blocks, index);
  if (line === null || !line.startsWith('附')) return null;
  const titled = HEADING_WITH_TITLE.exec(line);
  if (titled) return { block: index, title: titled[1]! };
  if (!HEADING.test(line)) return null;
  const below = lineOf(blocks, index + 1);
  if (below === null || readLabel(below)) return { block: index, title: null };
  const title = readPrintedTitle(blocks, index + 1)?.title ?? below;
  const isTitle =
    title.length <= LONGEST_TITLE && /[一-龥]{4}/.test(title) && !/[。：；]/.test(title);
  return { block: index, title: isTitle ? title : null };
}

function lineOf(blocks: Blocks, index: number): string | null {
  const block = blocks[index];
  if (!block || block.kind === 'table' || block.passage.length > LONGEST_LINE) return null;
  return squeezed(block.passage.reading);
}
