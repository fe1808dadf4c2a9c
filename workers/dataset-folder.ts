import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ConvertedDocument } from '../pipeline/converted.js';
import { copyMark } from '../pipeline/emit/copies/copies.js';
import { dataPackage } from '../pipeline/emit/data-package.js';
import { jsonLine, TABLES, type Table } from '../pipeline/emit/tables.js';
import { type BodyTotal, UnitTally } from '../pipeline/emit/unit-tally.js';
import type { Reject } from '../schemas/index.js';
import { traitsOf } from './changes/dataset-index.js';
import { takeSnapshot } from './changes/snapshot.js';
import { CountedFile } from './counted-file.js';
import { openOutput, PACKAGE, WORK_FOLDER } from './dataset-places.js';
import { CopyBook } from './emission/copy-book.js';
import { DocumentsTable } from './emission/documents-table.js';
import {
  type FormerDataset,
  type FormerDocument,
  latterDocuments,
  type SourcedDocument,
} from './emission/former-dataset.js';
import { DOCUMENT_TABLES, type DocumentState, type Traits } from './emission/made-from.js';
import { Texts } from './emission/texts.js';
import { writeUnits } from './emission/units-table.js';
import { OF_A_RUN, removeLeftovers } from './leftovers.js';

export { openOutput, PACKAGE, WORK_FOLDER };

const RUN = 'run.json';
const FORMER_PACKAGE = `former-${PACKAGE}`;

/** How a dataset is put into place. */
export interface Publishing {
  /** Whether a snapshot is kept where the dataset differs from the newest one (default: yes). */
  readonly snapshot?: boolean;
}

/** What a document was before it was placed in the dataset. */
export interface Origin {
  readonly read: Traits;
  readonly plain: boolean;
}

/**
 * A dataset in the making, written beside the one that stands (`<out>/.gongwen/staging-<pid>/`).
 * Documents of that one that stay are copied from it, a range of bytes of each table, and their texts
 * stay where they are. `publish` then takes the former description away, moves file after file into
 * place and puts the new `datapackage.json` last. A whole folder cannot be renamed over another, and
 * the output folder may be a mount point or hold files of others; so the description is the sign that
 * a dataset is whole: a folder without it is being written, and one with it holds what it describes.
 */
export class DatasetWriter {
  private readonly staging: string;
  private readonly tables: ReadonlyMap<Table['name'], CountedFile>;
  private readonly documents: DocumentsTable;
  private readonly units: UnitTally;
  private readonly copies: CopyBook;
  private readonly texts: Texts;
  private readonly all: SourcedDocument[] = [];
  private readonly stays = new Set<string>();

  /** `former` is the dataset that stands, where documents of it are to be kept. */
  constructor(
    private readonly out: string,
    options: { readonly tokens: boolean },
    writer = String(process.pid),
    private readonly former: FormerDataset | null = null,
  ) {
    removeLeftovers(join(out, WORK_FOLDER), OF_A_RUN);
    this.staging = join(out, WORK_FOLDER, `staging-${writer}`);
    rmSync(this.staging, { recursive: true, force: true });
    mkdirSync(this.staging, { recursive: true });
    this.texts = new Texts(out, this.staging, former);
    this.documents = new DocumentsTable(join(this.staging, 'documents.jsonl'), former);
    const tables = TABLES.filter(
      ({ name }) => name !== 'documents' && (name !== 'tokens' || options.tokens),
    );
    this.tables = new Map(
      tables.map(({ name, path }) => [name, new CountedFile(join(this.staging, path))]),
    );
    this.units = new UnitTally(former?.made.bodies);
    this.copies = new CopyBook(former);
  }

  addDocument(converted: ConvertedDocument, origin?: Origin): DocumentState {
    const { document, text } = converted;
    const line = jsonLine(document);
    const tables = [converted.tasks, converted.targets, converted.quantities, converted.tokens];
    const bytes = tables.map((records, index) => this.add(DOCUMENT_TABLES[index + 1]!, records));
    const mark = copyMark(document, text);
    const { sketch: _, numbers: __, years: ___, ...head } = mark;
    const { id } = head;
    const traits = traitsOf(document);
    const { read, plain } = origin ?? { read: traits, plain: false };
    const state: DocumentState = {
      read,
      ...(!plain && { stands: traits }),
      plain,
      written: {
        id,
        bytes: [Buffer.byteLength(line), ...bytes],
        rows: [1, ...tables.map(({ length }) => length)],
        text: this.texts.add(id, text),
        head,
      },
    };
    this.documents.add(state, line);
    this.units.add(document, converted.tasks);
    this.copies.add(state, mark);
    const { uri, sha256 } = document.source;
    this.all.push({ state, uri, sha256 });
    return state;
  }

  /** Takes over a document of the dataset that stands. */
  keepDocument(document: FormerDocument): DocumentState {
    const state = { ...document.state };
    const { id } = state.written;
    for (const name of DOCUMENT_TABLES.slice(1)) {
      this.tables.get(name)?.copy(this.former!.lines(document, name));
    }
    this.texts.keep(id);
    this.documents.keep(state, document);
    this.copies.add(state);
    this.all.push({ ...document, state });
    this.stays.add(id);
    return state;
  }

  /** How many documents were taken over. */
  get kept(): number {
    return this.stays.size;
  }

  addReject(reject: Reject): void {
    this.add('rejects', [reject]);
  }

  /** What each body does in all tasks, when the dataset is published. */
  bodies(): BodyTotal[] {
    return this.units.totals();
  }

  /** Puts the dataset in the place of the former one. */
  publish(run: object, { snapshot = true }: Publishing = {}): void {
    this.forgetOthers();
    writeUnits(this.tables.get('units')!, this.units, this.former);
    const documents = this.documents.close(this.copies.find());
    const tables = TABLES.flatMap((table) => {
      if (table.name === 'documents') return [{ table, count: documents }];
      const count = this.tables.get(table.name)?.close();
      return count ? [{ table, count }] : [];
    });
    writeFileSync(join(this.staging, RUN), pretty(run));
    writeFileSync(join(this.staging, PACKAGE), pretty(dataPackage(tables, this.texts.count())));
    const paths = tables.map(({ table }) => table.path);
    this.moveAll(paths);
    const files = [PACKAGE, RUN, ...paths, 'texts'];
    if (snapshot) this.takeSnapshot(files, documents.rewritten);
    this.discard();
  }

  /** Takes back what was written beside; the former dataset stands as it was. */
  discard(): void {
    rmSync(this.staging, { recursive: true, force: true });
  }

  /** `rewritten`: documents that were kept and have another line. */
  private takeSnapshot(files: readonly string[], rewritten: readonly string[]): void {
    const { out, staging, former } = this;
    const stay = new Set(this.stays);
    for (const id of rewritten) stay.delete(id);
    const documents = latterDocuments(this.all, stay);
    const difference = former && { former: former.index, documents, stay };
    takeSnapshot({ out, files, staging, now: new Date(), difference });
  }

  /** Takes the documents that are not kept out of what was counted before. */
  private forgetOthers(): void {
    for (const [id, { state }] of this.former?.documents ?? []) {
      if (this.stays.has(id)) continue;
      const { region } = state.written.head;
      this.units.remove({ id, region }, this.former!.index.read(id)!.tasks);
    }
  }

  /** The description goes first and comes last; where it says the same, it is the same file as before. */
  private moveAll(paths: readonly string[]): void {
    const description = join(this.out, PACKAGE);
    const before = join(this.staging, FORMER_PACKAGE);
    if (existsSync(description)) renameSync(description, before);
    for (const { path } of TABLES) {
      if (paths.includes(path)) this.move(path);
      else rmSync(join(this.out, path), { force: true });
    }
    this.texts.move();
    this.move(RUN);
    const same = existsSync(before) && sameBytes(before, join(this.staging, PACKAGE));
    if (same) renameSync(before, description);
    else this.move(PACKAGE);
  }

  /** Appends records to a table; gives the bytes of their lines. */
  private add(name: Table['name'], records: readonly object[]): number {
    const file = this.tables.get(name);
    let bytes = 0;
    for (const record of file ? records : []) {
      const line = jsonLine(record);
      bytes += Buffer.byteLength(line);
      file!.add(line);
    }
    return bytes;
  }

  private move(path: string): void {
    renameSync(join(this.staging, path), join(this.out, path));
  }
}

const pretty = (value: object): string => `${JSON.stringify(value, null, 2)}\n`;

const sameBytes = (a: string, b: string): boolean => readFileSync(a).equals(readFileSync(b));
