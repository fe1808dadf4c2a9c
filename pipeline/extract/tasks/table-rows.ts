import type { Contact, Unit } from '../../../schemas/task.js';
import type { TextTable } from '../../model/outline.js';
import { Passage } from '../../model/passage.js';
import type { SourceText } from '../../model/source-text.js';
import {
  type ContactPassage,
  classifyTable,
  type Measure,
  partedTables,
  type WorkItem,
  workItems,
} from '../../tables/index.js';
import { readDeadlines, readPeriodCell } from '../deadlines/index.js';
import { clausesOf, readRunningUnits, readUnitCell, unitOf } from '../units/index.js';
import type { Above } from './above.js';
import type { TaskDraft } from './draft.js';
import { rowGoals } from './row-goals.js';
import { MEASURE, ROW } from './row-readings.js';
import { quantitiesOf } from './task-quantities.js';
import { titleEnd } from './title.js';
import type { WalkState } from './walk-state.js';
import { withoutClauses } from './without-clauses.js';

/** The tasks of a table of work items: one a row, or one for each numbered measure of a row. */
export function tableTasks(
  source: SourceText,
  table: TextTable,
  above: Above,
  state: WalkState,
): TaskDraft[] {
  return partedTables(table)
    .flatMap((part) => {
      const { kind, roles } = classifyTable(part);
      return kind === 'work_items' ? workItems(part, roles) : [];
    })
    .filter((item) => !item.placeholder)
    .flatMap((item) => rowTasks(source, item, above, state, table.guessed));
}

function rowTasks(
  source: SourceText,
  item: WorkItem,
  above: Above,
  { context, unclearCells }: WalkState,
  guessed = false,
): TaskDraft[] {
  const cells = item.units.map(({ passage, role, inherited }) => {
    const cell = readUnitCell(passage, role, guessed);
    if (cell.doubtful) unclearCells.push(passage);
    if (!inherited) return cell;
    return { ...cell, units: cell.units.map((unit) => ({ ...unit, inherited })) };
  });
  const column = distinct(cells.flatMap((cell) => cell.units));
  const shared = {
    part: null,
    timeCells: item.periods,
    contacts: item.contacts.map((contact) => contactOf(source, contact)),
    rowQuantities: rowGoals(item.goals, nameOf(item), context),
  };
  const periods = item.periods.flatMap((period) =>
    readPeriodCell(period, context, item.finishTimes.has(period)),
  );
  return item.measures.map((measure) => {
    const { body, units, etAl } = measureUnits(measure, column, above);
    return {
      ...shared,
      rule: (measure.label === null ? ROW : MEASURE).id,
      number: numberOf(item, measure),
      path: pathOf(item, measure),
      title: titleOf(item, measure, body),
      body,
      whole: measure.passage,
      units,
      et_al: etAl || cells.some((cell) => cell.etAl),
      deadlines: [...readDeadlines(measure.passage, context), ...periods],
      quantities: quantitiesOf(body, context),
    };
  });
}

/** What says what a row is about: its name, else its one measure. */
function nameOf({ title, measures }: WorkItem): string {
  return title?.words ?? (measures.length === 1 ? measures[0]!.passage.words : '');
}

function numberOf(item: WorkItem, measure: Measure): string | null {
  if (measure.label === null) return item.number;
  return item.number === null ? measure.label : `${item.number}.${measure.label}`;
}

/** Group cells; for a numbered measure the name of its row, too. */
function pathOf(item: WorkItem, measure: Measure): string[] {
  const path = item.path.map((passage) => passage.words);
  if (measure.label !== null && item.title) path.push(item.title.words);
  return path;
}

function titleOf(item: WorkItem, measure: Measure, body: Passage): string {
  if (measure.label === null && item.title) return item.title.words;
  return body.words.slice(0, titleEnd(body.reading)).replace(/[。；，：\s]+$/, '');
}

/** Bodies of the row's cells; else of the measure's own clause or words; else those above the table. */
function measureUnits(
  measure: Measure,
  column: readonly Unit[],
  { inherited, inheritedEtAl }: Above,
): { body: Passage; units: Unit[]; etAl: boolean } {
  const { passage } = measure;
  const clauses = clausesOf(passage);
  const own = clauses.flatMap((clause) =>
    clause.mentions.map((mention) => unitOf(passage, mention)),
  );
  const text = withoutClauses(passage, clauses);
  const body = text.length > 0 ? text : passage;
  const named = distinct([...column, ...own]);
  if (named.length > 0) return { body, units: named, etAl: clauses.some((clause) => clause.etAl) };
  const running = readRunningUnits(body);
  if (running.length > 0) return { body, units: running, etAl: false };
  return { body, units: [...inherited], etAl: inherited.length > 0 && inheritedEtAl };
}

function distinct(units: readonly Unit[]): Unit[] {
  const byName = new Map<string, Unit>();
  for (const unit of units) if (!byName.has(unit.name)) byName.set(unit.name, unit);
  return [...byName.values()];
}

function contactOf(source: SourceText, { name, phone }: ContactPassage): Contact {
  const whole = Passage.concat(
    source,
    [name, phone].filter((passage) => passage !== null),
  );
  return { name: name?.text ?? null, phone: phone?.text ?? null, ...whole.grounding() };
}
