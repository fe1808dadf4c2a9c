import type { RuleFacts } from '../../model/rule.js';

/** A row of a table of work items is a task. */
export const ROW: RuleFacts = {
  id: 'task.row',
  summary: 'A row of a table of work items is a task, with the bodies and times of its cells.',
  example: '| 1 | 推进“证照联办” | 【年底前实现20个行业证照联办】 | 市政务服务局 |',
};

/** So is each numbered measure in a row's cell. */
export const MEASURE: RuleFacts = {
  id: 'task.measure',
  summary:
    'Each numbered measure in a cell of a row is a task; all have the bodies and times of the row.',
  example: '| 1 | 减税降费 | 【1.落实税收优惠。】2.清理涉企收费。 | 市税务局 |',
};

export const ROW_READINGS: readonly RuleFacts[] = [ROW, MEASURE];
