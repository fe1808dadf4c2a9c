import type { OutsideTools, Recogniser } from '../../pipeline/read/outside-tools.js';
import type { ReadOptions } from '../../pipeline/read/reader.js';
import { OCR_ENGINES, type OcrEngine } from './engines.js';
import { findLibreOffice, libreOffice } from './libreoffice.js';
import { hasPaddle, paddle } from './paddle.js';
import { hasTesseract, tesseract } from './tesseract.js';

/**
 * What readers may use of this machine; OCR is looked for only where it is asked for: the networks
 * where they are installed, else tesseract, unless one is named.
 */
export function findOutsideTools({
  ocr = false,
  ocrEngine = null,
}: Pick<ReadOptions, 'ocr' | 'ocrEngine'>): OutsideTools {
  const office = findLibreOffice();
  return {
    recognise: ocr === false ? null : findRecogniser(ocrEngine),
    modernise: office === null ? null : libreOffice(office),
  };
}

function findRecogniser(engine: string | null): Recogniser | null {
  const readers: Readonly<Record<OcrEngine, () => Recogniser | null>> = {
    'pp-ocr': () => (hasPaddle() ? paddle() : null),
    tesseract: () => (hasTesseract() ? tesseract() : null),
  };
  for (const name of OCR_ENGINES) {
    const reader = engine === null || engine === name ? readers[name]() : null;
    if (reader) return reader;
  }
  return null;
}
