import { attribute, type ElementNode } from './dom.js';
import { firstWords } from './list-numbers.js';

/** `[1]`, `①`, `*`: what a raised mark is, unless it raises a unit: m², 10⁴. */
const MARK = /^[[［【〔(（]?(?:\d{1,3}|[①-⑳*＊†])[\]］】〕)）]?$/;
/** Anchors that Word writes for notes. */
const WORD_ANCHOR = /^#_?(?:ft|ed)n(?:ref)?\d{1,4}$/;

/** Whether an element is the mark of a footnote; `before` is the character before it. */
export function isFootnoteMark(element: ElementNode, before: string): boolean {
  if (element.name === 'a') return WORD_ANCHOR.test(attribute(element, 'href'));
  if (element.name !== 'sup') return false;
  return !/[A-Za-z\d]/.test(before) && MARK.test(firstWords(element, 8).trim());
}

/** Whether an element holds the words of a footnote, as Word marks them. */
export const isFootnote = (element: ElementNode): boolean =>
  attribute(element, 'class').includes('msofootnotetext') ||
  /^_?(?:ft|ed)n\d{1,4}$/.test(attribute(element, 'id'));
