import type { HeadKind } from '../../lexicon/column-heads.js';
import { headsOfPieces, type LinePiece, type SpacedHead } from './header.js';
import type { Piece } from './pieces.js';

/** What a column of a printed table is for, as far as its rows are told apart by it. */
type Holds = 'number' | 'group' | 'other';

/** The header that printed rows begin with, and how many of them it takes. */
interface PrintedHeader {
  readonly heads: readonly (Pick<SpacedHead, 'start' | 'end' | 'text' | 'places'> & {
    readonly holds: Holds;
  })[];
  readonly lines: number;
}

const WORK: ReadonlySet<HeadKind | null> = new Set(['deed', 'task', 'item', 'goal']);
const CHARGE: ReadonlySet<HeadKind | null> = new Set([
  'units',
  'lead_units',
  'support_units',
  'period',
]);

/** What an unknown head, or one of a single character, takes from a reading: more than a known one gives. */
const UNKNOWN = 3;

/**
 * The header of a table of work that printed rows begin with, their pieces placed in points; null for
 * none. Of several numbers of rows, the one with the most heads that are known.
 */
export function printedHeader(rows: readonly (readonly Piece[])[]): PrintedHeader | null {
  let best: PrintedHeader | null = null;
  let most = 0;
  for (let lines = 1; lines <= rows.length; lines++) {
    const own = rows.slice(0, lines).map((row, line) => row.map((piece) => ({ ...piece, line })));
    for (const groups of [new Set<LinePiece>(), groupHeads(own)]) {
      const left = own.map((row) => row.filter((piece) => !groups.has(piece)));
      const heads = headsOfPieces(left, left.flat());
      const score = heads === null ? 0 : scoreOf(heads) + groups.size + (groups.size > 0 ? 0.5 : 0);
      if (score <= most) continue;
      most = score;
      best = {
        heads: heads!.map(({ kind, ...head }) => ({ ...head, holds: holdsOf(kind) })),
        lines,
      };
    }
  }
  return best;
}

/** How much speaks for heads: 0 where they do not say what is to be done and by whom or when. */
function scoreOf(heads: readonly SpacedHead[]): number {
  const kinds = heads.map(({ kind }) => kind);
  if (!kinds.some((kind) => WORK.has(kind)) || !kinds.some((kind) => CHARGE.has(kind))) return 0;
  const unknown = heads.filter(({ kind, text }) => kind === null || text.length < 2).length;
  return kinds.length - unknown * (UNKNOWN + 1);
}

/** Heads over several columns: above the last line, between two heads of it that no other is over. */
function groupHeads(rows: readonly (readonly LinePiece[])[]): Set<LinePiece> {
  const groups = new Set<LinePiece>();
  const leaves = rows.at(-1)!;
  const above = rows.slice(0, -1).flat();
  if (leaves.length < 2) return groups;
  const middle = ({ start, end }: Piece): number => (start + end) / 2;
  const used = new Set<LinePiece>();
  for (const piece of above.toSorted((one, other) => middle(one) - middle(other))) {
    const isUnder = (leaf: Piece): boolean =>
      (leaf.start < middle(piece) && leaf.end > middle(piece)) ||
      (piece.start < middle(leaf) && piece.end > middle(leaf));
    const isFree = (leaf: LinePiece | undefined): leaf is LinePiece =>
      leaf !== undefined &&
      !used.has(leaf) &&
      above.every((one) => one === piece || leaf.start >= one.end || leaf.end <= one.start);
    const left = leaves.findLast((leaf) => !isUnder(leaf) && middle(leaf) < middle(piece));
    const right = leaves.find((leaf) => !isUnder(leaf) && middle(leaf) > middle(piece));
    if (!isFree(left) || !isFree(right)) continue;
    groups.add(piece);
    used.add(left).add(right);
  }
  return groups;
}

function holdsOf(kind: HeadKind | null): Holds {
  if (kind === 'number') return 'number';
  return kind === 'group' || kind === 'category' ? 'group' : 'other';
}
