import type { Section } from '../../outline/sections/index.js';
import { isWorkHeading } from '../../outline/sections/vocabulary.js';
import { clausesOf } from '../units/index.js';

/**
 * Marks as no work what tells nobody to do a thing in a document that is no directive: all but sections below a
 * heading such as 下一步工作, and blocks that carry a responsibility clause. True where work is left.
 */
export function limitToWork(section: Section): boolean {
  if (isWorkHeading(section.headline)) return true;
  const below = section.children.map(limitToWork);
  if (below.includes(true) || clausesOf(section.item).length > 0) return true;
  if (section.kind !== 'root') section.general = true;
  return section.tables.length > 0;
}
