import { append } from '../../model/append.js';
import type { Passage } from '../../model/passage.js';
import { type Clause, clausesOf } from '../units/index.js';
import type { Above } from './above.js';
import { noteClauses } from './conventions.js';
import type { TaskDraft } from './draft.js';
import { tasksOfBlock } from './rules/blocks/index.js';
import { setsDate } from './sets-date.js';
import type { WalkState } from './walk-state.js';

/** What plain paragraphs give. */
export interface ParagraphReading {
  readonly tasks: readonly TaskDraft[];
  readonly unassigned: readonly Passage[];
}

/** Paragraphs outside any label: tasks only where they have a clause or a deadline of their own. */
export function readParagraphs(
  paragraphs: readonly Passage[],
  above: Above,
  state: WalkState,
): ParagraphReading {
  const tasks: TaskDraft[] = [];
  const unassigned: Passage[] = [];
  for (const passage of paragraphs) {
    const clauses = clausesOf(passage);
    if (isListAlone(passage, clauses)) {
      unassigned.push(passage);
    } else if (clauses.length > 0 && clauses.every(({ form }) => form === 'blanket')) {
      for (const clause of clauses) state.account.attach(clause, passage);
      noteClauses(state.conventions, clauses, passage);
    } else if (clauses.length > 0 || setsDate(passage, state.context)) {
      append(tasks, tasksOfBlock({ number: null, printed: null, passage, above, state }));
    } else unassigned.push(passage);
  }
  return { tasks, unassigned };
}

/** `（甲市、乙市丙区、丁县）` below a title: names in brackets that stand for nothing and charge nobody. */
const isListAlone = ({ reading }: Passage, clauses: readonly Clause[]): boolean =>
  clauses.length === 1 &&
  clauses[0]!.form === 'bracket' &&
  clauses[0]!.mentions.every(({ basis }) => basis === 'list') &&
  !/[^\s（）()。]/.test(reading.slice(0, clauses[0]!.start) + reading.slice(clauses[0]!.end));
