import { attribute, type ElementNode, isElement } from './dom.js';
import { firstWords } from './list-numbers.js';
import { FEWEST_LABELS, opensProperty } from './properties.js';
import { tableRows } from './table-rows.js';
import type { Weights } from './weights.js';

/**
 * Whether a `table` holds data, in rows and columns that mean something, or only lays out the page
 * or its head's properties.
 * @param holdsData whether a table inside it holds data: then it lays out
 */
export function isDataTable(table: ElementNode, weights: Weights, holdsData: boolean): boolean {
  if (holdsData || attribute(table, 'role') === 'presentation') return false;
  const rows = tableRows(table)
    .map(({ cells }) => cells.filter((cell) => weights.of(cell).words > 0))
    .filter((cells) => cells.length > 0);
  const wide = rows.filter((cells) => cells.length >= 2).length;
  if (rows.length < 2 || wide === 0) return false;
  const { words, linked } = weights.of(table);
  if (linked * 2 > words) return false;
  const cells = rows.flat();
  const labels = cells.filter((cell) => opensProperty(firstWords(cell, 30)));
  if (labels.length >= FEWEST_LABELS) return false;
  if (isMarkedUp(table, cells)) return true;
  const largest = cells.reduce((most, cell) => Math.max(most, weights.of(cell).words), 0);
  if (isBordered(table, cells)) return wide * 4 >= rows.length || largest * 2 < words;
  return rows.length >= 3 && wide * 5 >= rows.length * 3 && largest * 2 < words;
}

/** Heads, a caption: nobody lays out a page with them. */
const isMarkedUp = (table: ElementNode, cells: readonly ElementNode[]): boolean =>
  cells.some((cell) => cell.name === 'th') ||
  table.children.some(
    (child) => isElement(child) && (child.name === 'caption' || child.name === 'thead'),
  );

const BORDER_STYLE =
  /border(?:-(?:top|left|right|bottom))?(?:-width)?\s*:[^;]*?(?:[1-9.]\d*\s*p[xt]|thin|medium|solid)/;

/** Whether its cells are ruled, as those of a table pasted from Word or Excel are. */
function isBordered(table: ElementNode, cells: readonly ElementNode[]): boolean {
  if (Number.parseFloat(attribute(table, 'border')) > 0) return true;
  const bordered = cells.filter((cell) => BORDER_STYLE.test(attribute(cell, 'style'))).length;
  return bordered * 2 > cells.length;
}
