import { type CellFeatures, ColumnProfile, featuresOf } from './cell-features.js';
import { EMPTY_CELL, joinCells, type RawCell, type RawRow } from './raw-rows.js';

/** A row with its cells under the right heads. */
export interface PlacedRow {
  readonly cells: readonly RawCell[];
  readonly blocks: readonly number[];
  readonly apart: boolean;
  /** Whether its cells may stand under wrong heads: too many of them, or two readings as good. */
  readonly unclear: boolean;
}

/** Tables wider than this keep their cells where they were typed. */
const MOST_COLUMNS = 40;
/** Rows that a column must be known from before a row is read against what was typed. */
const LEAST_ROWS = 6;
/** How much better (in logarithms) another reading must be than what was typed, and than the next. */
const SHIFT_MARGIN = 3;
const NEXT_MARGIN = 1;
/** Below this the other reading is not even a doubt. */
const DOUBT_MARGIN = 1.5;
const PASSES = 4;

/**
 * Puts each row's cells under the heads that they belong to. A tab too many or too few shifts a
 * row's cells; what the other rows' columns look like tells where they belong: how cells begin
 * (`0101`, `（一）`), how long they are, how they end, whether the value is one of a few. Rows put
 * right make the columns plainer, so that the next pass sees more.
 */
export function placeCells(rows: readonly RawRow[], columns: number): PlacedRow[] {
  if (columns > MOST_COLUMNS) {
    return rows.map((row) => ({ ...asTyped(row, columns), unclear: false }));
  }
  const views = rows.map(viewOf);
  let readings = views.map((view): RowReading => ({ columns: view.typed, clear: true }));
  for (let pass = 0; pass < PASSES; pass++) {
    const profiles = profilesOf(views, readings, columns);
    const next = views.map((view, index) => readRow(view, readings[index]!, profiles, rows.length));
    const settled = next.every((reading, index) => sameColumns(reading, readings[index]!));
    readings = next;
    if (settled) break;
  }
  return rows.map((row, index) => placed(row, views[index]!, readings[index]!, columns));
}

/** The filled cells of a row: what they look like and where they were typed. */
interface RowView {
  readonly features: readonly CellFeatures[];
  readonly typed: readonly number[];
}

/** The column of each filled cell. */
interface RowReading {
  readonly columns: readonly number[];
  readonly clear: boolean;
}

function viewOf(row: RawRow): RowView {
  const features: CellFeatures[] = [];
  const typed: number[] = [];
  row.cells.forEach((cell, column) => {
    if (cell.text === '') return;
    features.push(featuresOf(cell));
    typed.push(column);
  });
  return { features, typed };
}

function profilesOf(
  views: readonly RowView[],
  readings: readonly RowReading[],
  columns: number,
): ColumnProfile[] {
  const profiles = Array.from({ length: columns }, () => new ColumnProfile());
  views.forEach((view, index) => {
    readings[index]!.columns.forEach((column, cell) => {
      profiles[column]?.add(view.features[cell]!);
    });
  });
  return profiles;
}

function readRow(
  view: RowView,
  current: RowReading,
  profiles: readonly ColumnProfile[],
  rows: number,
): RowReading {
  const columns = profiles.length;
  const possible = (view.typed.at(-1) ?? 0) < columns;
  const typed = { columns: view.typed, clear: true };
  if (view.typed.length > columns || (possible && rows < LEAST_ROWS)) return typed;
  const fits = view.features.map((features, cell) =>
    profiles.map((profile, column) => profile.fit(features, current.columns[cell] === column)),
  );
  const fills = profiles.map((profile) => profile.fill(rows));
  const asTypedScore = possible ? scoreOf(view.typed, fits, fills) : Number.NEGATIVE_INFINITY;
  if (boundOf(fits, fills) - asTypedScore < DOUBT_MARGIN) return typed;
  const [best, next] = bestReadings(fits, fills);
  const margin = best === undefined ? 0 : best.score - asTypedScore;
  if (best === undefined || margin < DOUBT_MARGIN) return typed;
  if (margin < SHIFT_MARGIN) return { columns: view.typed, clear: false };
  const clear = next === undefined || best.score - next.score >= NEXT_MARGIN;
  return { columns: clear || !possible ? best.columns : view.typed, clear };
}

const sameColumns = (first: RowReading, second: RowReading): boolean =>
  first.columns.every((column, index) => column === second.columns[index]);

function placed(row: RawRow, view: RowView, reading: RowReading, columns: number): PlacedRow {
  if (view.typed.length > columns) return { ...overfull(row, columns), unclear: true };
  const cells: RawCell[] = Array.from({ length: columns }, () => EMPTY_CELL);
  reading.columns.forEach((column, index) => {
    cells[column] = row.cells[view.typed[index]!]!;
  });
  return { cells, blocks: row.blocks, apart: row.apart, unclear: !reading.clear };
}

function asTyped(row: RawRow, columns: number): RawRow {
  const cells = Array.from({ length: columns }, (_, column) => row.cells[column] ?? EMPTY_CELL);
  return { ...row, cells };
}

/** More cells than columns: the words that are left over go to the last one. */
function overfull(row: RawRow, columns: number): RawRow {
  const cells = row.cells.filter((cell) => cell.text !== '');
  const rest = cells.slice(columns - 1).reduce(joinCells);
  return { ...row, cells: [...cells.slice(0, columns - 1), rest] };
}

interface Reading {
  readonly score: number;
  /** The column of each filled cell. */
  readonly columns: readonly number[];
}

function scoreOf(
  columns: readonly number[],
  fits: readonly (readonly number[])[],
  fills: readonly number[],
): number {
  let score = 0;
  let cell = 0;
  for (let column = 0; column < fills.length; column++) {
    if (columns[cell] === column) score += Math.log(fills[column]!) + fits[cell++]![column]!;
    else score += Math.log(1 - fills[column]!);
  }
  return score;
}

/** No reading scores more: each cell where it fits best, whatever stands beside it. */
function boundOf(fits: readonly (readonly number[])[], fills: readonly number[]): number {
  const odds = fills.map((fill) => Math.log(fill / (1 - fill)));
  let bound = fills.reduce((sum, fill) => sum + Math.log(1 - fill), 0);
  for (const fit of fits) {
    bound += fit.reduce((best, own, column) => Math.max(best, own + odds[column]!), -Infinity);
  }
  return bound;
}

/** The two best ways to put the cells under the columns without changing their order. */
function bestReadings(
  fits: readonly (readonly number[])[],
  fills: readonly number[],
): readonly Reading[] {
  let states: Reading[][] = Array.from({ length: fits.length + 1 }, () => []);
  states[0]!.push({ score: 0, columns: [] });
  for (let column = 0; column < fills.length; column++) {
    const skip = Math.log(1 - fills[column]!);
    const take = Math.log(fills[column]!);
    states = states.map((readings, cells) => {
      const skipped = readings.map((reading) => ({ ...reading, score: reading.score + skip }));
      const taken = (states[cells - 1] ?? []).map((reading) => ({
        score: reading.score + take + fits[cells - 1]![column]!,
        columns: [...reading.columns, column],
      }));
      return [...skipped, ...taken].sort((a, b) => b.score - a.score).slice(0, 2);
    });
  }
  return states[fits.length]!;
}
