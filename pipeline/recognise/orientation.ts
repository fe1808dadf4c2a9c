import { LINE_HEIGHT, lineImage, lineInput } from './line-image.js';
import type { Models } from './models.js';
import { type Raster, resized } from './raster.js';
import type { TextBox } from './text-boxes.js';

/** Pixels of the images that orientation is told from. */
const WIDTH = 192;
/** Lines that are looked at: the longest, which say most. */
const LINES = 12;
/** A box that is so many times as high as wide is a line that runs down. */
const TALL = 1.5;
/** A line of fewer characters' widths says little. */
const LEAST_LONG = 2;

/** Whether most lines of a page run down: it lies on its side. */
export function liesOnItsSide(boxes: readonly TextBox[]): boolean {
  const long = boxes.filter(
    ({ width, height }) => Math.max(width, height) > TALL * Math.min(width, height),
  );
  const length = (tall: boolean): number =>
    long.reduce(
      (sum, { width, height }) => sum + (height > width === tall ? Math.max(width, height) : 0),
      0,
    );
  return long.length >= 3 && length(true) > length(false) * 2;
}

/** Whether a page stands on its head, as its longest lines say. */
export async function standsOnItsHead(
  page: Raster,
  boxes: readonly TextBox[],
  { upsideDown }: Models,
): Promise<boolean> {
  const lines = boxes
    .filter(({ width, height }) => width > height * LEAST_LONG)
    .sort((a, b) => b.width - a.width)
    .slice(0, LINES);
  let votes = 0;
  for (const line of lines) {
    const image = lineImage(page, { ...line, width: Math.min(line.width, line.height * 4) });
    const input = lineInput(fitted(image), WIDTH);
    votes += (await upsideDown(input)) > 0.5 ? 1 : 0;
  }
  return votes * 2 > lines.length;
}

const fitted = (image: Raster): Raster =>
  image.width > WIDTH ? resized(image, WIDTH, LINE_HEIGHT) : image;
