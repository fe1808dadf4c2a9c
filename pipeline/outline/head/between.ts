import { readLabel } from '../labels/index.js';
import { docNumberOfLine } from './doc-number.js';
import type { Blocks } from './document-head.js';
import { readRecipients } from './recipients.js';
import { squeezed } from './squeeze.js';

const LONGEST = 30;
const MOST_BELOW = 3;

/** Whether a short line stands between a title and its number, or whom it goes to: `文件有效性 有效`. */
export function isBetween(blocks: Blocks, index: number, line: string): boolean {
  if (line.length > LONGEST || /[。；：]$/.test(line) || readLabel(line) !== null) return false;
  for (let at = index + 1; at <= Math.min(blocks.length - 1, index + MOST_BELOW); at++) {
    const { kind, passage } = blocks[at]!;
    if (kind === 'table') return false;
    if (docNumberOfLine(squeezed(passage.reading)) !== null) return true;
    if (readRecipients(blocks, at)?.alone === true) return true;
  }
  return false;
}

/** `站内搜索：` above everything: a label of the page without a value. */
export const isEmptyLabel = (line: string): boolean => /^[\u4e00-\u9fff]{2,6}：$/.test(line);
