import type { At, DocumentRecord, Quantity, Target, Task } from '../../../schemas/index.js';
import type { PackedAt, PackedDocument, PackedRecord } from '../../payload.js';
import type {
  Body,
  DeadlineRow,
  Doc,
  ParameterRow,
  TargetRow,
  TaskRow,
  WarningRow,
} from './model.js';

/** What a record holds where the page was told nothing. */
const EMPTY_DOCUMENT = {
  title: '',
  carries: [],
  doc_number: null,
  issuers: [],
  issued_on: null,
  genre: null,
  region: null,
  index_number: null,
  subject: null,
  published_on: null,
  effective_on: null,
  expires_on: null,
  valid_for: null,
  supersedes: [],
  same_as: [],
  copy_of: null,
  references: [],
  warnings: [],
};
const EMPTY_RULES = {
  title: null,
  doc_number: null,
  issuers: null,
  issued_on: null,
  nature: null,
  region: null,
  effective_on: null,
  expires_on: null,
  valid_for: null,
  supersedes: null,
};
const EMPTY_TASK = {
  number: null,
  part: null,
  path: [],
  units: [],
  lead_units: [],
  lead_basis: null,
  et_al: false,
  deadlines: [],
  target_ids: [],
  contacts: [],
  keywords: [],
};
const EMPTY_UNIT = { canonical: null, inherited: false };
const EMPTY_DEADLINE = {
  start: null,
  start_basis: null,
  end: null,
  every: null,
  year_basis: null,
};
const EMPTY_CONTACT = { name: null, phone: null };
const EMPTY_TARGET = { task_ids: [], unit: null, by: null, units: [] };

const EMPTY_QUANTITY = {
  task_id: null,
  target_id: null,
  indicator: null,
  op: null,
  unit: null,
};

/** A document with its records made whole again; `bodies` are those of the dataset. */
export function unpackDocument(
  packed: PackedDocument,
  index: number,
  bodies: readonly Body[],
): Doc {
  const { id, text, digest } = packed;
  const targets: TargetRow[] = [];
  const tasks: TaskRow[] = [];
  const parameters: ParameterRow[] = [];
  const deadlines: DeadlineRow[] = [];
  const warnings: WarningRow[] = [];
  const passed: Quantity[] = [];
  const record = documentOf(packed);
  const { copies, pages = [] } = packed;
  const lists = { tasks, targets, parameters, deadlines, warnings, passed, copies, pages };
  const doc: Doc = { kind: 'document', id, index, record, text, digest, ...lists };
  for (const value of packed.targets) targets.push(targetRow(value, doc, bodies));
  const targetsById = new Map(targets.map((target) => [target.id, target]));
  for (const value of packed.tasks) tasks.push(taskRow(value, doc, targetsById, bodies));
  const tasksById = new Map(tasks.map((task) => [task.id, task]));
  for (const target of targets) {
    const own = target.record.task_ids.flatMap((taskId) => tasksById.get(taskId) ?? []);
    (target.tasks as TaskRow[]).push(...own);
  }
  for (const value of packed.quantities) {
    const quantity = quantityOf(value, doc);
    const task = tasksById.get(quantity.task_id ?? '') ?? null;
    if (quantity.role !== 'parameter') passed.push(quantity);
    else parameters.push({ kind: 'parameter', id: quantity.id, doc, record: quantity, task });
  }
  for (const task of tasks) {
    for (const [place, deadline] of task.record.deadlines.entries()) {
      const rowId = `${task.id}.${place + 1}`;
      deadlines.push({ kind: 'deadline', id: rowId, doc, record: deadline, task });
    }
  }
  for (const [place, warning] of record.warnings.entries()) {
    const { at } = warning;
    const task = at ? tasks.find((each) => holds(each.record.at, at)) : undefined;
    const rowId = `${id}.w${place + 1}`;
    warnings.push({ kind: 'warning', id: rowId, doc, record: warning, task: task ?? null });
  }
  return doc;
}

const holds = (outer: At, inner: At): boolean =>
  inner.start >= outer.start && inner.start < outer.end;

const quantityOf = (value: PackedRecord, doc: Doc): Quantity =>
  ({
    ...EMPTY_QUANTITY,
    ...placed(value, doc.text),
    document_id: doc.id,
  }) as unknown as Quantity;

function documentOf({ record, text }: PackedDocument): DocumentRecord {
  const warnings = listOf(record.warnings).map((warning) => ({ ...placed(warning, text) }));
  return {
    ...EMPTY_DOCUMENT,
    ...record,
    source: { page_start: null, page_end: null, ...(record.source as object) },
    rules: { ...EMPTY_RULES, ...(record.rules as object | undefined) },
    warnings,
  } as unknown as DocumentRecord;
}

function taskRow(
  value: PackedRecord,
  doc: Doc,
  targets: ReadonlyMap<string, TargetRow>,
  known: readonly Body[],
): TaskRow {
  const { digest, ...fields } = value;
  const items = (key: string, empty: object): object[] =>
    listOf(value[key]).map((item) => ({ ...empty, ...placed(item, doc.text) }));
  const bodies = listOf(value.units).map(({ body }) => known[body as number] ?? null);
  const record = {
    ...EMPTY_TASK,
    ...placed(fields, doc.text),
    document_id: doc.id,
    units: items('units', EMPTY_UNIT).map(withoutBody),
    deadlines: items('deadlines', EMPTY_DEADLINE),
    contacts: items('contacts', EMPTY_CONTACT),
  } as unknown as Task & { raw?: string };
  delete record.raw;
  const own = record.target_ids.flatMap((id) => targets.get(id) ?? []);
  const row = { id: record.id, doc, record, digest: digest as string, targets: own, bodies };
  return { kind: 'task', ...row };
}

function withoutBody(unit: object): object {
  const { body: _, ...rest } = unit as { body?: number };
  return rest;
}

function targetRow(value: PackedRecord, doc: Doc, known: readonly Body[]): TargetRow {
  const { digest, bodies = [], ...fields } = value;
  const record = {
    ...EMPTY_TARGET,
    ...placed(fields, doc.text),
    document_id: doc.id,
  } as unknown as Target;
  const own = (bodies as number[]).flatMap((index) => known[index] ?? []);
  const row = { id: record.id, doc, record, digest: digest as string, tasks: [], bodies: own };
  return { kind: 'target', ...row };
}

const listOf = (value: unknown): PackedRecord[] => (value ?? []) as PackedRecord[];

/** The value with its place named and the words that stand there; without a place, as it is. */
function placed(value: PackedRecord, text: string): Record<string, unknown> {
  const at = value.at as PackedAt | undefined;
  if (!at) return { ...value, at: null };
  const [start, end, page = null] = at;
  return { ...value, raw: text.slice(start, end), at: { page, start, end } satisfies At };
}
