import { attribute, type ElementNode, isElement } from './dom.js';

/** A number or label at an item's head that somebody typed: the list's own is not shown then. */
const TYPED =
  /^[\s\u00a0\u3000]*(?:[（(【]?[\d０-９一二三四五六七八九十]{1,3}[)）】.．、:：]|第[一二三四五六七八九十\d]{1,3}[条章节]|[①-⑳])/;

/** The number that a browser shows before an item of an `ol`, with its point; empty for none. */
export function listNumber(item: ElementNode, ordinals: Map<ElementNode, number>): string {
  const list = item.parent;
  if (list?.name !== 'ol') return '';
  const given = Number.parseInt(item.attribs.value ?? '', 10);
  const start = Number.parseInt(list.attribs.start ?? '', 10);
  const next = (ordinals.get(list) ?? (Number.isNaN(start) ? 1 : start) - 1) + 1;
  const ordinal = Number.isNaN(given) ? next : given;
  ordinals.set(list, ordinal);
  const style = `${attribute(list, 'style')};${attribute(item, 'style')}`;
  if (/list-style(?:-type)?\s*:\s*none/.test(style)) return '';
  return TYPED.test(firstWords(item, 40)) ? '' : `${written(ordinal, list.attribs.type ?? '1')}.`;
}

function written(ordinal: number, type: string): string {
  const letter = ordinal >= 1 && ordinal <= 26 ? String.fromCharCode(96 + ordinal) : null;
  if (type === 'a' && letter) return letter;
  if (type === 'A' && letter) return letter.toUpperCase();
  return String(ordinal);
}

/** An element's first words, some `length` characters of them. */
export function firstWords(element: ElementNode, length: number): string {
  let words = '';
  for (const child of element.children) {
    if (child.type === 'text') words += child.data.slice(0, 1000);
    else if (isElement(child)) words += firstWords(child, length - words.trim().length);
    if (words.trim().length >= length) break;
  }
  return words;
}
