import type { FlowBlock, FlowTable } from './flow-block.js';
import { acrossSeam } from './table-seam.js';

/** What may stand between the pieces of a table that pages cut. */
const BETWEEN = /^(?:备注|注|说明|续表|（?续|附表)/;
const LONGEST_BETWEEN = 120;
const MOST_BETWEEN = 2;

/**
 * The blocks with tables joined that were cut where they were pasted from pages: the same columns
 * under the same heads, or no heads and nothing between. What stands between comes below.
 */
export function withJoinedTables(blocks: readonly FlowBlock[]): FlowBlock[] {
  const joined: FlowBlock[] = [];
  let last = -1;
  for (const block of blocks) {
    const upper = last < 0 ? null : joined[last]!.table;
    if (block.table && upper) {
      const table = goesOn(upper, block.table, joined.length - last - 1);
      if (table) {
        joined[last] = { ...joined[last]!, table };
        continue;
      }
    }
    if (block.table) last = joined.length;
    else if (last >= 0 && !mayStandBetween(block, joined.length - last)) last = -1;
    joined.push(block);
  }
  return joined;
}

function mayStandBetween(block: FlowBlock, count: number): boolean {
  const words = block.lines.map((line) => line.text).join('');
  return count <= MOST_BETWEEN && words.length <= LONGEST_BETWEEN && BETWEEN.test(words);
}

/** Both as one table, null where the lower is one of its own. */
function goesOn(upper: FlowTable, lower: FlowTable, between: number): FlowTable | null {
  if (upper.columns !== lower.columns || upper.header_rows === 0) return null;
  const sameHead = lower.header_rows === upper.header_rows && headOf(lower) === headOf(upper);
  if (!sameHead && (lower.header_rows > 0 || between > 0)) return null;
  const shift = upper.rows - lower.header_rows;
  const body = lower.cells
    .filter((cell) => cell.row >= lower.header_rows)
    .map((cell) => ({ ...cell, row: cell.row + shift }));
  const seam = acrossSeam(upper.cells, body, upper.rows);
  return { ...upper, rows: upper.rows + lower.rows - lower.header_rows, cells: seam };
}

const headOf = (table: FlowTable): string =>
  table.cells
    .filter((cell) => cell.row < table.header_rows)
    .map((cell) => `${cell.row},${cell.column}:${cell.text.replace(/\s+/g, '')}`)
    .join('\t');
