import type { Pixels, Raster } from './raster.js';

/** How much brighter the red of a red ink is than its green and blue. */
const REDDER = 70;
/** A red ink that is as bright as this in red light would not be seen in it. */
const TOO_BRIGHT = 232;
/** The grey that such ink is given where it is a head. */
const HEAD_GREY = 150;
/** Share of the page from its top in which red ink is a head, and the least share of it there. */
const HEAD = 0.35;
const LEAST_HEAD = 0.0005;

/**
 * The red of each pixel as its grey. Stamps are red: in red light they are as bright as paper, and what
 * they lie over is read. Red heads mostly stay darker than paper; where their ink is wholly red, that at
 * the top of a document's first page is made grey.
 */
export function greyOf(pixels: Pixels, isFirstPage = false): Raster {
  const { width, height, channels, data } = pixels;
  if (channels === 1) {
    const bytes = data instanceof Uint8Array ? data : new Uint8Array(data);
    return { width, height, data: bytes };
  }
  const grey = new Uint8Array(width * height);
  for (let at = 0, from = 0; at < grey.length; at++, from += channels) {
    grey[at] = channels === 4 ? onWhite(data[from]!, data[from + 3]!) : data[from]!;
  }
  if (isFirstPage) darkenHead(pixels, grey);
  return { width, height, data: grey };
}

function darkenHead({ width, height, channels, data }: Pixels, grey: Uint8Array): void {
  const end = Math.floor(height * HEAD) * width;
  const isRed = (at: number): boolean => {
    const from = at * channels;
    return data[from]! - Math.max(data[from + 1]!, data[from + 2]!) >= REDDER;
  };
  let [count, sum] = [0, 0];
  for (let at = 0; at < end; at++) {
    if (!isRed(at)) continue;
    count++;
    sum += grey[at]!;
  }
  if (count < end * LEAST_HEAD || sum < count * TOO_BRIGHT) return;
  for (let at = 0; at < end; at++) if (isRed(at)) grey[at] = Math.min(grey[at]!, HEAD_GREY);
}

/** A colour of some opacity, both from 0 to 255, as it looks on white. */
export const onWhite = (value: number, opacity: number): number =>
  opacity === 255 ? value : 255 - ((255 - value) * opacity) / 255;

/** An image of a bit a pixel, rows filled up to whole bytes; 1 is white. */
export function greyOfBits(
  width: number,
  height: number,
  bits: Uint8Array | Uint8ClampedArray,
): Raster {
  const stride = (width + 7) >> 3;
  const grey = new Uint8Array(width * height);
  for (let row = 0, at = 0; row < height; row++) {
    for (let column = 0; column < width; column++, at++) {
      const byte = bits[row * stride + (column >> 3)]!;
      if ((byte >> (7 - (column & 7))) & 1) grey[at] = 255;
    }
  }
  return { width, height, data: grey };
}
