import {
  type Block,
  MODEL_VERSION,
  NO_PROPERTIES,
  type SourceDocument,
} from '../../model/document.js';
import { SourceText } from '../../model/source-text.js';
import type { Reader, ReaderInput } from '../reader.js';
import { textLines } from '../text/lines.js';
import { findPages } from '../text/pages.js';
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
    const blocks = lines.map((line): Block => {
      const read: MarkdownLine = marks.has(line)
        ? { kind: 'furniture', spans: [line], level: null }
        : readMarkdownLine(text, line);
      return { ...read, page: source.pageAt(line.start), box: null, table: null };
    });
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
