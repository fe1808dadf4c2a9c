import { warningOf } from '../../../schemas/codes.js';
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
import { printedLines } from '../text/run-together.js';
import { asciidocTables } from './asciidoc-tables.js';
import { brokenPipeTables } from './broken-pipe-tables.js';
import { type Dialect, dialectOf } from './dialect.js';
import { frontMatter } from './front-matter.js';
import { htmlTables } from './html-tables.js';
import { struckIn } from './inline-markers.js';
import { looksLikeMarkdown } from './looks-like-markdown.js';
import { type MarkdownLine, readMarkdownLine } from './markdown-line.js';
import type { MarkupTable } from './markup-table.js';
import { mediawikiTables } from './mediawiki-tables.js';
import { oneLineParts } from './one-line.js';

/**
 * Markdown, as OCR and converters make it, and AsciiDoc and MediaWiki, as pandoc does. Markers (`#`, `**`, bullets, escapes) are no words: the
 * blocks' spans leave them out, while the text stays the source with all of them. A paragraph that
 * a page's end broke comes in pieces with blank lines between, so running text is given as lines.
 */
export const markdownReader = {
  format: 'markdown',
  sniff: (input: ReaderInput) =>
    /\.(?:md|markdown|adoc|asciidoc|wiki|mediawiki)$/i.test(input.name) ||
    looksLikeMarkdown(input.decoded.text) ||
    dialectOf(input.decoded.text) !== 'markdown',
  read(input: ReaderInput): SourceDocument {
    const { text, warnings } = input.decoded;
    const dialect = dialectOf(text);
    const struck = struckIn(text);
    const typed = textLines(text);
    const { pages, marks } = findPages(text, typed);
    const lines = printedLines(text, typed).flatMap((line) => oneLineParts(text, line));
    const source = new SourceText(text, pages);
    const block = (line: Span, isMark: boolean): Block => {
      const read: MarkdownLine = isMark
        ? { kind: 'furniture', spans: [line], level: null }
        : readMarkdownLine(text, line, dialect);
      return { ...read, page: source.pageAt(line.start), box: null, table: null };
    };
    const tables = tablesOf(text, source, dialect);
    const blocks: Block[] = [];
    const fore = frontMatter(text);
    if (fore?.title) {
      const page = source.pageAt(fore.title.start);
      blocks.push({ kind: 'heading', spans: [fore.title], level: 1, page, box: null, table: null });
    }
    let next = 0;
    let from = fore?.end ?? 0;
    for (const [at, line] of lines.entries()) {
      if (line.end <= from || isBarOfBrokenRow(text, line, lines[at - 1])) continue;
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
      warnings:
        struck > 0
          ? [...warnings, warningOf('struck_text_left_out', null, String(struck))]
          : warnings,
    };
  },
} satisfies Reader;

/** A bar alone, and the rule of a table below one: of rows that go over many lines and lack cells. */
function isBarOfBrokenRow(text: string, line: Span, before: Span | undefined): boolean {
  if (text[line.start] !== '|') return false;
  if (line.end === line.start + 1) return true;
  const below = before !== undefined && text.slice(before.start, before.end) === '|';
  return below && /^\|(?:\s*:?-{3,}:?\s*\|)+$/.test(text.slice(line.start, line.end));
}

const TABLES = {
  asciidoc: asciidocTables,
  mediawiki: mediawikiTables,
  markdown: brokenPipeTables,
};

/** The tables of a text in order: HTML in any dialect, and the dialect's own beside it. */
function tablesOf(text: string, source: SourceText, dialect: Dialect): MarkupTable[] {
  const own = TABLES[dialect](text, source);
  const others = htmlTables(text, source).filter(({ span }) =>
    own.every((table) => table.span.end <= span.start || span.end <= table.span.start),
  );
  return [...own, ...others].sort((a, b) => a.span.start - b.span.start);
}
