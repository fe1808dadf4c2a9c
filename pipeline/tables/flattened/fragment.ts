import type { SourceDocument } from '../../model/document.js';
import { matchesIn } from '../../model/matches.js';
import type { Span } from '../../model/source-text.js';
import { widthNormalized } from '../../model/width.js';
import { opensGroup, opensWorkItem, readContactLine, readPhaseLine } from './cell-forms.js';
import type { FieldSignals } from './signals.js';

/** A line of the text, or a part of a line that holds a cell of its own. */
export interface Fragment {
  readonly span: Span;
  /** Words in uniform width without white space; what rules match against. */
  readonly text: string;
  /** Printed width in Han characters; Latin letters and digits count half. */
  readonly width: number;
  /** Index of its block in the document. */
  readonly block: number;
  /** Number of the item that begins here (`3.` gives 3); else null. */
  readonly label: number | null;
  /** Whether page marks or other furniture stand between it and the line before. */
  readonly afterBreak: boolean;
}

const LABEL = /^(\d{1,2})[.、](?!\d)|^(\d{1,2})[.、](?=(?:19|20)\d{2}年?)/;

/** The number of the item that a line opens: `3.优化服务` 3, `2.2023年完成` 2, `5.42万人` null. */
export function itemLabel(text: string): number | null {
  const match = LABEL.exec(text);
  if (!match) return null;
  const label = Number(match[1] ?? match[2]);
  return label > 0 ? label : null;
}

/** Printed width in Han characters. */
export function printedWidth(text: string): number {
  let width = 0;
  for (let at = 0; at < text.length; at++) width += text.charCodeAt(at) < 0x2000 ? 0.5 : 1;
  return width;
}

/** The line blocks of a document as fragments; lines that hold cells of two kinds are cut. */
export function fragmentsOf(
  document: SourceDocument,
  from: number,
  to: number,
  signals: FieldSignals,
): Fragment[] {
  const fragments: Fragment[] = [];
  let afterBreak = false;
  for (let index = from; index < to; index++) {
    const block = document.blocks[index]!;
    if (!isLine(block.kind)) {
      afterBreak = true;
      continue;
    }
    const first = block.spans[0];
    const last = block.spans.at(-1);
    if (!first || !last) continue;
    for (const span of cutLine(
      document.source.text,
      { start: first.start, end: last.end },
      signals,
    )) {
      const text = bareText(document.source.text, span);
      if (text === '') continue;
      fragments.push({
        span,
        text,
        width: printedWidth(text),
        block: index,
        label: itemLabel(text),
        afterBreak,
      });
      afterBreak = false;
    }
  }
  return fragments;
}

/** Kinds of block that may be a line of a flattened table. */
export const isLine = (kind: string): boolean =>
  kind === 'line' || kind === 'paragraph' || kind === 'list_item';

/** White space, and the backslash before a sign, which Markdown takes for a mark: `2026\-2027年`. */
const NO_WORDS = /\s+|\\(?=[!-/:-@[-`{-~])/g;

/** The words of a span in uniform width, white space left out. */
export function bareText(text: string, span: Span): string {
  return widthNormalized(text.slice(span.start, span.end).replace(NO_WORDS, ''));
}

const WORDS = /\S+/g;

/** The parts of a line that white space divides, with their places. */
export function piecesOf(text: string, span: Span): Span[] {
  const pieces: Span[] = [];
  for (const match of matchesIn(WORDS, text.slice(span.start, span.end))) {
    const start = span.start + match.index;
    pieces.push({ start, end: start + match[0].length });
  }
  return pieces;
}

/** Lines longer than this are running text and never cut. */
const LONGEST_CUT = 60;
/** Latin letters, digits and their marks: beside them a sentence may have white space of its own (`减按 25%计入`). */
const WITHIN_SENTENCE = /[A-Za-z0-9%.,]/;
const ROW_NUMBER = /^\d{1,3}、?$/;

/**
 * Cuts a line that holds cells of several columns, at white space that no sentence has: between Han characters or
 * marks (`2025年 市发展改革委`, `提升服务水平 优化流程`), behind a number in front (`1 一、`, `2 落实政策`), and before
 * what opens a cell or looks like a phase or a contact (`市财政局 88026991`, `提升水平 1.优化流程`).
 */
function cutLine(text: string, span: Span, signals: FieldSignals): Span[] {
  if (span.end - span.start > LONGEST_CUT) return [span];
  const cells: Span[] = [];
  for (const piece of piecesOf(text, span)) {
    const cell = cells.at(-1);
    if (cell && !beginsCell(text, cell, piece, signals)) {
      cells[cells.length - 1] = { start: cell.start, end: piece.end };
    } else cells.push(piece);
  }
  return cells;
}

/** Whether a piece of a line is a cell of its own beside the one before. */
function beginsCell(text: string, cell: Span, piece: Span, signals: FieldSignals): boolean {
  const before = bareText(text, cell);
  const words = bareText(text, piece);
  if (!WITHIN_SENTENCE.test(before.at(-1) ?? '') && !WITHIN_SENTENCE.test(words[0] ?? ''))
    return true;
  // `1 .增值税`: a space before the dot of an item's number.
  if (ROW_NUMBER.test(before) && /^[.、．]/.test(words)) return false;
  if (ROW_NUMBER.test(before)) return !/^[A-Za-z0-9%]/.test(words) || opensCell(words);
  if (opensCell(words)) return true;
  const isNarrow = readPhaseLine(words) === 'whole' || readContactLine(words) !== null;
  if (readPhaseLine(before) === 'whole' || readContactLine(before) === 'phone') {
    return isNarrow || isUnitLine(words, signals);
  }
  // The last name of a list counts: its first may have begun on the line above.
  return isNarrow && isUnitLine(before.slice(before.lastIndexOf('、') + 1), signals);
}

/** Whether a part of a line opens a cell: `一、`, `（一）强化`, `1.增值税`. */
const opensCell = (part: string): boolean =>
  opensGroup(part) || opensWorkItem(part) || itemLabel(part) === 1;

const isUnitLine = (line: string, signals: FieldSignals): boolean =>
  line.split(/[、，]/).every((name) => name.startsWith('*') || signals.looksLikeUnit(name));
