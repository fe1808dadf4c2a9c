import { append } from '../../model/append.js';
import type { TextTable } from '../../model/outline.js';
import type { Passage } from '../../model/passage.js';
import { decide } from '../../model/rule.js';
import type { Section } from '../../outline/sections/index.js';
import { leadingDate } from '../deadlines/index.js';
import { readIndicatorTable } from '../quantities/from-table.js';
import { readUnitCell } from '../units/index.js';
import { type Above, NOTHING_ABOVE } from './above.js';
import { ClauseAccount } from './clause-account.js';
import { noConventions, withOthers } from './conventions.js';
import type { TaskDraft } from './draft.js';
import type { Extraction, GoalDraft, ReadingContext, SectionDecision } from './extraction.js';
import { limitToWork } from './limit-to-work.js';
import { isPastHeading } from './past-account.js';
import { SECTION_RULES } from './rules/sections/index.js';
import type { Goal } from './rules/sections/section-rule.js';
import { tableTasks } from './table-rows.js';
import { quantitiesOf } from './task-quantities.js';
import type { WalkState } from './walk-state.js';

export type { SeenClause } from './clause-account.js';
export type { TaskDraft } from './draft.js';
export type { Extraction, GoalDraft, ReadingContext } from './extraction.js';

/**
 * The tasks of a notice: the deepest labelled blocks outside aims, principles and definitions,
 * never below the block that carries the responsibility clause; rows of tables of work items. With them
 * the document's own targets, and the account of every clause that stands in the text.
 */
export function extractTasks(root: Section, context: ReadingContext): Extraction {
  const state: WalkState = {
    context,
    conventions: noConventions(),
    account: new ClauseAccount(),
    unclearCells: [],
  };
  if (context.lawLike) markGeneral(root);
  else if (context.nature !== 'directive') limitToWork(root, context.genre === '批复');
  else if (context.tellsPast)
    root.children.filter(({ headline }) => isPastHeading(headline)).forEach(markGeneral);
  const walked: Walked = { tasks: [], goals: [], unassigned: [], sections: [] };
  see(root, state.account);
  walk(root, NOTHING_ABOVE, state, walked);
  const tables = tablesOf(root);
  return {
    tasks: withOthers(walked.tasks, state.conventions),
    goals: [
      ...walked.goals.flatMap((goal) => goalsOf(goal, context)),
      ...tables.flatMap((table) => indicatorsOf(table, context)),
    ],
    tables,
    unassigned: walked.unassigned,
    clauses: state.account.all(),
    unclearCells: state.unclearCells,
    sections: walked.sections,
  };
}

interface Walked {
  readonly tasks: TaskDraft[];
  readonly goals: Goal[];
  readonly unassigned: Passage[];
  readonly sections: SectionDecision[];
}

function walk(section: Section, above: Above, state: WalkState, walked: Walked): void {
  const decision = decide(SECTION_RULES, { section, above, state });
  if (!decision?.value) return;
  const { rule, value: reading } = decision;
  walked.sections.push({ rule, passage: section.printed ?? section.item });
  append(walked.tasks, reading.tasks);
  append(walked.tasks, rowsOf(section, reading.aboveBelow, state));
  append(walked.goals, reading.goals);
  append(walked.unassigned, reading.unassigned);
  for (const below of reading.below) walk(below, reading.aboveBelow, state, walked);
}

/** Rows below aims, and of a document that is no directive, are tasks only where they name bodies. */
function rowsOf({ source, tables, general }: Section, above: Above, state: WalkState): TaskDraft[] {
  const tasks = tables.flatMap((table) => tableTasks(source, table, above, state));
  const onlyNamed = general || state.context.nature !== 'directive';
  return onlyNamed ? tasks.filter(({ units }) => units.length > 0) : tasks;
}

/** Counts the clauses of a section and of all below it. */
function see(section: Section, account: ClauseAccount): void {
  const { kind, children, general } = section;
  if (kind === 'labelled' || general || children.length === 0) account.see(section.item);
  else for (const passage of section.passages) account.see(passage);
  for (const child of children) see(child, account);
}

/** The articles of a law-like text give no tasks. */
function markGeneral(section: Section): void {
  section.general = true;
  section.children.forEach(markGeneral);
}

function tablesOf(section: Section): TextTable[] {
  return [...section.tables, ...section.children.flatMap(tablesOf)];
}

function goalsOf({ passage, lead }: Goal, context: ReadingContext): GoalDraft[] {
  const led = lead === null ? null : leadingDate(lead, context);
  return quantitiesOf(passage, context).map((quantity) => ({
    quantity: quantity.role === 'target' ? { ...quantity, by: quantity.by ?? led } : quantity,
    units: [],
  }));
}

/** The column of a year before the document's own (2022年 of a plan for 2023—2027年) tells what was. */
function indicatorsOf(table: TextTable, { documentYear }: ReadingContext): GoalDraft[] {
  return readIndicatorTable(table, namesIn)
    .filter(
      ({ by }) => by === null || documentYear === null || Number(by.slice(0, 4)) >= documentYear,
    )
    .map((quantity) => ({ quantity, units: quantity.units }));
}

function namesIn(cell: Passage): string[] {
  return readUnitCell(cell, null).units.map((unit) => unit.name);
}
