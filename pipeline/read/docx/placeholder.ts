import { childOf, type XmlElement } from '../xml/xml-element.js';
import { switchOf } from './on-off.js';

/** A content control that nobody has filled: what it shows (`单击此处输入文字。`) is no word of the document. */
export function isPlaceholder(element: XmlElement): boolean {
  if (element.name !== 'w:sdt') return false;
  const properties = childOf(element, 'w:sdtPr');
  return properties !== null && switchOf(properties, 'w:showingPlcHdr') === true;
}
