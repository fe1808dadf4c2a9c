import type { Cell } from '../../pipeline/emit/flat-columns.js';
import type { DuckdbFile } from './duckdb-file.js';
import { VIEWS } from './views.js';
import type { SheetTable } from './xlsx-file.js';
import type { SheetColumn } from './xlsx-parts.js';

const list = (name: string): SheetColumn => ({ name, type: 'list' });
const text = (name: string): SheetColumn => ({ name, type: 'text' });
const day = (name: string): SheetColumn => ({ name, type: 'date' });
const integer = (name: string): SheetColumn => ({ name, type: 'integer' });

/** The sheet of the view `task_overview`, for people who look at one sheet only. */
export const OVERVIEW: SheetTable = {
  name: 'task_overview',
  description: VIEWS[0]!.description,
  columns: [
    text('document'),
    text('doc_number'),
    text('region'),
    day('issued_on'),
    text('number'),
    list('path'),
    text('title'),
    text('text'),
    list('lead_units'),
    text('lead_basis'),
    list('supports'),
    list('responsible'),
    day('due_on'),
    list('deadlines'),
    list('targets'),
    text('task_id'),
    text('document_id'),
    integer('at_page'),
    integer('at_start'),
    integer('at_end'),
  ],
};

/** Its rows in the order of the tasks. */
export async function* overviewRows({ connection }: DuckdbFile): AsyncGenerator<Cell[][]> {
  const names = OVERVIEW.columns.map(({ name }) => `task_overview.${name}`).join(', ');
  const sql = `SELECT ${names} FROM task_overview JOIN tasks ON tasks.id = task_overview.task_id ORDER BY tasks.rowid`;
  const result = await connection.stream(sql);
  for await (const rows of result.yieldRowsJson()) yield rows as Cell[][];
}
