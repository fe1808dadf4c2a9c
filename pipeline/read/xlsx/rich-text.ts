import { childrenOf, type XmlElement } from '../xml/xml-element.js';

/** The words of `si` or `is`: one stretch, or runs of differing letters. */
export function richText(item: XmlElement): string {
  let words = '';
  for (const child of childrenOf(item)) {
    if (child.name === 't') words += child.children.join('');
    else if (child.name === 'r') words += richText(child);
  }
  return words.replace(/_x([0-9A-Fa-f]{4})_/g, (_, code: string) =>
    String.fromCharCode(Number.parseInt(code, 16)),
  );
}
