import { createHash } from 'node:crypto';
import { createReadStream, existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { FileCount, TextsCount } from '../pipeline/emit/data-package.js';
import { TABLES, type Table, textPath } from '../pipeline/emit/tables.js';
import { DatasetCheck, type Place } from '../pipeline/validate/dataset-check.js';
import type {
  DocumentRecord,
  Quantity,
  Target,
  Task,
  TokenLine,
  UnitRecord,
} from '../schemas/index.js';
import { linesOf } from './lines.js';
import { packageProblems } from './package-check.js';
import { UnitsCheck } from './units-check.js';
import { NoDatasetError } from './whole-dataset.js';

/** Something in a dataset that is not as it should be. */
export interface Problem {
  /** File in the dataset's folder. */
  readonly file: string;
  /** Counted from 1; null where the whole file is meant. */
  readonly line: number | null;
  readonly message: string;
}

export { NoDatasetError };

/**
 * Checks a dataset's folder: every line against its schema, every value against the text, ids and
 * links, and the description (rows, bytes, digests). Each problem is told as it is found.
 *
 * @returns rows of each table.
 * @throws NoDatasetError
 */
export async function validateDataset(
  folder: string,
  report: (problem: Problem) => void,
): Promise<ReadonlyMap<Table['name'], number>> {
  if (!existsSync(join(folder, 'documents.jsonl'))) {
    throw new NoDatasetError(`${folder} holds no dataset: there is no documents.jsonl in it.`);
  }
  const validation = new Validation(folder, report);
  return validation.run();
}

/** Texts kept in memory; records stand in the order of their documents. */
const KEPT_TEXTS = 4;

class Validation {
  private readonly check: DatasetCheck;
  private readonly units = new UnitsCheck();
  private readonly texts = new Map<string, string | null>();
  private readonly textsHash = createHash('sha256');
  private readonly textPaths: string[] = [];
  private textsBytes = 0;

  constructor(
    private readonly folder: string,
    private readonly report: (problem: Problem) => void,
  ) {
    const reportAt = (place: Place, message: string): void => report({ ...place, message });
    this.check = new DatasetCheck((id) => this.textOf(id), reportAt);
  }

  async run(): Promise<ReadonlyMap<Table['name'], number>> {
    const counts = new Map<Table['name'], FileCount>();
    for (const table of TABLES) {
      if (existsSync(join(this.folder, table.path))) {
        counts.set(table.name, await this.readTable(table));
      } else if (table.name !== 'tokens') {
        this.report({ file: table.path, line: null, message: 'the file is missing' });
      }
    }
    this.check.finish();
    if (counts.has('units')) {
      for (const name of this.units.missing()) {
        this.report({ file: 'units.jsonl', line: null, message: `${name}: the body is missing` });
      }
    }
    this.findStrayTexts();
    for (const message of packageProblems(this.folder, counts, this.textsCount())) {
      this.report({ file: 'datapackage.json', line: null, message });
    }
    return new Map([...counts].map(([name, { rows }]) => [name, rows]));
  }

  private async readTable(table: Table): Promise<FileCount> {
    const hash = createHash('sha256');
    let bytes = 0;
    const stream = createReadStream(join(this.folder, table.path));
    const decoder = new TextDecoder('utf-8', { ignoreBOM: true });
    async function* chunks(): AsyncGenerator<string> {
      for await (const chunk of stream as AsyncIterable<Buffer>) {
        hash.update(chunk);
        bytes += chunk.length;
        yield decoder.decode(chunk, { stream: true });
      }
    }
    let rows = 0;
    for await (const line of linesOf(chunks())) {
      this.readLine(table, line, { file: table.path, line: ++rows });
    }
    return { rows, bytes, sha256: hash.digest('hex') };
  }

  private readLine(table: Table, line: string, place: Place): void {
    let value: unknown;
    try {
      value = JSON.parse(line);
    } catch {
      this.report({ ...place, message: 'not JSON' });
      return;
    }
    if (table.name === 'documents') this.countText(value);
    const parsed = table.schema.safeParse(value);
    if (!parsed.success) {
      for (const { path, message } of parsed.error.issues) {
        this.report({ ...place, message: `${path.join('.') || 'record'}: ${message}` });
      }
      return;
    }
    this.readRecord(table.name, parsed.data, place);
  }

  private readRecord(name: Table['name'], record: unknown, place: Place): void {
    if (name === 'documents') {
      this.check.document(record as DocumentRecord, place);
      this.units.document(record as DocumentRecord);
    } else if (name === 'tasks') {
      this.check.task(record as Task, place);
      this.units.task(record as Task);
    } else if (name === 'targets') {
      this.check.target(record as Target, place);
    } else if (name === 'quantities') {
      this.check.quantity(record as Quantity, place);
    } else if (name === 'units') {
      const message = this.units.unit(record as UnitRecord);
      if (message !== null) this.report({ ...place, message });
    } else if (name === 'tokens') {
      this.check.tokenLine(record as TokenLine, place);
    }
  }

  private countText(document: unknown): void {
    const { id } = (document ?? {}) as { id?: unknown };
    if (typeof id !== 'string' || !isFileName(id)) return;
    const path = textPath(id);
    this.textPaths.push(path);
    if (!existsSync(join(this.folder, path))) return;
    const text = readFileSync(join(this.folder, path));
    this.textsBytes += text.length;
    this.textsHash.update(text);
  }

  private textsCount(): TextsCount {
    const { textPaths: paths, textsBytes: bytes, textsHash } = this;
    return { paths, bytes, sha256: textsHash.digest('hex') };
  }

  private textOf(id: string): string | null {
    const kept = this.texts.get(id);
    if (kept !== undefined) return kept;
    const path = join(this.folder, textPath(id));
    const text = isFileName(id) && existsSync(path) ? readFileSync(path, 'utf8') : null;
    if (this.texts.size >= KEPT_TEXTS) this.texts.delete([...this.texts.keys()][0]!);
    this.texts.set(id, text);
    return text;
  }

  private findStrayTexts(): void {
    const folder = join(this.folder, 'texts');
    const known = new Set(this.textPaths);
    for (const name of existsSync(folder) ? readdirSync(folder).sort() : []) {
      const file = `texts/${name}`;
      if (!known.has(file)) this.report({ file, line: null, message: 'the text of no document' });
    }
  }
}

const isFileName = (id: string): boolean => !/[/\\\0]/.test(id);
