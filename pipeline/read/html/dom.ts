/** The nodes that the parser gives, as far as this reader looks at them. */
export interface TextNode {
  readonly type: 'text';
  readonly data: string;
  readonly parent: ElementNode | null;
}

export interface ElementNode {
  readonly type: 'tag' | 'script' | 'style';
  readonly name: string;
  readonly attribs: Readonly<Record<string, string>>;
  readonly children: readonly HtmlNode[];
  readonly parent: ElementNode | null;
}

interface OtherNode {
  readonly type: 'comment' | 'directive' | 'cdata' | 'root';
  readonly children?: readonly HtmlNode[];
}

export type HtmlNode = TextNode | ElementNode | OtherNode;

export const isElement = (node: HtmlNode): node is ElementNode =>
  node.type === 'tag' || node.type === 'script' || node.type === 'style';

/** Text without any white space, for measuring and comparing. */
export const squeeze = (text: string): string => text.replace(/[\s\u200b\ufeff]+/g, '');

/** An attribute's value in lower case, empty where it is missing. */
export const attribute = (element: ElementNode, name: string): string =>
  (element.attribs[name] ?? '').toLowerCase();

/** The elements from this one up to the root. */
export function* ancestry(element: ElementNode): Generator<ElementNode> {
  for (let at: ElementNode | null = element; at && isElement(at); at = at.parent) yield at;
}

/** Whether `inner` is `outer` or stands in it. */
export function isWithin(inner: ElementNode, outer: ElementNode): boolean {
  for (const element of ancestry(inner)) if (element === outer) return true;
  return false;
}
