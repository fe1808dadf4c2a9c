import type { Character } from '../page.js';
import { type Segment, segmentOf } from './segments.js';

/** Shares of the size: the gap of a gutter, and the one that a mark hung into it leaves. */
const GAP = 0.8;
const LEAST_GAP = 0.6;
/** Marks that fill the left half of their box; at the end of a line they may hang into a gutter. */
export const HALF_MARK = /[，。、；：！？）》」』”’〉】〕]/;
/** Points by which lines of a column begin apart. */
const SHIFT = 2;
/** Least lines that begin behind a gutter, and least share of the lines on both sides that it parts. */
const LEAST_LINES = 4;
const LEAST_SHARE = 0.6;
/** Pages with more gaps in a line are tables or drawings. */
const MOST_GUTTERS = 24;

/**
 * Parts segments where a gutter runs between columns that stand so near to each other, or whose marks
 * hang so far into it, that words of both seem to stand on one line. `segments` go row by row.
 */
export function partedAtGutters(segments: readonly Segment[]): readonly Segment[] {
  const gutters = guttersOf(segments);
  if (gutters.length === 0) return segments;
  return segments.flatMap((segment) => parted(segment, gutters));
}

/** Left edges of columns behind gutters. */
function guttersOf(segments: readonly Segment[]): number[] {
  const starts = segments.map(({ box }) => box.x0);
  for (const segment of segments) addGaps(segment, starts);
  starts.sort((a, b) => a - b);
  const gutters: number[] = [];
  for (let index = 0; index < starts.length; ) {
    let end = index + 1;
    while (end < starts.length && starts[end]! - starts[index]! <= SHIFT) end++;
    if (end - index >= LEAST_LINES) gutters.push((starts[index]! + starts[end - 1]!) / 2);
    index = end;
  }
  if (gutters.length > MOST_GUTTERS) return [];
  return gutters.filter((gutter) => partsMost(segments, gutter));
}

/** Adds where characters begin behind a gap. */
function addGaps({ characters }: Segment, starts: number[]): void {
  let end = Infinity;
  for (const { text, box, size } of characters) {
    const isVisible = text.charCodeAt(0) > IDEOGRAPHIC_SPACE || text.trim() !== '';
    if (!isVisible) continue;
    if (box.x0 - end >= size * GAP) starts.push(box.x0);
    end = box.x1;
  }
}

/** The last of the white space in Unicode but for the mark of byte order. */
const IDEOGRAPHIC_SPACE = 0x3000;

/** Whether most segments that reach over a gutter have a gap there. */
function partsMost(segments: readonly Segment[], gutter: number): boolean {
  let parted = 0;
  let whole = 0;
  for (const segment of segments) {
    const { x0, x1 } = segment.box;
    if (x0 >= gutter - SHIFT || x1 <= gutter + segment.size) continue;
    if (placeOf(segment, gutter) === null) whole++;
    else parted++;
  }
  return parted > 0 && parted >= (parted + whole) * LEAST_SHARE;
}

/** Index of the character that begins behind the gutter; null where the gutter is none here. */
function placeOf({ characters }: Segment, gutter: number): number | null {
  let last: Character | null = null;
  for (const [index, character] of characters.entries()) {
    if (character.text.trim() === '') continue;
    const { x0 } = character.box;
    if (x0 > gutter + SHIFT) return null;
    if (last && x0 >= gutter - SHIFT) {
      const hung = HALF_MARK.test(last.text) ? last.size / 2 : 0;
      return x0 - last.box.x1 + hung >= character.size * LEAST_GAP ? index : null;
    }
    last = character;
  }
  return null;
}

function parted(segment: Segment, gutters: readonly number[]): Segment[] {
  const parts: Segment[] = [];
  let rest = segment;
  for (const gutter of gutters) {
    if (rest.box.x0 >= gutter - SHIFT || rest.box.x1 <= gutter) continue;
    const place = placeOf(rest, gutter);
    if (place === null) continue;
    const { characters, row } = rest;
    parts.push(segmentOf(withoutBlankEnd(characters.slice(0, place)), row));
    rest = segmentOf(characters.slice(place), row);
  }
  parts.push(rest);
  return parts;
}

function withoutBlankEnd(characters: readonly Character[]): readonly Character[] {
  let end = characters.length;
  while (end > 0 && characters[end - 1]!.text.trim() === '') end--;
  return characters.slice(0, end);
}
