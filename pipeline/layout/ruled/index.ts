import type { Box } from '../../model/document.js';
import { firstIndex } from '../../model/first-index.js';
import type { Character, PageContent, Ruling } from '../page.js';
import { type EdgeGroup, edgesToGroups } from './connected-edges.js';
import { rulingsToEdges } from './edge.js';
import { groupToTable } from './group-to-table.js';
import { joinEdges } from './join-edges.js';
import { keepTables } from './keep-tables.js';
import type { RuledTable } from './ruled-table.js';

export {
  type CellPart,
  type JoinedCell,
  type JoinedTable,
  joinTables,
  type PageTables,
} from './join/index.js';
export { compactText, type RuledCell, type RuledTable } from './ruled-table.js';

/** A page with more lines is a map or a drawing, even where lines are drawn dot by dot. */
const MOST_RULINGS = 40_000;

/**
 * The tables that a page's lines draw, from top to bottom. A frame round the page, a box round one
 * text, underlines and the red line of an official head are none. The page is upright: its words
 * run across.
 */
export function rulingsToTables(page: PageContent): RuledTable[] {
  if (page.rulings.length < 2 || page.rulings.length > MOST_RULINGS) return [];
  const tables: RuledTable[] = [];
  let tried = 0;
  for (const counts of [isDrawn, isLine, () => true]) {
    const counted = page.rulings.filter(counts).length;
    if (counted === tried) continue;
    tried = counted;
    const apart = page.rulings.filter(
      (ruling) => counts(ruling) && !tables.some((table) => touches(table.box, ruling.box)),
    );
    const found = keepTables(tablesOf(page, apart));
    tables.push(...found.filter((table) => apart.every(isDrawn) || isShaded(table, page)));
  }
  return tables.sort((one, other) => one.box.top - other.box.top || one.box.x0 - other.box.x0);
}

const isLine = ({ width }: Ruling): boolean => width > 0;
const isDrawn = ({ width, pale }: Ruling): boolean => width > 0 && !pale;

/** White lines part cells only on shaded ground. */
const isShaded = (table: RuledTable, page: PageContent): boolean =>
  page.rulings.some(({ width, box }) => width === 0 && touches(table.box, box));

function tablesOf(page: PageContent, rulings: readonly Ruling[]): RuledTable[] {
  const tables: RuledTable[] = [];
  const groups = edgesToGroups(joinEdges(rulingsToEdges(rulings)));
  if (groups.length === 0) return [];
  const sorted = byHeight(page);
  for (const group of groups) {
    const characters = charactersNear(groupBox(group), sorted);
    if (characters.length === 0) continue;
    const table = groupToTable(group, characters, page.number);
    if (table !== null) tables.push(table);
  }
  return tables;
}

const touches = (one: Box, other: Box): boolean =>
  one.x0 <= other.x1 && other.x0 <= one.x1 && one.top <= other.bottom && other.top <= one.bottom;

/** The smallest box round all edges of a group. */
function groupBox({ horizontal, vertical }: EdgeGroup): Box {
  const box = { x0: Infinity, top: Infinity, x1: -Infinity, bottom: -Infinity };
  for (const { position, start, end } of horizontal) {
    box.x0 = Math.min(box.x0, start);
    box.x1 = Math.max(box.x1, end);
    box.top = Math.min(box.top, position);
    box.bottom = Math.max(box.bottom, position);
  }
  for (const { position, start, end } of vertical) {
    box.top = Math.min(box.top, start);
    box.bottom = Math.max(box.bottom, end);
    box.x0 = Math.min(box.x0, position);
    box.x1 = Math.max(box.x1, position);
  }
  return box;
}

/** How far below its lines a table's words may stand, where a page break cuts its cells. */
const BELOW = 80;

/** A page's characters by the heights of their middles. */
interface ByHeight {
  readonly characters: readonly Character[];
  readonly heights: Float64Array;
}

function byHeight(page: PageContent): ByHeight {
  const characters = [...page.characters].sort((one, other) => middle(one) - middle(other));
  return { characters, heights: Float64Array.from(characters, middle) };
}

const middle = ({ box }: Character): number => (box.top + box.bottom) / 2;

/** The characters whose middles stand in a box, or right below it. */
function charactersNear(box: Box, { characters, heights }: ByHeight): Character[] {
  const found: Character[] = [];
  for (let index = firstFrom(heights, box.top); index < heights.length; index++) {
    if (heights[index]! > box.bottom + BELOW) break;
    const character = characters[index]!;
    const x = (character.box.x0 + character.box.x1) / 2;
    if (x >= box.x0 && x <= box.x1) found.push(character);
  }
  return found;
}

/** Index of the first of sorted values that is at least `least`. */
const firstFrom = (values: Float64Array, least: number): number =>
  firstIndex(values, (value) => value >= least);
