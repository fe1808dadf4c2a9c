import type { Character, PageContent, Ruling } from '../../pipeline/layout/page.js';
import {
  compactText,
  type JoinedTable,
  type RuledTable,
} from '../../pipeline/layout/ruled/index.js';

/** Characters of a line of text from its left end and its top on, each as wide as its size. */
export function text(words: string, x: number, top: number, size = 10): Character[] {
  return [...words].map((character, index) => ({
    text: character,
    box: { x0: x + index * size, top, x1: x + (index + 1) * size, bottom: top + size },
    size,
    font: 'Song',
    bold: false,
    angle: 0,
    order: index,
  }));
}

export const across = (y: number, from: number, to: number, width = 0.5): Ruling => ({
  direction: 'horizontal',
  box: { x0: from, top: y - width / 2, x1: to, bottom: y + width / 2 },
  width,
});

export const down = (x: number, from: number, to: number, width = 0.5): Ruling => ({
  direction: 'vertical',
  box: { x0: x - width / 2, top: from, x1: x + width / 2, bottom: to },
  width,
});

/** All lines of a grid between these positions. */
export function grid(xs: readonly number[], ys: readonly number[]): Ruling[] {
  return [
    ...ys.map((y) => across(y, xs[0]!, xs.at(-1)!)),
    ...xs.map((x) => down(x, ys[0]!, ys.at(-1)!)),
  ];
}

export function page(
  rulings: readonly Ruling[],
  characters: readonly Character[],
  number = 1,
): PageContent {
  return { number, width: 595, height: 842, characters, rulings };
}

/** A table's words by row and column; null where a merged cell covers the place. */
export function wordsOf(table: RuledTable | JoinedTable): (string | null)[][] {
  const rows = Array.from({ length: table.rows }, () =>
    new Array<string | null>(table.columns).fill(null),
  );
  for (const cell of table.cells) {
    rows[cell.row]![cell.column] =
      'parts' in cell ? cell.parts.map(compactText).join('') : compactText(cell);
  }
  return rows;
}
