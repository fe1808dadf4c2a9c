import { childOf, type XmlElement } from '../xml/xml-element.js';
import { type RichWords, richText } from './rich-text.js';
import { showNumber } from './show-number.js';

/** What cells refer to. */
export interface CellValues {
  readonly strings: readonly string[];
  /** Numbers of the strings of which something is struck through. */
  readonly struckStrings: ReadonlySet<number>;
  /** Numbers of the styles that strike a whole cell through. */
  readonly struckStyles: ReadonlySet<number>;
  /** Format codes by the number of a cell's style. */
  readonly formats: readonly string[];
  readonly since1904: boolean;
}

/**
 * A cell's words as Excel shows them, those of a formula as it last came out; empty for errors.
 * Null for a formula that never was worked out.
 */
export function cellWords(cell: XmlElement, values: CellValues): RichWords | null {
  const { t: type = 'n', s: style = '0' } = cell.attributes;
  if (type === 'inlineStr') {
    const inline = childOf(cell, 'is');
    return inline === null ? { words: '', struck: false } : richText(inline);
  }
  const words = plainWords(cell, type, style, values);
  if (words === null) return null;
  if (words !== '' && values.struckStyles.has(Number(style))) return { words: '', struck: true };
  const index = Number(childOf(cell, 'v')?.children.join('') ?? '');
  return { words, struck: type === 's' && values.struckStrings.has(index) };
}

function plainWords(
  cell: XmlElement,
  type: string,
  style: string,
  values: CellValues,
): string | null {
  const value = childOf(cell, 'v')?.children.join('') ?? '';
  if (value === '') return childOf(cell, 'f') === null ? '' : null;
  if (type === 's') return values.strings[Number(value)] ?? '';
  if (type === 'str' || type === 'd') return value;
  if (type === 'b') return value === '1' ? 'TRUE' : 'FALSE';
  if (type === 'e') return '';
  const code = values.formats[Number(style)] ?? 'General';
  return showNumber(Number(value), code, values.since1904);
}
