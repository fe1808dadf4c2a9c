import { median } from '../median.js';
import type { PageLayout } from './layout-page.js';
import type { Line } from './page-lines.js';

/** Where the lines of a column begin and end, in points. */
export interface Margins {
  readonly left: number;
  readonly right: number;
  /** Usual distance of baselines; Infinity where there are too few lines to tell. */
  readonly pitch: number;
}

/** A page with fewer lines takes the margins of the others. */
const ENOUGH_LINES = 8;
const POINTS = 4;

/**
 * Margins of each page's columns. Pages of one column that hold few lines (the last one, a cover)
 * take those of the other pages of their size; left and right pages may differ.
 * @param linesOf a page's lines of running text
 */
export function documentMargins(
  pages: readonly PageLayout[],
  linesOf: (page: PageLayout) => readonly Line[],
): Map<PageLayout, readonly Margins[]> {
  const result = new Map<PageLayout, readonly Margins[]>();
  const usual = new Map<string, Margins[]>();
  const sparse: PageLayout[] = [];
  for (const page of pages) {
    const lines = linesOf(page);
    const columns = columnsOf(lines).map((column) => marginsOf(column));
    result.set(page, columns);
    if (columns.length > 1) continue;
    if (lines.length < ENOUGH_LINES) sparse.push(page);
    else if (columns[0]) {
      for (const key of keysOf(page)) {
        const known = usual.get(key);
        if (known) known.push(columns[0]);
        else usual.set(key, [columns[0]]);
      }
    }
  }
  const medians = new Map([...usual].map(([key, margins]) => [key, medianMargins(margins)]));
  for (const page of sparse) {
    const key = keysOf(page).find((one) => medians.has(one));
    const own = result.get(page)![0];
    if (!key || !own) continue;
    const { left, right, pitch } = medians.get(key)!;
    result.set(page, [
      { left: Math.min(left, own.left), right: Math.max(right, own.right), pitch },
    ]);
  }
  return result;
}

/** Size and side of the sheet, then size alone. */
function keysOf({ width, height, number }: PageLayout): string[] {
  const size = `${Math.round(width)}x${Math.round(height)}`;
  return [`${size}/${number % 2}`, size];
}

function columnsOf(lines: readonly Line[]): (readonly Line[])[] {
  const columns: Line[][] = [];
  for (const line of lines) {
    columns[line.column] ??= [];
    columns[line.column]!.push(line);
  }
  return Array.from(columns, (lines) => lines ?? []);
}

const medianMargins = (margins: readonly Margins[]): Margins => ({
  left: median(margins.map(({ left }) => left)),
  right: median(margins.map(({ right }) => right)),
  pitch: median(margins.map(({ pitch }) => pitch)),
});

/** Margins of the lines of one column. */
export function marginsOf(lines: readonly Line[]): Margins {
  if (lines.length === 0) return { left: 0, right: Infinity, pitch: Infinity };
  const left = frequentEdge(lines.map((line) => line.box.x0));
  const right = -frequentEdge(lines.map((line) => -line.box.x1));
  const pitches: number[] = [];
  for (let index = 1; index < lines.length; index++) {
    const pitch = lines[index]!.baseline - lines[index - 1]!.baseline;
    if (pitch > 0) pitches.push(pitch);
  }
  return { left, right, pitch: pitches.length >= 3 ? median(pitches) : Infinity };
}

/** The outermost edge at which several lines stand: at least two, and an eighth of all. */
function frequentEdge(edges: readonly number[]): number {
  const sorted = [...edges].sort((a, b) => a - b);
  const enough = Math.max(2, Math.ceil(sorted.length / 8));
  for (let index = 0; index + enough <= sorted.length; index++) {
    if (sorted[index + enough - 1]! - sorted[index]! <= POINTS) return sorted[index]!;
  }
  return sorted[0]!;
}
