import type { Task, Unit } from '../../schemas/index.js';
import { type Cell, type Column, cellAt, flatSchema } from './flat-columns.js';
import { TABLES, type Table } from './tables.js';

/** A link from columns of one table to the key of another. */
export interface ForeignKey {
  readonly columns: readonly string[];
  readonly table: string;
  readonly references: readonly string[];
}

/** What rows need beside their record. */
export interface RowContext {
  /** The id of a body in `units`, as a document names it. */
  unitId(unit: Unit, documentId: string): string;
}

/** A table of an export: records laid flat, or one kind of list in them. */
export interface ExportTable {
  readonly name: string;
  /** What one row is. */
  readonly description: string;
  /** The table of the dataset that its rows come from. */
  readonly from: Table['name'];
  readonly columns: readonly Column[];
  readonly primaryKey: readonly string[];
  readonly foreignKeys: readonly ForeignKey[];
  /** The rows that one record gives, cells in the order of the columns. */
  rows(record: object, context: RowContext): Cell[][];
}

/** Columns that would be reserved words in SQL, or lose their meaning without their record. */
const RENAMED: Readonly<Record<string, string>> = {
  'task_deadlines.start': 'starts_on',
  'task_deadlines.end': 'ends_on',
  'targets.by': 'due_on',
};

/** The key columns of lists: the record they stand in, and which of the list it is. */
const PARENTS: Readonly<Record<string, { key: string; table: string; path: readonly string[] }>> = {
  documents: { key: 'document_id', table: 'documents', path: ['id'] },
  tasks: { key: 'task_id', table: 'tasks', path: ['id'] },
  tokens: { key: 'task_id', table: 'tasks', path: ['task_id'] },
};

/** Names of the tables that lists become. */
const LISTS: Readonly<Record<string, { name: string; description: string }>> = {
  'documents.references': {
    name: 'document_references',
    description: 'One other document that a document cites.',
  },
  'documents.supersedes': {
    name: 'document_supersedes',
    description: 'One other document that a document abolishes.',
  },
  'documents.warnings': {
    name: 'document_warnings',
    description: 'One thing in a document that a person should look at.',
  },
  'tasks.units': { name: 'task_units', description: 'One body that a task is given to.' },
  'tasks.deadlines': { name: 'task_deadlines', description: 'One deadline of a task.' },
  'tasks.contacts': { name: 'task_contacts', description: 'One contact of a task.' },
  'tokens.words': { name: 'task_words', description: 'One word of a task.' },
};

/** Records that have no row of their own: all they hold is their list. */
const LISTS_ONLY: ReadonlySet<string> = new Set(['tokens']);

const key = (name: string, description: string, type: Column['type'] = 'text'): Column => ({
  name,
  type,
  nullable: false,
  filled: true,
  description,
  values: null,
  path: [],
});

const POSITION = key('position', 'Which of the list it is, from 1.', 'integer');

function mainTable(table: Table): ExportTable {
  const columns = renamed(table.name, flatSchema(table.schema).columns);
  const { name, description, primaryKey } = table;
  const rows = (record: object): Cell[][] => [columns.map(({ path }) => cellAt(record, path))];
  const foreignKeys = table.foreignKeys.map((link) => foreignKey(link.field, link.table));
  // What rejects hold has no key.
  return {
    name,
    description: description.replace(/ a line/, ''),
    from: name,
    columns,
    primaryKey,
    foreignKeys,
    rows,
  };
}

function listTables(table: Table): ExportTable[] {
  return flatSchema(table.schema).lists.map(({ field, columns: own }) => {
    const parent = PARENTS[table.name]!;
    const { name, description } = LISTS[`${table.name}.${field}`]!;
    const columns = renamed(name, own);
    const rows = (record: object): Cell[][] => {
      const id = cellAt(record, parent.path);
      const items = (record as Record<string, readonly object[]>)[field] ?? [];
      return items.map((item, index) => [
        id,
        index + 1,
        ...columns.map(({ path }) => cellAt(item, path)),
      ]);
    };
    return {
      name,
      description,
      from: table.name,
      columns: [key(parent.key, `The ${parent.key.replace('_id', '')}.`), POSITION, ...columns],
      primaryKey: [parent.key, POSITION.name],
      foreignKeys: [foreignKey(parent.key, parent.table)],
      rows,
    };
  });
}

const foreignKey = (column: string, table: string): ForeignKey => ({
  columns: [column],
  table,
  references: ['id'],
});

const renamed = (table: string, columns: readonly Column[]): Column[] =>
  columns.map((each) => ({ ...each, name: RENAMED[`${table}.${each.name}`] ?? each.name }));

/** `task_units` with the body's row in `units`, and whether it counts as a lead. */
function withUnitIds(table: ExportTable): ExportTable {
  const columns = [
    ...table.columns,
    key('unit_id', 'The body, in units.'),
    key('leads', 'True where it is among the lead_units of the task.', 'boolean'),
  ];
  const rows = (record: object, context: RowContext): Cell[][] => {
    const task = record as Task;
    return table.rows(record, context).map((row, index) => {
      const unit = task.units[index]!;
      const id = context.unitId(unit, task.document_id);
      return [...row, id, task.lead_units.includes(unit.name)];
    });
  };
  const foreignKeys = [...table.foreignKeys, foreignKey('unit_id', 'units')];
  return { ...table, columns, foreignKeys, rows };
}

/** Which target applies to which task. */
const TASK_TARGETS: ExportTable = {
  name: 'task_targets',
  description: 'One target that applies to a task.',
  from: 'tasks',
  columns: [key('task_id', 'The task.'), POSITION, key('target_id', 'The target.')],
  primaryKey: ['task_id', 'position'],
  foreignKeys: [foreignKey('task_id', 'tasks'), foreignKey('target_id', 'targets')],
  rows: (record) => {
    const { id, target_ids } = record as Task;
    return target_ids.map((target, index) => [id, index + 1, target]);
  },
};

/** The tables of an export, what others refer to before what refers to it. */
export const EXPORT_TABLES: readonly ExportTable[] = exportTables();

function exportTables(): ExportTable[] {
  const tablesOf = (name: Table['name']): ExportTable[] => {
    const table = TABLES.find((each) => each.name === name)!;
    const lists = listTables(table);
    return LISTS_ONLY.has(name) ? lists : [mainTable(table), ...lists];
  };
  const [tasks, units, ...otherLists] = tablesOf('tasks') as [ExportTable, ...ExportTable[]];
  return [
    ...tablesOf('documents'),
    ...tablesOf('units'),
    ...tablesOf('targets'),
    tasks,
    withUnitIds(units!),
    ...otherLists,
    TASK_TARGETS,
    ...tablesOf('quantities'),
    ...tablesOf('rejects'),
    ...tablesOf('tokens'),
  ];
}
