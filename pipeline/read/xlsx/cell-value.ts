import { childOf, type XmlElement } from '../xml/xml-element.js';
import { richText } from './rich-text.js';
import { showNumber } from './show-number.js';

/** What cells refer to. */
export interface CellValues {
  readonly strings: readonly string[];
  /** Format codes by the number of a cell's style. */
  readonly formats: readonly string[];
  readonly since1904: boolean;
}

/**
 * A cell's words as Excel shows them, those of a formula as it last came out; empty for errors.
 * Null for a formula that never was worked out.
 */
export function cellWords(cell: XmlElement, values: CellValues): string | null {
  const { t: type = 'n', s: style = '0' } = cell.attributes;
  if (type === 'inlineStr') {
    const inline = childOf(cell, 'is');
    return inline === null ? '' : richText(inline);
  }
  const value = childOf(cell, 'v')?.children.join('') ?? '';
  if (value === '') return childOf(cell, 'f') === null ? '' : null;
  if (type === 's') return values.strings[Number(value)] ?? '';
  if (type === 'str' || type === 'd') return value;
  if (type === 'b') return value === '1' ? 'TRUE' : 'FALSE';
  if (type === 'e') return '';
  const code = values.formats[Number(style)] ?? 'General';
  return showNumber(Number(value), code, values.since1904);
}
