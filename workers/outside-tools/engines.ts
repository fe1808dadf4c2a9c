/** What may read pictures, by the name that the command line gives it; the first is tried first. */
export const OCR_ENGINES = ['pp-ocr', 'tesseract'] as const;
export type OcrEngine = (typeof OCR_ENGINES)[number];
