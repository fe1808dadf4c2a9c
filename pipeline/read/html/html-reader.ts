import type { SourceDocument } from '../../model/document.js';
import type { Reader, ReaderInput } from '../reader.js';
import { looksLikeHtml } from './sniff-html.js';

/** Web pages and fragments of them; the parser is loaded when the first one comes. */
export const htmlReader = {
  format: 'html',
  sniff: (input: ReaderInput) => looksLikeHtml(input.bytes, input.name),
  async read(input: ReaderInput): Promise<SourceDocument> {
    const { htmlDocument } = await import('./html-document.js');
    return htmlDocument(input);
  },
} satisfies Reader;
