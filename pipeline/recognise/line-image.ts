import { mapped, type Raster, resized } from './raster.js';
import type { TextBox } from './text-boxes.js';

/** Pixels that a line is high where the network reads it. */
export const LINE_HEIGHT = 48;
/** The network looks at eight pixels a step. */
const STEP = 8;
/** Pixels of the longest line: far more than a page's width of characters. */
const LONGEST = 4096;

/** A line cut out of a page, as high as the network reads lines. */
export function lineImage(page: Raster, box: TextBox): Raster {
  const width = Math.round((LINE_HEIGHT * box.width) / Math.max(1, box.height) / STEP) * STEP;
  const wide = Math.min(Math.max(width, STEP * 2), LONGEST);
  const x0 = box.x - box.width / 2;
  const top = box.y - box.height / 2;
  if (box.slope === 0) {
    const bounds = { x0, top, x1: x0 + box.width, bottom: top + box.height };
    return resized(page, wide, LINE_HEIGHT, bounds);
  }
  const [w, h] = [Math.max(1, Math.round(box.width)), Math.max(1, Math.round(box.height))];
  const straight = mapped(page, w, h, (x, y) => [
    x0 + x,
    top + y + (x - box.width / 2) * box.slope,
  ]);
  return resized(straight, wide, LINE_HEIGHT);
}

/** Two line images side by side. */
export function besideEachOther(left: Raster, right: Raster): Raster {
  const width = left.width + right.width;
  const data = new Uint8Array(width * left.height);
  for (let row = 0; row < left.height; row++) {
    data.set(left.data.subarray(row * left.width, (row + 1) * left.width), row * width);
    data.set(
      right.data.subarray(row * right.width, (row + 1) * right.width),
      row * width + left.width,
    );
  }
  return { width, height: left.height, data };
}

/**
 * A line image as the network's input: three equal channels from -1 to 1.
 * @param width pixels of the input; what the image leaves of it is grey
 */
export function lineInput({ width, height, data }: Raster, wide = width): Float32Array {
  const area = wide * height;
  const input = new Float32Array(area * 3);
  for (let row = 0; row < height; row++) {
    for (let column = 0; column < Math.min(width, wide); column++) {
      input[row * wide + column] = data[row * width + column]! / 127.5 - 1;
    }
  }
  input.copyWithin(area, 0, area);
  input.copyWithin(area * 2, 0, area);
  return input;
}
