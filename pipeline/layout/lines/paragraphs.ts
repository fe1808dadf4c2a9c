import { isDocumentNumber } from '../../model/document-number.js';
import type { Margins } from './margins.js';
import type { Line } from './page-lines.js';

/** Ems: the least first-line indent, and what a justified line may leave free at its end. */
const LEAST_INDENT = 1.2;
const LOOSE_END = 0.6;
/** A gap this much wider than the usual one parts paragraphs. */
const WIDE_PITCH = 1.6;
/** Sizes that differ by more part paragraphs. */
const SIZE_STEP = 1.15;
const WIDEST_INDENT = 3;
/** Ems by which the free space before and after a centred line differs. */
const CENTRED = 1.5;
const CENTRED_AT_INDENT = 0.3;

/** An entry of a table of contents ends with its page, after dots. */
const LEADER_END = /[.…·．]{3,}\s*[0-9０-９]{1,4}$/;
/** The line of those whom a document is sent to stands below its title (GB/T 9704-2012 7.3.2). */
const ADDRESSEES = /^[^。；：:]{2,60}[：:]$/;
const TITLE = /^[^。；，：]{6,80}(?:通知|意见|决定|通报|报告|请示|批复|函|方案|公告|通告)$/;
const SENTENCE_END = /[。！？：；][”’）》」]*$/;

/** Whether a line stands in the middle of its column, away from both margins. */
export function isCentred(line: Line, { left, right }: Margins): boolean {
  const before = line.box.x0 - left;
  const after = right - line.box.x1;
  if (Math.min(before, after) <= line.size * LEAST_INDENT) return false;
  // A first line of a paragraph that stops short of the margin is nearly in the middle, too.
  const off = before > line.size * WIDEST_INDENT ? CENTRED : CENTRED_AT_INDENT;
  return Math.abs(before - after) <= line.size * off;
}

export const isIndented = (line: Line, { left }: Margins): boolean =>
  line.box.x0 - left > line.size * LEAST_INDENT;

/** Whether the next line's first word would not have fitted on the line. */
export function isFull(line: Line, next: Line, { right }: Margins): boolean {
  const free = right - line.box.x1;
  return free <= next.firstWord + line.size * LOOSE_END;
}

/** A line with the margins of its column and the line that follows there. */
export interface PlacedLine {
  readonly line: Line;
  readonly margins: Margins;
  readonly page: number;
}

/**
 * Whether `current` begins a paragraph.
 * @param paragraph the lines of the paragraph before it
 * @param following the line after it
 */
export function beginsParagraph(
  paragraph: readonly PlacedLine[],
  current: PlacedLine,
  following: PlacedLine | undefined,
): boolean {
  const last = paragraph.at(-1);
  if (!last) return true;
  if (LEADER_END.test(last.line.text)) return true;
  if (isDocumentNumber(last.line.text) || isDocumentNumber(current.line.text)) return true;
  if (ADDRESSEES.test(current.line.text) && TITLE.test(wordsOf(paragraph))) return true;
  const { line, margins } = current;
  const sizes = line.size / last.line.size;
  if (sizes > SIZE_STEP || sizes < 1 / SIZE_STEP) return true;
  const sameColumn = last.page === current.page && last.line.column === line.column;
  if (sameColumn) {
    if (line.baseline - last.line.baseline > margins.pitch * WIDE_PITCH) return true;
  }
  if (LABEL.test(line.text) && !isMidSentence(paragraph)) return true;
  if (isCentred(last.line, last.margins) || isCentred(line, margins)) {
    return !(sameColumn && isHanging(paragraph, current));
  }
  if (!isFull(last.line, line, last.margins)) return !isCutSentence(paragraph, line);
  if (!isIndented(line, margins)) return false;
  return !isHangingLine(paragraph, current, following) && !isCutSentence(paragraph, line);
}

/** Whether the line keeps the indent of the paragraph's lines but the first. */
function isHanging(paragraph: readonly PlacedLine[], { line, margins }: PlacedLine): boolean {
  const last = paragraph.at(-1)!;
  const shift = line.box.x0 - margins.left - (last.line.box.x0 - last.margins.left);
  return paragraph.length >= 2 && Math.abs(shift) <= line.size * 0.3;
}

function isHangingLine(
  paragraph: readonly PlacedLine[],
  current: PlacedLine,
  following: PlacedLine | undefined,
): boolean {
  if (isHanging(paragraph, current)) return true;
  const last = paragraph.at(-1)!;
  if (paragraph.length > 1 || SENTENCE_END.test(last.line.text)) return false;
  const indent = current.line.box.x0 - current.margins.left;
  const first = last.line.box.x0 - last.margins.left;
  if (indent - first < current.line.size * 0.5) return false;
  if (!following || following.page !== current.page) return false;
  const next = following.line.box.x0 - following.margins.left;
  return Math.abs(next - indent) <= current.line.size * 0.3 || next - first < 1;
}

/** Words that only a sentence in the midst has: a mark inside, none at the end. */
const INNER_MARK = /[，。；]/;
const MID_END = /[^。！？：；…”’）》」\])!?:;.]$/;
const SOFT_END = /[，、]$/;
const LONG_ENOUGH = 40;
/** What begins an item: `一、`, `（二）`, `3.`, `第四条`; not `3)。`. */
const LABEL =
  /^(?:[（(]?[一二三四五六七八九十百\d]{1,4}[）)、.．](?![，。、；\d])|第[一二三四五六七八九十百\d]+[条章节款项]|[①-⑳]|附件|附：|[—－-])/;

/** Whether a paragraph that ends early stops in mid-sentence, as after a lost page. */
function isCutSentence(paragraph: readonly PlacedLine[], next: Line): boolean {
  if (LABEL.test(next.text)) return false;
  const words = wordsOf(paragraph);
  return words.length >= LONG_ENOUGH && INNER_MARK.test(words) && isOpen(words);
}

/** Whether a paragraph's last line may go on with what looks like a label: `按照第` + `（一）项`. */
function isMidSentence(paragraph: readonly PlacedLine[]): boolean {
  const words = wordsOf(paragraph);
  return (INNER_MARK.test(words) || words.length >= LONG_ENOUGH) && isOpen(words);
}

const wordsOf = (paragraph: readonly PlacedLine[]): string =>
  paragraph.map(({ line }) => line.text).join('');

const isOpen = (words: string): boolean => SOFT_END.test(words) || MID_END.test(words);
