import type { Target } from '../../schemas/target.js';
import { governingDates } from '../extract/deadlines/index.js';
import { readIndicatorTable } from '../extract/targets/from-table.js';
import { readTargets, type TargetDraft } from '../extract/targets/index.js';
import { readUnitCell } from '../extract/units/index.js';
import type { TextTable } from '../model/outline.js';
import type { Passage } from '../model/passage.js';
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

  constructor(private readonly documentYear: number | null) {}

  /** Targets of a task's text and of its row's goal cells. */
  addTask(taskId: string, body: Passage, goals: readonly Passage[]): void {
    for (const draft of this.read(body)) this.add(draft, 'task', [], taskId);
    for (const goal of goals) {
      for (const draft of this.read(goal)) this.add(draft, 'row', [], taskId);
    }
  }

  /** Targets of a paragraph of aims. */
  addGoal(passage: Passage): void {
    for (const draft of this.read(passage)) this.add(draft, 'document', [], null);
  }

  /** Targets that a table sets, if it is one of indicators. */
  addIndicators(table: TextTable): void {
    for (const draft of readIndicatorTable(table, namesIn))
      this.add(draft, 'document', draft.units, null);
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

  private read(passage: Passage): TargetDraft[] {
    const context = { documentYear: this.documentYear };
    let dates: ((position: number) => string | null) | undefined;
    return readTargets(passage, {
      ...context,
      // Most passages hold no number that is to be reached: their dates are read when asked for.
      dateGoverning: (position) => {
        dates ??= governingDates(passage, context);
        return dates(position);
      },
    });
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

function namesIn(cell: Passage): string[] {
  return readUnitCell(cell, null).units.map((unit) => unit.name);
}
