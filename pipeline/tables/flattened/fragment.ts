import type { SourceDocument } from '../../model/document.js';
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

/** The words of a span in uniform width, white space left out. */
export function bareText(text: string, span: Span): string {
  return widthNormalized(text.slice(span.start, span.end)).replace(/\s+/g, '');
}

/** The parts of a line that white space divides, with their places. */
export function piecesOf(text: string, span: Span): Span[] {
  const pieces: Span[] = [];
  for (const match of text.slice(span.start, span.end).matchAll(/\S+/g)) {
    const start = span.start + match.index;
    pieces.push({ start, end: start + match[0].length });
  }
  return pieces;
}

/** Lines longer than this are running text and never cut. */
const LONGEST_CUT = 60;

/** The longest first part of a line that may be a narrow cell beside another. */
const LONGEST_NARROW = 8;

/** Whether a part of a line opens a cell: `一、`, `（一）强化`, `1.增值税`. */
const opensCell = (part: string): boolean =>
  opensGroup(part) || opensWorkItem(part) || itemLabel(part) === 1;

/**
 * Cuts a line that holds cells of two columns (`2025年 市发展改革委`, `市财政局 张三 0577-88026991`,
 * `1 一、`). A phase, or a name with its number, must be recognised beside something that looks like
 * a unit, and a narrow cell beside a label that opens another; other lines stay whole.
 */
function cutLine(text: string, span: Span, signals: FieldSignals): Span[] {
  if (span.end - span.start > LONGEST_CUT) return [span];
  const pieces = piecesOf(text, span);
  if (pieces.length < 2) return [span];
  const join = (from: number, to: number): Span => ({
    start: pieces[from]!.start,
    end: pieces[to]!.end,
  });
  const bare = (from: number, to: number): string => bareText(text, join(from, to));
  const last = pieces.length - 1;
  if (bare(0, 0).length <= LONGEST_NARROW && opensCell(bare(1, 1))) {
    return [join(0, 0), ...cutLine(text, join(1, last), signals)];
  }
  for (let at = 0; at < last; at++) {
    const [left, right] = [bare(0, at), bare(at + 1, last)];
    if (readPhaseLine(left) === 'whole' && isUnitLine(right, signals))
      return [join(0, at), ...cutLine(text, join(at + 1, last), signals)];
    if (isUnitLine(left, signals) && (readContactLine(right) || readPhaseLine(right) === 'whole'))
      return [join(0, at), join(at + 1, last)];
  }
  return [span];
}

const isUnitLine = (line: string, signals: FieldSignals): boolean =>
  line.split(/[、，]/).every((name) => name.startsWith('*') || signals.looksLikeUnit(name));
