import type { Block, SourceDocument } from '../../pipeline/model/document.js';
import type { OutsideTools } from '../../pipeline/read/outside-tools.js';
import { pdfReader } from '../../pipeline/read/pdf/pdf-reader.js';
import { ReaderInput, type ReadOptions } from '../../pipeline/read/reader.js';

/** Reads the bytes of a PDF file. */
export function readPdf(
  bytes: Uint8Array,
  options: Partial<ReadOptions> = {},
  tools?: OutsideTools,
): Promise<SourceDocument> {
  return pdfReader.read(new ReaderInput(bytes, 'a.pdf', { encoding: null, ...options }, tools));
}

/** The words of a block, parts that something interrupts joined with ‖. */
export const wordsOf = ({ source }: SourceDocument, { spans }: Block): string =>
  spans.map(({ start, end }) => source.text.slice(start, end)).join('‖');

/** Each block as its kind and words: `paragraph 一、总体要求`. */
export const outlineOf = (document: SourceDocument): string[] =>
  document.blocks.map((block) => `${block.kind} ${wordsOf(document, block)}`);

/** The code that a promise is rejected with. */
export const rejection = (promise: Promise<unknown>): Promise<string> =>
  promise.then(
    () => 'read',
    (error: { code?: string }) => error.code ?? String(error),
  );
