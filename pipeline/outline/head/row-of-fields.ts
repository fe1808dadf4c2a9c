import { widthNormalized } from '../../model/width.js';
import { docNumberOfLine } from './doc-number.js';
import { squeezed } from './squeeze.js';
import { PageLines } from './web-properties.js';

/** What a page's list has before a number. */
export const BULLET = /^[•·●◆■▪]/;

/** Whether a line is a field of a page's head, its label alone, or a row of fields. */
export const isFieldOfPage = (raw: string): boolean =>
  isRowOfFields(raw) || new PageLines().take(widthNormalized(raw).replace(/\s+/g, ' '));

/** Whether a line holds two fields of a page's head and more, or is a number. */
export function isRowOfFields(raw: string): boolean {
  if (docNumberOfLine(squeezed(raw).replace(BULLET, '')) !== null) return true;
  const page = new PageLines();
  return page.take(widthNormalized(raw).replace(/\s+/g, ' ')) && page.isHead;
}
