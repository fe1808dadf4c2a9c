import { append } from '../../model/append.js';
import type { Passage } from '../../model/passage.js';
import { explainDeadlines } from '../deadlines/index.js';
import { clausesOf } from '../units/index.js';
import type { Above } from './above.js';
import { noteClauses } from './conventions.js';
import type { TaskDraft } from './draft.js';
import type { ReadingContext } from './extraction.js';
import { tasksOfBlock } from './rules/blocks/index.js';
import type { WalkState } from './walk-state.js';

/** What plain paragraphs give. */
export interface ParagraphReading {
  readonly tasks: readonly TaskDraft[];
  readonly unassigned: readonly Passage[];
}

/** How notices open: their reasons, and what they say of themselves. */
const OPENING = /^(?:为|根据|按照|依据|经)/;
const OF_ITSELF = /总体要求|指导思想|以习近平|(?:施行|有效期)/;
/** 请各县于11月24日前报送: what the opening of a short notice asks for. */
const ASKED = /(?:请|务必?|要求)[^。；]{0,120}$/;

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
    if (clauses.length > 0 && clauses.every(({ form }) => form === 'blanket')) {
      for (const clause of clauses) state.account.attach(clause, passage);
      noteClauses(state.conventions, clauses, passage);
    } else if (clauses.length > 0 || setsDate(passage, state.context)) {
      append(tasks, tasksOfBlock({ number: null, printed: null, passage, above, state }));
    } else unassigned.push(passage);
  }
  return { tasks, unassigned };
}

/** Whether a paragraph of a directive says by when or how often something is due, and is no opening. */
export function setsDate(paragraph: Passage, context: ReadingContext): boolean {
  const { reading } = paragraph;
  if (context.nature !== 'directive' || OF_ITSELF.test(reading)) return false;
  const dates = explainDeadlines(paragraph, context).filter(
    ({ value }) => value?.kind === 'by' || value?.kind === 'recurring',
  );
  if (!OPENING.test(reading)) return dates.length > 0;
  const reasons = reading.search(/[。；]/);
  return dates.some(({ time }) => {
    const inReasons = reasons < 0 || time.start < reasons;
    return !inReasons || ASKED.test(reading.slice(0, time.start));
  });
}
