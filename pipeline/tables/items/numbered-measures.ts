import type { Passage } from '../../model/passage.js';

/** A measure of a cell; `label` is its number as printed without delimiter, null where it has none. */
export interface Measure {
  readonly label: string | null;
  readonly passage: Passage;
}

/** How a cell numbers its measures: `1.`, `1、`, `（1）`, `1）`, `①`. */
const STYLES: readonly Style[] = [
  {
    pattern: /(?<![\d.])(\d{1,3})(?:\.(?!\d)|\.(?=20\d\d年|\d{1,2}月)|、)/g,
    value: Number,
    plain: false,
  },
  { pattern: /(（\d{1,3}）)/g, value: (label) => Number(label.slice(1, -1)), plain: true },
  { pattern: /(?<![\d（])(\d{1,3})）/g, value: Number, plain: false },
  { pattern: /([①-⑳])/g, value: (label) => label.charCodeAt(0) - 0x245f, plain: true },
];

interface Style {
  readonly pattern: RegExp;
  readonly value: (label: string) => number;
  /** Whether it is a label wherever it stands, also right after other words. */
  readonly plain: boolean;
}
/** Printed cells set their measures one behind the other, with no space between them. */
const GLUED = /^[\p{sc=Han}）”》]\d{1,2}\.[\p{sc=Han}“《（]/u;
const SENTENCE_END = /[。；;！!：:）)”]$/;

interface Mark {
  readonly value: number;
  readonly label: string;
  readonly start: number;
  readonly end: number;
  /** Whether it may begin a measure: white space or a sentence's end stands before it. */
  readonly open: boolean;
  /** Whether it stands between words and can be nothing but a label: `…自助咨询服务2.免费提供…`. */
  readonly glued: boolean;
}

/**
 * Splits a cell where it numbers its measures in order (1. 2. 3.), at line starts and in mid-line
 * (`…机制。36.`). A cell may go on with the numbers of the one above (`7.数字支付服务 8.…`). A lead-in
 * before the first number is left out; a cell without numbers is one measure with label null.
 */
export function splitMeasures(cell: Passage): Measure[] {
  const marks = inOrder(firstStyle(cell));
  if (marks.length === 0) return cell.length === 0 ? [] : [{ label: null, passage: cell.trim() }];
  return marks.map((mark, index) => ({
    label: mark.label,
    passage: cell.slice(mark.end, marks[index + 1]?.start ?? cell.length).trim(),
  }));
}

/** The numbers of the style that begins the cell, or that begins after a lead-in. */
function firstStyle(cell: Passage): Mark[] {
  let first: Mark[] = [];
  for (const style of STYLES) {
    const marks = [...cell.reading.matchAll(style.pattern)].map((match) => {
      const start = match.index;
      const end = start + match[0].length;
      return {
        value: style.value(match[1]!),
        label: match[1]!,
        start,
        end,
        open: style.plain || isOpen(cell, start),
        glued: start > 0 && GLUED.test(cell.reading.slice(start - 1, end + 1)),
      };
    });
    const begins = marks.findIndex((mark) => mark.open && (mark.start === 0 || mark.value === 1));
    if (begins < 0) continue;
    const found = marks.slice(begins);
    if (first.length === 0 || found[0]!.start < first[0]!.start) first = found;
  }
  return first;
}

/** Whether a number can begin a measure here. */
function isOpen(cell: Passage, start: number): boolean {
  if (start === 0 || SENTENCE_END.test(cell.reading.slice(start - 1, start))) return true;
  return cell.sourceOffset(start) > cell.sourceOffset(start - 1) + 1;
}

/** Each number's first place after the one before; one place alone after a lead-in numbers nothing. */
function inOrder(marks: readonly Mark[]): Mark[] {
  const chosen: Mark[] = [];
  let from = 0;
  while (from < marks.length) {
    const wanted = chosen.length === 0 ? marks[0]!.value : chosen.at(-1)!.value + 1;
    const next = (mark: Mark, at: number) => at >= from && mark.value === wanted;
    const open = marks.findIndex((mark, at) => mark.open && next(mark, at));
    const index =
      open >= 0 || marks[0]!.start > 0
        ? open
        : marks.findIndex((mark, at) => mark.glued && next(mark, at));
    if (index < 0) break;
    chosen.push(marks[index]!);
    from = index + 1;
  }
  return chosen.length === 1 && chosen[0]!.start > 0 ? [] : chosen;
}
