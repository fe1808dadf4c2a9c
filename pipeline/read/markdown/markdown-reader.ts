import { append } from '../../model/append.js';
import {
  type Block,
  MODEL_VERSION,
  NO_PROPERTIES,
  type SourceDocument,
} from '../../model/document.js';
import { SourceText, type Span } from '../../model/source-text.js';
import type { Reader, ReaderInput } from '../reader.js';
import { textLines, trimmedPart } from '../text/lines.js';
import { findPages } from '../text/pages.js';
import { htmlTables } from './html-tables.js';
import { looksLikeMarkdown } from './looks-like-markdown.js';
import { type MarkdownLine, readMarkdownLine } from './markdown-line.js';

/**
 * Markdown, as OCR and converters make it. Markers (`#`, `**`, bullets, escapes) are no words: the
 * blocks' spans leave them out, while the text stays the source with all of them. A paragraph that
 * a page's end broke comes in pieces with blank lines between, so running text is given as lines.
 */
export const markdownReader = {
  format: 'markdown',
  sniff: (input: ReaderInput) =>
    /\.(?:md|markdown)$/i.test(input.name) || looksLikeMarkdown(input.decoded.text),
  read(input: ReaderInput): SourceDocument {
    const { text, warnings } = input.decoded;
    const lines = textLines(text);
    const { pages, marks } = findPages(text, lines);
    const source = new SourceText(text, pages);
    const block = (line: Span, isMark: boolean): Block => {
      const read: MarkdownLine = isMark
        ? { kind: 'furniture', spans: [line], level: null }
        : readMarkdownLine(text, line);
      return { ...read, page: source.pageAt(line.start), box: null, table: null };
    };
    const tables = htmlTables(text, source);
    const blocks: Block[] = [];
    let next = 0;
    let from = 0;
    for (const line of lines) {
      if (line.end <= from) continue;
      let rest = { start: Math.max(from, line.start), end: line.end };
      for (; next < tables.length && tables[next]!.span.start < line.end; next++) {
        const { span, blocks: tabled } = tables[next]!;
        for (const part of trimmedPart(text, rest.start, span.start))
          blocks.push(block(part, false));
        append(blocks, tabled);
        from = span.end;
        rest = { start: from, end: line.end };
      }
      if (rest.start === line.start) blocks.push(block(line, marks.has(line)));
      else
        for (const part of trimmedPart(text, rest.start, rest.end)) blocks.push(block(part, false));
    }
    return {
      version: MODEL_VERSION,
      format: 'markdown',
      source,
      blocks,
      properties: NO_PROPERTIES,
      warnings,
    };
  },
} satisfies Reader;
