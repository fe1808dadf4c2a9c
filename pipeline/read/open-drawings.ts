import { picturePages } from './image/picture-pages.js';
import { OpenPackage } from './ofd/open-package.js';
import type { PageDrawing } from './pages/page-drawing.js';
import { OpenDocument } from './pdf/open-document.js';

export { NoCanvasError, type PageDrawing } from './pages/page-drawing.js';

/** A file that is open for drawings of its pages; `close` it, or its memory stays. */
export interface PageDrawings {
  /**
   * A page, counted from 1 in the file, turned clockwise by quarters of a circle; null where it has nothing
   * but words and lines, which its geometry tells.
   * @throws NoCanvasError where this machine cannot draw
   */
  drawing(number: number, quarters: number): Promise<PageDrawing | null>;
  close(): Promise<void>;
}

/**
 * Opens a file of pages for pictures that a browser shows.
 * @throws ReadError where it cannot be read
 */
export async function openDrawings(
  bytes: Uint8Array,
  format: 'pdf' | 'ofd' | 'image',
  password: string | null,
): Promise<PageDrawings> {
  if (format === 'pdf') return OpenDocument.forPictures(bytes, password);
  if (format === 'image') return OpenDocument.forPictures(await picturePages(bytes), null);
  return (await OpenPackage.open(bytes)).file;
}
