import type { Fragment } from './fragment.js';

/** The lines of a continued row that only repeat its cells, and those that go on with it. */
export interface ContinuedLines {
  readonly repeated: readonly Fragment[];
  readonly rest: readonly Fragment[];
  /** Columns whose cells are repeated whole, so that nothing can follow in them. */
  readonly closed: ReadonlySet<number>;
}

/**
 * Sets apart the cells that a continued page repeats. Cells are told by their words, however they
 * are broken: from the first column on, and from the last column back.
 */
export function withoutRepeats(
  lines: readonly Fragment[],
  cells: readonly (readonly Fragment[])[],
): ContinuedLines {
  const words = cells.map((cell) => cell.map(({ text }) => text).join(''));
  const closed = new Set<number>();
  let from = 0;
  let to = lines.length;
  for (const [column, cell] of words.entries()) {
    const after = cell === '' ? null : afterRepeat(lines, from, to, cell);
    if (after === null) continue;
    from = after;
    closed.add(column);
  }
  for (let column = words.length - 1; column >= 0; column--) {
    const cell = words[column]!;
    const before = cell === '' ? null : beforeRepeat(lines, from, to, cell);
    if (before === null) continue;
    to = before;
    closed.add(column);
  }
  return {
    repeated: [...lines.slice(0, from), ...lines.slice(to)],
    rest: lines.slice(from, to),
    closed,
  };
}

/** Index after the lines from `from` on that give exactly these words; null if they do not. */
function afterRepeat(
  lines: readonly Fragment[],
  from: number,
  to: number,
  words: string,
): number | null {
  let at = 0;
  for (let index = from; index < to; index++) {
    const { text } = lines[index]!;
    if (!words.startsWith(text, at)) return null;
    at += text.length;
    if (at === words.length) return index + 1;
  }
  return null;
}

/** Index of the first of the lines up to `to` that give exactly these words; null if they do not. */
function beforeRepeat(
  lines: readonly Fragment[],
  from: number,
  to: number,
  words: string,
): number | null {
  let end = words.length;
  for (let index = to - 1; index >= from; index--) {
    const { text } = lines[index]!;
    if (!words.endsWith(text, end)) return null;
    end -= text.length;
    if (end === 0) return index;
  }
  return null;
}
