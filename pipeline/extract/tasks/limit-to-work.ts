import type { Section } from '../../outline/sections/index.js';
import { isWorkHeading } from '../../outline/sections/vocabulary.js';
import { clausesOf, readRunningUnits } from '../units/index.js';

/**
 * Marks as no work what tells nobody to do a thing in a document that is no directive: all but sections below a
 * heading such as 下一步工作, and blocks that carry a responsibility clause. True where work is left.
 * @param orders whether its items order what they approve (批复): one that charges a body is work, too
 */
export function limitToWork(section: Section, orders = false): boolean {
  if (isWorkHeading(section.headline)) return true;
  const below = section.children.map((child) => limitToWork(child, orders));
  if (below.includes(true) || clausesOf(section.item).length > 0) return true;
  if (orders && section.kind === 'labelled' && charges(section)) return true;
  if (section.kind !== 'root') section.general = true;
  return section.tables.length > 0;
}

/** `三、由市商务局牵头负责园区建设`: an item whose words charge a body by a verb. */
const charges = ({ item }: Section): boolean =>
  readRunningUnits(item).some(({ basis }) => basis === 'verb');
