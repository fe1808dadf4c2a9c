import type {
  Correction,
  Deadline,
  DocumentRecord,
  Quantity,
  RecordKind,
  Reject,
  Target,
  Task,
  Unit,
  Warning,
} from '../../../schemas/index.js';
import type { PackedBody, PackedChange, PackedPage } from '../../payload.js';

/** A body of the dataset: what goes by one id in `units.jsonl`. */
export interface Body extends PackedBody {
  readonly index: number;
}

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
  readonly parameters: readonly ParameterRow[];
  readonly deadlines: readonly DeadlineRow[];
  readonly warnings: readonly WarningRow[];
  /** Numbers that are neither target nor parameter, with the rule that passed them over. */
  readonly passed: readonly Quantity[];
  /** Sources of the copies of the same notice that are left out of the page. */
  readonly copies: readonly string[];
  /** Pages of which there are pictures. */
  readonly pages: readonly PackedPage[];
}

export interface TaskRow {
  readonly kind: 'task';
  readonly id: string;
  readonly doc: Doc;
  readonly record: Task;
  readonly digest: string;
  readonly targets: readonly TargetRow[];
  /** The body of each of its units; null where the dataset does not know it. */
  readonly bodies: readonly (Body | null)[];
}

export interface TargetRow {
  readonly kind: 'target';
  readonly id: string;
  readonly doc: Doc;
  readonly record: Target;
  readonly digest: string;
  readonly tasks: readonly TaskRow[];
  /** The bodies that it names itself. */
  readonly bodies: readonly Body[];
}

/** What somebody gets, pays or may borrow under the policy. */
export interface ParameterRow {
  readonly kind: 'parameter';
  readonly id: string;
  readonly doc: Doc;
  readonly record: Quantity;
  readonly task: TaskRow | null;
}

/** One deadline of a task. */
export interface DeadlineRow {
  readonly kind: 'deadline';
  readonly id: string;
  readonly doc: Doc;
  readonly record: Deadline;
  readonly task: TaskRow;
}

/** One warning of a document, with the task at its place. */
export interface WarningRow {
  readonly kind: 'warning';
  readonly id: string;
  readonly doc: Doc;
  readonly record: Warning;
  readonly task: TaskRow | null;
}

/** What stands in the list. */
export type Row = TaskRow | TargetRow | ParameterRow | DeadlineRow | WarningRow;
export type RowKind = Row['kind'];

/** A record that a person can decide on. */
export type Judged = TaskRow | TargetRow | Doc;

/** What can be open on the page. */
export type Chosen = Row | Doc;

export interface Dataset {
  readonly madeBy: string;
  /** Documents left out, since the page would be too large. */
  readonly older: number;
  /** Documents left out, since they are copies of others. */
  readonly copies: number;
  readonly docs: readonly Doc[];
  readonly bodies: readonly Body[];
  /** What changed since the emission before. */
  readonly changes: readonly PackedChange[];
  /** Tasks, and targets that are their document's own, in the order of the texts. */
  readonly rows: readonly Row[];
  readonly rejects: readonly Reject[];
  readonly corrections: readonly Correction[];
  /** A service keeps what is decided. */
  readonly saves: boolean;
  /** The rows of one kind, in the order of the texts. */
  rowsOf(kind: RowKind): readonly Row[];
  row(kind: RecordKind, id: string): Judged | undefined;
  /** Any row or document by kind and id. */
  any(kind: string, id: string): Chosen | undefined;
  body(id: string): Body | undefined;
}

/** Where a row begins in its text; 0 where it has no place. */
export const startOf = ({ record }: Row): number => record.at?.start ?? 0;

/** The document that a record is of. */
export const docOf = (chosen: Chosen): Doc => (chosen.kind === 'document' ? chosen : chosen.doc);

/** The tasks that a row stands for or belongs to. */
export function tasksOf(row: Row): readonly TaskRow[] {
  if (row.kind === 'task') return [row];
  if (row.kind === 'target') return row.tasks;
  return row.task === null ? [] : [row.task];
}

/** What a decision on the open row is a decision on; null for what nobody decides on. */
export function judgedOf(chosen: Chosen | null): Judged | null {
  if (chosen === null || chosen.kind === 'parameter' || chosen.kind === 'warning') return null;
  return chosen.kind === 'deadline' ? chosen.task : chosen;
}

/** What a record is called in lists. */
export function nameOf(chosen: Chosen): string {
  switch (chosen.kind) {
    case 'target':
      return chosen.record.indicator || chosen.record.raw;
    case 'parameter':
      return chosen.record.indicator || chosen.record.raw;
    case 'deadline':
      return nameOf(chosen.task);
    case 'warning':
      return chosen.record.message;
    case 'document':
      return chosen.record.title || firstWords(chosen.text) || chosen.record.source.uri;
    case 'task':
      return chosen.record.title || chosen.record.text || chosen.id;
  }
}

/** Words by which an untitled document is known: its first line that holds some. */
function firstWords(text: string): string {
  const line = /^.*\p{Script=Han}[^\n]{5}.*$/mu.exec(text.slice(0, 2000))?.[0].trim() ?? '';
  return line.length > 40 ? `${line.slice(0, 40)}…` : line;
}

/** The name that a body goes by, short where it is most often named so. */
export const shortName = (body: Body): string => body.names[0] ?? body.name;

/** The name of a body with its place beside it, so that equal short names can be told apart. */
export function labelOf(body: Body): string {
  const name = shortName(body);
  return body.region === null || name.startsWith(body.region) ? name : `${name} · ${body.region}`;
}

export type { Unit };
