import { createReadStream, existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { TABLES, type Table, textPath } from '../../pipeline/emit/tables.js';
import type {
  DocumentRecord,
  Quantity,
  Reject,
  Target,
  Task,
  TokenLine,
  UnitRecord,
} from '../../schemas/index.js';
import { linesOf } from '../lines.js';
import { requireWhole } from '../whole-dataset.js';

/** The records of each table. */
export interface Records {
  documents: DocumentRecord;
  tasks: Task;
  targets: Target;
  quantities: Quantity;
  units: UnitRecord;
  rejects: Reject;
  tokens: TokenLine;
}

/** A line of a dataset that cannot be read: `file:line: …`. */
export class DatasetError extends Error {}

/**
 * A dataset's folder, read as a stream: no table is ever whole in memory. Lines are taken to be what
 * `gongwen validate` finds sound; they are parsed and not checked.
 */
export class Dataset {
  private constructor(readonly folder: string) {}

  /** @throws NoDatasetError where the folder holds none, or a run is writing it. */
  static open(folder: string): Dataset {
    requireWhole(folder);
    return new Dataset(folder);
  }

  /** Whether the dataset has a table; `tokens` is there only where it was asked for. */
  has(name: Table['name']): boolean {
    return existsSync(this.path(name));
  }

  /** The records of a table in the order of its file; none where there is no such table. */
  async *records<Name extends Table['name']>(name: Name): AsyncGenerator<Records[Name]> {
    if (!this.has(name)) return;
    const path = this.path(name);
    let line = 0;
    for await (const text of linesOf(createReadStream(path, 'utf8') as AsyncIterable<string>)) {
      line++;
      try {
        yield JSON.parse(text) as Records[Name];
      } catch {
        throw new DatasetError(`${path}:${line}: not JSON. See gongwen validate.`);
      }
    }
  }

  /** The text that every `at` of a document's records counts in. */
  text(documentId: string): string {
    if (/[/\\\0]/.test(documentId)) throw new DatasetError(`${documentId}: no name of a document.`);
    return readFileSync(join(this.folder, textPath(documentId)), 'utf8');
  }

  /** The bytes of `datapackage.json`: equal bytes, equal dataset. */
  description(): Buffer {
    return readFileSync(join(this.folder, 'datapackage.json'));
  }

  private path(name: Table['name']): string {
    return join(this.folder, TABLES.find((table) => table.name === name)!.path);
  }
}

/** A dataset's tables, as an export reads them: all records, or one of each notice. */
export type DatasetTables = Pick<Dataset, 'records' | 'has'>;
