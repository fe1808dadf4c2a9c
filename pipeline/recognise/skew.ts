import { inkOf, smallOf } from './ink.js';
import type { Raster } from './raster.js';

/** Degrees that are searched to either side, first in wide steps, then in fine ones around the best. */
const WIDEST = 8;
const WIDE_STEP = 0.5;
const FINE_STEP = 0.05;
/** A page of fewer pixels of ink shows no direction. */
const LEAST_INK = 200;
/** Ink beyond this is thinned out: the direction shows in a part of it. */
const MOST_INK = 40_000;
/** How much sharper rows must become: less is chance. */
const CLEARLY = 1.02;

/**
 * By how many degrees the lines of a page run down to the right (up: negative). At the right angle the
 * ink of lines falls into few rows; the sum of squares of the rows' ink tells.
 */
export function skewOf(raster: Raster): number {
  const points = inkPoints(raster);
  if (points.length < LEAST_INK * 2) return 0;
  const height = smallOf(raster).height;
  const rows = new Float64Array(height * 3);
  const sharpness = (degrees: number): number => {
    const slope = Math.tan((degrees * Math.PI) / 180);
    rows.fill(0);
    for (let index = 0; index < points.length; index += 2) {
      const row = Math.round(points[index + 1]! - points[index]! * slope) + height;
      if (row >= 0 && row < rows.length) rows[row]!++;
    }
    let sum = 0;
    for (const row of rows) sum += row * row;
    return sum;
  };
  let best = bestOf(sharpness, 0, WIDEST, WIDE_STEP);
  best = bestOf(sharpness, best, WIDE_STEP, FINE_STEP);
  return sharpness(best) > sharpness(0) * CLEARLY ? best : 0;
}

function bestOf(
  sharpness: (degrees: number) => number,
  around: number,
  range: number,
  step: number,
): number {
  let best = around;
  let most = sharpness(around);
  for (let count = 1; count * step <= range + 1e-9; count++) {
    for (const degrees of [around - count * step, around + count * step]) {
      const value = sharpness(degrees);
      if (value > most) [best, most] = [degrees, value];
    }
  }
  return best;
}

/** Places of ink as pairs x, y, measured from the middle of the page's width. */
function inkPoints(raster: Raster): Float32Array {
  const { width, height, data } = inkOf(smallOf(raster));
  let count = 0;
  // What touches the edges is the scanner's border.
  const border = Math.round(width * 0.02);
  const points: number[] = [];
  let total = 0;
  for (const value of data) total += value;
  const every = Math.max(1, Math.ceil(total / MOST_INK));
  for (let row = border; row < height - border; row++) {
    for (let column = border; column < width - border; column++) {
      if (data[row * width + column] === 1 && count++ % every === 0) {
        points.push(column - width / 2, row);
      }
    }
  }
  return Float32Array.from(points);
}
