import type { Passage } from '../../model/passage.js';

/** A heading as printed: its label and words up to the first sentence's end. */
export function headingOf(printed: Passage): string {
  const { reading, words } = printed;
  const end = reading.search(/[。！？]/);
  return end >= 0 && end + 1 < reading.length ? words.slice(0, end + 1) : words;
}

/** The heading of a block whose text is divided by 一是, 二是: it ends before them. */
export function headingBeforeItems(printed: Passage): string {
  const heading = headingOf(printed);
  const inline = printed.reading.search(/一是/);
  return heading.length === printed.length && inline > 0 ? heading.slice(0, inline) : heading;
}
