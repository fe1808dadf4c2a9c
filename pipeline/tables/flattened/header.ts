import type { SourceDocument } from '../../model/document.js';
import type { Span } from '../../model/source-text.js';
import { bareText, type Fragment, isLine, piecesOf } from './fragment.js';
import {
  type ColumnKind,
  mayBeginHeader,
  mayBeHeaderPart,
  readHeaderWord,
} from './header-vocabulary.js';

/** A column as the header names it. */
export interface Column {
  readonly kind: ColumnKind;
  readonly name: string;
  /** The header's words; several where they are broken over lines. */
  readonly spans: readonly Span[];
}

/** A header and the blocks it stands in, `end` exclusive. */
export interface Header {
  readonly columns: readonly Column[];
  readonly start: number;
  readonly end: number;
}

interface Piece {
  readonly span: Span;
  readonly text: string;
  readonly block: number;
  /** Whether it is the last of its line. */
  readonly endsLine: boolean;
}

/** A header of a work breakdown has at least this many columns. */
const LEAST_COLUMNS = 3;
/** No header has more pieces. */
const MOST_PIECES = 36;
/** The longest line of a header. */
const LONGEST_LINE = 80;
/** A header word breaks into at most this many pieces. */
const MOST_PARTS = 4;

/** The headers of work breakdowns in a document, repeated ones too, in order. */
export function findHeaders(document: SourceDocument): Header[] {
  const headers: Header[] = [];
  let at = 0;
  while (at < document.blocks.length) {
    const header = headerAt(document, at);
    if (header) headers.push(header);
    at = header?.end ?? at + 1;
  }
  return headers;
}

/** The longest header that begins with a block; null if none does. */
function headerAt(document: SourceDocument, start: number): Header | null {
  const pieces: Piece[] = [];
  for (let at = start; at < document.blocks.length && pieces.length < MOST_PIECES; at++) {
    const line = headerLine(document, at, at === start);
    if (line === null) break;
    pieces.push(...line);
  }
  if (pieces.length < LEAST_COLUMNS) return null;
  const readings = readingsOf(pieces);
  for (let end = pieces.length; end >= LEAST_COLUMNS; end--) {
    if (!readings[end] || !pieces[end - 1]!.endsLine) continue;
    const columns = columnsUpTo(pieces, readings, end);
    if (isHeader(columns)) return { columns, start, end: pieces[end - 1]!.block + 1 };
  }
  return null;
}

/** The pieces of a block's line if all of them may be a header's; null else. */
function headerLine(document: SourceDocument, index: number, first: boolean): Piece[] | null {
  const block = document.blocks[index]!;
  const span = block.spans[0];
  if (!isLine(block.kind) || block.spans.length !== 1 || !span) return null;
  if (span.end - span.start > LONGEST_LINE) return null;
  const { text } = document.source;
  // Tabs divide cells that stand beside one another: such a table is not flattened.
  if (text.slice(span.start, span.end).includes('\t')) return null;
  const spans = piecesOf(text, span);
  const pieces: Piece[] = [];
  for (const [at, piece] of spans.entries()) {
    const word = bareText(text, piece);
    if (!(first ? mayBeginHeader(word) : mayBeHeaderPart(word))) return null;
    pieces.push({ span: piece, text: word, block: index, endsLine: at === spans.length - 1 });
  }
  return pieces;
}

/** Whether columns are a work breakdown's: they say what to do, and who does it or when. */
function isHeader(columns: readonly Column[]): boolean {
  const has = (...kinds: ColumnKind[]): boolean => columns.some(({ kind }) => kinds.includes(kind));
  return columns.length >= LEAST_COLUMNS && has('item', 'measure') && has('unit', 'phase');
}

/** A reading of the pieces before an index as header words. */
interface Reading {
  readonly cost: number;
  /** Index of the last word's first piece. */
  readonly start: number;
  readonly kind: ColumnKind;
}

/** For each number of pieces from the first, their reading as the fewest header words. */
function readingsOf(pieces: readonly Piece[]): (Reading | null)[] {
  const best: (Reading | null)[] = new Array<Reading | null>(pieces.length + 1).fill(null);
  best[0] = { cost: 0, start: -1, kind: 'other' };
  for (let end = 1; end <= pieces.length; end++) {
    let word = '';
    for (let start = end - 1; start >= 0 && end - start <= MOST_PARTS; start--) {
      word = pieces[start]!.text + word;
      const before = best[start];
      const reading = readHeaderWord(word);
      if (!before || !reading) continue;
      const joined = end - start - 1;
      if (joined > 0 && reading.modified && beginsWithWord(pieces, start, end)) continue;
      // A word that fits whole is taken before one put together, and that before two halves.
      const cost = before.cost + 1 + joined * 0.1 + (joined > 0 && reading.modified ? 0.6 : 0);
      if (!best[end] || cost < best[end]!.cost) best[end] = { cost, start, kind: reading.kind };
    }
  }
  return best;
}

function columnsUpTo(
  pieces: readonly Piece[],
  readings: readonly (Reading | null)[],
  count: number,
): Column[] {
  const columns: Column[] = [];
  for (let end = count; end > 0; end = readings[end]!.start) {
    const parts = pieces.slice(readings[end]!.start, end);
    columns.unshift({
      kind: readings[end]!.kind,
      name: parts.map((part) => part.text).join(''),
      spans: parts.map((part) => part.span),
    });
  }
  return columns;
}

/** Whether the first of some pieces are a header word of their own: 序号 in 序号 | 重点 | 工作. */
function beginsWithWord(pieces: readonly Piece[], start: number, end: number): boolean {
  let word = '';
  for (let at = start; at < end - 1; at++) {
    word += pieces[at]!.text;
    if (readHeaderWord(word)) return true;
  }
  return false;
}

/** Fewer pieces than this count as a header's repeat only where nothing else can stand. */
export const SURE_REPEAT = 3;

/** Number of pieces of a fragment if it repeats words of the header; else 0. */
export function repeatedPieces(
  text: string,
  fragment: Fragment,
  columns: readonly Column[],
): number {
  if (fragment.width > 60 || fragment.span.end - fragment.span.start > LONGEST_LINE * 2) return 0;
  const pieces = piecesOf(text, fragment.span);
  for (const piece of pieces) {
    const word = bareText(text, piece);
    if (!columns.some(({ name }) => name.includes(word))) return 0;
  }
  return pieces.length;
}
