import { closeSync, existsSync, openSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { textPath } from '../../pipeline/emit/tables.js';
import type { DocumentRecord } from '../../schemas/index.js';
import {
  DatasetIndex,
  type IndexedDocument,
  type IndexedDocuments,
} from '../changes/dataset-index.js';
import { newestSnapshotName } from '../changes/snapshot-folders.js';
import type { LineRange } from '../counted-file.js';
import { readRange } from '../read-range.js';
import { isWhole } from './files-state.js';
import {
  DOCUMENT_TABLES,
  type DocumentState,
  type DocumentTable,
  type EntryState,
  type MadeFrom,
} from './made-from.js';

/** A document of a dataset, and what it was read from. */
export interface SourcedDocument {
  readonly state: DocumentState;
  readonly uri: string;
  readonly sha256: string;
}

/** A document of the dataset that stands, with the places of its lines. */
export interface FormerDocument extends SourcedDocument {
  /** Where its lines begin, in the order of `DOCUMENT_TABLES`. */
  readonly starts: readonly number[];
}

/** The dataset that stands, as far as a new one goes on from it. */
export class FormerDataset {
  /** By the ids that they have in the dataset, in its order. */
  readonly documents: ReadonlyMap<string, FormerDocument>;
  /** By their uris. */
  readonly entries: ReadonlyMap<string, EntryState>;
  /** The same documents, for comparing their records. */
  readonly index: DatasetIndex;
  private readonly files = new Map<DocumentTable, number>();

  private constructor(
    readonly out: string,
    readonly made: MadeFrom,
  ) {
    this.entries = new Map(made.entries.map((entry) => [entry.uri, entry]));
    const documents = made.entries.flatMap(({ uri, sha256, documents = [] }) =>
      documents.map((state) => ({ state, uri, sha256: sha256! })),
    );
    this.documents = new Map(
      placed(documents).map((document) => [document.state.written.id, document]),
    );
    this.index = new DatasetIndex(out, {
      keys: () => this.documents.keys(),
      has: (id) => this.documents.has(id),
      get: (id) => indexed(this.documents.get(id)),
    });
    for (const name of DOCUMENT_TABLES) {
      const path = join(out, `${name}.jsonl`);
      if (existsSync(path)) this.files.set(name, openSync(path, 'r'));
    }
  }

  /** The dataset in `out`; or why a new one cannot go on from it, in words. */
  static open(out: string, made: MadeFrom, how: string): FormerDataset | string {
    if (made.how !== how) return 'it was made by another version or with other options';
    if (!isWhole(out, made)) return 'its files are not those that were written';
    const newest = newestSnapshotName(out);
    if (newest && newest.hash !== made.package.slice(0, newest.hash.length)) {
      return 'its newest snapshot is of another state';
    }
    return new FormerDataset(out, made);
  }

  /** The lines of a document in a table. */
  lines({ state: { written }, starts }: FormerDocument, name: DocumentTable): LineRange {
    const table = DOCUMENT_TABLES.indexOf(name);
    const start = starts[table]!;
    const end = start + written.bytes[table]!;
    return { file: this.files.get(name) ?? -1, start, end, rows: written.rows[table]! };
  }

  /** The line of a document. */
  record(document: FormerDocument): DocumentRecord {
    const { file, start, end } = this.lines(document, 'documents');
    return JSON.parse(readRange(file, start, end).toString('utf8')) as DocumentRecord;
  }

  text(id: string): Buffer {
    return readFileSync(join(this.out, textPath(id)));
  }

  read(document: FormerDocument): { readonly record: DocumentRecord; readonly text: string } {
    const text = this.text(document.state.written.id).toString('utf8');
    return { record: this.record(document), text };
  }

  /** Ends reading; once is enough, and more does no harm. */
  close(): void {
    this.index.close();
    for (const file of this.files.values()) closeSync(file);
    this.files.clear();
  }
}

/** The documents of a dataset, in its order, with the places of their lines. */
function placed(documents: readonly SourcedDocument[]): FormerDocument[] {
  const ends = DOCUMENT_TABLES.map(() => 0);
  return documents.map((document) => {
    const starts = [...ends];
    document.state.written.bytes.forEach((bytes, table) => {
      ends[table]! += bytes;
    });
    return { ...document, starts };
  });
}

/** The documents of the dataset that follows, for `DatasetIndex`; places are told of those that do not `stay`. */
export function latterDocuments(
  all: readonly SourcedDocument[],
  stay: ReadonlySet<string>,
): IndexedDocuments {
  const ids = new Set(all.map(({ state }) => state.written.id));
  const others = new Map<string, FormerDocument>();
  const ends = DOCUMENT_TABLES.map(() => 0);
  for (const document of all) {
    const { id, bytes } = document.state.written;
    if (!stay.has(id)) others.set(id, { ...document, starts: [...ends] });
    bytes.forEach((count, table) => {
      ends[table]! += count;
    });
  }
  return {
    keys: () => ids.keys(),
    has: (id) => ids.has(id),
    get: (id) => indexed(others.get(id)),
  };
}

/** Where a document's records stand, for `DatasetIndex`. */
function indexed(document: FormerDocument | undefined): IndexedDocument | undefined {
  if (document === undefined) return undefined;
  const { state, uri, sha256, starts } = document;
  const { read, stands = read, written } = state;
  const range = (table: number): readonly [number, number] => {
    const start = starts[table]!;
    return [start, start + written.bytes[table]!];
  };
  return {
    traits: { ...stands, id: written.id, uri },
    sha256,
    ranges: { documents: range(0), tasks: range(1), targets: range(2) },
  };
}
