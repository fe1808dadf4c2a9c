import { bodyLabelAtEnd } from '../../lexicon/responsibility.js';
import type { Blocks } from './document-head.js';

/** Characters before a colon or bracket in which a label of bodies stands. */
const LOOKED_BACK = 24;
const LONGEST_HEAD = 16;

/** Whether a text makes bodies responsible: `牵头单位：…`, `（市教育局负责）`, a column of 责任单位. */
export function makesResponsible(blocks: Blocks): boolean {
  return blocks.some(({ passage, table }) =>
    table
      ? table.cells.some(
          (cell) => cell.passage.length <= LONGEST_HEAD && isLabel(cell.passage.reading.trim()),
        )
      : hasClause(passage.reading),
  );
}

function hasClause(reading: string): boolean {
  for (let at = reading.search(/[：）]/); at >= 0; at = next(reading, at)) {
    const before = reading.slice(Math.max(0, at - LOOKED_BACK), at);
    if (reading[at] === '）' ? !before.includes('（') : false) continue;
    if (isLabel(before)) return true;
  }
  return false;
}

function next(reading: string, at: number): number {
  const found = reading.slice(at + 1).search(/[：）]/);
  return found < 0 ? -1 : at + 1 + found;
}

const isLabel = (words: string): boolean => bodyLabelAtEnd(words) !== null;
