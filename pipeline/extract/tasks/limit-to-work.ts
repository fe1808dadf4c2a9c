import type { Section } from '../../outline/sections/index.js';
import { headingWords, isWorkHeading } from '../../outline/sections/vocabulary.js';
import { clausesOf } from '../units/index.js';

/**
 * Marks as no work what tells nobody to do a thing in a document that is no directive: all but sections below a
 * heading such as 下一步工作, and blocks that carry a responsibility clause. True where work is left.
 */
export function limitToWork(section: Section): boolean {
  if (isWorkHeading(headline(section))) return true;
  const below = section.children.map(limitToWork);
  if (below.includes(true) || clausesOf(section.item).length > 0) return true;
  if (section.kind !== 'root') section.general = true;
  return section.tables.length > 0;
}

/** The heading's words, without its label, up to the end of its first sentence. */
function headline({ printed, label }: Section): string {
  if (printed === null) return '';
  const words = printed.reading.slice(label ? label.end - label.start : 0);
  const end = words.search(/[。：]/);
  return headingWords(end < 0 ? words : words.slice(0, end));
}
