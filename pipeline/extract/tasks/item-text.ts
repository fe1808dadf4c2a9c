import { Passage } from '../../model/passage.js';
import type { SourceText } from '../../model/source-text.js';

/** The text of one item: its paragraphs one after another. */
export interface ItemText {
  readonly passage: Passage;
  /** Offsets in the passage at which a new paragraph begins. */
  readonly breaks: readonly number[];
}

/** The paragraphs as one text that still knows where each begins. */
export function itemText(source: SourceText, paragraphs: readonly Passage[]): ItemText {
  const breaks: number[] = [];
  let length = 0;
  for (const paragraph of paragraphs) {
    if (length > 0) breaks.push(length);
    length += paragraph.length;
  }
  return { passage: Passage.concat(source, paragraphs), breaks };
}

/** The part of an item's text from `start` to `end`. */
export function partOf(item: ItemText, start: number, end: number): ItemText {
  return {
    passage: item.passage.slice(start, end),
    breaks: item.breaks.filter((offset) => offset > start && offset < end).map((at) => at - start),
  };
}

/** The passage without the given stretches and without marks that only close a clause. */
export function without(
  passage: Passage,
  stretches: readonly { start: number; end: number }[],
): Passage {
  const kept: Passage[] = [];
  let from = 0;
  for (const stretch of stretches) {
    if (stretch.start > from) kept.push(passage.slice(from, stretch.start));
    from = Math.max(from, stretch.end);
  }
  if (from < passage.length) kept.push(passage.slice(from));
  const joined = Passage.concat(passage.source, kept);
  const lead = /^[。；，、\s]+/.exec(joined.text)?.[0].length ?? 0;
  return joined.slice(lead).trim();
}
