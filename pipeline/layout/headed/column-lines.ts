import type { Character } from '../page.js';
import type { PrintedRow } from './printed-rows.js';

/** A line of one column of a table. */
export interface ColumnLine {
  readonly column: number;
  readonly characters: readonly Character[];
  readonly top: number;
  readonly bottom: number;
  readonly middle: number;
  readonly size: number;
}

/** The lines of each column, from the top; `edges` are the places between columns. */
export function columnLines(rows: readonly PrintedRow[], edges: readonly number[]): ColumnLine[][] {
  const columns: ColumnLine[][] = Array.from({ length: edges.length + 1 }, () => []);
  for (const row of rows) {
    const parts: Character[][] = columns.map(() => []);
    for (const character of row.characters) {
      const middle = (character.box.x0 + character.box.x1) / 2;
      parts[edges.filter((edge) => edge <= middle).length]!.push(character);
    }
    for (const [column, characters] of parts.entries()) {
      if (characters.length > 0) columns[column]!.push(lineOf(column, characters, row.size));
    }
  }
  return columns;
}

function lineOf(column: number, characters: readonly Character[], size: number): ColumnLine {
  const top = characters.reduce((least, { box }) => Math.min(least, box.top), Infinity);
  const bottom = characters.reduce((most, { box }) => Math.max(most, box.bottom), 0);
  return { column, characters, top, bottom, middle: (top + bottom) / 2, size };
}

/** Lines of one column that stand right below each other, as those of a cell do. */
export interface LineRun {
  readonly column: number;
  readonly lines: readonly ColumnLine[];
  readonly top: number;
  readonly bottom: number;
}

/** How much further than the lines of a cell two lines stand apart at least that a row's end parts. */
const ROW_GAP = 0.1;
/** Lines of a cell stand no further apart than this many times their size. */
const FURTHEST = 2;
/** Share of the distances between lines that may be closer than those of cells: raised marks. */
const CLOSER = 0.1;

/** The distance of lines of a cell: nearly the least of all lines that follow each other in a column. */
export function linePitch(columns: readonly (readonly ColumnLine[])[]): number {
  const distances = columns
    .flatMap((lines) => lines.slice(1).map(({ middle }, index) => middle - lines[index]!.middle))
    .sort((one, other) => one - other);
  return distances[Math.floor(distances.length * CLOSER)] ?? 0;
}

/** The runs of a column. */
export function lineRuns(lines: readonly ColumnLine[], pitch: number): LineRun[] {
  const runs: ColumnLine[][] = [];
  for (const line of lines) {
    const last = runs.at(-1)?.at(-1);
    const most = Math.min(pitch, line.size * FURTHEST) + line.size * ROW_GAP;
    if (last !== undefined && line.middle - last.middle <= most) {
      runs.at(-1)!.push(line);
    } else runs.push([line]);
  }
  return runs.map((own) => ({
    column: own[0]!.column,
    lines: own,
    top: own[0]!.top,
    bottom: own.at(-1)!.bottom,
  }));
}
