import type { Rule } from '../../../../model/rule.js';
import type { Block } from '../../block.js';
import { clauseGroups } from '../../clause-groups.js';
import type { TaskDraft } from '../../draft.js';
import { taskOfStretch } from '../../task-of-stretch.js';

/** A block with several clauses, each of which closes a stretch of it. */
export const parts: Rule<Block, TaskDraft[]> = {
  id: 'task.parts',
  summary: 'Of several responsibility clauses in one block each closes a task of its own.',
  example: '3.【建立清单。】（市司法局）【每月召开会议。】（市政府办公室）',
  read(block) {
    const { passage } = block;
    const groups = clauseGroups(passage);
    if (groups.length < 2) return null;
    const ends = groups.map((group) => group.at(-1)!.end);
    ends[ends.length - 1] = passage.length;
    return ends.map((end, index) =>
      taskOfStretch(
        'task.parts',
        { ...block, passage: passage.slice(ends[index - 1] ?? 0, end) },
        index + 1,
      ),
    );
  },
};
