import { bodyLabelAtEnd } from '../../lexicon/responsibility.js';
import type { Blocks } from './document-head.js';

/** Characters before a colon or bracket in which a label of bodies stands. */
const LOOKED_BACK = 24;
/** Characters that a clause in brackets may have. */
const LONGEST_CLAUSE = 400;
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
    if (isLabel(before) && (reading[at] === '：' || isInBracket(reading, at))) return true;
  }
  return false;
}

/** Whether the mark at `close` ends a bracket that holds no whole sentence. */
function isInBracket(reading: string, close: number): boolean {
  const inner = reading.slice(Math.max(0, close - LONGEST_CLAUSE), close);
  const open = inner.lastIndexOf('（');
  return open >= 0 && !inner.slice(open).includes('。');
}

function next(reading: string, at: number): number {
  const found = reading.slice(at + 1).search(/[：）]/);
  return found < 0 ? -1 : at + 1 + found;
}

const isLabel = (words: string): boolean => bodyLabelAtEnd(words) !== null;
