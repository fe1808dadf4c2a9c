import type { OutsideTools } from '../../pipeline/read/outside-tools.js';
import { findLibreOffice, libreOffice } from './libreoffice.js';
import { findTesseract, tesseract } from './tesseract.js';

/** Programs of this machine that readers may use; OCR is looked for only where it is asked for. */
export function findOutsideTools(ocr: boolean): OutsideTools {
  const languages = ocr ? findTesseract() : null;
  const office = findLibreOffice();
  return {
    recognise: languages === null ? null : tesseract(languages),
    modernise: office === null ? null : libreOffice(office),
  };
}
