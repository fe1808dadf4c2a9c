import type { OutsideTools } from '../../pipeline/read/outside-tools.js';
import { findLibreOffice, libreOffice } from './libreoffice.js';
import { hasTesseract, tesseract } from './tesseract.js';

/** Programs of this machine that readers may use; OCR is looked for only where it is asked for. */
export function findOutsideTools(ocr: boolean): OutsideTools {
  const office = findLibreOffice();
  return {
    recognise: ocr && hasTesseract() ? tesseract() : null,
    modernise: office === null ? null : libreOffice(office),
  };
}
