import type { At, DocumentRecord, Quantity, Target, Task, TokenLine } from '../../schemas/index.js';
import { type GroundingText, groundingProblems } from './grounding.js';
import { PageOrder } from './page-order.js';

/** Where a record stands in a dataset. */
export interface Place {
  readonly file: string;
  /** Counted from 1. */
  readonly line: number;
}

type Report = (place: Place, message: string) => void;

interface KnownDocument {
  readonly place: Place;
  readonly counts: DocumentRecord['counts'];
  readonly pages: GroundingText['pages'];
  readonly order: PageOrder;
  tasks: number;
  targets: number;
}

interface KnownTask {
  readonly place: Place;
  readonly documentId: string;
  /** Targets it names that have not named it yet. */
  readonly open: Set<string>;
}

interface KnownTarget {
  readonly place: Place;
  readonly documentId: string;
  /** Lines of the ledger that name it. */
  quantities: number;
}

/**
 * Checks the records of a dataset against each other and against the texts. They are given table
 * after table (documents, tasks, targets, quantities, tokens), each already sound by its schema; `finish` tells
 * what only shows at the end.
 */
export class DatasetCheck {
  private readonly documents = new Map<string, KnownDocument>();
  private readonly tasks = new Map<string, KnownTask>();
  private readonly targets = new Map<string, KnownTarget>();
  private readonly quantities = new Set<string>();
  private readonly tokens = new Set<string>();

  /** `textOf`: the text of a document, or null where it has none. */
  constructor(
    private readonly textOf: (documentId: string) => string | null,
    private readonly report: Report,
  ) {}

  document(record: DocumentRecord, place: Place): void {
    const { id, counts, coverage, source } = record;
    if (this.documents.has(id)) this.report(place, `id ${id} stands twice`);
    const { page_start: first, page_end: last } = source;
    const pages = first === null || last === null ? null : { first, last };
    if ((first === null) !== (last === null) || (pages && pages.first > pages.last)) {
      this.report(place, `source: pages ${first}–${last} are no range`);
    }
    if (
      coverage.clauses_attached > coverage.clauses ||
      coverage.chars_unassigned > coverage.chars
    ) {
      this.report(place, 'coverage: more attached or unassigned than there are');
    }
    this.documents.set(id, {
      place,
      counts,
      pages,
      order: new PageOrder(),
      tasks: 0,
      targets: 0,
    });
    if (this.textOf(id) === null) this.report(place, `its text texts/${id}.txt is missing`);
    else this.ground(record, id, place);
  }

  task(record: Task, place: Place): void {
    const { id, document_id: documentId } = record;
    if (this.tasks.has(id)) this.report(place, `id ${id} stands twice`);
    this.tasks.set(id, { place, documentId, open: new Set(record.target_ids) });
    const document = this.documentOf(documentId, place);
    if (document) document.tasks++;
    const names = new Set(record.units.map((unit) => unit.name));
    const unnamed = record.lead_units.find((name) => !names.has(name));
    if (unnamed !== undefined) this.report(place, `lead_units: ${unnamed} is none of its units`);
    this.ground(record, documentId, place);
  }

  target(record: Target, place: Place): void {
    const { id, document_id: documentId } = record;
    if (this.targets.has(id)) this.report(place, `id ${id} stands twice`);
    this.targets.set(id, { place, documentId, quantities: 0 });
    const document = this.documentOf(documentId, place);
    if (document) document.targets++;
    for (const taskId of record.task_ids) this.linkToTask(taskId, record, place);
    this.ground(record, documentId, place);
  }

  quantity(record: Quantity, place: Place): void {
    const { id, document_id: documentId, task_id: taskId, target_id: targetId, role } = record;
    if (this.quantities.has(id)) this.report(place, `id ${id} stands twice`);
    this.quantities.add(id);
    this.documentOf(documentId, place);
    if (taskId !== null)
      this.linkFrom(documentId, 'task_id', taskId, this.tasks.get(taskId), place);
    if ((role === 'target') !== (targetId !== null)) {
      this.report(place, `target_id: ${targetId} with role ${role}`);
    }
    if (targetId !== null) {
      const target = this.targets.get(targetId);
      this.linkFrom(documentId, 'target_id', targetId, target, place);
      if (target) target.quantities++;
    }
    this.ground(record, documentId, place);
  }

  tokenLine(record: TokenLine, place: Place): void {
    const { task_id: taskId, document_id: documentId } = record;
    if (this.tokens.has(taskId)) this.report(place, `task_id ${taskId} stands twice`);
    this.tokens.add(taskId);
    this.documentOf(documentId, place);
    this.linkFrom(documentId, 'task_id', taskId, this.tasks.get(taskId), place);
    this.ground(record, documentId, place);
  }

  finish(): void {
    for (const [id, { place, quantities }] of this.targets) {
      if (quantities === 0) this.report(place, `target ${id} is not in quantities.jsonl`);
    }
    for (const [id, task] of this.tasks) {
      for (const targetId of task.open) {
        const fault = this.targets.has(targetId) ? `does not name task ${id}` : 'is no target';
        this.report(task.place, `target_ids: ${targetId} ${fault}`);
      }
    }
    for (const { place, counts, order, tasks, targets } of this.documents.values()) {
      const problem = order.problem();
      if (problem !== null) this.report(place, problem);
      if (counts.tasks !== tasks) {
        this.report(place, `counts.tasks is ${counts.tasks}, tasks.jsonl has ${tasks}`);
      }
      if (counts.targets !== targets) {
        this.report(place, `counts.targets is ${counts.targets}, targets.jsonl has ${targets}`);
      }
    }
  }

  /** A link to one record, of the same document. */
  private linkFrom(
    documentId: string,
    field: 'task_id' | 'target_id',
    id: string,
    record: { readonly documentId: string } | undefined,
    place: Place,
  ): void {
    if (!record) this.report(place, `${field}: ${id} is no ${field.replace('_id', '')}`);
    else if (record.documentId !== documentId) {
      this.report(place, `${field}: ${id} is of another document`);
    }
  }

  private linkToTask(taskId: string, target: Target, place: Place): void {
    const task = this.tasks.get(taskId);
    if (!task) this.report(place, `task_ids: ${taskId} is no task`);
    else if (task.documentId !== target.document_id) {
      this.report(place, `task_ids: ${taskId} is of another document`);
    } else if (!task.open.delete(target.id)) {
      this.report(place, `task_ids: ${taskId} does not name target ${target.id}`);
    }
  }

  private documentOf(id: string, place: Place): KnownDocument | null {
    const document = this.documents.get(id);
    if (document) return document;
    this.report(place, `document_id: ${id} is no document`);
    return null;
  }

  private ground(record: object, documentId: string, place: Place): void {
    const text = this.textOf(documentId);
    const document = this.documents.get(documentId);
    if (text === null || document === undefined) return;
    const { pages, order } = document;
    const grounding = { text, pages, seen: (at: At) => order.add(at) };
    for (const { path, message } of groundingProblems(record, grounding)) {
      this.report(place, path ? `${path}: ${message}` : message);
    }
  }
}
