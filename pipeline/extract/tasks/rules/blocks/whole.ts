import type { Rule } from '../../../../model/rule.js';
import type { Block } from '../../block.js';
import type { TaskDraft } from '../../draft.js';
import { taskOfStretch } from '../../task-of-stretch.js';

/** A block that nothing divides. */
export const whole: Rule<Block, TaskDraft[]> = {
  id: 'task.whole',
  summary: 'A block that neither 一是, 二是 nor several responsibility clauses divide is one task.',
  example: '1.【推进“一件事”改革。完善帮办代办服务。】（市数据局）',
  read: (block) => [taskOfStretch('task.whole', block)],
};
