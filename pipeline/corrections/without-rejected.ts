import type { ConvertedDocument } from '../converted.js';

/**
 * The document without the rejected tasks and targets. A target goes with the last of its tasks; a
 * target that was the document's own stays. The ledger's lines go with their task and their target.
 */
export function withoutRejected(
  converted: ConvertedDocument,
  rejected: ReadonlySet<string>,
): ConvertedDocument {
  if (rejected.size === 0) return converted;
  const targets = converted.targets
    .map((target) => ({
      ...target,
      had: target.task_ids.length,
      task_ids: target.task_ids.filter((id) => !rejected.has(id)),
    }))
    .filter(({ id, had, task_ids }) => !rejected.has(id) && (had === 0 || task_ids.length > 0))
    .map(({ had: _, ...target }) => target);
  const kept = new Set(targets.map(({ id }) => id));
  const tasks = converted.tasks
    .filter(({ id }) => !rejected.has(id))
    .map((task) => ({ ...task, target_ids: task.target_ids.filter((id) => kept.has(id)) }));
  const counts = { ...converted.document.counts, tasks: tasks.length, targets: targets.length };
  return {
    ...converted,
    document: { ...converted.document, counts },
    tasks,
    targets,
    quantities: converted.quantities.filter(
      ({ task_id: task, target_id: target }) =>
        !(task !== null && rejected.has(task)) && (target === null || kept.has(target)),
    ),
    tokens: converted.tokens.filter(({ task_id: id }) => !rejected.has(id)),
  };
}
