import { closeSync, openSync, readSync } from 'node:fs';
import { join } from 'node:path';
import type { EmittedDocument } from '../../pipeline/compare/keep-identifiers.js';
import type { DocumentTraits } from '../../pipeline/compare/match-documents.js';
import type { DocumentRecord, Target, Task } from '../../schemas/index.js';
import { fileLines } from './sync-lines.js';

const TABLES = ['documents', 'tasks', 'targets'] as const;
type Name = (typeof TABLES)[number];
/** Bytes of a table, from the first to one past the last. */
type Range = readonly [start: number, end: number];

interface Entry {
  readonly traits: DocumentTraits;
  /** Digest of the source's bytes. */
  readonly sha256: string;
  readonly ranges: Partial<Record<Name, Range>>;
  /** Ids of the records in their order, each with a line feed after it. */
  readonly ids: Record<'tasks' | 'targets', string>;
}

/**
 * Where the records of each document stand in a dataset's tables. It holds some words a document and
 * reads the records when they are asked for, so a dataset may be larger than memory.
 */
export class DatasetIndex {
  private readonly entries = new Map<string, Entry>();
  private readonly files: Readonly<Record<Name, number>>;
  private closed = false;

  constructor(readonly folder: string) {
    this.readDocuments();
    this.readRanges('tasks');
    this.readRanges('targets');
    const open = (name: Name): number => openSync(join(folder, `${name}.jsonl`), 'r');
    this.files = { documents: open('documents'), tasks: open('tasks'), targets: open('targets') };
  }

  /** What tells the documents from each other, in the order of the dataset. */
  get documents(): DocumentTraits[] {
    return [...this.entries.values()].map(({ traits }) => traits);
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
      entry.ids.tasks === idLines(tasks) &&
      entry.ids.targets === idLines(targets)
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
    const bytes = Buffer.alloc(end - start);
    for (let read = 0; read < bytes.length; ) {
      const count = readSync(this.files[name], bytes, read, bytes.length - read, start + read);
      if (count === 0) throw new Error(`${this.folder}/${name}.jsonl has become shorter`);
      read += count;
    }
    return bytes;
  }

  private readDocuments(): void {
    for (const { bytes, start, end } of fileLines(join(this.folder, 'documents.jsonl'))) {
      const record = JSON.parse(bytes.toString('utf8')) as DocumentRecord;
      this.entries.set(record.id, {
        traits: traitsOf(record),
        sha256: record.source.sha256,
        ranges: { documents: [start, end] },
        ids: { tasks: '', targets: '' },
      });
    }
  }

  /** Records stand in the order of their documents, so each document's are one range. */
  private readRanges(name: 'tasks' | 'targets'): void {
    for (const { bytes, start, end } of fileLines(join(this.folder, `${name}.jsonl`))) {
      const { id, document_id } = keysOf(bytes);
      const entry = this.entries.get(document_id);
      if (!entry) continue;
      entry.ranges[name] = [entry.ranges[name]?.[0] ?? start, end];
      entry.ids[name] += `${id}\n`;
    }
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
