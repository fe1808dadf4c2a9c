import type { TextCell, TextTable } from '../../model/outline.js';
import type { Passage } from '../../model/passage.js';
import { columnHeads } from '../columns/column-content.js';
import type { ColumnRole } from '../columns/column-roles.js';
import { cellGrid } from '../grid.js';
import { dateOfHeads } from './heads-date.js';

/** One indicator with what it is to reach. */
export interface IndicatorRow {
  readonly number: string | null;
  readonly path: readonly Passage[];
  readonly indicator: Passage;
  /** The cell of a 单位 column; null where the table has none. */
  readonly unit: Passage | null;
  readonly values: readonly IndicatorValue[];
  readonly units: readonly {
    readonly passage: Passage;
    readonly role: 'lead' | 'support' | null;
  }[];
}

export interface IndicatorValue {
  readonly passage: Passage;
  /** ISO date that the column's head names; null where it names none. */
  readonly by: string | null;
  /** Whether the column's head says by how much the value changes: 增幅, 同比增长. */
  readonly change: Change | null;
}

type Change = 'increase' | 'decrease';

/** Where the columns of a table of indicators are. */
export interface IndicatorColumns {
  readonly indicator: number;
  readonly unit: number | null;
  readonly values: readonly ({ readonly column: number } & Omit<IndicatorValue, 'passage'>)[];
  readonly units: readonly number[];
}

/** `-` and the like stand for no value. */
const EMPTY_VALUE = /^(?:[-—–－/\\]+|无|不适用)$/;
/** Which columns of a table of indicators hold what; null where none names the indicators. */
export function indicatorColumns(
  table: TextTable,
  roles: readonly ColumnRole[],
): IndicatorColumns | null {
  const indicator = roles.indexOf('indicator');
  if (indicator < 0) return null;
  const columnsOf = (...wanted: ColumnRole[]): number[] =>
    roles.flatMap((role, column) => (wanted.includes(role) ? [column] : []));
  return {
    indicator,
    unit: columnsOf('measure_unit')[0] ?? null,
    values: valueColumns(table, columnsOf('value')),
    units: columnsOf('lead_units', 'units', 'support_units'),
  };
}

const CHANGES: readonly (readonly [Change, RegExp])[] = [
  ['increase', /(?:增幅|增速|增长率?|增长幅度)(?:[（(]?[%％][)）]?)?$/],
  ['decrease', /(?:降幅|下降率?|下降幅度)(?:[（(]?[%％][)）]?)?$/],
];

/** Columns of values; one of changes without a date goes with the values of the column before it. */
function valueColumns(table: TextTable, columns: readonly number[]): IndicatorColumns['values'] {
  let before: string | null = null;
  return columns.map((column) => {
    const heads = columnHeads(table, column);
    const last = heads.at(-1)?.replace(/\s+/g, '') ?? '';
    const change = CHANGES.find(([, pattern]) => pattern.test(last))?.[0] ?? null;
    const by = dateOfHeads(heads) ?? (change === null ? null : before);
    before = by;
    return { column, by, change };
  });
}

/** The rows of a table of indicators; rows without any value are left out. */
export function indicatorRows(table: TextTable, roles: readonly ColumnRole[]): IndicatorRow[] {
  const columns = indicatorColumns(table, roles);
  if (columns === null) return [];
  const grid = cellGrid(table);
  const rows: IndicatorRow[] = [];
  for (let row = table.header_rows; row < table.rows; row++) {
    const at = (column: number | null): TextCell | null =>
      column === null || column < 0 ? null : (grid[row]![column] ?? null);
    const indicator = at(columns.indicator);
    if (indicator === null || indicator.column_span >= table.columns) continue;
    const values = columns.values.flatMap(({ column, by, change }): IndicatorValue[] => {
      const passage = at(column)?.passage;
      return !passage || passage.length === 0 || EMPTY_VALUE.test(passage.text)
        ? []
        : [{ passage, by, change }];
    });
    if (values.length === 0) continue;
    rows.push({
      number: at(roles.indexOf('number'))?.passage.reading ?? null,
      path: roles.flatMap((role, column) =>
        role === 'group' && at(column) ? [at(column)!.passage] : [],
      ),
      indicator: indicator.passage,
      unit: at(columns.unit)?.passage ?? null,
      values,
      units: columns.units.flatMap((column) => {
        const cell = at(column);
        return cell === null
          ? []
          : [{ passage: cell.passage, role: leadOrSupport(roles[column]!) }];
      }),
    });
  }
  return rows;
}

const leadOrSupport = (role: ColumnRole): 'lead' | 'support' | null =>
  role === 'lead_units' ? 'lead' : role === 'support_units' ? 'support' : null;
