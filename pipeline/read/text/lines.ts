import type { Span } from '../../model/source-text.js';

const LINE_FEED = 0x0a;
const FORM_FEED = 0x0c;

/** A line that is not empty: where its words stand, without the white space at its ends. */
export type TextLine = Span;

/**
 * The lines of a text in order, empty ones left out. A form feed ends a line and is a line of its
 * own. White space at the ends is what `String.trim` takes: tabs, U+3000 indents, no-break spaces.
 */
export function textLines(text: string): TextLine[] {
  const lines: TextLine[] = [];
  let from = 0;
  while (from < text.length) {
    let end = text.indexOf('\n', from);
    if (end < 0) end = text.length;
    addLine(text, from, end, lines);
    from = end + 1;
  }
  return lines;
}

/** A part of a line without the white space at its ends; none where nothing is left. */
export function trimmedPart(text: string, from: number, to: number): TextLine[] {
  const lines: TextLine[] = [];
  if (from < to) addTrimmed(text, from, to, lines);
  return lines;
}

function addLine(text: string, from: number, end: number, lines: TextLine[]): void {
  let start = from;
  for (let at = from; at < end; at++) {
    if (text.charCodeAt(at) !== FORM_FEED) continue;
    addTrimmed(text, start, at, lines);
    lines.push({ start: at, end: at + 1 });
    start = at + 1;
  }
  addTrimmed(text, start, end, lines);
}

function addTrimmed(text: string, from: number, to: number, lines: TextLine[]): void {
  let start = from;
  let end = to;
  while (start < end && isSpace(text.charCodeAt(start))) start++;
  while (end > start && isSpace(text.charCodeAt(end - 1))) end--;
  if (end > start) lines.push({ start, end });
}

/** What `String.trim` takes for white space. */
const isSpace = (code: number): boolean =>
  code === 0x20 ||
  code === 0x3000 ||
  code === 0xa0 ||
  (code >= 0x09 && code <= 0x0d) ||
  code === 0xfeff ||
  code === 0x1680 ||
  (code >= 0x2000 && code <= 0x200a) ||
  code === 0x2028 ||
  code === 0x2029 ||
  code === 0x202f ||
  code === 0x205f;

/** Whether the line is a form feed. */
export const isFormFeed = (text: string, line: TextLine): boolean =>
  line.end - line.start === 1 && text.charCodeAt(line.start) === FORM_FEED;

/** Offset of the line feed that ends the line, or the text's end. */
export function lineEnd(text: string, line: TextLine): number {
  if (text.charCodeAt(line.end) === LINE_FEED) return line.end;
  const end = text.indexOf('\n', line.end);
  return end < 0 ? text.length : end;
}
