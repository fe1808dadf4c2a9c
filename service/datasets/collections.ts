import type { z } from 'zod';
import { TABLES } from '../../pipeline/emit/tables.js';

/** What can be asked for of a dataset. */
export const COLLECTION_NAMES = ['documents', 'tasks', 'targets', 'quantities', 'units'] as const;
export type CollectionName = (typeof COLLECTION_NAMES)[number];

/** A table of a dataset as the index keeps it: what is filtered and sorted by, not the records. */
export interface Collection {
  readonly name: CollectionName;
  /** File in the dataset's folder. */
  readonly path: string;
  /** The schema of a record. */
  readonly schema: z.ZodObject;
  /** What the index reads of a line, with DuckDB's types: nothing is left to guessing. */
  readonly reads: Readonly<Record<string, string>>;
  /** Columns of the index made from these, beside `position`, `id` and `words`. */
  readonly columns: Readonly<Record<string, string>>;
  /** The text that a search looks in. */
  readonly words: string;
  /** Whether its records stand in a document, whose place, date and nature they are found by. */
  readonly inDocument: boolean;
  /** What it can be sorted by: a column, and what stands for a missing value, at the end either way. */
  readonly sorts: Readonly<Record<string, Sort>>;
}

export interface Sort {
  readonly column: string;
  readonly type: 'text' | 'number';
}

/** Parts the words of a record's fields; no search asks for it, and folding keeps it. */
const APART = 'chr(31)';
const UNITS = 'STRUCT(name VARCHAR, canonical VARCHAR, role VARCHAR)[]';
/** A part of a body's name finds what is the body's, too. */
const NAMES = `array_to_string(list_transform(units, lambda each: concat_ws(${APART}, each.name, each.canonical)), ${APART})`;
const DEADLINES = 'STRUCT(kind VARCHAR, "start" VARCHAR, "end" VARCHAR)[]';
const ENDS = `list_filter(list_transform(deadlines, lambda each: each."end"), lambda each: each IS NOT NULL)`;

type Description = Omit<Collection, 'path' | 'schema'>;

const DESCRIPTIONS: readonly Description[] = [
  {
    name: 'documents',
    reads: {
      ...{ id: 'VARCHAR', title: 'VARCHAR', doc_number: 'VARCHAR', issuers: 'VARCHAR[]' },
      ...{ issued_on: 'VARCHAR', stage: 'VARCHAR', genre: 'VARCHAR', region: 'VARCHAR' },
      ...{ nature: 'VARCHAR', copy_of: 'VARCHAR', counts: 'STRUCT(tasks BIGINT, targets BIGINT)' },
    },
    columns: {
      ...{ title: 'title', doc_number: 'doc_number', issued_on: 'issued_on', stage: 'stage' },
      ...{ genre: 'genre', region: 'region', nature: 'nature', copy_of: 'copy_of' },
      ...{ issuers: 'issuers', tasks: 'counts.tasks' },
    },
    words: `concat_ws(${APART}, title, doc_number, array_to_string(issuers, ${APART}))`,
    inDocument: false,
    sorts: {
      issued_on: { column: 'issued_on', type: 'text' },
      title: { column: 'title', type: 'text' },
      tasks: { column: 'tasks', type: 'number' },
    },
  },
  {
    name: 'tasks',
    reads: {
      ...{ id: 'VARCHAR', document_id: 'VARCHAR', title: 'VARCHAR', text: 'VARCHAR' },
      ...{ units: UNITS, lead_units: 'VARCHAR[]', lead_basis: 'VARCHAR', deadlines: DEADLINES },
    },
    columns: {
      ...{ title: 'title', units: 'units', lead_units: 'lead_units', lead_basis: 'lead_basis' },
      ends: ENDS,
      kinds: 'list_transform(deadlines, lambda each: each.kind)',
      due: `list_min(${ENDS})`,
    },
    // A title is the text's beginning as often as not, and is not kept twice then.
    words: `concat_ws(${APART}, CASE WHEN starts_with(text, title) THEN NULL ELSE title END, text, ${NAMES})`,
    inDocument: true,
    sorts: {
      due: { column: 'due', type: 'text' },
      issued_on: { column: 'issued_on', type: 'text' },
      changed: { column: 'since', type: 'text' },
      title: { column: 'title', type: 'text' },
    },
  },
  {
    name: 'targets',
    reads: {
      ...{ id: 'VARCHAR', document_id: 'VARCHAR', task_ids: 'VARCHAR[]', indicator: 'VARCHAR' },
      ...{ op: 'VARCHAR', value: 'DOUBLE', unit: 'VARCHAR', by: 'VARCHAR', raw: 'VARCHAR' },
    },
    columns: {
      ...{ task_ids: 'task_ids', indicator: 'indicator', op: 'op', value: 'value' },
      ...{ measure: 'unit', due: '"by"' },
    },
    words: `concat_ws(${APART}, indicator, raw)`,
    inDocument: true,
    sorts: {
      due: { column: 'due', type: 'text' },
      value: { column: 'value', type: 'number' },
      indicator: { column: 'indicator', type: 'text' },
    },
  },
  {
    name: 'quantities',
    reads: {
      ...{ id: 'VARCHAR', document_id: 'VARCHAR', task_id: 'VARCHAR', role: 'VARCHAR' },
      ...{ indicator: 'VARCHAR', value: 'DOUBLE', unit: 'VARCHAR', raw: 'VARCHAR' },
    },
    columns: {
      ...{ task_ids: '[task_id]', role: 'role', indicator: 'indicator', value: 'value' },
      measure: 'unit',
    },
    words: `concat_ws(${APART}, indicator, raw)`,
    inDocument: true,
    sorts: {
      value: { column: 'value', type: 'number' },
      indicator: { column: 'indicator', type: 'text' },
    },
  },
  {
    name: 'units',
    reads: {
      ...{ id: 'VARCHAR', name: 'VARCHAR', canonical: 'VARCHAR', names: 'VARCHAR[]' },
      ...{ region: 'VARCHAR', level: 'VARCHAR', is_group: 'BOOLEAN', tasks: 'BIGINT' },
      ...{ leads: 'BIGINT', documents: 'BIGINT' },
    },
    columns: {
      ...{ name: 'name', canonical: 'canonical', names: 'names', region: 'region' },
      ...{ level: 'level', is_group: 'is_group', tasks: 'tasks', leads: 'leads' },
      documents: 'documents',
    },
    words: `concat_ws(${APART}, name, array_to_string(names, ${APART}))`,
    inDocument: false,
    sorts: {
      tasks: { column: 'tasks', type: 'number' },
      leads: { column: 'leads', type: 'number' },
      documents: { column: 'documents', type: 'number' },
      name: { column: 'name', type: 'text' },
    },
  },
];

export const COLLECTIONS: Readonly<Record<CollectionName, Collection>> = Object.fromEntries(
  DESCRIPTIONS.map((description) => {
    const { path, schema } = TABLES.find(({ name }) => name === description.name)!;
    return [description.name, { ...description, path, schema }];
  }),
) as Record<CollectionName, Collection>;
