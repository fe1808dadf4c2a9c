import type { TextBlock } from '../../model/outline.js';
import type { Passage } from '../../model/passage.js';
import { squeezed } from './squeeze.js';

/** A printed line of a block: cleaning may have joined a number or a name to its neighbours. */
export interface PrintedLine {
  /** Index of its block. */
  readonly block: number;
  readonly passage: Passage;
  /** Its reading without white space. */
  readonly text: string;
}

/** Blocks longer than this are running text: their lines are of no interest here. */
const LONGEST_BROKEN_BLOCK = 3000;

/** The printed lines of one block; a table or a long paragraph gives itself as one line. */
export function printedLines(block: TextBlock, index: number): PrintedLine[] {
  const { passage } = block;
  if (passage.length === 0) return [];
  const isUnbroken = block.kind === 'table' || passage.length > LONGEST_BROKEN_BLOCK;
  if (isUnbroken || !passage.raw().includes('\n')) return wholeLine(block, index);
  const lines: PrintedLine[] = [];
  let start = 0;
  for (let i = 1; i <= passage.length; i++) {
    if (i < passage.length && !breaksBefore(passage, i)) continue;
    const line = passage.slice(start, i);
    const text = squeezed(line.reading);
    if (text !== '') lines.push({ block: index, passage: line, text });
    start = i;
  }
  return lines;
}

function wholeLine(block: TextBlock, index: number): PrintedLine[] {
  const text = squeezed(block.passage.reading);
  return text === '' ? [] : [{ block: index, passage: block.passage, text }];
}

function breaksBefore(passage: Passage, position: number): boolean {
  if (passage.text.charAt(position - 1) === '\n') return true;
  const from = passage.sourceOffset(position - 1);
  const to = passage.sourceOffset(position);
  return to > from + 1 && passage.source.text.slice(from + 1, to).includes('\n');
}
