import { decide, type Rule } from '../../../../model/rule.js';
import type { Block } from '../../block.js';
import type { TaskDraft } from '../../draft.js';
import { inlineItems } from './inline-items.js';
import { parts } from './parts.js';
import { whole } from './whole.js';

/** How a block that no label divides further becomes tasks; the last rule always does. */
export const BLOCK_RULES: readonly Rule<Block, TaskDraft[]>[] = [inlineItems, parts, whole];

/** The tasks of a block: one at least. */
export const tasksOfBlock = (block: Block): TaskDraft[] => decide(BLOCK_RULES, block)?.value ?? [];
