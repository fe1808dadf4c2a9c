import { createWriteStream, mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { ZipFile } from 'yazl';
import type { ExportTable } from '../../pipeline/emit/export-tables.js';
import { CountedFile } from '../counted-file.js';
import type { Sink, TableWriter } from './sink.js';
import {
  MOST_ROWS,
  type SheetColumn,
  sheetHead,
  sheetPath,
  sheetRow,
  sheetTail,
  workbookParts,
} from './xlsx-parts.js';

/** A table as a sheet. */
export type SheetTable = Pick<ExportTable, 'name' | 'description'> & {
  readonly columns: readonly SheetColumn[];
};

/** The same in every time zone and at every run: a day that every zip file can say. */
const entry = () => ({ mtime: new Date(1980, 1, 1), mode: 0o100644, forceDosTimestamp: true });

/** A sheet in the making; `rows` are those of data. */
interface Sheet {
  readonly name: string;
  readonly path: string;
  readonly description: string;
  readonly file: CountedFile;
  rows: number;
}

const ABOUT: readonly SheetColumn[] = [
  { name: 'sheet', type: 'text' },
  { name: 'description', type: 'text' },
  { name: 'rows', type: 'integer' },
];

/**
 * A workbook with a sheet a table: header frozen, a filter on every column. Sheets are written row
 * by row beside the workbook and packed at the end. A table with more rows than a sheet can have
 * goes on in `<name>_2`.
 */
export class XlsxFile implements Sink {
  private readonly sheets: Sheet[] = [];

  /** `work` is a folder for what is written on the way; it is removed at the end. */
  constructor(
    private readonly path: string,
    private readonly work: string,
  ) {
    mkdirSync(work, { recursive: true });
  }

  /** The words of tasks are for programs, and would fill sheet after sheet: they are left out. */
  begin(table: ExportTable): TableWriter | null {
    return table.from === 'tokens' ? null : this.sheet(table);
  }

  /** Begins a table that is no table of the dataset. */
  sheet(table: SheetTable): TableWriter {
    let part = 1;
    let sheet = this.open(table, table.name);
    return {
      add: (rows) => {
        for (const row of rows) {
          if (sheet.rows + 1 === MOST_ROWS) {
            close(sheet, table);
            sheet = this.open(table, `${table.name}_${++part}`);
          }
          sheet.rows++;
          sheet.file.add(sheetRow(sheet.rows + 1, row, table.columns));
        }
      },
      end: () => close(sheet, table),
      abort: () => sheet.file.close(),
    };
  }

  async finish(): Promise<void> {
    const contents = this.sheets.map(({ name, description, rows }) => [name, description, rows]);
    const about = this.sheet({ name: 'about', description: '', columns: ABOUT });
    about.add(contents);
    await about.end();
    // The list of sheets comes first, the sheets in the order in which they came.
    const sheets = [this.sheets.at(-1)!, ...this.sheets.slice(0, -1)];
    const zip = new ZipFile();
    for (const [path, xml] of workbookParts(sheets.map(({ name }) => name))) {
      zip.addBuffer(Buffer.from(xml), path, entry());
    }
    for (const [index, { path }] of sheets.entries()) {
      zip.addFile(path, sheetPath(index + 1), entry());
    }
    zip.end();
    await pipeline(zip.outputStream, createWriteStream(this.path));
    rmSync(this.work, { recursive: true });
  }

  /** Nothing is open but the sheets. */
  abort(): void {}

  private open({ description, columns }: SheetTable, name: string): Sheet {
    const path = join(this.work, `${this.sheets.length + 1}.xml`);
    const sheet = { name, path, description, rows: 0, file: new CountedFile(path) };
    sheet.file.add(sheetHead(columns));
    this.sheets.push(sheet);
    return sheet;
  }
}

function close(sheet: Sheet, { columns }: SheetTable): void {
  sheet.file.add(sheetTail(columns, sheet.rows + 1));
  sheet.file.close();
}
