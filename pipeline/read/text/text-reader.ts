import {
  type Block,
  MODEL_VERSION,
  NO_PROPERTIES,
  type SourceDocument,
} from '../../model/document.js';
import { SourceText } from '../../model/source-text.js';
import type { Reader, ReaderInput } from '../reader.js';
import { textLines } from './lines.js';
import { findPages } from './pages.js';
import { printedLines } from './run-together.js';

/** Plain text: a block for each line that is not empty; page marks are furniture. */
export const textReader = {
  format: 'text',
  sniff: () => true,
  read(input: ReaderInput): SourceDocument {
    const { text, warnings } = input.decoded;
    const typed = textLines(text);
    const { pages, marks } = findPages(text, typed);
    const lines = printedLines(text, typed);
    const source = new SourceText(text, pages);
    const blocks = lines.map(
      (line): Block => ({
        kind: marks.has(line) ? 'furniture' : 'line',
        spans: [{ start: line.start, end: line.end }],
        page: source.pageAt(line.start),
        box: null,
        level: null,
        table: null,
      }),
    );
    return {
      version: MODEL_VERSION,
      format: 'text',
      source,
      blocks,
      properties: NO_PROPERTIES,
      warnings,
    };
  },
} satisfies Reader;
