import { HEADING } from './header.js';
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

/** Characters before the edge of the second column at which no cell of it begins. */
const BEFORE = 2;
/** What sentences and labels hold, and captions do not. */
const MARK = /[：:，。；]/;
const DAY = /^\s*(?:19|20)\d{2}年\d{1,2}月\d{1,2}日\s*$/;
const BODY = /(?:[局委办厅部院会]|政府|中心|公司|小组)\s*$/;

/**
 * The lines up to what stands below the last row behind an empty line: words from the margin over the edge of the first
 * column (`责任单位：市财政局`), a heading and what it heads, or who signs and when. Cells that go on stand under their own heads.
 */
export function withoutTail(
  lines: readonly SpacedLine[],
  edges: readonly number[],
): readonly SpacedLine[] {
  const pieces = lines.map(({ words }) => piecesOf(words));
  const last = pieces.findLastIndex(({ length }) => length >= 2);
  for (let at = last + 1; last >= 0 && at < lines.length; at++) {
    const [first] = pieces[at]!;
    if (first === undefined || !lines[at]!.apart) continue;
    const overEdge = first.start + BEFORE <= edges[0]! && first.end > edges[0]! + 1;
    const signs = BODY.test(first.text) && DAY.test(lines[at + 1]?.words ?? '');
    const heads = HEADING.test(first.text) && first.start < BEFORE && at + 1 < lines.length;
    if ((overEdge && MARK.test(first.text)) || signs || heads) return lines.slice(0, at);
  }
  return lines;
}
