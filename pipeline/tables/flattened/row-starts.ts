import { append } from '../../model/append.js';
import {
  endsSentence,
  mayBeName,
  opensGroup,
  opensWorkItem,
  readContactLine,
  readPhaseLine,
  workItemOrdinal,
} from './cell-forms.js';
import type { Fragment } from './fragment.js';
import { type Column, repeatedPieces, SURE_REPEAT } from './header.js';
import type { FieldSignals } from './signals.js';

/** The lines of a row, or of the part of it that stands on one page. */
export interface Stretch {
  /** The row's number cell; null where rows are told by their items' labels. */
  readonly number: Fragment | null;
  readonly value: number;
  /** Whether it goes on with the row of the same number above (on the next page). */
  readonly continues: boolean;
  /** A group heading that stands above the row (一、…), on lines of its own. */
  readonly heading: readonly Fragment[];
  readonly lines: readonly Fragment[];
}

/** A table's lines by rows, and the lines that only repeat its header. */
export interface Stretches {
  readonly rows: readonly Stretch[];
  readonly repeats: readonly Fragment[];
  /** Lines between the header and the first row. */
  readonly lead: readonly Fragment[];
  /** The lines that follow a page break or a repeated header. */
  readonly afterBreak: ReadonlySet<Fragment>;
  /** Whether the table ended before the lines did. */
  readonly ended: boolean;
  readonly key: RowKey;
}

/**
 * How rows are told from one another: by numbers of their own, by the labels of their items, or by nothing but their
 * cells, so that all lines are looked at as one row.
 */
export type RowKey = 'number' | 'label' | 'cells';

/** The first row stands at most this many lines below the header. */
const LONGEST_LEAD = 12;
/** No row has more lines. */
const LONGEST_ROW = 600;
/** Lines of a table whose rows have no number or label. */
const LONGEST_TABLE = 3000;
/** Most numbers that may be lost between two rows. */
const WIDEST_GAP = 3;
/** A group heading over a row has at most this many lines. */
const LONGEST_HEADING = 8;

/** The longest line that is a list of units. */
const LONGEST_LAST_CELL = 120;

const ROW_NUMBER = /^(\d{1,3})[.、]?$/;
const TABLE_END = /^附件\d{0,2}[:：]?$/;

interface OpenRow {
  number: Fragment | null;
  value: number;
  continues: boolean;
  heading: Fragment[];
  lines: Fragment[];
}

/** The value of a line that is a row number and nothing else; null else. */
function rowNumber(fragment: Fragment | undefined): number | null {
  const match = fragment && ROW_NUMBER.exec(fragment.text);
  return match ? Number(match[1]) : null;
}

/**
 * Divides the lines below a header into rows at the numbers that count on (1, 2, 3 …). Lines that
 * repeat the header, whole or in part, as continued pages do, are set apart.
 */
export function rowStretches(
  text: string,
  fragments: readonly Fragment[],
  columns: readonly Column[],
  key: RowKey,
  signals: FieldSignals,
): Stretches {
  const repeats: Fragment[] = [];
  const lead: Fragment[] = [];
  const afterBreak = new Set<Fragment>();
  const rows: OpenRow[] = [];
  let broken = false;
  let brokenSinceStart = false;
  let previous: Fragment | null = null;
  let index = 0;
  while (index < fragments.length) {
    const fragment = fragments[index]!;
    const repeatEnd = headerRepeatEnd(text, fragments, index, columns);
    if (fragment.afterBreak || repeatEnd > index) broken = true;
    const row = rows.at(-1);
    if (repeatEnd > index) {
      if (row === undefined && index > LONGEST_LEAD) break;
      if (row && startsAnew(fragments, repeatEnd, row.value)) break;
      append(repeats, fragments.slice(index, repeatEnd));
      index = repeatEnd;
      continue;
    }
    index++;
    if (TABLE_END.test(fragment.text)) break;
    if (broken) {
      afterBreak.add(fragment);
      brokenSinceStart = true;
      broken = false;
    }
    const start = rowStart(fragment, fragments[index], row?.value ?? null, key, {
      broken: brokenSinceStart,
      apart: previous === null || afterBreak.has(fragment),
      previous,
      signals,
    });
    if (start) {
      const heading = takeHeading(row?.lines ?? lead, signals);
      const number = key === 'number' ? fragment : null;
      rows.push({ ...start, number, heading, lines: number ? [] : [fragment] });
      brokenSinceStart = false;
    } else if (row) {
      if (row.lines.length >= (key === 'cells' ? LONGEST_TABLE : LONGEST_ROW)) break;
      row.lines.push(fragment);
    } else {
      if (lead.length >= LONGEST_LEAD) break;
      lead.push(fragment);
    }
    previous = fragment;
  }
  return { rows, repeats, lead, afterBreak, ended: index < fragments.length, key };
}

interface RowContext {
  /** A page break or repeated header stands between the row's start and this line. */
  readonly broken: boolean;
  /** The same, or nothing, stands right before this line. */
  readonly apart: boolean;
  readonly previous: Fragment | null;
  readonly signals: FieldSignals;
}

/** What a line begins: a row, the rest of the present row on its next page, or (null) neither. */
function rowStart(
  line: Fragment,
  next: Fragment | undefined,
  current: number | null,
  key: RowKey,
  { broken, apart, previous, signals }: RowContext,
): { value: number; continues: boolean } | null {
  if (key === 'cells') return current === null ? { value: 1, continues: false } : null;
  const ordinal = key === 'number' ? null : workItemOrdinal(line.text);
  const value = key === 'number' ? rowNumber(line) : (ordinal ?? line.label);
  if (value === null) return null;
  const surely = apart || previous === null || surelyEndsRow(previous, signals);
  const ended = surely || mayEndRow(previous!, signals);
  if (key === 'label') {
    const begins = value === (current ?? 0) + 1 && (ordinal === null ? surely : ended);
    return begins ? { value, continues: false } : null;
  }
  if (!ended) return null;
  if (current === null || value === current + 1) return { value, continues: false };
  if (value === current) return broken || surely ? { value, continues: true } : null;
  const labelled = next !== undefined && (opensGroup(next.text) || opensWorkItem(next.text));
  const near = value > current && value <= current + WIDEST_GAP;
  const isNumber = next !== undefined && rowNumber(next) !== null;
  const lost = near && value === current + 2 && !isNumber;
  return surely && (lost || (labelled && (near || value === 1)))
    ? { value, continues: false }
    : null;
}

/** Whether a repeated header opens another table: the numbers below it begin again. */
const startsAnew = (fragments: readonly Fragment[], at: number, current: number): boolean =>
  current > 1 && rowNumber(fragments[at]) === 1;

/** Takes a group heading (一、…) off the end of the lines before a row, if one stands there. */
function takeHeading(lines: Fragment[], signals: FieldSignals): Fragment[] {
  const from = Math.max(0, lines.length - LONGEST_HEADING);
  for (let at = lines.length - 1; at >= from; at--) {
    const line = lines[at]!;
    const before = lines[at - 1];
    if (at < lines.length - 1 && surelyEndsRow(line, signals)) return [];
    if (opensGroup(line.text) && (!before || surelyEndsRow(before, signals)))
      return lines.splice(at);
  }
  return [];
}

/** Whether a row's last cell is sure to end with this line: a number, a unit, a phase. */
function surelyEndsRow(line: Fragment, signals: FieldSignals): boolean {
  const { text } = line;
  if (text.length > LONGEST_LAST_CELL) return false;
  return (
    readContactLine(text) !== null ||
    readPhaseLine(text) !== null ||
    text.startsWith('*') ||
    signals.looksLikeUnit(text) ||
    text.split('、').every((name) => signals.looksLikeUnit(name))
  );
}

/** Whether a row may end with this line: it does not stop in mid-sentence. */
function mayEndRow(line: Fragment, signals: FieldSignals): boolean {
  if (surelyEndsRow(line, signals) || endsSentence(line.text)) return true;
  return mayBeName(line.text) || (line.width <= 8 && !/[，、：；“（《]$/.test(line.text));
}

/**
 * Where a repeat of the header that begins at a line ends; the same index if none begins. Three and
 * more of its pieces in a row are sure; fewer are taken only right before a row number, and not
 * where they end a phase (长期 / 实施).
 */
function headerRepeatEnd(
  text: string,
  fragments: readonly Fragment[],
  start: number,
  columns: readonly Column[],
): number {
  let end = start;
  let pieces = 0;
  while (end < fragments.length && end - start < LONGEST_LEAD * 3) {
    const count = repeatedPieces(text, fragments[end]!, columns);
    if (count === 0) break;
    pieces += count;
    end++;
  }
  if (end === start || pieces >= SURE_REPEAT) return end;
  const before = fragments[start - 1];
  if (rowNumber(fragments[end]) === null) return start;
  return before && endsPhase(before.text, fragments[start]!.text) ? start : end;
}

const endsPhase = (before: string, line: string): boolean =>
  readPhaseLine(before) !== null && readPhaseLine(before + line) !== null;
