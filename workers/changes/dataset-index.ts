import { closeSync, openSync } from 'node:fs';
import { join } from 'node:path';
import type { EmittedDocument } from '../../pipeline/compare/keep-identifiers.js';
import type { DocumentTraits } from '../../pipeline/compare/match-documents.js';
import type { DocumentRecord, Target, Task } from '../../schemas/index.js';
import { readRange } from '../read-range.js';
import { fileLines } from './sync-lines.js';

const TABLES = ['documents', 'tasks', 'targets'] as const;
type Name = (typeof TABLES)[number];
/** Bytes of a table, from the first to one past the last. */
type Range = readonly [start: number, end: number];

/** Where the records of a document stand in a dataset's tables. */
export interface IndexedDocument {
  readonly traits: DocumentTraits;
  /** Digest of the source's bytes. */
  readonly sha256: string;
  readonly ranges: Partial<Record<Name, Range>>;
}

/** Documents by their ids, in the order of their dataset. */
export type IndexedDocuments = Pick<ReadonlyMap<string, IndexedDocument>, 'keys' | 'has' | 'get'>;

/**
 * Where the records of each document stand in a dataset's tables. It holds some words a document and
 * reads the records when they are asked for, so a dataset may be larger than memory.
 */
export class DatasetIndex {
  private readonly files: Readonly<Record<Name, number>>;
  private closed = false;

  /** `entries` are all documents of the dataset in `folder`, in their order, by their ids. */
  constructor(
    readonly folder: string,
    private readonly entries: IndexedDocuments,
  ) {
    const open = (name: Name): number => openSync(join(folder, `${name}.jsonl`), 'r');
    this.files = { documents: open('documents'), tasks: open('tasks'), targets: open('targets') };
  }

  /** The index of a dataset of which nothing is known: its tables are read through. */
  static scan(folder: string): DatasetIndex {
    return new DatasetIndex(folder, documentsIn(folder));
  }

  /** Ids of the documents, in the order of the dataset. */
  ids(): Iterable<string> {
    return this.entries.keys();
  }

  /** What tells the documents from each other, in the order of the dataset; without some of them. */
  documents(without: ReadonlySet<string> = new Set()): DocumentTraits[] {
    const traits: DocumentTraits[] = [];
    for (const id of this.ids()) if (!without.has(id)) traits.push(this.entries.get(id)!.traits);
    return traits;
  }

  has(id: string): boolean {
    return this.entries.has(id);
  }

  /** A document with its records; null where the dataset does not have it. */
  read(id: string): EmittedDocument | null {
    const [line] = this.lines<DocumentRecord>(id, 'documents');
    if (line === undefined) return null;
    return {
      document: line,
      tasks: this.lines<Task>(id, 'tasks'),
      targets: this.lines<Target>(id, 'targets'),
    };
  }

  /** Whether a document of this id came from the same bytes with the same ids in the same order. */
  hasSameIds({ document, tasks, targets }: EmittedDocument): boolean {
    const entry = this.entries.get(document.id);
    return (
      entry !== undefined &&
      entry.sha256 === document.source.sha256 &&
      this.idLines(document.id, 'tasks') === idLines(tasks) &&
      this.idLines(document.id, 'targets') === idLines(targets)
    );
  }

  /** Whether both datasets hold the same bytes of a document. */
  equals(id: string, other: DatasetIndex): boolean {
    return TABLES.every((name) => this.bytes(id, name).equals(other.bytes(id, name)));
  }

  /** Ends reading; once is enough, and more does no harm. */
  close(): void {
    if (this.closed) return;
    this.closed = true;
    for (const file of Object.values(this.files)) closeSync(file);
  }

  private lines<Row>(id: string, name: Name): Row[] {
    const lines = this.bytes(id, name).toString('utf8').split('\n');
    return lines.filter(Boolean).map((line) => JSON.parse(line) as Row);
  }

  private bytes(id: string, name: Name): Buffer {
    const [start, end] = this.entries.get(id)?.ranges[name] ?? [0, 0];
    return readRange(this.files[name], start, end);
  }

  /** Ids of a document's records in their order, each with a line feed after it. */
  private idLines(id: string, name: Name): string {
    const bytes = this.bytes(id, name);
    let ids = '';
    for (let start = 0; start < bytes.length; ) {
      const feed = bytes.indexOf(10, start);
      const end = feed < 0 ? bytes.length : feed;
      ids += `${keysOf(bytes.subarray(start, end)).id}\n`;
      start = end + 1;
    }
    return ids;
  }
}

function documentsIn(folder: string): IndexedDocuments {
  const entries = new Map<string, IndexedDocument>();
  for (const { bytes, start, end } of fileLines(join(folder, 'documents.jsonl'))) {
    const record = JSON.parse(bytes.toString('utf8')) as DocumentRecord;
    const ranges = { documents: [start, end] as const };
    const entry = { traits: traitsOf(record), sha256: record.source.sha256, ranges };
    entries.set(record.id, entry);
  }
  for (const name of ['tasks', 'targets'] as const) addRanges(entries, folder, name);
  return entries;
}

/** Records stand in the order of their documents, so each document's are one range. */
function addRanges(
  entries: ReadonlyMap<string, IndexedDocument>,
  folder: string,
  name: 'tasks' | 'targets',
): void {
  for (const { bytes, start, end } of fileLines(join(folder, `${name}.jsonl`))) {
    const ranges = entries.get(keysOf(bytes).document_id)?.ranges;
    if (ranges) ranges[name] = [ranges[name]?.[0] ?? start, end];
  }
}

/** What tells a document from others. */
export const traitsOf = (document: DocumentRecord): DocumentTraits => ({
  id: document.id,
  uri: document.source.uri,
  title: document.title,
  doc_number: document.doc_number,
  issuers: document.issuers,
  issued_on: document.issued_on,
});

const idLines = (records: readonly { readonly id: string }[]): string =>
  records.map(({ id }) => `${id}\n`).join('');

const OPENING = /^\{"id":"([^"\\]*)","document_id":"([^"\\]*)"/;
/** Bytes of a line that hold its first two fields. */
const OPENING_BYTES = 400;

interface Keys {
  readonly id: string;
  readonly document_id: string;
}

/** Whose a record's line is; its beginning is enough, as the writer orders the fields. */
function keysOf(line: Buffer): Keys {
  const [, id, document_id] = OPENING.exec(line.toString('latin1', 0, OPENING_BYTES)) ?? [];
  if (id !== undefined && document_id !== undefined) return { id, document_id };
  return JSON.parse(line.toString('utf8')) as Keys;
}
