import { createHash } from 'node:crypto';
import type { Change, ChangeKind, FieldChange } from '../../schemas/change.js';
import type { DocumentRecord, Target, Task } from '../../schemas/index.js';
import { DOCUMENT_FIELDS } from './document-fields.js';
import { type ComparedField, contentOf, fieldChanges } from './field-changes.js';
import type { EmittedDocument } from './keep-identifiers.js';
import { TARGET_FIELDS } from './target-fields.js';
import { TASK_FIELDS, WORDING } from './task-fields.js';

/** What became of a document and its records, by their ids; null where it does not stand. */
export function documentChanges(
  former: EmittedDocument | null,
  latter: EmittedDocument | null,
): Change[] {
  const targets = recordChanges(TARGET, former?.targets ?? [], latter?.targets ?? []);
  const tasks = recordChanges(TASK, former?.tasks ?? [], latter?.tasks ?? []);
  return [
    ...recordChanges(DOCUMENT, former ? [former.document] : [], latter ? [latter.document] : []),
    ...tasks.map((task) => withTargets(task, targets, latter)),
    ...targets,
  ];
}

/** Hash of what a task says; places, and what follows from its words, do not bear on it. */
export const taskVersion = (task: Task): string =>
  createHash('sha256').update(contentOf(TASK_FIELDS, task)).digest('hex').slice(0, 16);

/** A kind of record: its fields, and what its changes are filed under. */
interface Kind<Record> {
  readonly kind: ChangeKind;
  readonly fields: readonly ComparedField<Record>[];
  readonly documentId: (record: Record) => string;
  readonly title: (record: Record) => string;
}

const DOCUMENT: Kind<DocumentRecord> = {
  kind: 'document',
  fields: DOCUMENT_FIELDS,
  documentId: ({ id }) => id,
  title: ({ title }) => title,
};
const TASK: Kind<Task> = {
  kind: 'task',
  fields: TASK_FIELDS,
  documentId: ({ document_id }) => document_id,
  title: ({ title }) => title,
};
const TARGET: Kind<Target> = {
  kind: 'target',
  fields: TARGET_FIELDS,
  documentId: ({ document_id }) => document_id,
  title: ({ indicator }) => indicator,
};

/** Changes of records of one kind: in the order of the latter, then what was withdrawn. */
function recordChanges<Row extends { readonly id: string }>(
  kind: Kind<Row>,
  former: readonly Row[],
  latter: readonly Row[],
): Change[] {
  const before = new Map(former.map((record) => [record.id, record]));
  const changes: Change[] = [];
  for (const record of latter) {
    const then = before.get(record.id);
    before.delete(record.id);
    if (!then) changes.push(changeOf(kind, record, 'added', []));
    else {
      const fields = fieldChanges(kind.fields, then, record);
      if (fields.length > 0) changes.push(changeOf(kind, record, 'changed', fields));
    }
  }
  for (const record of before.values()) changes.push(changeOf(kind, record, 'withdrawn', []));
  return changes;
}

function changeOf<Row extends { readonly id: string }>(
  { kind, documentId, title }: Kind<Row>,
  record: Row,
  change: Change['change'],
  fields: FieldChange[],
): Change {
  const shared = { kind, change, id: record.id, document_id: documentId(record) };
  const summary = fields.length > 0 ? summaryOf(fields) : `${kind} ${change}`;
  return { ...shared, title: title(record), fields, summary };
}

/** All that is not mere wording; `wording only` where nothing else is. */
function summaryOf(fields: readonly FieldChange[]): string {
  const telling = fields.filter(
    ({ field, summary }) => !WORDING.has(field) && !isImplied(field, summary, fields),
  );
  return telling.map(({ summary }) => summary).join('; ') || 'wording only';
}

/** Whether another field says the same: a unit's new role by the lead, a new measure by the value. */
function isImplied(field: string, summary: string, fields: readonly FieldChange[]): boolean {
  const has = (name: string): boolean => fields.some((other) => other.field === name);
  if (field === 'unit') return has('value');
  if (field === 'lead_basis') return has('lead_units');
  if (field !== 'units' || !has('lead_units')) return false;
  const lead = fields.find((other) => other.field === 'lead_units')!;
  const leads = new Set([lead.from, lead.to].flat() as string[]);
  return summary.split('; ').every((part) => [...leads].some((name) => part.includes(name)));
}

/** A task whose words differ since its target does is told of by that. */
function withTargets(
  task: Change,
  targets: readonly Change[],
  latter: EmittedDocument | null,
): Change {
  if (task.summary !== 'wording only') return task;
  const own = new Set(latter?.tasks.find(({ id }) => id === task.id)?.target_ids);
  const says = targets.filter(({ id, change }) => change === 'changed' && own.has(id));
  return says.length === 0
    ? task
    : { ...task, summary: says.map(({ summary }) => summary).join('; ') };
}
