import { type HeadKind, headKind } from '../../lexicon/column-heads.js';
import { piecesOf, type SpacedLine } from './pieces.js';

/** A column's head, its words from all lines of the header put together. */
export interface SpacedHead {
  readonly start: number;
  readonly end: number;
  readonly text: string;
  readonly kind: HeadKind | null;
  /** Where its words stand: line of the header, and offsets in it. */
  readonly places: readonly {
    readonly line: number;
    readonly start: number;
    readonly end: number;
  }[];
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
  const found: (SpacedHead & { kind: null })[] = [];
  for (const [line, { words }] of lines.entries()) {
    for (const piece of piecesOf(words)) {
      const bare = piece.text.replace(/\s+/g, '');
      if (bare.length > LONGEST_HEAD || /[。；，：]|^\d{1,3}$/.test(bare)) return null;
      const place = { line, start: piece.start, end: piece.end };
      const at = found.findIndex(
        ({ start, end }) => piece.start < end + 1 && piece.end > start - 1,
      );
      const head = found[at];
      if (head === undefined) {
        found.push({ start: piece.start, end: piece.end, text: bare, kind: null, places: [place] });
      } else {
        found[at] = {
          start: Math.min(head.start, piece.start),
          end: Math.max(head.end, piece.end),
          text: head.text + bare,
          kind: null,
          places: [...head.places, place],
        };
      }
    }
  }
  const heads = found
    .map((head) => ({ ...head, kind: headKind(head.text) }))
    .sort((one, other) => one.start - other.start);
  const known = heads.filter(({ kind }) => kind !== null).length;
  const fits = heads.length >= LEAST_HEADS && known * 3 >= heads.length * 2;
  return fits && heads.some(({ kind }) => NEEDED.has(kind)) ? heads : null;
}
