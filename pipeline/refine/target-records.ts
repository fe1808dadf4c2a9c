import type { Target } from '../../schemas/target.js';
import type { TargetDraft } from '../extract/targets/index.js';
import type { GoalDraft, TaskDraft } from '../extract/tasks/index.js';
import type { Identifiers } from './identify.js';

/** Whose target it is; the document's own come first, then those of rows, then those of tasks. */
type Owner = 'document' | 'row' | 'task';
const OWNERS: readonly Owner[] = ['document', 'row', 'task'];

interface Entry {
  readonly draft: TargetDraft;
  readonly owner: Owner;
  readonly units: readonly string[];
  readonly taskIds: string[];
}

/**
 * Collects the targets of a document. One that stands once in the text is one record, with all the
 * tasks that it applies to (a goal cell's: every measure of its row); with none, it is the
 * document's.
 */
export class TargetCollection {
  private readonly entries = new Map<string, Entry>();

  /** Targets of a task's text and of its row's goal cells. */
  addTask(taskId: string, { targets, rowTargets }: TaskDraft): void {
    for (const target of targets) this.add(target, 'task', [], taskId);
    for (const target of rowTargets) this.add(target, 'row', [], taskId);
  }

  /** A target of the document's own. */
  addGoal({ target, units }: GoalDraft): void {
    this.add(target, 'document', units, null);
  }

  /** The records: the document's own, those of rows, those of tasks; each in the order of the text. */
  records(documentId: string, identifiers: Identifiers): Target[] {
    const ordered = [...this.entries.values()].sort(
      (a, b) =>
        OWNERS.indexOf(a.owner) - OWNERS.indexOf(b.owner) ||
        a.draft.at.start - b.draft.at.start ||
        a.draft.at.end - b.draft.at.end,
    );
    return ordered.map(({ draft, units, taskIds }) => ({
      id: identifiers.target(documentId, draft.indicator, draft.value, draft.by),
      document_id: documentId,
      task_ids: taskIds,
      indicator: draft.indicator,
      op: draft.op,
      value: draft.value,
      unit: draft.unit,
      by: draft.by,
      units: [...units],
      raw: draft.raw,
      at: draft.at,
    }));
  }

  private add(
    draft: TargetDraft,
    owner: Owner,
    units: readonly string[],
    taskId: string | null,
  ): void {
    const key = `${draft.at.start}-${draft.at.end}-${draft.value}-${draft.by}-${draft.indicator}`;
    const known = this.entries.get(key);
    if (!known) this.entries.set(key, { draft, owner, units, taskIds: taskId ? [taskId] : [] });
    else if (taskId && !known.taskIds.includes(taskId)) known.taskIds.push(taskId);
  }
}
