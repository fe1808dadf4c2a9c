import type { Box } from '../model/document.js';

/** A word that OCR read; its sides in pixels from the left edge of the picture. */
export interface RecognisedWord {
  readonly text: string;
  readonly x0: number;
  readonly x1: number;
  /** 0 to 100. */
  readonly confidence: number;
}

/** A line that OCR read on a page image, with its words from left to right. */
export interface RecognisedLine {
  /** In pixels from the top left corner of the picture. */
  readonly box: Box;
  readonly words: readonly RecognisedWord[];
}

/**
 * Programs outside the process that a reader may ask for. The pipeline itself starts none: who
 * calls it hands them in, and what is missing is null.
 */
export interface OutsideTools {
  /** Reads a page image (PNG) with Chinese words, line by line. */
  readonly recognise: ((image: Uint8Array) => Promise<RecognisedLine[]>) | null;
  /** Turns an old Word or Excel file (DOC, XLS, WPS, RTF) into DOCX or XLSX. */
  readonly modernise: ((bytes: Uint8Array, name: string) => Promise<Uint8Array>) | null;
}

export const NO_TOOLS: OutsideTools = { recognise: null, modernise: null };
