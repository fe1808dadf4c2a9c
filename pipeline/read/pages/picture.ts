import type { Raster } from '../../recognise/raster.js';
import type { PageFault } from './page-fault.js';

/** A page as a picture: its image at its own size, or the page drawn. */
export interface Picture {
  readonly raster: Raster;
  /** Size of the page in points. */
  readonly width: number;
  readonly height: number;
  /** Where the picture stands on the page, in points. */
  readonly left: number;
  readonly top: number;
  /** Pixels a point. */
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

/** Pages are drawn so fine that letters of 10.5 to 16 points are some 30 to 45 pixels high. */
const DOTS_PER_INCH = 200;
export const POINTS_PER_INCH = 72;
/** Pixels of the largest picture: A2 at 200 dots an inch. */
const MOST_PIXELS = 16_000_000;

/** Pixels of the largest image that is decoded: A3 at 450 dots an inch, A4 at 600. */
export const LARGEST_IMAGE = 40_000_000;

/** Pixels a point in which a page of that size, in points, is drawn. */
export function pictureScale(width: number, height: number): number {
  const scale = DOTS_PER_INCH / POINTS_PER_INCH;
  return Math.min(scale, Math.sqrt(MOST_PIXELS / Math.max(1, width * height)));
}
