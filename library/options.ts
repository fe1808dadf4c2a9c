import { OptionError } from './errors.js';

/** How one document is read; what is left out takes its default. */
export interface ExtractOptions {
  /**
   * What records call the input (`source.uri`), with the extension that its file has or would have:
   * `a.pdf`. Default: the path; of bytes `document`.
   */
  readonly name?: string;
  /** A WHATWG label (`gb18030`, `utf-16le` …) to read text in; default: told by the bytes. */
  readonly encoding?: string | null;
  /** Opens encrypted PDF files. */
  readonly password?: string | null;
  /**
   * Read pages by OCR (default: false): `auto` or true, those that are pictures or whose text is poor;
   * `all`, each.
   */
  readonly ocr?: boolean | 'auto' | 'all';
  /** What recognises them: `pp-ocr` or `tesseract` (default: the first that is installed). */
  readonly ocrEngine?: 'pp-ocr' | 'tesseract' | null;
  /** Give `tokens`, the words of each task (default: false). */
  readonly tokens?: boolean;
  /** Mask names and telephone numbers of officials (default: false). */
  readonly redactContacts?: boolean;
  /** Most pages of a PDF, OFD or TIFF file (default: 5000). */
  readonly maxPages?: number;
  /** Column of JSON Lines, CSV and Parquet that holds the document as text (default: told by its name). */
  readonly textField?: string;
  /** Column that holds it as HTML (default: told by its name). */
  readonly htmlField?: string;
  /** Column that tells rows apart, kept in `source.meta` in any case. */
  readonly idField?: string;
  /** Columns that are kept in `source.meta` (default: all others). */
  readonly metaFields?: readonly string[];
  /** Stops the work; the call throws the signal's reason. */
  readonly signal?: AbortSignal;
  /** What a reject is: a record of the result (`return`, the default), or an error that is thrown. */
  readonly onReject?: 'return' | 'throw';
}

/** Where documents are converted, and what each may take. */
export interface EngineOptions {
  /**
   * `processes` (the default): child processes, so that a document that hangs, or takes too much
   * memory, costs itself alone. `thread`: the calling thread, at once and without limits of time and
   * memory, for documents that are trusted.
   */
  readonly run?: 'processes' | 'thread';
  /** Documents at the same time (default: the number of processors; of `extract` 1). */
  readonly jobs?: number;
  /** Seconds a document may take (default: 120, with OCR 1200). */
  readonly timeout?: number;
  /** MiB of JavaScript heap a document may take; its process takes some 400 more (default: 576). */
  readonly maxMemory?: number;
  /**
   * Bytes of the largest document that is read, and of a container that is not given as a path
   * (default: 64 MiB). The documents of a container may have four times as much together.
   */
  readonly maxBytes?: number;
  /** Most members of a container, those of containers inside it too (default: 10,000). */
  readonly maxMembers?: number;
  /**
   * Let child processes load all that converting needs, the whole dictionary too (some 300 MB each),
   * when they start and not with their first document (default: false): for programs that stand for days.
   */
  readonly preload?: boolean;
}

/** Every option of a document, and every one of the engine: the types say that none is missing. */
const EXTRACT_OPTIONS: Readonly<Record<keyof ExtractOptions, true>> = {
  name: true,
  encoding: true,
  password: true,
  ocr: true,
  ocrEngine: true,
  tokens: true,
  redactContacts: true,
  maxPages: true,
  textField: true,
  htmlField: true,
  idField: true,
  metaFields: true,
  signal: true,
  onReject: true,
};
const ENGINE_OPTIONS: Readonly<Record<keyof EngineOptions, true>> = {
  run: true,
  jobs: true,
  timeout: true,
  maxMemory: true,
  maxBytes: true,
  maxMembers: true,
  preload: true,
};

/** @throws OptionError where one is unknown, or a number is not above 0 */
export const requireExtractOptions = (options: ExtractOptions): void =>
  requireOptions(options, EXTRACT_OPTIONS);

/** @throws OptionError where one is unknown, or a number is not above 0 */
export const requireEngineOptions = (options: EngineOptions): void =>
  requireOptions(options, ENGINE_OPTIONS);

/** The options of one call parted into those of the engine and those of the document, where unknown ones stay. */
export function partOptions(options: ExtractOptions & EngineOptions): {
  readonly engine: EngineOptions;
  readonly document: ExtractOptions;
} {
  const entries = Object.entries(options);
  return {
    engine: Object.fromEntries(entries.filter(([name]) => name in ENGINE_OPTIONS)),
    document: Object.fromEntries(entries.filter(([name]) => !(name in ENGINE_OPTIONS))),
  };
}

function requireOptions(options: object, known: object): void {
  for (const [name, value] of Object.entries(options)) {
    if (!Object.hasOwn(known, name)) {
      const names = Object.keys(known).join(', ');
      throw new OptionError(`There is no option ${name} here. There are: ${names}.`);
    }
    if (typeof value === 'number' && !(value > 0)) {
      throw new OptionError(`${name} is ${value}. Give a number above 0.`);
    }
  }
}
