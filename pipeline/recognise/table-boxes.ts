import type { Cell } from './cells.js';
import type { Ink } from './ink.js';
import type { PixelBox } from './raster.js';
import type { TextBox } from './text-boxes.js';

/** A line of text, or the part of one that stands in a cell. */
export interface TablePiece extends TextBox {
  /** The cell that it stands in; null outside tables. */
  readonly cell: Cell | null;
}

/** Share of an inch that the lines around a cell take up at its sides. */
const LINE = 0.02;
/** Share of a line's height: less of it in a cell is what its box reaches over by. */
const LEAST_PART = 0.3;
/** Shares of an inch: ink of a smaller extent is dirt, of a larger one a picture. */
const LOWEST_INK = 0.045;
const NARROWEST_INK = 0.012;
const HIGHEST_INK = 0.4;
/** How far a line's box reaches beyond its ink, as a share of its height. */
const AROUND = 0.22;

/**
 * Lines cut at the sides of cells, and the lines of cells with ink in which none was found.
 * @param inch one in pixels
 */
export function piecesOf(
  boxes: readonly TextBox[],
  cells: readonly Cell[],
  ink: Ink,
  inch: number,
): TablePiece[] {
  const pieces: TablePiece[] = [];
  const filled = new Set<Cell>();
  for (const box of boxes) {
    const parts = cells.flatMap((cell) => partIn(box, cell, ink, inch) ?? []);
    for (const part of parts) filled.add(part.cell!);
    if (parts.length > 0) pieces.push(...parts);
    else pieces.push({ ...box, cell: null });
  }
  for (const cell of cells) {
    if (!filled.has(cell)) pieces.push(...linesOfInk(cell, ink, inch));
  }
  return pieces;
}

const inside = ({ box }: Cell, inch: number): PixelBox => ({
  x0: box.x0 + LINE * inch,
  top: box.top + LINE * inch,
  x1: box.x1 - LINE * inch,
  bottom: box.bottom - LINE * inch,
});

/** The part of a line that stands in a cell; null where it does no more than touch it. */
function partIn(box: TextBox, cell: Cell, ink: Ink, inch: number): TablePiece | null {
  const room = inside(cell, inch);
  const left = box.x - box.width / 2;
  const top = box.y - box.height / 2;
  const part = {
    x0: Math.max(left, room.x0),
    x1: Math.min(left + box.width, room.x1),
    top: Math.max(top, room.top),
    bottom: Math.min(top + box.height, room.bottom),
  };
  const width = part.x1 - part.x0;
  const height = part.bottom - part.top;
  if (width <= 0 || height <= 0) return null;
  const middleX = box.x >= cell.box.x0 && box.x <= cell.box.x1;
  const middleY = box.y >= cell.box.top && box.y <= cell.box.bottom;
  if (!middleX && width < box.height * LEAST_PART * 2) return null;
  if (!middleY && height < Math.min(box.height, cell.box.bottom - cell.box.top) * 0.6) return null;
  const extent = inkIn(ink, part);
  if (!extent || extent.bottom - extent.top < LOWEST_INK * inch * 0.5) return null;
  const whole = width >= box.width - 1 && height >= box.height - 1;
  if (whole) return { ...box, cell };
  // A cut line ends where its ink does, or its neighbour's side would be read as a character.
  const margin = Math.min(height * AROUND, LINE * inch * 2);
  const x0 = Math.max(part.x0, extent.x0 - margin);
  const x1 = Math.min(part.x1, extent.x1 + margin);
  return {
    x: (x0 + x1) / 2,
    y: (part.top + part.bottom) / 2 + ((x0 + x1) / 2 - box.x) * box.slope,
    width: x1 - x0,
    height,
    slope: box.slope,
    cell,
  };
}

/** The extent of the ink in a part of the page; null where there is none. */
export function inkIn({ width, height, data }: Ink, part: PixelBox): PixelBox | null {
  let [x0, top, x1, bottom] = [Infinity, Infinity, -Infinity, -Infinity];
  const lastRow = Math.min(height, Math.floor(part.bottom));
  const lastColumn = Math.min(width, Math.floor(part.x1));
  for (let row = Math.max(0, Math.ceil(part.top)); row < lastRow; row++) {
    for (let column = Math.max(0, Math.ceil(part.x0)); column < lastColumn; column++) {
      if (data[row * width + column] === 0) continue;
      x0 = Math.min(x0, column);
      x1 = Math.max(x1, column + 1);
      top = Math.min(top, row);
      bottom = Math.max(bottom, row + 1);
    }
  }
  return x1 > x0 ? { x0, top, x1, bottom } : null;
}

/** Lines of a cell's ink, row by row. */
function linesOfInk(cell: Cell, ink: Ink, inch: number): TablePiece[] {
  const room = inside(cell, inch * 1.5);
  const all = inkIn(ink, room);
  if (!all) return [];
  const lines: TablePiece[] = [];
  let start = -1;
  for (let row = Math.ceil(all.top); row <= all.bottom; row++) {
    const strip = { x0: room.x0, x1: room.x1, top: row, bottom: row + 1 };
    const has = row < all.bottom && inkIn(ink, strip) !== null;
    if (has && start < 0) start = row;
    if (has || start < 0) continue;
    const extent = inkIn(ink, { x0: room.x0, x1: room.x1, top: start, bottom: row });
    start = -1;
    if (!extent) continue;
    const [width, height] = [extent.x1 - extent.x0, extent.bottom - extent.top];
    if (Math.max(height, width) < LOWEST_INK * inch || height > HIGHEST_INK * inch) continue;
    if (width < NARROWEST_INK * inch) continue;
    lines.push(aroundInk(extent, cell, inch));
  }
  return lines;
}

function aroundInk({ x0, top, x1, bottom }: PixelBox, cell: Cell, inch: number): TablePiece {
  // A dash alone is low: its line is as high as a character.
  const height =
    Math.max(bottom - top, Math.min(x1 - x0, inch * 0.14), inch * 0.1) * (1 + AROUND * 2);
  return {
    x: (x0 + x1) / 2,
    y: (top + bottom) / 2,
    width: x1 - x0 + height * AROUND,
    height,
    slope: 0,
    cell,
  };
}
