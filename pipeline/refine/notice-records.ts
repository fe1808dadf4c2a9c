import type { Quantity } from '../../schemas/quantity.js';
import type { Target } from '../../schemas/target.js';
import type { Task } from '../../schemas/task.js';
import type { Extraction } from '../extract/tasks/index.js';
import { QuantityCollection } from './quantity-records.js';
import {
  type DocumentContext,
  type RecordedTask,
  taskRecords,
  withTargetIds,
} from './task-records.js';

/** The records of one notice beside its own. */
export interface NoticeRecords {
  readonly tasks: Task[];
  readonly targets: Target[];
  readonly quantities: Quantity[];
  /** Each task with the draft that it was made of. */
  readonly recorded: readonly RecordedTask[];
}

/** What was read of a notice as records, linked to each other by their ids. */
export function noticeRecords(
  { goals, tasks: drafts }: Extraction,
  context: DocumentContext,
): NoticeRecords {
  const collected = new QuantityCollection();
  for (const goal of goals) collected.addGoal(goal);
  const recorded = taskRecords(drafts, context, collected);
  const { targets, quantities } = collected.records(context.id, context.identifiers);
  const tasks = withTargetIds(
    recorded.map(({ task }) => task),
    targets,
  );
  return { tasks, targets: [...targets], quantities: [...quantities], recorded };
}
