import { fileURLToPath } from 'node:url';
import type { PDFDocumentProxy, PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { ReadError } from '../read-error.js';
import { matrixOf } from './matrix.js';
import { OperatorTable, type ReadPage, readPage } from './page-content.js';
import type { FontFacts } from './text-state.js';

type PdfLibrary = typeof import('pdfjs-dist/legacy/build/pdf.mjs');

/** A folder of the installed package, with the separator at its end that pdf.js asks for. */
const assets = (folder: string): string =>
  fileURLToPath(new URL(`${folder}/`, import.meta.resolve('pdfjs-dist/package.json')));

/** An open PDF file; `close` it, or its memory stays. */
export class OpenDocument {
  private readonly fonts = new Map<string, FontFacts>();
  private readonly operators: OperatorTable;

  private constructor(
    readonly document: PDFDocumentProxy,
    library: PdfLibrary,
  ) {
    this.operators = new OperatorTable(library.OPS);
  }

  get pages(): number {
    return this.document.numPages;
  }

  /**
   * Opens a PDF file for its characters and lines: images are not decoded.
   * @throws ReadError `encrypted` or `damaged`
   */
  static async forReading(bytes: Uint8Array, password: string | null): Promise<OpenDocument> {
    return OpenDocument.open(bytes, password, { maxImageSize: 0 });
  }

  /** Opens it for pictures of its pages. */
  static async forPictures(bytes: Uint8Array, password: string | null): Promise<OpenDocument> {
    return OpenDocument.open(bytes, password, {});
  }

  private static async open(
    bytes: Uint8Array,
    password: string | null,
    parameters: { readonly maxImageSize?: number },
  ): Promise<OpenDocument> {
    const library = await import('pdfjs-dist/legacy/build/pdf.mjs');
    const task = library.getDocument({
      // pdf.js takes the buffer over; the caller's bytes stay whole.
      data: new Uint8Array(bytes),
      cMapUrl: assets('cmaps'),
      cMapPacked: true,
      standardFontDataUrl: assets('standard_fonts'),
      wasmUrl: assets('wasm'),
      isEvalSupported: false,
      useSystemFonts: false,
      enableXfa: false,
      verbosity: library.VerbosityLevel.ERRORS,
      ...(password !== null && { password }),
      ...parameters,
    });
    try {
      return new OpenDocument(await task.promise, library);
    } catch (error) {
      await task.destroy().catch(() => {});
      throw openingError(error as Error, password);
    }
  }

  /** Characters and rulings of a page, counted from 1. */
  async read(number: number): Promise<ReadPage> {
    const page = await this.document.getPage(number);
    try {
      const list = await page.getOperatorList();
      const viewport = page.getViewport({ scale: 1 });
      return readPage(
        {
          number,
          width: viewport.width,
          height: viewport.height,
          transform: matrixOf(viewport.transform),
          functions: list.fnArray,
          arguments: list.argsArray as (readonly unknown[] | null)[],
        },
        this.operators,
        (name) => this.font(name, page),
      );
    } finally {
      page.cleanup();
    }
  }

  async close(): Promise<void> {
    await this.document.loadingTask.destroy();
  }

  private font(name: string, page: PDFPageProxy): FontFacts | null {
    const known = this.fonts.get(name);
    if (known) return known;
    const objects = page.commonObjs;
    if (!objects.has(name)) return null;
    const loaded = objects.get(name);
    const facts: FontFacts = {
      name: loaded.name ?? name,
      bold: Boolean(loaded.bold || loaded.black),
      vertical: Boolean(loaded.vertical),
      isType3: Boolean(loaded.isType3Font),
      fontMatrix: loaded.fontMatrix ?? [0.001, 0, 0, 0.001, 0, 0],
      defaultVMetrics: loaded.defaultVMetrics ?? null,
    };
    this.fonts.set(name, facts);
    return facts;
  }
}

function openingError(error: Error, password: string | null): ReadError {
  if (error.name === 'PasswordException') {
    const message =
      password === null
        ? 'The file opens with a password only. Give it with --password.'
        : 'The password does not open the file. Give the right one with --password.';
    return new ReadError('encrypted', message);
  }
  const says = error.message ? ` (${error.message.split('\n')[0]})` : '';
  return new ReadError(
    'damaged',
    `The PDF file is damaged and cannot be opened${says}. Get it anew from its source, or print it to a new PDF.`,
  );
}
