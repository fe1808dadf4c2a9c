import type { Passage } from '../../model/passage.js';
import { Passage as PassageClass } from '../../model/passage.js';
import { readLabel } from '../labels/index.js';
import { dateOfLine } from './date-line.js';
import { docNumberOfLine } from './doc-number.js';
import type { Blocks } from './document-head.js';
import { isFrameNote } from './frame-notes.js';
import { genreOf } from './genre.js';
import { type PrintedLine, printedLines } from './lines.js';
import { squeezed } from './squeeze.js';

/** A title that stands over some lines. */
export interface PrintedTitle {
  readonly title: string;
  readonly passage: Passage;
  /** First block, and one past the last; a draft mark below the title is within. */
  readonly start: number;
  readonly end: number;
  /** 征求意见稿 and the like on a line of its own. */
  readonly draftMark: string;
}

const MOST_LINES = 6;
const LONGEST_LINE = 90;
const DRAFT_MARK =
  /^[（(]?(?:征求意见稿|公开征求意见稿|送审稿|草案|草案送审稿|讨论稿|审议稿|代拟稿|初稿)[）)]?$/;
const TITLE_BRACKET = /^[（(][^（()）。]{2,20}[）)]$/;
/** Marks of sentences, and heads of table columns, end the search. */
const NO_TITLE = /[。；！？]|：$|^(?:序号|附件|附表|目录)|责任单位|联系人|^[\d\s]+$/;

/**
 * The title that begins at block `start`: short lines, one below the other, that together end in a
 * genre. null where the lines there are none.
 */
export function readPrintedTitle(blocks: Blocks, start: number): PrintedTitle | null {
  const lines: PrintedLine[] = [];
  let text = '';
  let complete = 0;
  let mark = '';
  for (let index = start; index < blocks.length && lines.length < MOST_LINES; index++) {
    const block = blocks[index]!;
    if (block.kind === 'table') break;
    const own = printedLines(block, index);
    const open = own.findIndex((line) => !mayBeTitle(line.text) || DRAFT_MARK.test(line.text));
    const taken = open < 0 ? own : own.slice(0, open);
    if (complete > 0 && !taken.every((line) => TITLE_BRACKET.test(line.text))) break;
    if (lines.length === 0 && taken[0] && TITLE_BRACKET.test(taken[0].text)) return null;
    for (const line of taken) {
      lines.push(line);
      text += line.text;
      if (genreOf(text)) complete = lines.length;
    }
    if (open < 0) continue;
    if (taken.length > 0 && DRAFT_MARK.test(own[open]!.text)) mark = own[open]!.text;
    break;
  }
  return complete > 0 ? printedTitle(blocks, lines.slice(0, complete), mark) : null;
}

/** Lines above a title that are looked past: where a page stands, who put it there. */
const MOST_LINES_ABOVE = 12;
const LONGEST_LINE_ABOVE = 60;
const TABLE_HEAD = /序号|责任单位|联系人|牵头单位|完成时限/;

/**
 * The title at block `start` or below a few short lines; a heading of the highest level is one even
 * where it ends in no genre. null where running text, a label or a table comes first.
 */
export function findPrintedTitle(blocks: Blocks, start: number): PrintedTitle | null {
  for (let index = start; index < Math.min(blocks.length, start + MOST_LINES_ABOVE); index++) {
    const block = blocks[index]!;
    if (block.kind === 'table') return null;
    const printed = readPrintedTitle(blocks, index);
    if (printed) return printed;
    const line = squeezed(block.passage.reading.slice(0, LONGEST_LINE_ABOVE + 1));
    if (block.kind === 'heading' && block.level === 1 && isHeadingTitle(line)) {
      return printedTitle(blocks, printedLines(block, index), '');
    }
    const isShort = block.passage.length <= LONGEST_LINE_ABOVE;
    if (!isShort || /[。；]|：$/.test(line) || TABLE_HEAD.test(line) || readLabel(line))
      return null;
  }
  return null;
}

function isHeadingTitle(line: string): boolean {
  return line.length >= 6 && line.length <= LONGEST_LINE_ABOVE && mayBeTitle(line);
}

function mayBeTitle(text: string): boolean {
  return (
    text.length <= LONGEST_LINE &&
    !NO_TITLE.test(text) &&
    dateOfLine(text) === null &&
    docNumberOfLine(text) === null &&
    !isFrameNote(text) &&
    (readLabel(text) === null || /^第[一二三四五六七八九十]+[届次批]/.test(text))
  );
}

/** `mark` is a draft mark in the title's last block; one may stand in the block below instead. */
function printedTitle(blocks: Blocks, lines: readonly PrintedLine[], mark: string): PrintedTitle {
  const passages = lines.map((line) => line.passage);
  const passage = PassageClass.concat(passages[0]!.source, passages);
  const last = lines.at(-1)!.block;
  const below = blocks[last + 1];
  const text = below && below.kind !== 'table' ? squeezed(below.passage.reading.slice(0, 40)) : '';
  const isMarked = mark === '' && below !== undefined && DRAFT_MARK.test(text);
  return {
    title: squeezed(passage.text),
    passage,
    start: lines[0]!.block,
    end: last + 1 + (isMarked ? 1 : 0),
    draftMark: isMarked ? text : mark,
  };
}
