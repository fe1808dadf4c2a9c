import type { Pixels, Raster } from './raster.js';

/**
 * The red of each pixel as its grey. Stamps are red: in red light they are as bright as paper, and what
 * they lie over is read. Red heads stay darker than paper, as no ink is wholly red.
 */
export function greyOf({ width, height, channels, data }: Pixels): Raster {
  if (channels === 1) {
    const bytes = data instanceof Uint8Array ? data : new Uint8Array(data);
    return { width, height, data: bytes };
  }
  const grey = new Uint8Array(width * height);
  for (let at = 0, from = 0; at < grey.length; at++, from += channels) {
    grey[at] = channels === 4 ? onWhite(data[from]!, data[from + 3]!) : data[from]!;
  }
  return { width, height, data: grey };
}

const onWhite = (value: number, opacity: number): number =>
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
