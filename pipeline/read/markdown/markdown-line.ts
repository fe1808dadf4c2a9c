import type { Block } from '../../model/document.js';
import type { Span } from '../../model/source-text.js';
import { spansOfWords } from './inline-markers.js';

/** What one line of Markdown is, and where its words stand. */
export type MarkdownLine = Pick<Block, 'kind' | 'spans' | 'level'>;

/** `## 二、重点任务`; OCR leaves the space out after two or more marks. */
const HEADING = /(#{1,6})(?:[ \t\u3000]+|(?<=##)(?=[^#\s]))/y;
const BULLET = /[-+*•][ \t]+(?=\S)/y;
const QUOTE = /(?:>[ \t]?)+/y;
/** A rule, a code fence, a comment, an image: marks that are the line's whole content. */
const MARKER_ONLY =
  /^(?:(?:[-*_=][ \t]*){3,}|`{3,}\w*|~{3,}\w*|<!--.*-->|!\[[^\]]*\]\([^)]*\)|#{1,6})$/;

/** Lines longer than this are running text; the marks above are short. */
const LONGEST_MARKER_LINE = 1000;

/** Reads a line (trimmed) of Markdown. */
export function readMarkdownLine(text: string, line: Span): MarkdownLine {
  if (line.end - line.start <= LONGEST_MARKER_LINE) {
    if (MARKER_ONLY.test(text.slice(line.start, line.end))) {
      return { kind: 'furniture', spans: [line], level: null };
    }
  }
  const quoted = line.start + lengthAt(QUOTE, text, line.start);
  const heading = lengthAt(HEADING, text, quoted);
  if (heading > 0) {
    const level = /^#+/.exec(text.slice(quoted, quoted + heading))![0].length;
    const end = withoutClosingMarks(text, line);
    return words(text, { start: quoted + heading, end }, 'heading', level);
  }
  const bullet = lengthAt(BULLET, text, quoted);
  const start = quoted + bullet;
  return words(text, { start, end: line.end }, bullet > 0 ? 'list_item' : 'line', null);
}

function words(
  text: string,
  line: Span,
  kind: 'line' | 'list_item' | 'heading',
  level: number | null,
): MarkdownLine {
  const spans = spansOfWords(text, line);
  return spans.length > 0
    ? { kind, spans, level }
    : { kind: 'furniture', spans: [line], level: null };
}

function lengthAt(pattern: RegExp, text: string, offset: number): number {
  pattern.lastIndex = offset;
  return pattern.exec(text)?.[0].length ?? 0;
}

/** Where a heading's words end before the marks that may close it: `## 二、重点任务 ##`. */
function withoutClosingMarks(text: string, line: Span): number {
  let end = line.end;
  while (end > line.start && text[end - 1] === '#') end--;
  return end < line.end && /\s/.test(text[end - 1] ?? '') ? end : line.end;
}
