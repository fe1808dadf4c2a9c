import type { Quantity, Target } from '../../schemas/index.js';
import type { Identifiers } from './identify.js';

/** The lines of the ledger that a document's targets give, in the order of the text. */
export function targetQuantities(
  targets: readonly Target[],
  documentId: string,
  identifiers: Identifiers,
): Quantity[] {
  const ordered = [...targets].sort((a, b) => a.at.start - b.at.start || a.at.end - b.at.end);
  return ordered.map(({ id, task_ids, indicator, op, value, unit, raw, at }) => {
    const taskId = task_ids[0] ?? null;
    return {
      id: identifiers.quantity(documentId, taskId, raw),
      document_id: documentId,
      task_id: taskId,
      target_id: id,
      role: 'target',
      indicator,
      op,
      value,
      unit,
      raw,
      rule: 'target.stated',
      at,
    };
  });
}
