import { type HeadKind, headKind, knownHead, mayEntitleTable } from '../../lexicon/column-heads.js';
import { type Piece, piecesOf, type SpacedLine, wordsOf } from './pieces.js';

/** A column's head, its words from all lines of the header put together. */
export interface SpacedHead {
  readonly start: number;
  readonly end: number;
  readonly text: string;
  readonly kind: HeadKind | null;
  /** Where its words stand: line of the header, and offsets in it. */
  readonly places: readonly HeadPiece[];
}

interface HeadPiece {
  readonly line: number;
  readonly start: number;
  readonly end: number;
}

const MOST_LINES = 4;
const LONGEST_HEAD = 12;
const LEAST_HEADS = 3;
/** What a table of work or indicators says somewhere in its heads. */
const NEEDED: ReadonlySet<HeadKind | null> = new Set(['deed', 'task', 'item', 'indicator']);

/** The heads that some lines print, the longest header first; null where they are none. */
export function spacedHeader(
  lines: readonly SpacedLine[],
): { readonly heads: readonly SpacedHead[]; readonly lines: number } | null {
  for (let count = Math.min(MOST_LINES, lines.length); count >= 1; count--) {
    const heads = headsOf(lines.slice(0, count));
    if (heads !== null) return { heads, lines: count };
  }
  return null;
}

function headsOf(lines: readonly SpacedLine[]): SpacedHead[] | null {
  const rows = lines.map(({ words }, line) => piecesOf(words).map((piece) => ({ ...piece, line })));
  const heads = headsOfPieces(
    rows,
    rows.flatMap((row) => row.flatMap((piece) => apart(piece, rows))),
  );
  const isOfHeader = (_: unknown, line: number): boolean => isHeaderLine(heads!, line);
  return heads === null || rows.length === 1 || rows.every(isOfHeader) ? heads : null;
}

/** The heads that pieces of printed rows make, those below each other together; null where they are none. */
export function headsOfPieces(
  rows: readonly (readonly LinePiece[])[],
  pieces: readonly LinePiece[],
): SpacedHead[] | null {
  if (pieces.some((piece) => !mayBeHead(piece.text) || isTitle(piece, rows))) return null;
  if (rows.length > 1 && rows[0]!.length === 1 && mayEntitleTable(rows[0]![0]!.text)) return null;
  const found: SpacedHead[] = [];
  for (const { line, start, end, text } of pieces) {
    const place = { line, start, end };
    const at = found.findIndex((head) => start < head.end + 1 && end > head.start - 1);
    const head = found[at];
    const bare = text.replace(/\s+/g, '');
    if (head === undefined) {
      found.push({ start, end, text: bare, kind: null, places: [place] });
    } else {
      found[at] = {
        start: Math.min(head.start, start),
        end: Math.max(head.end, end),
        text: head.text + bare,
        kind: null,
        places: [...head.places, place],
      };
    }
  }
  const heads = withoutGroups(found.map((head) => ({ ...head, kind: headKind(head.text) }))).sort(
    (one, other) => one.start - other.start,
  );
  const known = heads.filter(({ kind }) => kind !== null).length;
  const fits = heads.length >= LEAST_HEADS && known * 3 >= heads.length * 2;
  return fits && heads.some(({ kind }) => NEEDED.has(kind)) ? heads : null;
}

/** Most characters before the words that a head is known by. */
const LONGEST_MODIFIER = 8;

/**
 * Whether most words of a line belong to heads that are known by their ends: a title above the heads
 * and cells below them make heads that nobody knows.
 */
function isHeaderLine(heads: readonly SpacedHead[], line: number): boolean {
  const own = heads.filter(({ places }) => places.some((place) => place.line === line));
  const known = own.filter(({ text, kind }) => {
    const head = knownHead(text);
    return head === null ? kind === 'value' : head.before <= LONGEST_MODIFIER;
  });
  // Heads of groups of columns are left out: nothing stands on their lines.
  return own.length === 0 || known.length * 2 > own.length;
}

/** `一、重点任务`, `（二）改革任务`: a heading above the heads, not one of them. */
export const HEADING =
  /^(?:[一二三四五六七八九十]{1,3}、|[（(][一二三四五六七八九十]{1,3}[）)]|\d{1,2}[、.．])/;

function mayBeHead(text: string): boolean {
  const bare = text.replace(/\s+/g, '');
  if (HEADING.test(bare)) return false;
  return bare.length <= LONGEST_HEAD && !/[。；，：]|^\d{1,3}$/.test(bare);
}

/** Whether words stand above two heads and more, as a table's title does. */
const isTitle = (piece: LinePiece, rows: readonly (readonly LinePiece[])[]): boolean =>
  rows.some((row) => row[0]?.line !== piece.line && above(piece, row).length >= 2);

const above = (piece: Piece, row: readonly LinePiece[]): LinePiece[] =>
  row.filter(({ start, end }) => start < piece.end && end > piece.start);

export type LinePiece = Piece & { readonly line: number };

/**
 * The heads that stand in one piece: `2025 年 2026 年 2027 年` above three columns, `责任单位 联系人`
 * where each word is a head by itself.
 */
function apart(piece: LinePiece, rows: readonly (readonly LinePiece[])[]): LinePiece[] {
  const words = wordsOf(piece.text).map((word) => ({
    ...word,
    start: word.start + piece.start,
    end: word.end + piece.start,
  }));
  if (words.length < 2) return [piece];
  if (words.every(({ text }) => text.length > 1 && headKind(text) !== null)) {
    return words.map((word) => ({ ...word, line: piece.line }));
  }
  for (const row of rows) {
    const below = above(piece, row);
    if (below[0]?.line === piece.line || below.length < 2) continue;
    const each = words.length / below.length;
    if (!Number.isInteger(each)) continue;
    const parts = below.map((_, at) => words.slice(at * each, (at + 1) * each));
    const [alike, ...others] = parts.map(wordsWithoutDigits);
    if (alike === '' || others.some((other) => other !== alike)) continue;
    return parts.map((part) => {
      const [first, last] = [part[0]!, part.at(-1)!];
      const text = part.map((word) => word.text).join(' ');
      return { line: piece.line, start: first.start, end: last.end, text };
    });
  }
  return [piece];
}

const wordsWithoutDigits = (part: readonly Piece[]): string =>
  part.map(({ text }) => text.replace(/\d/g, '')).join('');

/**
 * The heads without those of groups of columns: alone above a line of heads that stand on both sides
 * of it, while the number's head stands on neither line.
 */
function withoutGroups(heads: readonly SpacedHead[]): SpacedHead[] {
  const number = heads.find(({ kind }) => kind === 'number');
  if (number === undefined) return [...heads];
  const numberLines = new Set(number.places.map(({ line }) => line));
  return heads.filter(({ places, start, end }) => {
    const line = places[0]!.line;
    if (places.length > 1 || numberLines.has(line)) return true;
    const below = heads.filter(
      (head) => head.places.length === 1 && head.places[0]!.line > line && head !== number,
    );
    const left = below.find((head) => head.end <= start);
    if (left === undefined) return true;
    const beside = left.places[0]!.line;
    const right = below.some((head) => head.start >= end && head.places[0]!.line === beside);
    return !right || numberLines.has(beside);
  });
}
