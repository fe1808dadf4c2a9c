import type { Character } from '../page.js';
import { FreeStrips, type Stretch } from './free-strips.js';
import { inksOf, type PrintedRow } from './printed-rows.js';

/** What stands below a header, or at the head of a page on which a table goes on. */
export interface TableBody {
  readonly rows: readonly PrintedRow[];
  /** Headings among them that run over the columns. */
  readonly headings: ReadonlySet<PrintedRow>;
  /** Where its columns part; null where that cannot be told. */
  readonly strips: readonly Stretch[] | null;
  /** Whether nothing stands below it on its page. */
  readonly reachesFoot: boolean;
}

/** Rows of a table stand no further apart than this many times their size, those of several cells than the other. */
const FURTHEST = 3.5;
const FURTHEST_CELLS = 8;
/** Larger words than those of the rows above belong to the text below a table. */
const LARGER = 1.15;
/** What begins below a table: notes, the next annex. */
const BELOW = /^(?:(?:备注|注|说明|填表说明|资料来源)\d?[：:]|附件\d*[：:]?$|附：)/;
/** A page's number at its foot. */
const PAGE_MARK = /^(?:[-—–―－·\s]*\d{1,4}[-—–―－·\s]*|第\d{1,4}页.{0,10})$/;
/** The foot of a page: this share of its height. */
const FOOT = 0.15;
/** A heading over the rows of a group is no longer. */
const LONGEST_HEADING = 40;

/** The rows below a header as long as they leave the strips between its columns free. */
export function tableBody(
  below: readonly PrintedRow[],
  from: { readonly bottom: number; readonly strips: readonly Stretch[] },
  height: number,
): TableBody | null {
  const rows: PrintedRow[] = [];
  const headings = new Set<PrintedRow>();
  let strips = FreeStrips.between(from.strips);
  let bottom = from.bottom;
  let at = 0;
  for (; at < below.length; at++) {
    const row = below[at]!;
    if (row.top - bottom > row.size * furthest(row) || isBelow(row, rows[0])) break;
    if (isPageMark(row, below[at + 1], height)) continue;
    const next = strips.below(inksOf(row), row.size);
    if (next === null && !isHeading(below, at, strips)) {
      if (pieces(row.characters) > 1 && rowsFollow(below, at, rows.length > 0 ? strips : null))
        return unclearBody(below, [...rows], at);
      break;
    }
    if (next === null) headings.add(row);
    strips = next ?? strips;
    rows.push(row);
    bottom = Math.max(bottom, row.bottom);
  }
  const reachesFoot = below.slice(at).every((row) => isPageMark(row, undefined, height));
  const middles = rows
    .filter((row) => !headings.has(row))
    .flatMap(({ characters }) => characters.map(({ box }) => (box.x0 + box.x1) / 2));
  return rows.length === 0
    ? null
    : { rows, headings, strips: strips.settled(middles), reachesFoot };
}

const furthest = ({ characters }: PrintedRow): number =>
  pieces(characters) > 1 ? FURTHEST_CELLS : FURTHEST;

const wordsOf = ({ characters }: PrintedRow): string => characters.map(({ text }) => text).join('');

function isBelow(row: PrintedRow, first: PrintedRow | undefined): boolean {
  if (first !== undefined && row.size > first.size * LARGER) return true;
  return BELOW.test(wordsOf(row));
}

const isPageMark = (row: PrintedRow, next: PrintedRow | undefined, height: number): boolean =>
  next === undefined && row.top > height * (1 - FOOT) && PAGE_MARK.test(wordsOf(row));

/** Whether a row that runs over the columns heads the rows below it, which keep to the columns. */
function isHeading(rows: readonly PrintedRow[], at: number, strips: FreeStrips): boolean {
  const first = rows.slice(at).findIndex((row) => !isAlone(row));
  const next = rows[at + first];
  if (first < 1 || first > MOST_HEADINGS) return false;
  return strips.below(inksOf(next!), next!.size) !== null;
}

/** Headings of groups within each other. */
const MOST_HEADINGS = 3;

const isAlone = ({ characters }: PrintedRow): boolean =>
  characters.length <= LONGEST_HEADING &&
  !/[。；，：]$/.test(characters.at(-1)!.text) &&
  pieces(characters) === 1;

/** Rows that are looked at behind one that runs over the columns though it has several pieces. */
const AHEAD = 6;

/** Whether rows of several pieces that keep to the columns go on behind a row; to any, where none are known. */
function rowsFollow(rows: readonly PrintedRow[], at: number, strips: FreeStrips | null): boolean {
  return rows
    .slice(at + 1, at + 1 + AHEAD)
    .some(
      (row) =>
        pieces(row.characters) > 1 &&
        (strips === null || strips.below(inksOf(row), row.size) !== null),
    );
}

/** A table whose columns cannot be told: all down to a line of text. */
function unclearBody(below: readonly PrintedRow[], rows: PrintedRow[], from: number): TableBody {
  const widest = below.reduce((most, row) => Math.max(most, widthOf(row)), 0);
  const end = below.findIndex(
    (row, at) =>
      at > from &&
      (isBelow(row, below[0]) || (pieces(row.characters) === 1 && widthOf(row) > widest * PROSE)),
  );
  const all = [...rows, ...below.slice(from, end < 0 ? undefined : end)];
  return { rows: all, headings: new Set(), strips: null, reachesFoot: false };
}

/** Share of the page's widest line that a line of text fills. */
const PROSE = 0.9;

const widthOf = ({ characters }: PrintedRow): number =>
  characters.at(-1)!.box.x1 - characters[0]!.box.x0;

/** Stretches of a row that gaps part. */
function pieces(characters: readonly Character[]): number {
  let count = 1;
  for (const [index, { box, size }] of characters.entries()) {
    const last = characters[index - 1];
    if (last !== undefined && box.x0 - last.box.x1 > size * 0.9) count++;
  }
  return count;
}
