import { isDivisionLabel } from '../../lexicon/responsibility.js';
import { append } from '../../model/append.js';
import type { Block, SourceDocument } from '../../model/document.js';
import type { Span } from '../../model/source-text.js';
import { bareText, type Fragment, isLine, piecesOf } from './fragment.js';
import {
  type ColumnKind,
  type HeaderReading,
  mayBeginHeader,
  mayBeHeaderPart,
  readHeaderWord,
} from './header-vocabulary.js';
import { type HeaderWords, withRowsName } from './rows-name.js';

/** A column as the header names it. */
export interface Column {
  readonly kind: ColumnKind;
  readonly name: string;
  /** The header's words; several where they are broken over lines. */
  readonly spans: readonly Span[];
}

/** Rows begin in the first column, or in the second where the first is printed once for several of them. */
export function mayBeginRow(columns: readonly Column[], column: number): boolean {
  const kind = columns[0]?.kind;
  return column === 0 || (column === 1 && (kind === 'group' || kind === 'item'));
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

/** Lines one after another that may all be a header's. */
interface Run {
  /** Index of the first one's block. */
  readonly start: number;
  readonly pieces: readonly Piece[];
  /** For each line, index of its first piece. */
  readonly lines: readonly number[];
  /** For each piece, what it reads as with none, one, two … of those behind it. */
  readonly words: HeaderWords;
  /** For each number of first pieces, how many begin words of what to do, and of who does it or when. */
  readonly deeds: readonly number[];
  readonly doers: readonly number[];
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
  for (let block = 0; block < document.blocks.length; ) {
    const run = runAt(document, block);
    append(headers, headersIn(run));
    block += Math.max(1, run.lines.length);
  }
  return headers;
}

/** The lines from a block on that may be a header's. */
function runAt(document: SourceDocument, start: number): Run {
  const pieces: Piece[] = [];
  const lines: number[] = [];
  for (let block = start; block < document.blocks.length; block++) {
    const line = headerLine(document, block);
    if (line === null) break;
    lines.push(pieces.length);
    append(pieces, line);
  }
  const words = pieces.map((_, index) => wordsAt(pieces, index));
  const deeds = countsOf(words, ({ kind, divides }) => isDeed(kind) || divides);
  const doers = countsOf(words, ({ kind }) => isDoer(kind));
  return { start, pieces, lines, words, deeds, doers };
}

function wordsAt(pieces: readonly Piece[], start: number): (HeaderReading | null)[] {
  const readings: (HeaderReading | null)[] = [];
  let word = '';
  for (const piece of pieces.slice(start, start + MOST_PARTS)) {
    word += piece.text;
    readings.push(readHeaderWord(word));
  }
  return readings;
}

function headersIn(run: Run): Header[] {
  const headers: Header[] = [];
  for (let line = 0; line < run.lines.length; ) {
    const header = headerAt(run, line);
    if (header) headers.push(header);
    line += header ? header.end - header.start : 1;
  }
  return headers;
}

/** The longest header that begins with a line; null if none does. */
function headerAt(run: Run, line: number): Header | null {
  const { start, pieces, lines, words } = run;
  const first = lines[line]!;
  const behind = lines[line + 1] ?? pieces.length;
  for (let at = first; at < behind; at++) if (!mayBeginHeader(pieces[at]!.text)) return null;
  let last = line + 1;
  while (last < lines.length && lines[last]! - first < MOST_PIECES) last++;
  const end = lines[last] ?? pieces.length;
  if (end - first < LEAST_COLUMNS) return null;
  if (run.doers[first] === run.doers[end]) return null;
  const named = words.slice(first, end);
  const full = run.deeds[first] === run.deeds[end] ? withRowsName(named) : named;
  if (full === null) return null;
  const readings = readingsOf(full);
  const own = pieces.slice(first, end);
  for (let count = own.length; count >= LEAST_COLUMNS; count--) {
    const reading = readings[count];
    if (!reading || !own[count - 1]!.endsLine || !isHeader(reading)) continue;
    const columns = withWork(columnsUpTo(own, readings, count));
    if (!columns.some(({ kind }) => isDeed(kind))) continue;
    return { columns, start: start + line, end: own[count - 1]!.block + 1 };
  }
  return null;
}

/** The pieces of a block's line if all of them may be a header's; null else. */
function headerLine(document: SourceDocument, index: number): Piece[] | null {
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
    if (!mayBeHeaderPart(word)) return null;
    pieces.push({ span: piece, text: word, block: index, endsLine: at === spans.length - 1 });
  }
  return isSpaced(document, index) ? null : pieces;
}

/** Words parted by wide gaps, and lines below whose words are parted so, too. */
const GAP = /\S {2,}(?=\S)/g;
const LEAST_GAPS = 2;
const LOOK_BELOW = 30;

/** Whether a line is the head of columns that spaces make: its cells stand beside one another, too. */
function isSpaced(document: SourceDocument, index: number): boolean {
  const { blocks, source } = document;
  const gapsOf = ({ spans }: Block): number =>
    source.text.slice(spans[0]?.start, spans.at(-1)?.end).match(GAP)?.length ?? 0;
  if (gapsOf(blocks[index]!) < LEAST_GAPS) return false;
  return blocks
    .slice(index + 1, index + 1 + LOOK_BELOW)
    .some((block) => isLine(block.kind) && gapsOf(block) >= 1);
}

/** A column headed 任务分工 says what to do where no other does and bodies have columns of their own. */
function withWork(columns: readonly Column[]): Column[] {
  const saysWork = columns.some(({ kind }) => isDeed(kind));
  const bodies = columns.filter(({ kind }) => kind === 'unit').length;
  return columns.map((column) =>
    !saysWork && bodies > 1 && isDivisionLabel(column.name) ? { ...column, kind: 'item' } : column,
  );
}

/** A reading of the pieces before an index as header words. */
interface Reading {
  readonly cost: number;
  /** Index of the last word's first piece. */
  readonly start: number;
  readonly kind: ColumnKind;
  readonly columns: number;
  /** Whether one of the words says what to do, and one who does it or when. */
  readonly deed: boolean;
  readonly doer: boolean;
}

const isDeed = (kind: ColumnKind): boolean => kind === 'item' || kind === 'measure';
const isDoer = (kind: ColumnKind): boolean => kind === 'unit' || kind === 'phase';

/** Whether columns are a work breakdown's: they say what to do, and who does it or when. */
const isHeader = ({ columns, deed, doer }: Reading): boolean =>
  columns >= LEAST_COLUMNS && deed && doer;

const NOTHING: Reading = {
  cost: 0,
  start: -1,
  kind: 'other',
  columns: 0,
  deed: false,
  doer: false,
};

/** For each number of first pieces, how many of them begin a word of such a kind. */
function countsOf(words: HeaderWords, is: (reading: HeaderReading) => boolean): readonly number[] {
  const counts = [0];
  for (const readings of words) {
    const begins = readings.some((reading) => reading !== null && is(reading));
    counts.push(counts.at(-1)! + (begins ? 1 : 0));
  }
  return counts;
}

/** For each number of pieces from the first, their reading as the fewest header words. */
function readingsOf(words: HeaderWords): (Reading | null)[] {
  const best: (Reading | null)[] = new Array<Reading | null>(words.length + 1).fill(null);
  best[0] = NOTHING;
  for (let end = 1; end <= words.length; end++) {
    for (let start = end - 1; start >= 0 && end - start <= MOST_PARTS; start--) {
      const before = best[start];
      const joined = end - start - 1;
      const reading = words[start]![joined];
      if (!before || !reading) continue;
      // The first are a header word of their own: 序号 in 序号 | 重点 | 工作.
      if (joined > 0 && reading.modified && words[start]!.slice(0, joined).some(Boolean)) continue;
      // A word that fits whole is taken before one put together, and that before two halves.
      const cost = before.cost + 1 + joined * 0.1 + (joined > 0 && reading.modified ? 0.6 : 0);
      if (cost < (best[end]?.cost ?? Number.POSITIVE_INFINITY)) {
        const { kind } = reading;
        best[end] = {
          cost,
          start,
          kind,
          columns: before.columns + 1,
          deed: before.deed || isDeed(kind) || reading.divides,
          doer: before.doer || isDoer(kind),
        };
      }
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
