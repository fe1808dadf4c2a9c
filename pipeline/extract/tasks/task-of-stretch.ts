import type { Unit } from '../../../schemas/task.js';
import { recordWords } from '../../model/characters.js';
import type { Passage } from '../../model/passage.js';
import { readDeadlines } from '../deadlines/index.js';
import {
  type Clause,
  clausesOf,
  clauseUnits,
  readRunningUnits,
  readVerbUnitsOf,
} from '../units/index.js';
import type { Block } from './block.js';
import { noteClauses, underConventions } from './conventions.js';
import type { TaskDraft } from './draft.js';
import { quantitiesOf } from './task-quantities.js';
import { titleEnd } from './title.js';
import { withoutClauses } from './without-clauses.js';

/** The task that a stretch of a block is, with what its clauses and words give it. */
export function taskOfStretch(rule: string, block: Block, part: number | null = null): TaskDraft {
  const { number, passage, above, state } = block;
  const clauses = clausesOf(passage);
  for (const clause of clauses) state.account.attach(clause, passage);
  noteClauses(state.conventions, clauses, passage);
  const text = withoutClauses(passage, clauses);
  const end = titleEnd(text.reading, breaksOf(passage, text));
  // A headline on a line of its own is the title, and the text goes on below it.
  const ownLine = end < text.length && !/[。；，：！？]/.test(text.reading[end]!);
  const body = ownLine ? text.slice(end) : text.length > 0 ? text : passage;
  const { units, etAl } = unitsOf(body, clauses, block);
  return {
    rule,
    number,
    part,
    path: above.path,
    title: recordWords(text.words.slice(0, end)).replace(/[。；，：\s]+$/, ''),
    body,
    whole: passage,
    units,
    et_al: etAl,
    deadlines: readDeadlines(passage, state.context),
    timeCells: [],
    quantities: quantitiesOf(body, state.context),
    rowQuantities: [],
    contacts: [],
  };
}

/** Bodies of its clauses, else those above it; with those that a verb in the text adds. */
function unitsOf(
  body: Passage,
  clauses: readonly Clause[],
  { passage, above, state }: Block,
): { units: readonly Unit[]; etAl: boolean } {
  const own = clauseUnits(passage, clauses, state.conventions.leads);
  const named = own.length > 0 ? own : above.inherited;
  const etAl =
    own.length > 0
      ? clauses.some((clause) => clause.etAl)
      : named.length > 0 && above.inheritedEtAl;
  const units =
    named.length > 0 || state.conventions.forLater.length > 0
      ? underConventions(withVerbUnits(named, body), etAl, state.conventions)
      : readRunningUnits(body);
  return { units, etAl };
}

/** Bodies of a clause, then those that a verb in the text adds (`由市安委办牵头各行业监管部门`). */
function withVerbUnits(named: readonly Unit[], body: Passage): Unit[] {
  const names = new Set(named.map((unit) => unit.name));
  return [...named, ...readVerbUnitsOf(body, false).filter((unit) => !names.has(unit.name))];
}

/** The paragraph breaks of a passage in its body, where only words behind them were left out. */
function breaksOf(passage: Passage, body: Passage): number[] {
  const lead = passage.text.indexOf(body.text.slice(0, 12));
  return passage.breaks.map((offset) => offset - Math.max(0, lead)).filter((offset) => offset > 0);
}
