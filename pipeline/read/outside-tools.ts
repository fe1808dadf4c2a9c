import type { Box } from '../model/document.js';

/**
 * A word that OCR read on a page image; its box in pixels from the top left corner, as high as the
 * line that it stands on.
 */
export interface RecognisedWord {
  readonly text: string;
  readonly box: Box;
  /** 0 to 100. */
  readonly confidence: number;
}

/**
 * Programs outside the process that a reader may ask for. The pipeline itself starts none: who
 * calls it hands them in, and what is missing is null.
 */
export interface OutsideTools {
  /** Reads a page image (PNG); Chinese and Latin letters. */
  readonly recognise: ((image: Uint8Array) => Promise<RecognisedWord[]>) | null;
  /** Turns an old Word or Excel file (DOC, XLS, WPS, RTF) into DOCX or XLSX. */
  readonly modernise: ((bytes: Uint8Array, name: string) => Promise<Uint8Array>) | null;
}

export const NO_TOOLS: OutsideTools = { recognise: null, modernise: null };
