/**
 * An element of XML. Names carry the prefix by which the reader knows the namespace (`w:p`),
 * whatever prefix the file uses; names of other namespaces begin with `?:`.
 */
export interface XmlElement {
  readonly name: string;
  /** Values by name; `w:val` with the known prefix, plain names without. */
  readonly attributes: Readonly<Record<string, string>>;
  /** Elements and words in order; white space between elements is left out. */
  readonly children: readonly (XmlElement | string)[];
}

/** Prefixes by namespace; several namespaces may share one (strict and transitional OOXML). */
export type Namespaces = Readonly<Record<string, string>>;

/** The element's children that are elements, of one name where it is given. */
export function childrenOf(element: XmlElement, name?: string): XmlElement[] {
  const found: XmlElement[] = [];
  for (const child of element.children) {
    if (typeof child !== 'string' && (name === undefined || child.name === name)) found.push(child);
  }
  return found;
}

/** The first child of that name; null where there is none. */
export function childOf(element: XmlElement | null | undefined, name: string): XmlElement | null {
  for (const child of element?.children ?? []) {
    if (typeof child !== 'string' && child.name === name) return child;
  }
  return null;
}

/** Goes down by names, the first child of each; null where one is missing. */
export function descend(element: XmlElement | null, ...names: string[]): XmlElement | null {
  let found = element;
  for (const name of names) found = childOf(found, name);
  return found;
}

/** All words inside, in order. */
export function wordsOf(element: XmlElement): string {
  let words = '';
  for (const child of element.children) {
    words += typeof child === 'string' ? child : wordsOf(child);
  }
  return words;
}
