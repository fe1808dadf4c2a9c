import { readLabel } from '../labels/index.js';
import { dateOfLine } from './date-line.js';
import { docNumberOfLine } from './doc-number.js';
import type { Blocks } from './document-head.js';
import { isSureTitle } from './menu.js';
import { readRecipients } from './recipients.js';
import { squeezed, titleKey } from './squeeze.js';
import { readPrintedTitle } from './title.js';

const LONGEST_LEAD = 600;
const LONGEST_BETWEEN = 60;
const MOST_BETWEEN = 4;
const TELLS_OF_PAPER = /印发|发布|出台|公布|下发|转发|推出|全文/;
const SHORTEST_NAME = 8;

/**
 * Index of the block at which a paper begins behind a news item's first words that say it has come out: `某省近日印发《X》，
 * 明确…。` and below it X's own head. null where the block at `from` is no such lead.
 */
export function behindLead(blocks: Blocks, from: number): number | null {
  const lead = blocks[from];
  if (!lead || lead.kind === 'table' || lead.passage.length > LONGEST_LEAD) return null;
  const words = lead.passage.reading;
  if (!/[。：]\s*$/.test(words) || !TELLS_OF_PAPER.test(words)) return null;
  for (let at = from + 1; at <= from + 1 + MOST_BETWEEN && at < blocks.length; at++) {
    if (blocks[at]!.kind === 'table') return null;
    const title = readPrintedTitle(blocks, at);
    if (title && (hasHeadBelow(blocks, title.end) || isNamedIn(words, title.title))) return at;
    if (title?.docNumber) return at;
    if (blocks[at]!.passage.length > LONGEST_BETWEEN) return null;
  }
  return null;
}

const MOST_ABOVE = 40;
const LONGEST_ABOVE = 1500;

/**
 * Index of the block at which a head begins that is one for certain, whatever short text a page has above it: `…关于…的通知` with a
 * number or recipients right below. null where an item, a table or another letter's frame comes first.
 */
export function sureHeadBelow(blocks: Blocks, from: number): number | null {
  let length = 0;
  for (let at = from; at < Math.min(blocks.length, from + MOST_ABOVE); at++) {
    const { kind, passage } = blocks[at]!;
    if (kind === 'table' || length > LONGEST_ABOVE) return null;
    const title = readPrintedTitle(blocks, at);
    if (title && isSureTitle(title.title) && (title.docNumber || hasHeadBelow(blocks, title.end)))
      return title.start;
    const line = squeezed(passage.reading.slice(0, LONGEST_LEAD));
    if (readLabel(line) !== null || dateOfLine(line) !== null) return null;
    if (readRecipients(blocks, at)?.alone || /^附件/.test(line)) return null;
    length += passage.length;
  }
  return null;
}

/** Whether a number, or whom the letter goes to, stands right below a title. */
function hasHeadBelow(blocks: Blocks, below: number): boolean {
  const block = blocks[below];
  if (!block || block.kind === 'table') return false;
  return (
    docNumberOfLine(squeezed(block.passage.reading)) !== null ||
    readRecipients(blocks, below)?.alone === true
  );
}

/** Whether a lead names a title, whatever marks it is quoted with. */
function isNamedIn(lead: string, title: string): boolean {
  const name = titleKey(title);
  return name.length >= SHORTEST_NAME && titleKey(lead).includes(name);
}
