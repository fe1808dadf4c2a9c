/** A picture in grey: a byte a pixel, row by row from the top left; 0 is black, 255 white. */
export interface Raster {
  readonly width: number;
  readonly height: number;
  readonly data: Uint8Array;
}

/** Pixels as a decoder gives them: grey, RGB or RGB with opacity, a byte a channel. */
export interface Pixels {
  readonly width: number;
  readonly height: number;
  readonly channels: 1 | 3 | 4;
  readonly data: Uint8Array | Uint8ClampedArray;
}

export const blank = (width: number, height: number): Raster => ({
  width,
  height,
  data: new Uint8Array(width * height).fill(255),
});

/** A rectangle in pixels from the top left corner; sides may lie between pixels. */
export interface PixelBox {
  readonly x0: number;
  readonly top: number;
  readonly x1: number;
  readonly bottom: number;
}

/** Share of a source row or column that each step of a smaller scale takes in, with its first place. */
interface Weights {
  readonly first: Int32Array;
  readonly count: Int32Array;
  readonly weights: Float32Array;
  readonly most: number;
}

/**
 * Triangle filter from `from` to `to` steps over [start, start + length): as wide as a source step where
 * it enlarges, as a step of the result where it makes smaller, so that thin strokes do not fall out.
 */
function weightsOf(start: number, length: number, size: number, to: number): Weights {
  const scale = length / to;
  const support = Math.max(1, scale);
  const most = Math.ceil(support) * 2 + 2;
  const first = new Int32Array(to);
  const count = new Int32Array(to);
  const weights = new Float32Array(to * most);
  for (let step = 0; step < to; step++) {
    const centre = start + (step + 0.5) * scale - 0.5;
    const low = Math.max(0, Math.ceil(centre - support));
    const high = Math.min(size - 1, Math.floor(centre + support));
    first[step] = Math.min(Math.max(low, 0), size - 1);
    let sum = 0;
    let used = 0;
    for (let at = low; at <= high && used < most; at++) {
      const weight = Math.max(0, 1 - Math.abs(at - centre) / support);
      weights[step * most + used++] = weight;
      sum += weight;
    }
    if (sum === 0) {
      first[step] = Math.min(Math.max(Math.round(centre), 0), size - 1);
      weights[step * most] = 1;
      used = 1;
      sum = 1;
    }
    for (let index = 0; index < used; index++) weights[step * most + index]! /= sum;
    count[step] = used;
  }
  return { first, count, weights, most };
}

/** A part of a picture (the whole, where no box is given) at another size. */
export function resized(
  { width, height, data }: Raster,
  toWidth: number,
  toHeight: number,
  box: PixelBox = { x0: 0, top: 0, x1: width, bottom: height },
): Raster {
  const across = weightsOf(box.x0, box.x1 - box.x0, width, toWidth);
  const down = weightsOf(box.top, box.bottom - box.top, height, toHeight);
  const firstRow = down.first.reduce((least, row) => Math.min(least, row), height - 1);
  const lastRow = down.first.reduce(
    (most, row, step) => Math.max(most, row + down.count[step]! - 1),
    0,
  );
  const rows = new Float32Array((lastRow - firstRow + 1) * toWidth);
  for (let row = firstRow; row <= lastRow; row++) {
    const from = row * width;
    const to = (row - firstRow) * toWidth;
    for (let step = 0; step < toWidth; step++) {
      const at = from + across.first[step]!;
      const weight = step * across.most;
      let sum = 0;
      for (let index = 0; index < across.count[step]!; index++) {
        sum += data[at + index]! * across.weights[weight + index]!;
      }
      rows[to + step] = sum;
    }
  }
  const result = new Uint8Array(toWidth * toHeight);
  for (let row = 0; row < toHeight; row++) {
    const at = (down.first[row]! - firstRow) * toWidth;
    const weight = row * down.most;
    for (let column = 0; column < toWidth; column++) {
      let sum = 0;
      for (let index = 0; index < down.count[row]!; index++) {
        sum += rows[at + index * toWidth + column]! * down.weights[weight + index]!;
      }
      result[row * toWidth + column] = sum + 0.5;
    }
  }
  return { width: toWidth, height: toHeight, data: result };
}

/** The picture by a whole number smaller; each pixel is the mean of those that it stands for. */
export function reduced(raster: Raster, by: number): Raster {
  if (by <= 1) return raster;
  const width = Math.max(1, Math.floor(raster.width / by));
  const height = Math.max(1, Math.floor(raster.height / by));
  const data = new Uint8Array(width * height);
  const area = by * by;
  for (let row = 0; row < height; row++) {
    for (let column = 0; column < width; column++) {
      let sum = 0;
      for (let y = 0; y < by; y++) {
        const at = (row * by + y) * raster.width + column * by;
        for (let x = 0; x < by; x++) sum += raster.data[at + x]!;
      }
      data[row * width + column] = sum / area + 0.5;
    }
  }
  return { width, height, data };
}

/** The picture turned by quarters of a circle clockwise. */
export function turned(raster: Raster, quarters: number): Raster {
  const { width, height, data } = raster;
  const turns = ((quarters % 4) + 4) % 4;
  if (turns === 0) return raster;
  if (turns === 2) return { width, height, data: data.slice().reverse() };
  const result = new Uint8Array(data.length);
  for (let row = 0; row < height; row++) {
    for (let column = 0; column < width; column++) {
      const to =
        turns === 1 ? column * height + (height - 1 - row) : (width - 1 - column) * height + row;
      result[to] = data[row * width + column]!;
    }
  }
  return { width: height, height: width, data: result };
}

/** Value between pixels; white outside the picture. */
function valueAt({ width, height, data }: Raster, x: number, y: number): number {
  const left = Math.floor(x);
  const above = Math.floor(y);
  if (left < 0 || above < 0 || left >= width - 1 || above >= height - 1) {
    const column = Math.round(x);
    const row = Math.round(y);
    if (column < 0 || row < 0 || column >= width || row >= height) return 255;
    return data[row * width + column]!;
  }
  const right = x - left;
  const below = y - above;
  const at = above * width + left;
  const upper = data[at]! * (1 - right) + data[at + 1]! * right;
  const lower = data[at + width]! * (1 - right) + data[at + width + 1]! * right;
  return upper * (1 - below) + lower * below;
}

/** A point of one picture for a point of another. */
export type PointMap = (x: number, y: number) => readonly [x: number, y: number];

/** A picture drawn from another: `source` tells where each of its pixels is taken from. */
export function mapped(raster: Raster, width: number, height: number, source: PointMap): Raster {
  const data = new Uint8Array(width * height);
  for (let row = 0; row < height; row++) {
    for (let column = 0; column < width; column++) {
      const [x, y] = source(column, row);
      data[row * width + column] = valueAt(raster, x, y) + 0.5;
    }
  }
  return { width, height, data };
}

/** The picture rotated about its middle, clockwise by an angle in degrees; its size stays. */
export function rotated(raster: Raster, degrees: number): Raster {
  const { width, height } = raster;
  const cosine = Math.cos((degrees * Math.PI) / 180);
  const sine = Math.sin((degrees * Math.PI) / 180);
  const [middleX, middleY] = [(width - 1) / 2, (height - 1) / 2];
  const result = new Uint8Array(width * height);
  for (let row = 0; row < height; row++) {
    const y = row - middleY;
    for (let column = 0; column < width; column++) {
      const x = column - middleX;
      result[row * width + column] =
        valueAt(raster, x * cosine + y * sine + middleX, y * cosine - x * sine + middleY) + 0.5;
    }
  }
  return { width, height, data: result };
}
