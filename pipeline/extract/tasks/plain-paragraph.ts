import { append } from '../../model/append.js';
import { Passage } from '../../model/passage.js';
import { readLabel } from '../../outline/labels/index.js';
import { type Clause, clausesOf } from '../units/index.js';
import type { Above } from './above.js';
import { noteClauses } from './conventions.js';
import type { TaskDraft } from './draft.js';
import { inlineLabels } from './inline-labels.js';
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

/**
 * Paragraphs that 一是, 二是, 三是 open and count, below no heading of their own, are tasks; the others as in
 * `readParagraphs`.
 */
export function readCountedParagraphs(
  paragraphs: readonly Passage[],
  above: Above,
  state: WalkState,
): ParagraphReading {
  const first = paragraphs.findIndex(isCounted);
  const after = paragraphs.slice(first).findIndex((paragraph) => !isCounted(paragraph));
  const last = after < 0 ? paragraphs.length : first + after;
  const run = first < 0 ? [] : paragraphs.slice(first, last);
  const passage = run.length === 0 ? null : Passage.concat(run[0]!.source, run);
  if (passage === null || inlineLabels(passage).length < (run.length < 2 ? 3 : 2))
    return readParagraphs(paragraphs, above, state);
  const before = readParagraphs(paragraphs.slice(0, first), above, state);
  const behind = readParagraphs(paragraphs.slice(last), above, state);
  const counted = tasksOfBlock({ number: null, printed: null, passage, above, state });
  return {
    tasks: [...before.tasks, ...counted, ...behind.tasks],
    unassigned: [...before.unassigned, ...behind.unassigned],
  };
}

/** Whether a paragraph begins with 一是, 二是. */
const isCounted = ({ reading }: Passage): boolean => readLabel(reading)?.kind === 'inline';

/** `（甲市、乙市丙区、丁县）` below a title: names in brackets that stand for nothing and charge nobody. */
const isListAlone = ({ reading }: Passage, clauses: readonly Clause[]): boolean =>
  clauses.length === 1 &&
  clauses[0]!.form === 'bracket' &&
  clauses[0]!.mentions.every(({ basis }) => basis === 'list') &&
  !/[^\s（）()。]/.test(reading.slice(0, clauses[0]!.start) + reading.slice(clauses[0]!.end));
