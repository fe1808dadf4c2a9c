import type { TextCell, TextTable } from '../../model/outline.js';
import { Passage } from '../../model/passage.js';
import { columnHeads } from '../columns/column-content.js';
import type { ColumnRole } from '../columns/column-roles.js';
import { cellGrid } from '../grid.js';
import { type ContactPassage, readContacts } from './contacts.js';
import { cellMeant } from './ditto.js';
import { GroupRows } from './group-rows.js';
import { dateOfHeads } from './heads-date.js';
import { type Measure, splitMeasures } from './numbered-measures.js';
import { isTotalRow } from './total-rows.js';

/** What a row is to reach, and the ISO date that its column's head names. */
export interface RowGoal {
  readonly passage: Passage;
  readonly by: string | null;
}

/** One row of a table of work items; its measures share all the rest. */
export interface WorkItem {
  /** 序号 as printed; null where the table does not count its rows. */
  readonly number: string | null;
  /** Headings over the row, outermost first: group rows, then group cells. */
  readonly path: readonly Passage[];
  /** The cell that names the row; null where none does. */
  readonly title: Passage | null;
  /** What to do: each numbered measure, or one with label null. */
  readonly measures: readonly Measure[];
  readonly goals: readonly RowGoal[];
  readonly periods: readonly Passage[];
  /** Those of `periods` under a head that says when the work is to be finished: 完成时限. */
  readonly finishTimes: ReadonlySet<Passage>;
  readonly units: readonly {
    readonly passage: Passage;
    readonly role: 'lead' | 'support' | null;
    /** Whether the row's cell says that the one above, whose words these are, holds for it. */
    readonly inherited: boolean;
  }[];
  readonly contacts: readonly ContactPassage[];
  /** All cells of the row in reading order. */
  readonly whole: readonly Passage[];
  /** Whether the row only keeps a place for others to fill: its name is dots. */
  readonly placeholder: boolean;
}

const DOTS = /^[.．…·。⋯\s]+$/;

/**
 * The rows of a table of work items. Rows that one numbered cell, one name or one cell of measures
 * covers are one item; where such rows have measures of their own, each is an item.
 *
 * @param roles the role of each column, as `classifyTable` gives them.
 */
export function workItems(table: TextTable, roles: readonly ColumnRole[]): WorkItem[] {
  const items: WorkItem[] = [];
  const groups = new GroupRows();
  let open: number[] = [];
  const close = (): void => {
    for (const rows of splitByMeasure(table, roles, open))
      items.push(itemOf(table, roles, rows, groups.path()));
    open = [];
  };
  for (let row = table.header_rows; row < table.rows; row++) {
    if (isTotalRow(table, row)) {
      close();
      continue;
    }
    const heading = groupRowAt(table, row);
    if (heading !== null) {
      close();
      groups.add(heading);
      continue;
    }
    if (open.length > 0 && !isSameItem(table, roles, open[0]!, row)) close();
    open.push(row);
  }
  close();
  return items.filter((item) => item.measures.length > 0);
}

/** A row that one cell fills from end to end is the heading of those below. */
function groupRowAt(table: TextTable, row: number): Passage | null {
  const cells = new Set(
    cellGrid(table)[row]!.filter((cell) => cell !== null && cell.passage.length > 0),
  );
  const [only] = cells;
  if (cells.size !== 1 || !only || table.columns < 2) return null;
  return only.column_span >= table.columns ? only.passage : null;
}

/** Whether a row belongs to the item that began above. */
function isSameItem(
  table: TextTable,
  roles: readonly ColumnRole[],
  first: number,
  row: number,
): boolean {
  for (const role of ['number', 'item', 'measure'] as const) {
    const above = cellOf(table, roles, role, first);
    const here = cellOf(table, roles, role, row);
    if (above === null && here === null) continue;
    if (role === 'number' && saysTheSame(above, here)) {
      return above === here || repeatsNames(table, roles, first, row);
    }
    return above !== null && above === here;
  }
  return false;
}

/**
 * Whether a row that has the number of the one above also has what names it, as a row has that goes
 * on after a page: `5 | （五）强化金融保障 | 1.…` and `5 | （五）强化金融保障 | 8.…`.
 */
function repeatsNames(
  table: TextTable,
  roles: readonly ColumnRole[],
  first: number,
  row: number,
): boolean {
  let repeated = false;
  for (let column = 0; column < table.columns; column++) {
    if (!NAMING.has(roles[column]!)) continue;
    const above = cellGrid(table)[first]![column] ?? null;
    const here = cellGrid(table)[row]![column] ?? null;
    if (here === null || here.passage.length === 0) continue;
    if (!saysTheSame(above, here)) return false;
    repeated = true;
  }
  return repeated;
}

const NAMING: ReadonlySet<ColumnRole> = new Set(['group', 'item', 'goal']);

const saysTheSame = (one: TextCell | null, other: TextCell | null): boolean =>
  one !== null &&
  other !== null &&
  one.passage.length > 0 &&
  one.passage.reading === other.passage.reading;

function cellOf(
  table: TextTable,
  roles: readonly ColumnRole[],
  role: ColumnRole,
  row: number,
): TextCell | null {
  const column = roles.indexOf(role);
  return column < 0 ? null : (cellGrid(table)[row]?.[column] ?? null);
}

/** The rows of an item, in parts where each part has unnumbered measures of its own. */
function splitByMeasure(
  table: TextTable,
  roles: readonly ColumnRole[],
  rows: readonly number[],
): number[][] {
  if (rows.length < 2) return rows.length === 0 ? [] : [[...rows]];
  const measures = distinctCells(table, roles, ['measure'], rows);
  const numbered = measures.filter((cell) => splitMeasures(cell.passage)[0]?.label != null);
  if (measures.length < 2 || numbered.length === measures.length) return [[...rows]];
  const parts: number[][] = [];
  let last: TextCell | null = null;
  for (const row of rows) {
    const measure = cellOf(table, roles, 'measure', row);
    if (parts.length === 0 || (measure !== null && measure !== last)) parts.push([row]);
    else parts.at(-1)!.push(row);
    last = measure ?? last;
  }
  return parts;
}

function itemOf(
  table: TextTable,
  roles: readonly ColumnRole[],
  rows: readonly number[],
  groupRows: readonly Passage[],
): WorkItem {
  const passages = (...wanted: ColumnRole[]): Passage[] =>
    distinctCells(table, roles, wanted, rows).map((cell) => cell.passage);
  const title = passages('item')[0] ?? null;
  const periods = distinctCells(table, roles, ['period'], rows).flatMap((cell) => {
    const passage = cellMeant(table, cell)?.passage;
    return passage ? [{ passage, finish: FINISH.test(headOf(table, cell.column)) }] : [];
  });
  const units = distinctCells(table, roles, ['lead_units', 'units', 'support_units'], rows);
  return {
    number: passages('number')[0]?.reading ?? null,
    path: [
      ...groupRows,
      ...distinctCells(table, roles, ['group'], rows.slice(0, 1))
        .filter((cell) => cell !== cellOf(table, roles, 'measure', rows[0]!))
        .map((cell) => cell.passage),
    ],
    title,
    measures: measuresOf(table, roles, rows, title),
    goals: distinctCells(table, roles, ['goal', 'value'], rows).map(({ passage, column }) => ({
      passage,
      by: dateOfHeads(columnHeads(table, column)),
    })),
    periods: periods.map(({ passage }) => passage),
    finishTimes: new Set(periods.flatMap(({ passage, finish }) => (finish ? [passage] : []))),
    units: units.flatMap((cell) => {
      const meant = cellMeant(table, cell);
      const role = unitRole(roles[cell.column]!);
      return meant ? [{ passage: meant.passage, role, inherited: meant !== cell }] : [];
    }),
    contacts: readContacts(passages('contact')),
    whole: distinctCells(table, roles, null, rows).map((cell) => cell.passage),
    placeholder: title !== null && DOTS.test(title.text),
  };
}

/** 完成时限, 计划完成时间, 办结时间. */
const FINISH = /完成|办结|竣工/;

/** The words of a column's heads, from above. */
function headOf(table: TextTable, column: number): string {
  const heads = cellGrid(table).slice(0, table.header_rows);
  return heads.map((row) => row[column]?.passage.words ?? '').join('');
}

/** What the measure cells say; where they are empty, what else the row lists or its name. */
function measuresOf(
  table: TextTable,
  roles: readonly ColumnRole[],
  rows: readonly number[],
  title: Passage | null,
): Measure[] {
  const cells = distinctCells(table, roles, ['measure'], rows).map((cell) => cell.passage);
  if (cells.length > 0) return cells.flatMap(splitMeasures);
  const listed = distinctCells(table, roles, ['listed'], rows).map((cell) => cell.passage);
  if (listed.length > 0) {
    return [{ label: null, passage: Passage.concat(listed[0]!.source, listed) }];
  }
  return title === null ? [] : [{ label: null, passage: title }];
}

function unitRole(role: ColumnRole): 'lead' | 'support' | null {
  if (role === 'lead_units') return 'lead';
  return role === 'support_units' ? 'support' : null;
}

/** `—` and the like stand for nobody and no time. */
const NOBODY = /^(?:[-—–－―/\\]+|无)$/;

/** A remark that runs over all these columns says nothing of who, when or to what end. */
const OF_FIRST_COLUMN: ReadonlySet<ColumnRole> = new Set([
  ...(['units', 'lead_units', 'support_units', 'period', 'contact', 'goal'] as const),
]);

/**
 * The cells of columns with one of the roles (all where null) in some rows, each once, in order;
 * what a row only repeats of the ones above it is left out.
 */
function distinctCells(
  table: TextTable,
  roles: readonly ColumnRole[],
  wanted: readonly ColumnRole[] | null,
  rows: readonly number[],
): TextCell[] {
  const grid = cellGrid(table);
  const cells = new Set<TextCell>();
  const said = roles.map(() => new Set<string>());
  for (const row of rows) {
    roles.forEach((role, column) => {
      const cell = grid[row]![column];
      if (!cell || cells.has(cell) || (wanted !== null && !wanted.includes(role))) return;
      const { reading } = cell.passage;
      if (reading === '' || said[column]!.has(reading)) return;
      if (wanted !== null && OF_FIRST_COLUMN.has(role)) {
        if (cell.column !== column && roles[cell.column] !== role) return;
        if (NOBODY.test(reading)) return;
      }
      said[column]!.add(reading);
      cells.add(cell);
    });
  }
  return [...cells];
}
