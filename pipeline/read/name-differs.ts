import { warningOf } from '../../schemas/codes.js';
import type { SourceDocument } from '../model/document.js';

/** Formats of text, which a browser or a failing server gives under the name of another. */
const OF_TEXT: ReadonlySet<SourceDocument['format']> = new Set(['text', 'markdown', 'html', 'csv']);
/** Old extensions of Word and Excel are left out: sites give tables of HTML under them as a matter of course. */
const NEVER_TEXT = /\.(?:pdf|ofd|docx|docm|xlsx|xlsm|png|jpe?g|tiff?)$/i;

/** A document with a warning where its bytes are text and its name is that of another format: a page that says 404 as `a.pdf`. */
export function withNameChecked(document: SourceDocument, name: string): SourceDocument {
  const extension = NEVER_TEXT.exec(name)?.[0];
  if (!OF_TEXT.has(document.format) || extension === undefined) return document;
  const warning = warningOf('name_differs', null, `${extension} / ${document.format}`);
  return { ...document, warnings: [...document.warnings, warning] };
}
