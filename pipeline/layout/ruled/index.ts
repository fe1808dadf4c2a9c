import type { Box } from '../../model/document.js';
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
  for (const group of edgesToGroups(joinEdges(rulingsToEdges(rulings)))) {
    const characters = charactersNear(groupBox(group), page.characters);
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

const charactersNear = (box: Box, characters: readonly Character[]): Character[] =>
  characters.filter((character) => {
    const x = (character.box.x0 + character.box.x1) / 2;
    const y = (character.box.top + character.box.bottom) / 2;
    return x >= box.x0 && x <= box.x1 && y >= box.top && y <= box.bottom + BELOW;
  });
