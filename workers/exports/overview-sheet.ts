import type { Cell } from '../../pipeline/emit/flat-columns.js';
import type { DocumentRecord, Target, Task } from '../../schemas/index.js';
import type { DatasetTables } from './read-dataset.js';
import { DatasetError } from './read-dataset.js';
import { VIEWS } from './views.js';
import type { SheetTable } from './xlsx-file.js';
import type { SheetColumn } from './xlsx-parts.js';

type Head = Pick<DocumentRecord, 'title' | 'doc_number' | 'region' | 'issued_on'>;

/** A column of the sheet and what stands in it. */
type OverviewColumn = SheetColumn & {
  readonly cell: (task: Task, document: Head, targets: readonly Target[]) => Cell;
};

const namesWith = (task: Task, role: string): string[] =>
  task.units.filter((unit) => unit.role === role).map(({ name }) => name);

const lastDay = ({ deadlines }: Task): string | null =>
  deadlines.reduce<string | null>(
    (last, { end }) => (end !== null && (last === null || end > last) ? end : last),
    null,
  );

const inWords = ({ indicator, op, value, unit }: Target): string =>
  [indicator, op, `${value}${unit ?? ''}`].filter((part) => part !== '').join(' ');

/** As the view `task_overview` has them. */
const COLUMNS: readonly OverviewColumn[] = [
  { name: 'document', type: 'text', cell: (_, { title }) => title },
  { name: 'doc_number', type: 'text', cell: (_, { doc_number }) => doc_number },
  { name: 'region', type: 'text', cell: (_, { region }) => region },
  { name: 'issued_on', type: 'date', cell: (_, { issued_on }) => issued_on },
  { name: 'number', type: 'text', cell: ({ number }) => number },
  { name: 'path', type: 'list', cell: ({ path }) => path },
  { name: 'title', type: 'text', cell: ({ title }) => title },
  { name: 'text', type: 'text', cell: ({ text }) => text },
  { name: 'lead_units', type: 'list', cell: ({ lead_units }) => lead_units },
  { name: 'lead_basis', type: 'text', cell: ({ lead_basis }) => lead_basis },
  { name: 'supports', type: 'list', cell: (task) => namesWith(task, 'support') },
  { name: 'responsible', type: 'list', cell: (task) => namesWith(task, 'responsible') },
  { name: 'due_on', type: 'date', cell: lastDay },
  { name: 'deadlines', type: 'list', cell: ({ deadlines }) => deadlines.map(({ raw }) => raw) },
  { name: 'targets', type: 'list', cell: (_, __, targets) => targets.map(inWords) },
  { name: 'task_id', type: 'text', cell: ({ id }) => id },
  { name: 'document_id', type: 'text', cell: ({ document_id }) => document_id },
  { name: 'at_page', type: 'integer', cell: ({ at }) => at.page },
  { name: 'at_start', type: 'integer', cell: ({ at }) => at.start },
  { name: 'at_end', type: 'integer', cell: ({ at }) => at.end },
];

/** The sheet for people who look at one sheet only. */
export const OVERVIEW: SheetTable = {
  name: 'task_overview',
  description: VIEWS[0]!.description,
  columns: COLUMNS,
};

/** Its rows, a task each. Keeps the head of each document and the targets of one. */
export async function* overviewRows(dataset: DatasetTables): AsyncGenerator<Cell[]> {
  const heads = new Map<string, Head>();
  for await (const { id, title, doc_number, region, issued_on } of dataset.records('documents')) {
    heads.set(id, { title, doc_number, region, issued_on });
  }
  const targets = new TargetsByDocument(dataset);
  for await (const task of dataset.records('tasks')) {
    const head = heads.get(task.document_id);
    if (!head) throw new DatasetError(`${task.id}: its document is missing. See gongwen validate.`);
    const own = await targets.of(task);
    yield COLUMNS.map(({ cell }) => cell(task, head, own));
  }
  targets.close();
}

/** Reads targets beside tasks: both stand in the order of their documents. */
class TargetsByDocument {
  private readonly records: AsyncGenerator<Target>;
  private readonly known = new Map<string, Target>();
  private document: string | null = null;
  private next: Target | null = null;

  constructor(dataset: DatasetTables) {
    this.records = dataset.records('targets');
  }

  async of(task: Task): Promise<Target[]> {
    if (task.target_ids.length === 0) return [];
    if (this.document !== task.document_id) await this.goTo(task.document_id);
    return task.target_ids.map((id) => {
      const target = this.known.get(id);
      if (!target) {
        throw new DatasetError(
          `${task.id}: its target ${id} is not where it should be. See gongwen validate.`,
        );
      }
      return target;
    });
  }

  close(): void {
    void this.records.return(undefined);
  }

  private async goTo(document: string): Promise<void> {
    this.document = document;
    this.known.clear();
    for (;;) {
      if (this.next?.document_id === document) this.known.set(this.next.id, this.next);
      else if (this.next && this.known.size > 0) return;
      const { value, done } = await this.records.next();
      this.next = done ? null : value;
      if (done) return;
    }
  }
}
