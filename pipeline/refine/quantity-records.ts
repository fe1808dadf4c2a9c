import type { Quantity, Target } from '../../schemas/index.js';
import { isTarget, type QuantityDraft, type TargetDraft } from '../extract/quantities/index.js';
import type { GoalDraft, TaskDraft } from '../extract/tasks/index.js';
import type { Identifiers } from './identify.js';

/** Whose quantity it is; the document's own come first, then those of rows, then those of tasks. */
type Owner = 'document' | 'row' | 'task';
const OWNERS: readonly Owner[] = ['document', 'row', 'task'];

interface Entry {
  readonly draft: QuantityDraft;
  readonly owner: Owner;
  readonly units: readonly string[];
  readonly taskIds: string[];
}

interface TargetEntry extends Entry {
  readonly draft: TargetDraft;
}

/** The targets of a document, and the ledger of all its quantities. */
export interface QuantityRecords {
  /** The document's own, those of rows, those of tasks; each in the order of the text. */
  readonly targets: readonly Target[];
  /** In the order of the text. */
  readonly quantities: readonly Quantity[];
}

/**
 * Collects the quantities of a document. One that stands once in the text is one record, with all the
 * tasks that it applies to (a goal cell's: every measure of its row); with none, it is the
 * document's.
 */
export class QuantityCollection {
  private readonly entries = new Map<string, Entry>();

  /** Quantities of a task's text and of its row's goal cells. */
  addTask(taskId: string, { quantities, rowQuantities }: TaskDraft): void {
    for (const quantity of quantities) this.add(quantity, 'task', [], taskId);
    for (const quantity of rowQuantities) this.add(quantity, 'row', [], taskId);
  }

  /** A quantity of the document's aims or of a table of indicators. */
  addGoal({ quantity, units }: GoalDraft): void {
    this.add(quantity, 'document', units, null);
  }

  records(documentId: string, identifiers: Identifiers): QuantityRecords {
    const ordered = [...this.entries.values()].sort(byPlace);
    const targets = ordered
      .filter(isTargetEntry)
      .sort((a, b) => OWNERS.indexOf(a.owner) - OWNERS.indexOf(b.owner))
      .map((entry) => ({ entry, target: targetOf(entry, documentId, identifiers) }));
    const ids = new Map<Entry, string>(targets.map(({ entry, target }) => [entry, target.id]));
    return {
      targets: targets.map(({ target }) => target),
      quantities: ordered.map((entry) =>
        quantityOf(entry, ids.get(entry) ?? null, documentId, identifiers),
      ),
    };
  }

  private add(
    quantity: QuantityDraft,
    owner: Owner,
    units: readonly string[],
    taskId: string | null,
  ): void {
    const { at, value, by, indicator } = quantity;
    const key = `${at.start}-${at.end}-${value}-${by}-${indicator}`;
    const known = this.entries.get(key);
    if (!known)
      this.entries.set(key, { draft: quantity, owner, units, taskIds: taskId ? [taskId] : [] });
    else if (taskId && !known.taskIds.includes(taskId)) known.taskIds.push(taskId);
  }
}

function byPlace({ draft: { at: one } }: Entry, { draft: { at: other } }: Entry): number {
  return one.start - other.start || one.end - other.end;
}

function isTargetEntry(entry: Entry): entry is TargetEntry {
  return isTarget(entry.draft);
}

function targetOf(
  { draft, units, taskIds }: TargetEntry,
  documentId: string,
  identifiers: Identifiers,
): Target {
  const { indicator, op, value, unit, by, raw, rule, at } = draft;
  return {
    id: identifiers.target(documentId, indicator, value, by),
    document_id: documentId,
    task_ids: taskIds,
    ...{ indicator, op, value, unit, by, units: [...units], raw, rule, at },
  };
}

function quantityOf(
  { draft, taskIds }: Entry,
  targetId: string | null,
  documentId: string,
  identifiers: Identifiers,
): Quantity {
  const { role, indicator, op, value, unit, raw, rule, at } = draft;
  const taskId = taskIds[0] ?? null;
  return {
    id: identifiers.quantity(documentId, taskId, raw),
    document_id: documentId,
    task_id: taskId,
    target_id: targetId,
    ...{ role, indicator, op, value, unit, raw, rule, at },
  };
}
