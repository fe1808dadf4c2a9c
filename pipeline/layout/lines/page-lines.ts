import type { Box } from '../../model/document.js';
import { raisedWords } from '../../model/raised-words.js';
import type { Span } from '../../model/source-text.js';
import type { Character } from '../page.js';
import { columnsInOrder, type Placed } from './columns.js';
import { HALF_MARK, partedAtGutters } from './gutters.js';
import { lineWords } from './line-text.js';
import { raisedMarks } from './raised.js';
import { boxAround, charactersToSegments, prevailingSize, type Segment } from './segments.js';

/** A printed line of one column. */
export interface Line {
  readonly text: string;
  readonly box: Box;
  readonly size: number;
  readonly baseline: number;
  readonly bold: boolean;
  /** Width of its first word, which could not be broken, in points. */
  readonly firstWord: number;
  /** Where marks stand in its words that are set small and above the baseline. */
  readonly raised: readonly Span[];
  /** Number of the column on its page, in reading order. */
  readonly column: number;
  /** What its words are drawn as; gone where places are not kept. */
  readonly glyphs?: readonly Character[];
}

/**
 * The lines of upright characters in reading order, with `others` (tables) put between them where
 * they stand; these part columns above from columns below.
 */
export function charactersToLines<Other extends Placed = never>(
  characters: readonly Character[],
  others: readonly Other[] = [],
): (Line | Other)[] {
  const segments = partedAtGutters(charactersToSegments(characters));
  const known = new Set<Segment | Other>(segments);
  const pieces = [
    ...segments.map((of) => ({ of, box: inkBox(of) })),
    ...others.map((of) => ({ of, box: of.box })),
  ].sort((a, b) => a.box.top - b.box.top);
  return columnsInOrder<Piece<Segment | Other>>(pieces).flatMap((column, index) => {
    const all = column.map(({ of }) => of);
    const own = all.filter((piece): piece is Segment => known.has(piece));
    const lines: (Line | Other)[] = segmentsToLines(own, index);
    if (own.length === all.length) return lines;
    const between = all.filter((piece): piece is Other => !known.has(piece));
    return [...lines, ...between].sort((a, b) => a.box.top - b.box.top);
  });
}

interface Piece<Of> extends Placed {
  readonly of: Of;
}

/** Share of its box that a mark at the end of a line leaves blank. */
const BLANK = 0.6;

/** A segment's box without the blank part of a mark at its end, which may hang into a gutter. */
function inkBox({ box, characters }: Segment): Box {
  const last = characters.at(-1)!;
  return HALF_MARK.test(last.text) ? { ...box, x1: box.x1 - last.size * BLANK } : box;
}

/** Segments of one column, those on one row put together. */
function segmentsToLines(segments: readonly Segment[], column: number): Line[] {
  const rows = new Map<number, Segment[]>();
  for (const segment of segments) {
    const row = rows.get(segment.row);
    if (row) row.push(segment);
    else rows.set(segment.row, [segment]);
  }
  return [...rows.entries()].sort(([a], [b]) => a - b).map(([, row]) => lineOf(row, column));
}

function lineOf(row: readonly Segment[], column: number): Line {
  const segments = row.length > 1 ? [...row].sort((a, b) => a.box.x0 - b.box.x0) : row;
  const characters =
    segments.length === 1
      ? segments[0]!.characters
      : segments.flatMap((segment) => segment.characters);
  const longest = segments.reduce((a, b) => (b.characters.length > a.characters.length ? b : a));
  const size = prevailingSize(segments);
  const { baseline } = longest;
  const words = lineWords(characters);
  const raised = raisedMarks(characters, words, { size, baseline });
  return {
    text: withRaisedDigits(words.text, raised),
    box: boxAround(segments),
    size,
    baseline,
    bold: isMostlyBold(characters),
    firstWord: firstWordWidth(characters),
    raised,
    column,
    glyphs: characters,
  };
}

/** Digits raised behind a number or a letter as such: 10⁴ is no 104, m² no m2. */
function withRaisedDigits(text: string, raised: readonly Span[]): string {
  let shown = text;
  for (const { start, end } of raised) {
    if (!/[0-9A-Za-z]/.test(text[start - 1] ?? '')) continue;
    shown = shown.slice(0, start) + raisedWords(text.slice(start, end)) + shown.slice(end);
  }
  return shown;
}

function isMostlyBold(characters: readonly Character[]): boolean {
  let bold = 0;
  for (const character of characters) if (character.bold) bold++;
  return bold * 2 > characters.length;
}

const UNBROKEN = /[A-Za-z0-9.%]/;
/** Marks that may not begin a line, so that they hang on the word before them. */
const HANGING = /[，。、；：！？）》」』”’〉】〕%,.;:!?)]/;

function firstWordWidth(characters: readonly Character[]): number {
  let start = 0;
  let last: Character | null = null;
  for (const next of characters) {
    if (next.text.trim() === '') continue;
    if (last) {
      const joined = UNBROKEN.test(last.text) && UNBROKEN.test(next.text);
      if (!joined && !HANGING.test(next.text[0]!)) break;
      if (next.box.x0 - last.box.x1 > next.size * 0.2 && joined) break;
    } else start = next.box.x0;
    last = next;
  }
  return last ? last.box.x1 - start : 0;
}
