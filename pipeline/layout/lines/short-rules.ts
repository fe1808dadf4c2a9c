import type { Box } from '../../model/document.js';
import type { PageContent } from '../page.js';
import type { Placed } from './columns.js';

/** Shares of the page's width: the shortest and the longest rule that parts notes from the text. */
const SHORTEST = 0.08;
const LONGEST = 0.5;
/** Pages with more of them are forms or drawings. */
const MOST = 12;

/** Short horizontal rules of a page outside its tables, from the top; none where there are many. */
export function shortRulesOf(
  { rulings, width }: PageContent,
  tables: readonly Placed[],
): readonly Box[] {
  const rules: Box[] = [];
  for (const { direction, box, pale } of rulings) {
    const length = box.x1 - box.x0;
    if (direction !== 'horizontal' || pale) continue;
    if (length < width * SHORTEST || length > width * LONGEST) continue;
    if (tables.some((table) => isBeside(box, table.box))) continue;
    // The edges of one thin rectangle are one rule.
    const last = rules.at(-1);
    if (last && Math.abs(last.top - box.top) < 2 && Math.abs(last.x0 - box.x0) < 2) continue;
    if (rules.length === MOST) return [];
    rules.push(box);
  }
  return rules.sort((a, b) => a.top - b.top);
}

/** Whether a rule runs at the height of a table. */
const isBeside = (rule: Box, table: Box): boolean =>
  rule.bottom >= table.top - 2 && rule.top <= table.bottom + 2;
