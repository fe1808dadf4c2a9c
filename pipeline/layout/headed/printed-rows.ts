import { charactersToSegments } from '../lines/segments.js';
import { median } from '../median.js';
import type { Character } from '../page.js';

/** The words on one baseline from one side of the page to the other. */
export interface PrintedRow {
  /** From left to right, without white space. */
  readonly characters: readonly Character[];
  readonly top: number;
  readonly bottom: number;
  readonly size: number;
}

/** The printed rows of characters, from the top. */
export function printedRows(characters: readonly Character[]): PrintedRow[] {
  const rows = new Map<number, Character[]>();
  for (const segment of charactersToSegments(characters)) {
    const visible = segment.characters.filter(({ text }) => text.trim() !== '');
    const row = rows.get(segment.row);
    if (row) row.push(...visible);
    else rows.set(segment.row, visible);
  }
  return [...rows.values()].map(rowOf).sort((one, other) => one.top - other.top);
}

function rowOf(characters: readonly Character[]): PrintedRow {
  return {
    characters,
    top: characters.reduce((least, { box }) => Math.min(least, box.top), Number.POSITIVE_INFINITY),
    bottom: characters.reduce((most, { box }) => Math.max(most, box.bottom), 0),
    size: median(characters.map(({ size }) => size)),
  };
}

/** Marks that take the left half of their square. */
const LEFT_HALF = /^[，。、；：！？）》」』】〕’”]$/;

/** Where the ink of a row stands: a mark hangs out of its column by its empty half where words do not follow it. */
export function inksOf({ characters }: PrintedRow): { readonly x0: number; readonly x1: number }[] {
  return characters.map(({ text, box: { x0, x1 }, size }, index) => {
    if (x1 - x0 < size * 0.75 || !LEFT_HALF.test(text)) return { x0, x1 };
    const next = characters[index + 1];
    const followed = next !== undefined && Math.abs(next.box.x0 - x1) < size * ADJOINING;
    return followed ? { x0, x1 } : { x0, x1: (x0 + x1) / 2 };
  });
}

/** Share of the size by which characters that follow each other may stand apart or overlap. */
const ADJOINING = 0.05;
