import { createReadStream, existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { z } from 'zod';
import { TABLES, textPath } from '../pipeline/emit/tables.js';
import type {
  DocumentRecord,
  Quantity,
  Reject,
  Target,
  Task,
  TokenLine,
  UnitRecord,
} from '../schemas/index.js';
import { readJsonLine } from '../workers/json-line.js';
import { linesOf } from '../workers/lines.js';
import { NoDatasetError, requireWhole } from '../workers/whole-dataset.js';
import { DatasetError } from './errors.js';

/** The record that a line of each table holds. */
export interface TableRecords {
  readonly documents: DocumentRecord;
  readonly tasks: Task;
  readonly targets: Target;
  readonly quantities: Quantity;
  readonly units: UnitRecord;
  readonly tokens: TokenLine;
  readonly rejects: Reject;
}

export type TableName = keyof TableRecords;

/**
 * A dataset's folder. Its tables are read from the start each time that they are iterated, a piece
 * at a time, so a dataset may be larger than memory; leaving a loop closes the file.
 */
export interface Dataset {
  readonly folder: string;
  readonly documents: AsyncIterable<DocumentRecord>;
  readonly tasks: AsyncIterable<Task>;
  readonly targets: AsyncIterable<Target>;
  readonly quantities: AsyncIterable<Quantity>;
  readonly units: AsyncIterable<UnitRecord>;
  /** Empty where the dataset was made without `--tokens`. */
  readonly tokens: AsyncIterable<TokenLine>;
  readonly rejects: AsyncIterable<Reject>;
  /** The table of a name. */
  records<Name extends TableName>(name: Name): AsyncIterable<TableRecords[Name]>;
  /** The text that every `at` of a document's records counts in; null where there is none. */
  text(documentId: string): Promise<string | null>;
}

export interface OpenOptions {
  /**
   * Pass every record through its schema, and throw a DatasetError for one that does not fit
   * (default: false; `validate` checks far more).
   */
  readonly checked?: boolean;
}

/**
 * Opens a dataset to be read.
 *
 * @throws DatasetError where the folder holds none; while its tables are read, where a line is no record
 * @example
 * const dataset = await openDataset('output');
 * for await (const task of dataset.tasks) console.log(task.title);
 */
export async function openDataset(folder: string, options: OpenOptions = {}): Promise<Dataset> {
  try {
    requireWhole(folder);
  } catch (error) {
    if (error instanceof NoDatasetError) throw new DatasetError('no_dataset', error.message);
    throw error;
  }
  const records = <Name extends TableName>(name: Name): AsyncIterable<TableRecords[Name]> => ({
    [Symbol.asyncIterator]: () => recordsOf(folder, name, options.checked ?? false),
  });
  return {
    folder,
    documents: records('documents'),
    tasks: records('tasks'),
    targets: records('targets'),
    quantities: records('quantities'),
    units: records('units'),
    tokens: records('tokens'),
    rejects: records('rejects'),
    records,
    text: (documentId) => textOf(folder, documentId),
  };
}

async function* recordsOf<Name extends TableName>(
  folder: string,
  name: Name,
  checked: boolean,
): AsyncGenerator<TableRecords[Name], void, undefined> {
  const { path, schema } = TABLES.find((table) => table.name === name)!;
  if (name === 'tokens' && !existsSync(join(folder, path))) return;
  let line = 0;
  for await (const text of linesOf(createReadStream(join(folder, path), 'utf8'))) {
    line++;
    yield recordOf(text, checked ? schema : null, { file: path, line }) as TableRecords[Name];
  }
}

function recordOf(
  text: string,
  schema: z.ZodType | null,
  place: { readonly file: string; readonly line: number },
): unknown {
  const damaged = (wrong: string): DatasetError =>
    new DatasetError('damaged_dataset', `${place.file}:${place.line}: ${wrong}`, place);
  if (schema !== null) {
    const { value, wrong } = readJsonLine(schema, text);
    if (wrong !== undefined) throw damaged(wrong);
    return value;
  }
  try {
    return JSON.parse(text);
  } catch {
    throw damaged('not JSON');
  }
}

async function textOf(folder: string, documentId: string): Promise<string | null> {
  if (/[/\\\0]/.test(documentId)) return null;
  try {
    return await readFile(join(folder, textPath(documentId)), 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw error;
  }
}
