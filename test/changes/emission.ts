import { mkdirSync, readdirSync, readFileSync, readlinkSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Change, TaskVersion } from '../../schemas/index.js';
import { type ExtractOptions, extract } from '../../workers/extract.js';
import { folderOf, rowsOf } from '../workers/fixtures/folders.js';

const SILENT = { found: () => {}, finished: () => {}, childSays: () => {} };

/** A folder of inputs and the dataset that is made of them again and again. */
export class Emissions {
  private readonly folder = folderOf({});
  readonly out = join(this.folder, 'out');
  readonly inputs = join(this.folder, 'in');

  constructor(files: Readonly<Record<string, string>>) {
    mkdirSync(this.inputs);
    for (const [name, text] of Object.entries(files)) this.put(name, text);
  }

  put(name: string, text: string): void {
    writeFileSync(join(this.inputs, name), text);
  }

  remove(name: string): void {
    rmSync(join(this.inputs, name));
  }

  /** Makes the dataset of what the folder holds. */
  async emit(options: Partial<ExtractOptions> = {}): Promise<void> {
    const limits = { jobs: 1, force: false, timeout: 60, maxBytes: 2 ** 26, maxMemory: 1024 };
    const convert = { encoding: null, tokens: true, redactContacts: false };
    const shared = { paths: [this.inputs], out: this.out, store: null, ...limits, convert };
    await extract({ ...shared, ...options }, SILENT, new AbortController().signal);
  }

  get snapshots(): string[] {
    return readdirSync(join(this.out, 'snapshots')).sort();
  }

  /** Where `latest` leads. */
  get latest(): string {
    return readlinkSync(join(this.out, 'latest'));
  }

  get changes(): Change[] {
    return rowsOf<Change>(join(this.out, 'latest'), 'changes');
  }

  get history(): TaskVersion[] {
    return rowsOf<TaskVersion>(join(this.out, 'latest'), 'history');
  }

  /** Ids of a table's records. */
  ids(table: 'documents' | 'tasks' | 'targets'): string[] {
    return rowsOf<{ id: string }>(this.out, table).map(({ id }) => id);
  }

  text(documentId: string): string {
    return readFileSync(join(this.out, 'texts', `${documentId}.txt`), 'utf8');
  }
}

/** Changes as `kind change: summary`. */
export const summaries = (changes: readonly Change[]): string[] =>
  changes.map(({ kind, change, summary }) => `${kind} ${change}: ${summary}`);
