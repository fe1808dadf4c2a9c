/** A page as a picture that a browser shows. */
export interface PageDrawing {
  /** WebP. */
  readonly bytes: Uint8Array;
  /** Whether it lacks words whose font the file does not bring along. */
  readonly lacksWords: boolean;
}

/** Pages are drawn so fine that type of 9 points can be read at twice the usual size. */
const DOTS_PER_INCH = 150;
/** Pixels of the largest picture. */
const MOST_PIXELS = 4_000_000;
/** Of 100: letters are sharp, and a page takes some 100 kilobytes. */
export const DRAWING_QUALITY = 60;

/** Pixels a point in which a page of that size, in points, is drawn for a browser. */
export const drawingScale = (width: number, height: number): number =>
  Math.min(DOTS_PER_INCH / 72, Math.sqrt(MOST_PIXELS / Math.max(1, width * height)));

/** Pictures of pages cannot be made on this machine. */
export class NoCanvasError extends Error {
  constructor(says: string) {
    super(
      `Pictures of pages need the package @napi-rs/canvas, which does not run here (${says}). Install it for this platform (npm ci, without --omit=optional), or leave --page-images out.`,
    );
  }
}
