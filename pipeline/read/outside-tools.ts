import type { Raster } from '../recognise/raster.js';
import type { RecognisedPage } from '../recognise/recognised-page.js';

/** What reads pages from their pictures. */
export interface Recogniser {
  /** Its name, as records carry it. */
  readonly engine: string;
  /** Pages that it may be given at once. */
  readonly atOnce: number;
  /**
   * Reads a page.
   * @param picture grey, with the colours of stamps taken out
   * @param inch pixels of the picture that make an inch of the page
   * @throws ReadError `needs_ocr_program` where it cannot run
   */
  read(picture: Raster, inch: number): Promise<RecognisedPage>;
}

/**
 * Programs and models outside the pipeline that a reader may ask for. The pipeline itself starts none:
 * who calls it hands them in, and what is missing is null.
 */
export interface OutsideTools {
  readonly recognise: Recogniser | null;
  /** Turns an old Word or Excel file (DOC, XLS, WPS, RTF) into DOCX or XLSX. */
  readonly modernise: ((bytes: Uint8Array, name: string) => Promise<Uint8Array>) | null;
}

export const NO_TOOLS: OutsideTools = { recognise: null, modernise: null };
