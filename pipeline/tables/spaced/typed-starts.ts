import type { SpacedHead } from './header.js';
import type { CellLine } from './pieces.js';

const NUMBER = /^\d{1,4}$/;

/**
 * The lines that begin the rows of a table somebody typed: those with a number, where each has more cells
 * than the lines below it, which only go on. Null where rows are not typed so.
 */
export function typedStarts(
  heads: readonly SpacedHead[],
  lines: readonly CellLine[],
): number[] | null {
  const number = heads.findIndex(({ kind }) => kind === 'number');
  if (number < 0 || !NUMBER.test(lines[0]?.[number] ?? '')) return null;
  const starts: number[] = [];
  let least = Number.POSITIVE_INFINITY;
  let most = 0;
  for (const [at, line] of lines.entries()) {
    const cells = line.filter((cell) => cell !== null).length;
    const words = line[number] ?? null;
    // Without a number in the column of numbers: a group's row.
    if (words !== null && !NUMBER.test(words)) return null;
    if (words === null) most = Math.max(most, cells);
    else {
      starts.push(at);
      least = Math.min(least, cells);
    }
  }
  return least > most ? starts : null;
}
