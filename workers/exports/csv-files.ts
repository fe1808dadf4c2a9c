import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { stringify } from 'csv-stringify/sync';
import { csvPackage, type ExportedFile } from '../../pipeline/emit/export-package.js';
import type { ExportTable } from '../../pipeline/emit/export-tables.js';
import { CountedFile } from '../counted-file.js';
import type { Sink, TableWriter } from './sink.js';

const BOM = '\uFEFF';

/** RFC 4180: every text in quotes, so that an empty one is told from a missing one; lines end in CRLF. */
const RFC_4180 = {
  quoted_string: true,
  record_delimiter: 'windows',
  cast: { boolean: (value: boolean) => ({ value: String(value), quoted: false }) },
} as const;

/**
 * What a spreadsheet would take for a formula, with whatever invisible characters stand before it;
 * also in full width, which some read alike.
 */
const FORMULA = /^(?:[\t\r\n]|[\s\p{Cc}\p{Cf}]*[=+\-@＝＋－＠])/u;

/** A text as a CSV cell: one that a spreadsheet would run begins with an apostrophe. */
export const safeText = (text: string): string => (FORMULA.test(text) ? `'${text}` : text);

/**
 * Rows as lines of CSV: lists and objects as JSON. Columns that `known` names hold words of our own,
 * such as the operator `=`, and are left as they are.
 */
export const csvLines = (
  rows: readonly (readonly unknown[])[],
  known: ReadonlySet<number> = new Set(),
): string => {
  const values = rows.map((row) =>
    row.map((cell, index) => (known.has(index) ? cell : csvValue(cell))),
  );
  return stringify(values, RFC_4180);
};

/** A folder of CSV files, one a table, and a data package that describes them. */
export class CsvFiles implements Sink {
  private readonly files: ExportedFile[] = [];

  constructor(
    private readonly folder: string,
    private readonly options: { readonly bom: boolean },
  ) {}

  begin(table: ExportTable): TableWriter {
    const path = `${table.name}.csv`;
    const file = new CountedFile(join(this.folder, path));
    const head = stringify([table.columns.map(({ name }) => name)], RFC_4180);
    file.add(this.options.bom ? BOM + head : head);
    const known = new Set(
      table.columns.flatMap(({ values }, index) => (values === null ? [] : [index])),
    );
    let count = 0;
    return {
      add: (rows) => {
        count += rows.length;
        file.add(csvLines(rows, known));
      },
      end: () => {
        this.files.push({ table, path, count: { ...file.close(), rows: count } });
      },
      abort: () => file.close(),
    };
  }

  finish(): void {
    const description = csvPackage(this.files);
    writeFileSync(
      join(this.folder, 'datapackage.json'),
      `${JSON.stringify(description, null, 2)}\n`,
    );
  }

  /** Nothing is open but the tables. */
  abort(): void {}
}

/** Numbers are what they are, so that -5 stays one. */
function csvValue(cell: unknown): unknown {
  if (typeof cell === 'string') return safeText(cell.replace(/\p{Surrogate}/gu, '\uFFFD'));
  return cell !== null && typeof cell === 'object' ? JSON.stringify(cell) : cell;
}
