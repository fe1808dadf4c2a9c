import type { ExportTable } from '../../pipeline/emit/export-tables.js';
import type { Cell } from '../../pipeline/emit/flat-columns.js';

/** One table of one format in the making. */
export interface TableWriter {
  add(rows: readonly (readonly Cell[])[]): void;
  /** The table is whole. Tables that others refer to end before these. */
  end(): void | Promise<void>;
  /** Lets go of what is open after an error; what was written is removed by others. */
  abort(): void;
}

/** One format of an export in the making; several tables may be open at the same time. */
export interface Sink {
  /** Begins a table; null where the format leaves it out. */
  begin(table: ExportTable): TableWriter | null | Promise<TableWriter>;
  /** All tables are whole: writes what is left and closes. */
  finish(): void | Promise<void>;
  abort(): void;
}
