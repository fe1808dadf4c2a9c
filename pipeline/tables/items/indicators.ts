import type { TextCell, TextTable } from '../../model/outline.js';
import type { Passage } from '../../model/passage.js';
import { columnHeads } from '../columns/column-content.js';
import type { ColumnRole } from '../columns/column-roles.js';
import { cellGrid } from '../grid.js';

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
}

/** Where the columns of a table of indicators are. */
export interface IndicatorColumns {
  readonly indicator: number;
  readonly unit: number | null;
  readonly values: readonly { readonly column: number; readonly by: string | null }[];
  readonly units: readonly number[];
}

/** `-` and the like stand for no value. */
const EMPTY_VALUE = /^(?:[-—–－/\\]+|无|不适用)$/;
/** Last years of the five-year plans (十三五 … 十六五). */
const PLAN_END: Readonly<Record<string, string>> = {
  三: '2020',
  四: '2025',
  五: '2030',
  六: '2035',
};

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
    values: columnsOf('value').map((column) => ({
      column,
      by: dateOfHeads(columnHeads(table, column)),
    })),
    units: columnsOf('lead_units', 'units', 'support_units'),
  };
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
    const values = columns.values.flatMap(({ column, by }): IndicatorValue[] => {
      const passage = at(column)?.passage;
      return !passage || passage.length === 0 || EMPTY_VALUE.test(passage.text)
        ? []
        : [{ passage, by }];
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

/** The day that a column's heads name: `2025年` its last day, `2025年6月底` that month's. */
function dateOfHeads(heads: readonly string[]): string | null {
  const words = heads.join('');
  const date = /(20\d\d)年?(?:(\d{1,2})月|(上半年))?/.exec(words);
  if (date !== null) {
    const month = date[2] ? Number(date[2]) : date[3] ? 6 : 12;
    return month >= 1 && month <= 12 ? lastDay(date[1]!, month) : `${date[1]}-12-31`;
  }
  const plan = /十([三四五六])五/.exec(words);
  return plan === null ? null : `${PLAN_END[plan[1]!]}-12-31`;
}

function lastDay(year: string, month: number): string {
  const days = new Date(Date.UTC(Number(year), month, 0)).getUTCDate();
  return `${year}-${String(month).padStart(2, '0')}-${String(days).padStart(2, '0')}`;
}
