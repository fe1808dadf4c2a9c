import type { Target } from '../../schemas/target.js';
import type { Deadline, Task } from '../../schemas/task.js';
import { withCanonicalNames } from '../canonical/index.js';
import { SaidDeadlines } from '../extract/deadlines/index.js';
import type { TaskDraft } from '../extract/tasks/draft.js';
import type { Identifiers } from './identify.js';
import { leadsOf } from './leads.js';
import type { QuantityCollection } from './quantity-records.js';

/** What the tasks of one document share. */
export interface DocumentContext {
  readonly id: string;
  readonly region: string | null;
  /** The first body that signs, for names that only count within it (`办公室`, `我厅`). */
  readonly issuer: string | null;
  readonly identifiers: Identifiers;
}

/** A record and the draft that it was made of. */
export interface RecordedTask {
  readonly task: Task;
  readonly draft: TaskDraft;
}

/**
 * Drafts as records, in the order of the text, keywords left out; their quantities go to the
 * collection.
 */
export function taskRecords(
  drafts: readonly TaskDraft[],
  context: DocumentContext,
  quantities: QuantityCollection,
): RecordedTask[] {
  const ordered = drafts
    .map((draft) => ({ draft, at: draft.body.at() }))
    .sort((a, b) => a.at.start - b.at.start);
  return ordered.map(({ draft, at }) => {
    const { number, part, path, title, body } = draft;
    const id = context.identifiers.task(context.id, number, part, path);
    quantities.addTask(id, draft);
    const task: Task = {
      id,
      document_id: context.id,
      number,
      part,
      path: [...path],
      title,
      text: body.words,
      units: withCanonicalNames(draft.units, context.region, context.issuer),
      ...leadsOf(draft.units),
      et_al: draft.et_al,
      deadlines: distinct(draft.deadlines),
      target_ids: [],
      contacts: [...draft.contacts],
      keywords: [],
      at,
    };
    return { task, draft };
  });
}

/** The same time once. */
function distinct(deadlines: readonly Deadline[]): Deadline[] {
  const said = new SaidDeadlines();
  return deadlines.filter((deadline) => said.add(deadline));
}

/** Tasks with the ids of their targets, in the order of the targets. */
export function withTargetIds(tasks: readonly Task[], targets: readonly Target[]): Task[] {
  const ids = new Map<string, string[]>();
  for (const target of targets) {
    for (const task of target.task_ids) {
      const known = ids.get(task);
      if (known) known.push(target.id);
      else ids.set(task, [target.id]);
    }
  }
  return tasks.map((task) => ({ ...task, target_ids: ids.get(task.id) ?? [] }));
}
