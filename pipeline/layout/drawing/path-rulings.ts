import type { Ruling } from '../page.js';
import { seenRuling } from './clip.js';
import { type Matrix, moved, verticalScale } from './matrix.js';
import type { PaintState } from './paint-state.js';

/** Numbers of the drawing steps in pdf.js's path data, each followed by its coordinates. */
const MOVE = 0;
const LINE = 1;
const CURVE = 2;
const QUADRATIC = 3;
const CLOSE = 4;
const COORDINATES: Readonly<Record<number, number>> = { [CURVE]: 6, [QUADRATIC]: 4 };

/** How a path is painted. */
export interface Painting {
  readonly stroked: boolean;
  readonly filled: boolean;
}

type Point = readonly [number, number];

/** A filled rectangle up to this thick is a line that was drawn as a rectangle; points. */
const THICKEST_LINE = 4;
/** A line is straight where it leaves its axis by no more; points. */
const SKEW = 1;
/** Paler than this is white on white. */
const PALEST = 0xf4;
/** Paths of more pieces are drawings (maps, seals), not rulings. */
const MOST_PIECES = 4000;

/**
 * The rulings of a painted path, added to `rulings`: stroked lines that run along the page's axes,
 * edges of stroked rectangles, thin filled rectangles, edges of wider filled ones.
 */
export function addRulings(
  data: ArrayLike<number>,
  painting: Painting,
  state: PaintState,
  rulings: Ruling[],
): void {
  if (data.length > MOST_PIECES * 3) return;
  const { stroked, filled } = painting;
  if (!stroked && !filled) return;
  const thickness = Math.max(state.lineWidth * verticalScale(state.matrix), 0.1);
  const paleStroke = isPale(state.stroke);
  const paleFill = isPale(state.fill);
  const drawn: Ruling[] = [];
  const shaded: Ruling[] = [];
  for (const points of subpaths(data, state.matrix)) {
    if (filled && addFilled(points, shaded) && (!stroked || paleStroke)) continue;
    if (!stroked) continue;
    for (let index = 1; index < points.length; index++) {
      addLine(points[index - 1]!, points[index]!, thickness, drawn);
    }
  }
  const add = (ruling: Ruling): void => {
    const seen = seenRuling(ruling, state.clip);
    if (seen) rulings.push(seen);
  };
  for (const ruling of drawn) add(paleStroke ? { ...ruling, pale: true } : ruling);
  for (const ruling of shaded) {
    if (!paleFill) add(ruling);
    else if (ruling.width > 0) add({ ...ruling, pale: true });
  }
}

/** The corners of each piece of straight lines, on the page; curves break them. */
function subpaths(data: ArrayLike<number>, matrix: Matrix): Point[][] {
  const paths: Point[][] = [];
  let points: Point[] = [];
  const begin = (point: Point): void => {
    points = [point];
    paths.push(points);
  };
  for (let at = 0; at < data.length; ) {
    const step = data[at++]!;
    if (step === CLOSE) {
      if (points.length > 1) points.push(points[0]!);
      continue;
    }
    if (step === MOVE || step === LINE) {
      const point = moved(matrix, data[at]!, data[at + 1]!);
      at += 2;
      if (step === MOVE || points.length === 0) begin(point);
      else points.push(point);
      continue;
    }
    const coordinates = COORDINATES[step];
    if (coordinates === undefined) break;
    at += coordinates;
    begin(moved(matrix, data[at - 2]!, data[at - 1]!));
  }
  return paths;
}

/** Adds a filled rectangle; false where the piece is none. */
function addFilled(points: readonly Point[], rulings: Ruling[]): boolean {
  if (!isRectangle(points)) return false;
  const xs = points.map((point) => point[0]);
  const ys = points.map((point) => point[1]);
  const box = {
    x0: Math.min(...xs),
    top: Math.min(...ys),
    x1: Math.max(...xs),
    bottom: Math.max(...ys),
  };
  const width = box.x1 - box.x0;
  const height = box.bottom - box.top;
  if (height <= THICKEST_LINE && width > height) {
    rulings.push({ direction: 'horizontal', box, width: height });
  } else if (width <= THICKEST_LINE && height > width) {
    rulings.push({ direction: 'vertical', box, width });
  } else if (width > THICKEST_LINE && height > THICKEST_LINE) {
    const corners: Point[] = [
      [box.x0, box.top],
      [box.x1, box.top],
      [box.x1, box.bottom],
      [box.x0, box.bottom],
      [box.x0, box.top],
    ];
    for (let index = 1; index < corners.length; index++) {
      addLine(corners[index - 1]!, corners[index]!, 0, rulings);
    }
  }
  return true;
}

/** Whether the corners are those of a rectangle along the axes, closed or not. */
function isRectangle(points: readonly Point[]): boolean {
  if (points.length < 4 || points.length > 6) return false;
  for (let index = 1; index < points.length; index++) {
    const [ax, ay] = points[index - 1]!;
    const [bx, by] = points[index]!;
    if (Math.abs(ax - bx) > SKEW && Math.abs(ay - by) > SKEW) return false;
  }
  const [first, last] = [points[0]!, points.at(-1)!];
  return Math.abs(first[0] - last[0]) <= SKEW || Math.abs(first[1] - last[1]) <= SKEW;
}

function addLine([ax, ay]: Point, [bx, by]: Point, width: number, rulings: Ruling[]): void {
  const [x0, x1] = ax < bx ? [ax, bx] : [bx, ax];
  const [top, bottom] = ay < by ? [ay, by] : [by, ay];
  const horizontal = bottom - top <= SKEW && x1 - x0 > SKEW;
  const vertical = x1 - x0 <= SKEW && bottom - top > SKEW;
  if (!horizontal && !vertical) return;
  const direction = horizontal ? 'horizontal' : 'vertical';
  rulings.push({ direction, box: { x0, top, x1, bottom }, width });
}

/** White, or nearly so: it erases, it does not draw. */
function isPale(colour: string): boolean {
  if (colour.length !== 7) return false;
  const value = Number.parseInt(colour.slice(1), 16);
  return value >> 16 >= PALEST && ((value >> 8) & 0xff) >= PALEST && (value & 0xff) >= PALEST;
}
