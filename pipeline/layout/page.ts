import type { Box } from '../model/document.js';

/**
 * One character (or ligature) as a page draws it. Boxes are in points from the top left corner of
 * the page as it is shown (rotation applied).
 */
export interface Character {
  readonly text: string;
  readonly box: Box;
  /** Size of the font in points, rotation and scale applied. */
  readonly size: number;
  readonly font: string;
  readonly bold: boolean;
  /** Direction of the baseline in degrees clockwise: 0 for upright text, 90 for text that runs down. */
  readonly angle: number;
  /** Position in the order in which the page draws. */
  readonly order: number;
  /** Whether it was laid over the page (a note, a stamp's words) and is no part of its lines. */
  readonly isOverlay?: true;
  /** The characters that it was put together from, where places are kept. */
  readonly glyphs?: readonly Character[];
}

/** A straight line that a page draws, or an edge of a thin or stroked rectangle. */
export interface Ruling {
  readonly direction: 'horizontal' | 'vertical';
  readonly box: Box;
  /** Thickness in points; 0 for the edge of a shaded area, along which no line is drawn. */
  readonly width: number;
  /** Whether it is drawn in white: a line only where it parts shaded areas. */
  readonly pale?: true;
}

/** What a reader of a page format (PDF, OFD) takes from one page; all that layout sees. */
export interface PageContent {
  /** Counted from 1 in the file. */
  readonly number: number;
  readonly width: number;
  readonly height: number;
  readonly characters: readonly Character[];
  readonly rulings: readonly Ruling[];
}
