import { fileURLToPath } from 'node:url';
import type { PDFDocumentProxy, PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { matrixOf } from '../../layout/drawing/matrix.js';
import { greyOf } from '../../recognise/grey.js';
import type { PageDrawing } from '../pages/page-drawing.js';
import type { PageFault } from '../pages/page-fault.js';
import { LARGEST_IMAGE, type PagePictures, type Picture, pictureScale } from '../pages/picture.js';
import type { ReadPage } from '../pages/read-page.js';
import { ReadError } from '../read-error.js';
import { type CanvasFactory, drawPage } from './draw-page.js';
import { OperatorTable, readPage } from './page-content.js';
import { pageImage } from './page-image.js';
import { rebuildTrailer } from './rebuild-trailer.js';
import type { FontFacts } from './text-state.js';

type PdfLibrary = typeof import('pdfjs-dist/legacy/build/pdf.mjs');

/** A folder of the installed package, with the separator at its end that pdf.js asks for. */
const assets = (folder: string): string =>
  fileURLToPath(new URL(`${folder}/`, import.meta.resolve('pdfjs-dist/package.json')));

interface Parameters {
  readonly maxImageSize?: number;
  readonly useWasm?: boolean;
}

/** An open PDF file; `close` it, or its memory stays. */
export class OpenDocument implements PagePictures {
  private readonly fonts = new Map<string, FontFacts>();
  private readonly operators: OperatorTable;

  private constructor(
    readonly document: PDFDocumentProxy,
    private readonly library: PdfLibrary,
    /** Whether its end was lost or broken, so that some of its pages may be missing. */
    readonly mended: boolean,
  ) {
    this.operators = new OperatorTable(library.OPS);
  }

  get pages(): number {
    return this.document.numPages;
  }

  /**
   * Opens a PDF file for its characters and lines: images are not decoded. A file whose end is cut
   * off or whose table of objects is broken is read as far as its bytes go.
   * @throws ReadError `encrypted` or `damaged`
   */
  static async forReading(bytes: Uint8Array, password: string | null): Promise<OpenDocument> {
    return OpenDocument.openOrMend(bytes, password, { maxImageSize: 0, useWasm: false });
  }

  /** Opens it for pictures of its pages. */
  static async forPictures(bytes: Uint8Array, password: string | null): Promise<OpenDocument> {
    return OpenDocument.openOrMend(bytes, password, { maxImageSize: LARGEST_IMAGE });
  }

  private static async openOrMend(
    bytes: Uint8Array,
    password: string | null,
    parameters: Parameters,
  ): Promise<OpenDocument> {
    const library = await import('pdfjs-dist/legacy/build/pdf.mjs');
    let failure: Error | null = null;
    for (const form of passwordForms(password)) {
      try {
        return await OpenDocument.open(library, bytes, form, parameters, false);
      } catch (error) {
        failure = error as Error;
        if (failure.name !== 'PasswordException') break;
      }
    }
    if (failure?.name !== 'PasswordException') {
      const rebuilt = await rebuildTrailer(bytes);
      if (rebuilt) {
        const opened = OpenDocument.open(library, rebuilt, null, parameters, true);
        const mended = await opened.catch(() => null);
        if (mended) return mended;
      }
    }
    throw openingError(failure!, password);
  }

  private static async open(
    library: PdfLibrary,
    bytes: Uint8Array,
    password: string | null,
    parameters: Parameters,
    mended: boolean,
  ): Promise<OpenDocument> {
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
      const document = await task.promise;
      // A file can open and have no page that can be found.
      await document.getPage(1);
      return new OpenDocument(document, library, mended);
    } catch (error) {
      await task.destroy().catch(() => {});
      throw error;
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
        await this.layersOn(),
      );
    } finally {
      page.cleanup();
    }
  }

  /**
   * A page's image at its own size, where it consists of one; else the page drawn, which needs the
   * package @napi-rs/canvas that pdf.js brings along where it can be installed.
   * @throws ReadError `needs_ocr_program`
   */
  async picture(number: number, isFirst = number === 1): Promise<Picture | PageFault> {
    const page = await this.document.getPage(number);
    try {
      return (
        (await pageImage(page, this.library.OPS, isFirst)) ?? (await this.drawn(page, isFirst))
      );
    } catch (error) {
      throw new ReadError(
        'needs_ocr_program',
        `Page ${number} cannot be drawn for OCR (${(error as Error).message.split('\n')[0]}). Install the package @napi-rs/canvas for this platform, or run without --ocr.`,
      );
    } finally {
      page.cleanup();
    }
  }

  /**
   * A page drawn for a browser, turned clockwise by quarters of a circle.
   * @throws NoCanvasError where this machine cannot draw
   */
  async drawing(number: number, quarters: number): Promise<PageDrawing> {
    const page = await this.document.getPage(number);
    try {
      return await drawPage(
        page,
        quarters,
        this.document.canvasFactory as unknown as CanvasFactory,
      );
    } finally {
      page.cleanup();
    }
  }

  private async drawn(page: PDFPageProxy, isFirst: boolean): Promise<Picture> {
    const { width, height } = page.getViewport({ scale: 1 });
    const scale = pictureScale(width, height);
    const viewport = page.getViewport({ scale });
    const factory = this.document.canvasFactory as unknown as CanvasFactory;
    const made = factory.create(Math.ceil(viewport.width), Math.ceil(viewport.height));
    try {
      await page.render({ canvas: made.canvas, viewport } as never).promise;
      const { width: wide, height: high } = made.canvas;
      const { data } = made.context.getImageData(0, 0, wide, high);
      const raster = greyOf({ width: wide, height: high, channels: 4, data }, isFirst);
      return { raster, width, height, left: 0, top: 0, scale };
    } finally {
      factory.destroy(made);
    }
  }

  async close(): Promise<void> {
    await this.document.loadingTask.destroy();
  }

  private layers: Promise<(layer: unknown) => boolean> | null = null;

  /** Tells which layers are shown when the file is opened. */
  private layersOn(): Promise<(layer: unknown) => boolean> {
    this.layers ??= this.document.getOptionalContentConfig().then(
      (config) => (layer) => config.isVisible(layer as never),
      () => () => true,
    );
    return this.layers;
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

/** A password as typed, and as older programs and standards turn it into bytes. */
function passwordForms(password: string | null): (string | null)[] {
  if (password === null) return [null];
  const bytes = String.fromCharCode(...new TextEncoder().encode(password.normalize('NFKC')));
  // A file among others may need none.
  return [...new Set([password, password.normalize('NFKC'), bytes, null])];
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
