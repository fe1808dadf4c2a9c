import { type Raster, resized } from './raster.js';

/** What finds text: a share of certainty for each pixel of its input that it lies in a line's core. */
export type DetectText = (
  input: Float32Array,
  width: number,
  height: number,
) => Promise<Float32Array>;

/** A line of text where it stands: a rectangle about its middle, in pixels, and its slant. */
export interface TextBox {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  /** Pixels down for each pixel to the right. */
  readonly slope: number;
}

/** The network's input is made of squares of so many pixels. */
const STEP = 32;
/** Mean and spread of the colours that the network was trained with: blue, green, red. */
const MEANS = [0.485, 0.456, 0.406] as const;
const SPREADS = [0.229, 0.224, 0.225] as const;
/** Certainty of a core's pixels, and of a whole core on average. */
const SURE = 0.3;
const SURE_ON_AVERAGE = 0.5;
/** Pixels: a smaller core is a speck. */
const SMALLEST = 3;
/** How far a line reaches beyond its core, as a share of the core's area by its edge. */
const UNCLIP = 1.5;
/** A core that is less even than this has no slant of its own. */
const LEAST_LONG = 4;
const FLATTEST = 0.004;

/** The lines of text on a page; `side` is the longest side, in pixels, at which it is looked at. */
export async function textBoxesOf(
  page: Raster,
  side: number,
  detect: DetectText,
): Promise<TextBox[]> {
  const scale = Math.min(1, side / Math.max(page.width, page.height));
  const width = Math.max(STEP, Math.round((page.width * scale) / STEP) * STEP);
  const height = Math.max(STEP, Math.round((page.height * scale) / STEP) * STEP);
  const map = await detect(inputOf(resized(page, width, height)), width, height);
  const across = page.width / width;
  const down = page.height / height;
  return coresOf(map, width, height).map(({ x, y, width: w, height: h, slope }) => ({
    x: x * across,
    y: y * down,
    width: w * across,
    height: h * down,
    slope: (slope * down) / across,
  }));
}

function inputOf({ width, height, data }: Raster): Float32Array {
  const area = width * height;
  const input = new Float32Array(area * 3);
  for (let channel = 0; channel < 3; channel++) {
    const values = Float32Array.from(
      { length: 256 },
      (_, value) => (value / 255 - MEANS[channel]!) / SPREADS[channel]!,
    );
    for (let at = 0; at < area; at++) input[channel * area + at] = values[data[at]!]!;
  }
  return input;
}

/** The connected cores of a map, grown to the lines around them. */
export function coresOf(map: Float32Array, width: number, height: number): TextBox[] {
  const seen = new Uint8Array(map.length);
  const stack: number[] = [];
  const boxes: TextBox[] = [];
  for (let start = 0; start < map.length; start++) {
    if (seen[start] === 1 || map[start]! < SURE) continue;
    const pixels: number[] = [];
    seen[start] = 1;
    stack.push(start);
    for (let at = stack.pop(); at !== undefined; at = stack.pop()) {
      pixels.push(at);
      const column = at % width;
      for (let y = -1; y <= 1; y++) {
        for (let x = -1; x <= 1; x++) {
          const next = at + y * width + x;
          if (column + x < 0 || column + x >= width || next < 0 || next >= map.length) continue;
          if (seen[next] === 1 || map[next]! < SURE) continue;
          seen[next] = 1;
          stack.push(next);
        }
      }
    }
    const box = boxOf(pixels, map, width);
    if (box) boxes.push(grown(box, width, height));
  }
  return boxes;
}

function boxOf(pixels: readonly number[], map: Float32Array, width: number): TextBox | null {
  let sure = 0;
  let [sumX, sumY, sumXX, sumXY] = [0, 0, 0, 0];
  let [left, right, top, bottom] = [Infinity, -Infinity, Infinity, -Infinity];
  for (const at of pixels) {
    const x = at % width;
    const y = (at - x) / width;
    sure += map[at]!;
    sumX += x;
    sumY += y;
    sumXX += x * x;
    sumXY += x * y;
    left = Math.min(left, x);
    right = Math.max(right, x);
    top = Math.min(top, y);
    bottom = Math.max(bottom, y);
  }
  const count = pixels.length;
  if (sure / count < SURE_ON_AVERAGE) return null;
  const spread = sumXX * count - sumX * sumX;
  const long = right - left > LEAST_LONG * (bottom - top + 1) || right - left > 40;
  let slope = long && spread > 0 ? (sumXY * count - sumX * sumY) / spread : 0;
  if (Math.abs(slope) < FLATTEST) slope = 0;
  if (slope !== 0) {
    // Across a slanted line, the core is as high as it is off its own axis.
    const middle = (left + right) / 2;
    [top, bottom] = [Infinity, -Infinity];
    for (const at of pixels) {
      const x = at % width;
      const y = (at - x) / width - (x - middle) * slope;
      top = Math.min(top, y);
      bottom = Math.max(bottom, y);
    }
  }
  const box = {
    x: (left + right + 1) / 2,
    y: (top + bottom + 1) / 2,
    width: right - left + 1,
    height: bottom - top + 1,
    slope,
  };
  return Math.min(box.width, box.height) < SMALLEST ? null : box;
}

function grown(box: TextBox, width: number, height: number): TextBox {
  const by = (box.width * box.height * UNCLIP) / (2 * (box.width + box.height));
  const x0 = Math.max(0, box.x - box.width / 2 - by);
  const x1 = Math.min(width, box.x + box.width / 2 + by);
  const top = Math.max(0, box.y - box.height / 2 - by);
  const bottom = Math.min(height, box.y + box.height / 2 + by);
  return {
    x: (x0 + x1) / 2,
    y: (top + bottom) / 2,
    width: x1 - x0,
    height: bottom - top,
    slope: box.slope,
  };
}
