import type { DocumentRecord } from '../../../schemas/index.js';
import { bareText, foldedText, sketchOf, type TextSketch } from './text-sketch.js';

/** What is kept of a document to find those that may be the same notice: few words of each. */
export interface CopyHead
  extends Pick<DocumentRecord, 'id' | 'doc_number' | 'issued_on' | 'stage' | 'region' | 'issuers'> {
  /** Title in letters and digits alone. */
  readonly name: string;
  /** The document's number with its brackets and blanks made alike. */
  readonly number: string | null;
  /** Letters and digits of the text. */
  readonly length: number;
  /** The first hashes of the text's sketch. */
  readonly words: readonly number[];
  /** Words of the file were lost: a page, its end, its characters. */
  readonly damaged: boolean;
  /** Words were read from pictures. */
  readonly recognised: boolean;
  /** 0 original (OFD, PDF, office files), 1 web page, 2 plain text. */
  readonly carrier: 0 | 1 | 2;
}

/** What is kept of a document to tell whether another is the same notice. */
export interface CopyMark extends CopyHead {
  readonly sketch: TextSketch;
  /** Numbers with what they count, each as often as it stands: what another year changes. */
  readonly numbers: readonly string[];
  /** Years in the text, each once. */
  readonly years: readonly string[];
}

/** Formats that are more than plain text. */
const CARRIER: Partial<Record<DocumentRecord['source']['format'], CopyMark['carrier']>> = {
  ofd: 0,
  pdf: 0,
  docx: 0,
  xlsx: 0,
  html: 1,
};

const DAMAGE = new Set([
  'damaged_file',
  'damaged_page',
  'page_without_text',
  'page_with_watermark_only',
  'picture_not_decoded',
  'unreadable_text',
  'missing_characters',
  'missing_digits',
  'part_damaged',
  'bad_bytes',
  'replacement_character',
]);
const RECOGNISED = new Set(['read_by_ocr', 'text_layer_of_ocr']);

/** A number and the character that it counts; labels (`1.`) and page marks (`— 9 —`) have none. */
const NUMBER = /(?<!\d)\d+(?:\.\d+)?(?=[%\p{Script=Han}])[%\p{Script=Han}]/gu;
const YEAR = /(?<!\d)(?:19|20)\d\d(?!\d)/g;

/** Of equal titles there may be thousands; so many first hashes of equal texts are the same. */
const FIRST_WORDS = 3;

const numberOf = (number: string | null): string | null =>
  number === null ? null : number.normalize('NFKC').replace(/[^\p{L}\p{N}]+/gu, ' ');

/** The mark of a document: a pure function of it and its text, small enough to be kept beside it. */
export function copyMark(document: DocumentRecord, text: string): CopyMark {
  const { id, doc_number, issued_on, stage, region, issuers, title, source, warnings } = document;
  const bare = bareText(text);
  const sketch = sketchOf(bare);
  const folded = foldedText(text).replace(/\s+/g, '');
  return {
    ...{ id, doc_number, issued_on, stage, region, issuers },
    name: bareText(title),
    number: numberOf(doc_number),
    length: bare.length,
    words: sketch.hashes.slice(0, FIRST_WORDS),
    sketch,
    numbers: (folded.match(NUMBER) ?? []).sort(),
    years: [...new Set(folded.match(YEAR) ?? [])].sort(),
    damaged: warnings.some(({ code }) => DAMAGE.has(code)),
    recognised: warnings.some(({ code }) => RECOGNISED.has(code)),
    carrier: CARRIER[source.format] ?? 2,
  };
}
