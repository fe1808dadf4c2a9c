import { quantities } from '../../annotate/quantities.js';
import type { Passage } from '../../model/passage.js';
import type { RuleFacts } from '../../model/rule.js';
import type { RowGoal } from '../../tables/index.js';
import type { DeadlineContext } from '../deadlines/index.js';
import { type QuantityDraft, thingDone } from '../quantities/index.js';
import { quantitiesOf } from './task-quantities.js';

/** How a cell that holds a number alone is read. */
export const GOAL_READING: RuleFacts = {
  id: 'quantity.goal-cell',
  summary:
    'A number alone in a column of goals is to be reached; the name of the row says what it counts.',
  example: '| 培育首店品牌 | 【30家】 | 市商务局 |',
};

/** 新建15个: a verb and no noun. */
const NO_NOUN =
  /^(?:新增|新建|建成|完成|培育|打造|改造|建设|实施|实现|达到?|不少于|至少|开展|举办|引进|力争|计划)*$/;
/** Longer names say more than what is counted. */
const LONGEST_NAME = 30;

/** The numbers of a row's goals; a number without a noun takes what the row's name says is done. */
export function rowGoals(
  goals: readonly RowGoal[],
  name: string,
  context: DeadlineContext,
): QuantityDraft[] {
  const year = context.documentYear;
  return goals.flatMap(({ passage, by }) => {
    // A column of a year that was over when the text was written tells what was.
    if (by !== null && year !== null && Number(by.slice(0, 4)) < year) return [];
    const all = quantitiesOf(passage, context);
    return all.map((draft) => goalOf(draft, all, passage, by, name));
  });
}

function goalOf(
  draft: QuantityDraft,
  all: readonly QuantityDraft[],
  passage: Passage,
  by: string | null,
  name: string,
): QuantityDraft {
  const bare = isBare(draft, passage, all);
  const thing = name.length <= LONGEST_NAME ? thingDone(name) : '';
  if (bare && thing !== '') {
    const quantity = passage.annotation(quantities).find(({ start }) => start === draft.start);
    const op = quantity?.op ?? '>=';
    return { ...draft, role: 'target', rule: GOAL_READING.id, indicator: thing, op, by };
  }
  if (draft.role !== 'target') return draft;
  const unnamed = NO_NOUN.test(draft.indicator ?? '') && thing !== '';
  return { ...draft, indicator: unnamed ? thing : draft.indicator, by: draft.by ?? by };
}

/** Whether a cell holds a number with its measure and nothing else, perhaps a second one in brackets: 25个（3200户）. */
function isBare(
  draft: QuantityDraft,
  { reading }: Passage,
  all: readonly QuantityDraft[],
): boolean {
  const [first, second] = all;
  if (draft !== first && draft !== second) return false;
  const before = reading.slice(0, first!.start);
  const behind = reading.slice(all.at(-1)!.end);
  if (!/^\s*$/.test(before)) return false;
  if (second === undefined) return /^[\s。；]*$/.test(behind);
  const between = reading.slice(first!.end, second.start);
  return all.length === 2 && /^\s*[（(]\s*$/.test(between) && /^\s*[）)][\s。；]*$/.test(behind);
}
