import { decide, type Rule } from '../../../../model/rule.js';
import type { Label } from '../../../../outline/labels/index.js';
import { type Clause, clausesOf } from '../../../units/index.js';
import type { Block } from '../../block.js';
import type { TaskDraft } from '../../draft.js';
import { headingBeforeItems } from '../../heading.js';
import { inlineLabels } from '../../inline-labels.js';
import { saysWhenItself } from '../../own-sentences.js';
import { parts } from './parts.js';
import { whole } from './whole.js';

/** 一是…二是… where each ends with its own clause, or none has one. */
export const inlineItems: Rule<Block, TaskDraft[]> = {
  id: 'task.inline-items',
  summary:
    'Sentences counted by 一是, 二是 (首先, 其次) are tasks where each ends with its own responsibility clause or none has one.',
  example: '（一）加强保障。一是【健全工作机制。】（市发改委）二是【强化督查考核。】（市府办）',
  read(block) {
    const { passage, printed, above } = block;
    const labels = inlineLabels(passage);
    if (labels.length === 0 || !shareNoClause(labels, clausesOf(passage), passage.length)) {
      return null;
    }
    const path = printed ? [...above.path, headingBeforeItems(printed)] : above.path;
    const items = labels.flatMap((label, index) => {
      const item: Block = {
        ...block,
        number: label.printed,
        passage: passage.slice(label.end, labels[index + 1]?.start ?? passage.length),
        above: { ...above, path },
      };
      const tasks = decide([parts, whole], item)?.value ?? [];
      return tasks.map((task) => ({ ...task, rule: 'task.inline-items' }));
    });
    return [...ownTask(block, labels[0]!.start), ...items];
  },
};

/** 三、做好验收。12月底前完成整改。一是…二是…: what stands before the items, where it says itself when it is due. */
function ownTask(block: Block, start: number): TaskDraft[] {
  const own = block.passage.slice(0, start);
  if (block.number === null || !/[。；]\s*$/.test(own.reading)) return [];
  if (!saysWhenItself(own, block.state.context)) return [];
  const tasks = decide([parts, whole], { ...block, passage: own })?.value ?? [];
  return tasks.map((task) => ({ ...task, rule: 'task.inline-items' }));
}

/** True where no clause stands in the items, or most of them end with their own. */
function shareNoClause(
  labels: readonly Label[],
  clauses: readonly Clause[],
  length: number,
): boolean {
  if (clauses.length === 0) return true;
  const owned = labels.filter((label, index) => {
    const end = labels[index + 1]?.start ?? length;
    return clauses.some((clause) => clause.start > label.start && clause.end <= end);
  });
  return owned.length >= 2 && owned.length >= labels.length - 1;
}
