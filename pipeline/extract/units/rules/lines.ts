import type { Rule } from '../../../model/rule.js';

/** Clauses without brackets. */
export const LINE_RULES = [
  {
    id: 'unit.line-label',
    summary: 'A label of bodies that opens a sentence or a line makes a clause up to its end.',
    example: '推动改革。【牵头单位：市发改委、工信局】',
  },
  {
    id: 'unit.blanket-sentence',
    summary: 'A sentence that makes bodies responsible for other tasks is a clause, and no task.',
    example: '【以上各项任务均需各区政府落实，不再一一列出。】',
  },
] as const satisfies readonly Pick<Rule<never, never>, 'id' | 'summary' | 'example'>[];
