import type { Block } from '../../model/document.js';
import type { Span } from '../../model/source-text.js';
import type { Dialect } from './dialect.js';
import { spansOfWords } from './inline-markers.js';

/** What one line of Markdown is, and where its words stand. */
export type MarkdownLine = Pick<Block, 'kind' | 'spans' | 'level'>;

/** `## 二、重点任务`; OCR leaves the space out after two or more marks. */
const HEADING = /(#{1,6})(?:[ \t\u3000]+|(?<=##)(?=[^#\s]))/y;
/** `== 二、重点任务` of AsciiDoc, `== 二、重点任务 ==` of MediaWiki. */
const EQUALS_HEADING = /(={1,6})(?!=)[ \t]*(?=\S)/y;
const BULLET = /[-+*•][ \t]+(?=\S)/y;
/** Items that the marks number: `. 甲`, `# 甲`. */
const ITEM: Readonly<Record<Dialect, RegExp>> = {
  markdown: BULLET,
  asciidoc: /(?:[-*.]{1,5})[ \t]+(?=\S)/y,
  mediawiki: /(?:[#*:;]{1,5})[ \t]+(?=\S)/y,
};
const QUOTE = /(?:>[ \t]?)+/y;
/** A rule, a code fence, a comment, an image: marks that are the line's whole content. */
const MARKER_ONLY =
  /^(?:(?:[-*_=][ \t]*){3,}|`{3,}\w*|~{3,}\w*|<!--.*-->|!\[[^\]]*\]\([^)]*\)|#{1,6}|\\(?:newpage|pagebreak|clearpage))$/;

/** What AsciiDoc says of the next block or of the document, its breaks, comments and images. */
const ASCIIDOC_MARKER_ONLY =
  /^(?:\[[\x21-\x7e ]*\]|:[\w-]+:.*|\/\/.*|<{3,}|'{3,}|\+|[-.=*_+]{4,}|image::?\S+\[.*\])$/;

/** Lines longer than this are running text; the marks above are short. */
const LONGEST_MARKER_LINE = 1000;

/** Reads a line (trimmed) in the marks of a dialect. */
export function readMarkdownLine(
  text: string,
  line: Span,
  dialect: Dialect = 'markdown',
): MarkdownLine {
  if (line.end - line.start <= LONGEST_MARKER_LINE) {
    const content = text.slice(line.start, line.end);
    if (
      MARKER_ONLY.test(content) ||
      (dialect === 'asciidoc' && ASCIIDOC_MARKER_ONLY.test(content))
    ) {
      return { kind: 'furniture', spans: [line], level: null };
    }
  }
  const quoted = line.start + lengthAt(QUOTE, text, line.start);
  const mark = dialect === 'markdown' ? '#' : '=';
  const heading = lengthAt(mark === '#' ? HEADING : EQUALS_HEADING, text, quoted);
  if (heading > 0) {
    const level = text.slice(quoted, quoted + heading).lastIndexOf(mark) + 1;
    const end = withoutClosingMarks(text, line, mark);
    return words(text, { start: quoted + heading, end }, 'heading', level, dialect);
  }
  const item = lengthAt(ITEM[dialect], text, quoted);
  const start = quoted + item;
  const kind = item > 0 ? 'list_item' : 'line';
  return words(text, { start, end: line.end }, kind, null, dialect);
}

function words(
  text: string,
  line: Span,
  kind: 'line' | 'list_item' | 'heading',
  level: number | null,
  dialect: Dialect,
): MarkdownLine {
  const spans = spansOfWords(text, line, dialect);
  return spans.length > 0
    ? { kind, spans, level }
    : { kind: 'furniture', spans: [line], level: null };
}

function lengthAt(pattern: RegExp, text: string, offset: number): number {
  pattern.lastIndex = offset;
  return pattern.exec(text)?.[0].length ?? 0;
}

/** Where a heading's words end before the marks that may close it: `## 二、重点任务 ##`. */
function withoutClosingMarks(text: string, line: Span, mark: string): number {
  let end = line.end;
  while (end > line.start && text[end - 1] === mark) end--;
  return end < line.end && /\s/.test(text[end - 1] ?? '') ? end : line.end;
}
