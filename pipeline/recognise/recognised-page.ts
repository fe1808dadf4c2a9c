import type { PixelBox } from './raster.js';
import type { Segment } from './rulings.js';

/** A word, or a character, that was recognised; its sides in pixels from the picture's left edge. */
export interface RecognisedWord {
  readonly text: string;
  readonly x0: number;
  readonly x1: number;
  /** 0 to 100. */
  readonly confidence: number;
}

/** A line that was recognised, with its words from left to right. */
export interface RecognisedLine {
  /** In pixels from the top left corner of the picture. */
  readonly box: PixelBox;
  readonly words: readonly RecognisedWord[];
  /** Whether it stands in a table's cell. */
  readonly inTable?: boolean;
  /** Height of its characters in pixels, where it is known better than from the box. */
  readonly size?: number;
}

/** What was read on a page's picture. */
export interface RecognisedPage {
  /** Pixels of the picture as it was read: upright. */
  readonly width: number;
  readonly height: number;
  readonly lines: readonly RecognisedLine[];
  readonly rulings: readonly Segment[];
  /** Quarters of a circle by which the picture was turned clockwise to be read; left out: none. */
  readonly quarters?: number;
  /** Degrees by which it was rotated clockwise about its middle after that; left out: none. */
  readonly degrees?: number;
}
