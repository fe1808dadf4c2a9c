import { piecesOf, type SpacedLine } from './pieces.js';

/** Lines in a row that fill the page from side to side end a table. */
const PROSE = 2;
/** A space between characters that are printed wide: two cells, for sentences have none. */
const TWO_CELLS = /[\u2e80-\uffef] [\u2e80-\uffef]/;

/** The lines up to those that run over all columns. */
export function withoutProse(
  lines: readonly SpacedLine[],
  edges: readonly number[],
): readonly SpacedLine[] {
  let prose = 0;
  for (const [at, { words }] of lines.entries()) {
    const [first, second] = piecesOf(words);
    if (first === undefined) continue;
    const crossed = edges.filter((edge) => edge > first.start + 1 && edge < first.end - 1);
    const isOne = second === undefined && !TWO_CELLS.test(first.text);
    prose = isOne && crossed.length >= 2 && first.start <= edges[0]! ? prose + 1 : 0;
    if (prose === PROSE) return lines.slice(0, at + 1 - PROSE);
  }
  return lines;
}
