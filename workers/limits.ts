/** What a document may take where nobody says otherwise. */
export const DEFAULT_LIMITS = {
  /** Seconds. */
  timeout: 120,
  /** Seconds where pages are read by OCR, which takes one to three a page. */
  ocrTimeout: 1200,
  /** Bytes of the file. */
  maxBytes: 64 * 2 ** 20,
  /**
   * MiB of the JavaScript heap; the process takes some 400 more. A compendium of 532 pages needs 300,
   * a sheet of a million cells 550.
   */
  maxMemory: 576,
  maxPages: 5000,
} as const;
