/** Where the text nodes of an element begin in a document's text. */
export type Starts = Pick<WeakMap<Node, number>, 'get'>;

/** The stretch of a text that is selected in an element which shows it; null where nothing of it is. */
export function selectedIn(
  element: Element,
  starts: Starts,
  text: string,
): { start: number; end: number } | null {
  const selection = getSelection();
  if (!selection || selection.rangeCount === 0 || selection.isCollapsed) return null;
  const range = selection.getRangeAt(0);
  if (!element.contains(range.commonAncestorContainer)) return null;
  const start = offsetOf(starts, range.startContainer, range.startOffset);
  const end = offsetOf(starts, range.endContainer, range.endOffset);
  if (start === null || end === null) return null;
  const words = text.slice(start, end);
  const trimmed = words.trim();
  if (trimmed === '') return null;
  const from = start + words.indexOf(trimmed);
  return { start: from, end: from + trimmed.length };
}

function offsetOf(starts: Starts, node: Node, offset: number): number | null {
  const start = starts.get(node);
  if (start !== undefined) return start + offset;
  const next = node.childNodes[offset] ?? node.lastChild;
  const text = next && firstText(next);
  return text ? (starts.get(text) ?? null) : null;
}

function firstText(node: Node): Node | null {
  if (node.nodeType === Node.TEXT_NODE) return node;
  for (const child of node.childNodes) {
    const found = firstText(child);
    if (found) return found;
  }
  return null;
}
