import type {
  Correction,
  DocumentRecord,
  RecordKind,
  Reject,
  Target,
  Task,
} from '../../../schemas/index.js';

/** One document with its records, in the order of its text. */
export interface Doc {
  readonly kind: 'document';
  readonly id: string;
  readonly index: number;
  readonly record: DocumentRecord;
  readonly text: string;
  readonly digest: string;
  readonly tasks: readonly TaskRow[];
  readonly targets: readonly TargetRow[];
}

export interface TaskRow {
  readonly kind: 'task';
  readonly id: string;
  readonly doc: Doc;
  readonly record: Task;
  readonly digest: string;
  readonly targets: readonly TargetRow[];
}

export interface TargetRow {
  readonly kind: 'target';
  readonly id: string;
  readonly doc: Doc;
  readonly record: Target;
  readonly digest: string;
}

/** A record that stands in the list. */
export type Row = TaskRow | TargetRow;

/** A record that a person can decide on. */
export type Judged = Row | Doc;

export interface Dataset {
  readonly madeBy: string;
  readonly docs: readonly Doc[];
  /** Tasks, and targets that are their document's own, in the order of the texts. */
  readonly rows: readonly Row[];
  readonly rejects: readonly Reject[];
  readonly corrections: readonly Correction[];
  row(kind: RecordKind, id: string): Judged | undefined;
}

/** Where a record begins in its text. */
export const startOf = (row: Row): number => row.record.at.start;

/** The document that a record is of. */
export const docOf = (judged: Judged): Doc => (judged.kind === 'document' ? judged : judged.doc);

/** What a record is called in lists. */
export function nameOf(judged: Judged): string {
  if (judged.kind === 'target') return judged.record.indicator || judged.record.raw;
  return judged.record.title || (judged.kind === 'document' ? judged.record.source.uri : judged.id);
}
