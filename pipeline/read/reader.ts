import type { Format } from '../../schemas/document.js';
import type { SourceDocument } from '../model/document.js';
import { type DecodedText, decodeText } from './encoding/decode.js';
import { decodeNamed } from './encoding/decode-named.js';
import { NO_TOOLS, type OutsideTools } from './outside-tools.js';

/** What a reader is given. The text is decoded once, when the first reader asks for it. */
export class ReaderInput {
  private decodedText: DecodedText | undefined;

  constructor(
    readonly bytes: Uint8Array,
    /** File name, for its extension and for messages. */
    readonly name: string,
    readonly options: ReadOptions,
    readonly tools: OutsideTools = NO_TOOLS,
    /**
     * Of a file that a program made of an older one: what that one's DATE and TIME fields show, in order, as
     * the program has put the day of its run there. Null for a file as it is.
     */
    readonly storedDates: readonly string[] | null = null,
  ) {}

  /** @throws ReadError where the bytes are no text. */
  get decoded(): DecodedText {
    const { encoding, charset = null } = this.options;
    this.decodedText ??=
      encoding === null ? decodeNamed(this.bytes, [charset]) : decodeText(this.bytes, encoding);
    return this.decodedText;
  }
}

/**
 * Pages that OCR reads: `auto`, those that are pictures, and those whose text is poor, where what is
 * read is taken if it is better; `all`, each page in this way.
 */
export const OCR_MODES = ['auto', 'all'] as const;
export type OcrMode = (typeof OCR_MODES)[number];

/** What a reader may be told beside the bytes. */
export interface ReadOptions {
  /** A WHATWG label (`gb18030`, `utf-16le` …) to force, or null to detect. */
  readonly encoding: string | null;
  /** The encoding that the server named, of whom the file was fetched; less sure than the bytes. */
  readonly charset?: string | null;
  /** Opens an encrypted file; null tries the empty one. */
  readonly password?: string | null;
  /** Which pages are read by OCR: none, those without good text of their own (true is auto), or all. */
  readonly ocr?: boolean | OcrMode;
  /** The engine that reads them; null: the first that is installed. The caller hands it in. */
  readonly ocrEngine?: string | null;
  /** Pages that a file may have; more reject it. */
  readonly maxPages?: number;
  /** Numbers pages by their place in the file, from 1, whatever number is printed on them. */
  readonly filePages?: boolean;
  /** Reads this page alone, by its place in the file; formats without pages read all. */
  readonly page?: number;
  /** Tells where the words are drawn on the pages (`geometry`), which takes memory. */
  readonly geometry?: boolean;
}

/**
 * A reader of one format; the first in the list whose `sniff` says yes reads the file. A format
 * whose library answers later gives a promise.
 */
export interface Reader {
  readonly format: Format;
  /** Told by the content first, by the file's name only where the content leaves it open. */
  sniff(input: ReaderInput): boolean;
  /** @throws ReadError where the file cannot be read. */
  read(input: ReaderInput): SourceDocument | Promise<SourceDocument>;
}
