import type { Task } from '../../schemas/task.js';
import type { TokenLine } from '../../schemas/token.js';
import type { TaskDraft } from '../extract/tasks/draft.js';
import type { Segmenter } from '../segment/index.js';

/** The words of each task with part of speech and place, for search and topic tools. */
export function tokenLines(
  tasks: readonly { task: Task; draft: TaskDraft }[],
  segmenter: Segmenter,
): TokenLine[] {
  return tasks.map(({ task, draft: { body } }) => ({
    document_id: task.document_id,
    task_id: task.id,
    words: segmenter
      .tag(body.text)
      .filter(({ word }) => word.trim().length > 0)
      .map(({ word, pos, start, end }) => ({ word, pos, at: body.at(start, end) })),
  }));
}
