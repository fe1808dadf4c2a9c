import type { PageFault } from './page-fault.js';

/** A page drawn as an image; its size in points, and pixels a point. */
export interface Picture {
  readonly png: Uint8Array;
  readonly width: number;
  readonly height: number;
  readonly scale: number;
}

/** A file that is open for pictures of its pages; `close` it, or its memory stays. */
export interface PagePictures {
  /**
   * A page, counted from 1 in the file; what is wrong with it, or null where it shows no picture.
   * @throws ReadError `needs_ocr_program` where this machine cannot draw
   */
  picture(number: number): Promise<Picture | PageFault | null>;
  close(): Promise<void>;
}

/**
 * What tesseract reads Chinese best at: letters of 10.5 to 16 points are some 30 to 45 pixels high.
 * Twice as fine, it leaves out words and takes longer.
 */
const DOTS_PER_INCH = 200;
const POINTS_PER_INCH = 72;
/** Pixels of the largest picture: A2 at 200 dots an inch. */
const MOST_PIXELS = 16_000_000;

/** Pixels of the largest image that is drawn on a page: A3 at 600 dots an inch. */
export const LARGEST_IMAGE = 72_000_000;

/** Pixels a point in which a page of that size, in points, is drawn. */
export function pictureScale(width: number, height: number): number {
  const scale = DOTS_PER_INCH / POINTS_PER_INCH;
  return Math.min(scale, Math.sqrt(MOST_PIXELS / Math.max(1, width * height)));
}
