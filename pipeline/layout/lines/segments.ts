import type { Box } from '../../model/document.js';
import { median } from '../median.js';
import type { Character } from '../page.js';

/** Characters that stand beside each other on one baseline without a wide gap. */
export interface Segment {
  /** From left to right; white space among them, not at the ends. */
  readonly characters: readonly Character[];
  readonly box: Box;
  readonly size: number;
  readonly baseline: number;
  /** Number of the printed row it stands on, from the top of the page. */
  readonly row: number;
}

interface Row {
  characters: Character[];
  baseline: number;
  size: number;
}

/** The share of the size below the baseline, as readers draw character boxes. */
const DESCENT = 0.12;
/** Shares of the size: how far baselines of one row differ, and the gap that parts segments. */
const BASELINE_SHIFT = 0.3;
const WIDE_GAP = 1.3;
/** A raised or lowered mark is at most this large, as a share of the row's size. */
const LARGEST_RAISED = 0.85;
/** The share of its width by which a raised mark may stand above the character beside it. */
const MOST_OVERLAP = 0.4;

const isBlank = (character: Character): boolean => character.text.trim() === '';

export const baselineOf = ({ box, size }: Character): number => box.bottom - size * DESCENT;

/** Segments of upright characters, row by row from the top, in each row from the left. */
export function charactersToSegments(characters: readonly Character[]): Segment[] {
  return charactersToRows(characters).flatMap((row, index) => rowToSegments(row, index));
}

function charactersToRows(characters: readonly Character[]): Row[] {
  const sorted = [...characters].sort((a, b) => baselineOf(a) - baselineOf(b));
  const rows: Row[] = [];
  let row: Row | null = null;
  for (const character of sorted) {
    const baseline = baselineOf(character);
    if (row && baseline - row.baseline <= BASELINE_SHIFT * Math.min(row.size, character.size)) {
      row.characters.push(character);
      row.size = Math.max(row.size, character.size);
    } else {
      row = { characters: [character], baseline, size: character.size };
      rows.push(row);
    }
  }
  return withRaisedMarks(withTallApart(rows.filter((one) => !one.characters.every(isBlank))));
}

/** How much larger than the lines beside it words are that span several of them. */
const TALL = 1.4;

/**
 * Rows with large words that stand beside several rows at once (文件 beside the names of a joint red head)
 * as rows of their own, below the last of those.
 */
function withTallApart(rows: readonly Row[]): Row[] {
  return rows.flatMap((row, index) => {
    const sizes = row.characters.filter((one) => !isBlank(one)).map(({ size }) => size);
    const least = sizes.reduce((a, b) => Math.min(a, b), Number.POSITIVE_INFINITY);
    if (row.size < least * TALL) return [row];
    const isTall = (one: Character): boolean => one.size >= row.size * 0.95;
    const tall = row.characters.filter(isTall);
    const spans = [rows[index - 1], rows[index + 1]].some(
      (other) => other !== undefined && other.size * TALL <= row.size && isBeside(tall, other),
    );
    if (!spans) return [row];
    const small = row.characters.filter((one) => !isTall(one));
    return [rowOf(small), rowOf(tall)].filter(({ characters }) => !characters.every(isBlank));
  });
}

/** Whether a row stands within the height of large words, to their left or right. */
function isBeside(tall: readonly Character[], { characters }: Row): boolean {
  const around = boxAround(tall);
  const box = boxAround(characters);
  const middle = (box.top + box.bottom) / 2;
  const slack = (around.bottom - around.top) * 0.1;
  const apart = box.x1 <= around.x0 + slack || box.x0 >= around.x1 - slack;
  return apart && middle > around.top && middle < around.bottom;
}

function rowOf(characters: Character[]): Row {
  const size = characters.reduce((largest, one) => Math.max(largest, one.size), 0);
  return { characters, baseline: characters[0] ? baselineOf(characters[0]) : 0, size };
}

/** Rows of raised and lowered marks (²) put into the rows that they touch. */
function withRaisedMarks(rows: readonly Row[]): Row[] {
  const result: Row[] = [];
  for (let index = 0; index < rows.length; index++) {
    const row = rows[index]!;
    const above = result.at(-1);
    const below = rows[index + 1];
    if (above && isRaised(row, above)) above.characters.push(...row.characters);
    else if (below && isRaised(row, below)) below.characters.push(...row.characters);
    else result.push(row);
  }
  return result;
}

/** A raised or lowered mark stands beside larger words of its row, neither above nor below them. */
function isRaised(mark: Row, row: Row): boolean {
  if (mark.size > row.size * LARGEST_RAISED || mark.characters.length > 12) return false;
  if (Math.abs(mark.baseline - row.baseline) > row.size * 0.55) return false;
  return mark.characters.every((one) => {
    const near = row.characters.filter(
      (other) =>
        !isBlank(other) &&
        other.box.x0 - one.box.x1 < row.size * 0.5 &&
        one.box.x0 - other.box.x1 < row.size * 0.5,
    );
    return (
      near.some(({ size }) => one.size <= size * LARGEST_RAISED) &&
      near.every((other) => overlap(one, other) <= (one.box.x1 - one.box.x0) * MOST_OVERLAP)
    );
  });
}

/** How far two characters stand above each other, in points. */
const overlap = (one: Character, other: Character): number =>
  Math.min(one.box.x1, other.box.x1) - Math.max(one.box.x0, other.box.x0);

function rowToSegments(row: Row, index: number): Segment[] {
  const sorted = row.characters.sort((a, b) => a.box.x0 - b.box.x0 || a.order - b.order);
  const segments: Segment[] = [];
  let run: Character[] = [];
  let end = 0;
  let size = 0;
  const close = (): void => {
    while (run.length > 0 && isBlank(run.at(-1)!)) run.pop();
    if (run.length > 0) segments.push(segmentOf(run, index));
    run = [];
  };
  for (const character of sorted) {
    if (isBlank(character)) {
      if (run.length > 0) run.push(character);
      continue;
    }
    const gap = character.box.x0 - end;
    if (run.length > 0 && gap > Math.max(character.size, size) * WIDE_GAP) close();
    run.push(character);
    end = run.length === 1 ? character.box.x1 : Math.max(end, character.box.x1);
    size = character.size;
  }
  close();
  return segments;
}

/** A segment of characters, the first and the last of which are no white space. */
export function segmentOf(characters: readonly Character[], row: number): Segment {
  const visible = characters.filter((character) => !isBlank(character));
  const size = prevailingSize(visible);
  const main = visible.find((character) => character.size >= size * 0.95) ?? visible[0]!;
  return { characters, box: boxAround(visible), size, baseline: baselineOf(main), row };
}

/** The size in which most of the characters are set. */
export function prevailingSize(characters: readonly { readonly size: number }[]): number {
  const first = characters[0]!.size;
  if (characters.every(({ size }) => Math.abs(size - first) < 0.1)) return first;
  return median(characters.map(({ size }) => size));
}

/** The smallest box round several. */
export function boxAround(of: readonly { readonly box: Box }[]): Box {
  let { x0, top, x1, bottom } = of[0]!.box;
  for (const { box } of of) {
    x0 = Math.min(x0, box.x0);
    top = Math.min(top, box.top);
    x1 = Math.max(x1, box.x1);
    bottom = Math.max(bottom, box.bottom);
  }
  return { x0, top, x1, bottom };
}
