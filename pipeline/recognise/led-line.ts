import { LEAD_IMAGE } from './data/lead-image.js';
import type { Raster } from './raster.js';

/** Shades of an image of two bits a pixel. */
const SHADES = [0, 85, 170, 255] as const;

let lead: Raster | undefined;

/**
 * Known characters that are set before a short line (`≥10` alone in a cell): the network learnt whole
 * lines, and takes a sign that opens a short one for a letter that it resembles.
 */
export function leadImage(): Raster {
  lead ??= unpacked();
  return lead;
}

function unpacked(): Raster {
  const { width, height, base64 } = LEAD_IMAGE;
  const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
  const data = Uint8Array.from(
    { length: width * height },
    (_, index) => SHADES[(bytes[index >> 2]! >> (6 - (index & 3) * 2)) & 3]!,
  );
  return { width, height, data };
}
