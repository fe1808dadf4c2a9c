import type { At, DocumentRecord, Target, Task } from '../../../schemas/index.js';
import type { PackedAt, PackedDocument, PackedRecord } from '../../payload.js';
import type { Doc, TargetRow, TaskRow } from './model.js';

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

/** A document with its records made whole again. */
export function unpackDocument(packed: PackedDocument, index: number): Doc {
  const { id, text, digest } = packed;
  const targets: TargetRow[] = [];
  const tasks: TaskRow[] = [];
  const doc: Doc = {
    kind: 'document',
    id,
    index,
    record: documentOf(packed),
    text,
    digest,
    tasks,
    targets,
  };
  for (const value of packed.targets) targets.push(targetRow(value, doc));
  const byId = new Map(targets.map((target) => [target.id, target]));
  for (const value of packed.tasks) tasks.push(taskRow(value, doc, byId));
  return doc;
}

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

function taskRow(value: PackedRecord, doc: Doc, targets: ReadonlyMap<string, TargetRow>): TaskRow {
  const { digest, ...fields } = value;
  const items = (key: string, empty: object): object[] =>
    listOf(value[key]).map((item) => ({ ...empty, ...placed(item, doc.text) }));
  const record = {
    ...EMPTY_TASK,
    ...placed(fields, doc.text),
    document_id: doc.id,
    units: items('units', EMPTY_UNIT),
    deadlines: items('deadlines', EMPTY_DEADLINE),
    contacts: items('contacts', EMPTY_CONTACT),
  } as unknown as Task & { raw?: string };
  delete record.raw;
  const own = record.target_ids.flatMap((id) => targets.get(id) ?? []);
  return { kind: 'task', id: record.id, doc, record, digest: digest as string, targets: own };
}

function targetRow(value: PackedRecord, doc: Doc): TargetRow {
  const { digest, ...fields } = value;
  const record = {
    ...EMPTY_TARGET,
    ...placed(fields, doc.text),
    document_id: doc.id,
  } as unknown as Target;
  return { kind: 'target', id: record.id, doc, record, digest: digest as string };
}

const listOf = (value: unknown): PackedRecord[] => (value ?? []) as PackedRecord[];

/** The value with its place named and the words that stand there; without a place, as it is. */
function placed(value: PackedRecord, text: string): Record<string, unknown> {
  const at = value.at as PackedAt | undefined;
  if (!at) return { ...value, at: null };
  const [start, end, page = null] = at;
  return { ...value, raw: text.slice(start, end), at: { page, start, end } satisfies At };
}
