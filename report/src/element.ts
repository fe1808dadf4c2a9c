/**
 * Characters that nobody sees: controls, those of no width, marks that turn the direction of what
 * follows. Line breaks and tabs are none.
 */
const UNSEEN = /(?![\t\n\f\r])[\p{Cc}\p{Cf}]/gu;

type Child = Node | string | null | false | undefined;

interface Attributes {
  readonly class?: string;
  readonly on?: Readonly<Record<string, (event: never) => void>>;
  readonly [name: string]: unknown;
}

/** An element with attributes, listeners and children; strings become text, never markup. */
export function h<Name extends keyof HTMLElementTagNameMap>(
  name: Name,
  attributes: Attributes = {},
  ...children: readonly Child[]
): HTMLElementTagNameMap[Name] {
  const element = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) {
    if (value === undefined || value === null || value === false) continue;
    if (key === 'on') listen(element, value as NonNullable<Attributes['on']>);
    else element.setAttribute(key, value === true ? '' : plain(String(value)));
  }
  element.append(...children.filter((child): child is Node | string => Boolean(child)));
  return element;
}

function listen(element: HTMLElement, listeners: NonNullable<Attributes['on']>): void {
  for (const [type, listener] of Object.entries(listeners)) {
    element.addEventListener(type, listener as unknown as EventListener);
  }
}

/** Longest words that are drawn in one piece; the text pane alone shows more, chunk by chunk. */
export const MOST_DRAWN = 10_000;

/** Words of a document, kept apart from the page's own: they cannot turn its direction. */
export function words(value: string, className = ''): HTMLElement {
  const element = h('bdi', { class: `words ${className}`.trim(), lang: 'zh-CN' });
  appendWords(element, shortened(value, MOST_DRAWN));
  return element;
}

/**
 * Appends words of a document as text. Each character that nobody sees gets an element of its own
 * that shows its number; the text itself, and every offset in it, stays as it is.
 */
export function appendWords(
  parent: Node,
  value: string,
  onText: (node: Text, offset: number) => void = () => {},
): void {
  const append = (to: Node, part: string, offset: number): void => {
    const node = document.createTextNode(part);
    onText(node, offset);
    to.appendChild(node);
  };
  let end = 0;
  for (const { index, 0: unseen } of value.matchAll(UNSEEN)) {
    if (index > end) append(parent, value.slice(end, index), end);
    const code = unseen.codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0');
    const element = h('span', { class: 'unseen', 'data-code': `U+${code}` });
    append(element, unseen, index);
    parent.appendChild(element);
    end = index + unseen.length;
  }
  if (end < value.length) append(parent, value.slice(end), end);
}

/** Words without the characters that nobody sees, for attributes and options. */
export const plain = (value: string): string => value.replace(UNSEEN, '');

/** Words with a space for each character that nobody sees: offsets in them stay. */
export const blanked = (value: string): string =>
  value.replace(UNSEEN, (unseen) => ' '.repeat(unseen.length));

/** The first characters of words that may be endless. */
export const shortened = (value: string, most: number): string =>
  value.length > most ? `${value.slice(0, most)}…` : value;
