import type { At, Quantity, Task } from '../schemas/index.js';
import { convert } from './convert.js';
import type { ConvertInput, ConvertOptions, ConvertResult, ReadNotice } from './converted.js';
import {
  type DeadlineContext,
  explainDeadlines,
  explainPeriodCell,
} from './extract/deadlines/index.js';
import { clauses } from './extract/units/clauses.js';
import type { OutsideTools } from './read/outside-tools.js';
import type { RecordedTask } from './refine/task-records.js';

/** What is asked after. */
export type ExplainedKind = 'tasks' | 'units' | 'deadlines' | 'targets';

/** A value of the records, or a number, date, bracket or section that a rule passed over. */
export interface Explained {
  readonly kind: ExplainedKind;
  /** The task that it belongs to; null: the document. */
  readonly task: Task | null;
  /** The value in words; null where it was passed over. */
  readonly value: string | null;
  /** Of a number that is no target, what it is instead: `parameter <= 50万元`. */
  readonly instead: string | null;
  /** Id of the rule that decided; null where none is known. */
  readonly rule: string | null;
  readonly raw: string;
  readonly at: At;
}

/** A document with what its rules made of it, in the order of the text. */
export interface ExplainedDocument {
  readonly notice: ReadNotice;
  readonly explained: readonly Explained[];
}

/** Converts a source, and tells of each value which rule made it, and of the rest which passed it over. */
export async function explain(
  input: ConvertInput,
  options: ConvertOptions,
  tools?: OutsideTools,
): Promise<{ documents: ExplainedDocument[]; rejects: ConvertResult['rejects'] }> {
  const documents: ExplainedDocument[] = [];
  const onNotice = (notice: ReadNotice): void => {
    documents.push({ notice, explained: explainNotice(notice) });
  };
  const { rejects } = await convert(input, options, { ...(tools && { tools }), onNotice });
  return { documents, rejects };
}

function explainNotice(notice: ReadNotice): Explained[] {
  const found = [
    ...notice.tasks.flatMap(({ task, draft }) => [
      explainedTask(task, draft.rule),
      ...task.units.map((unit) => explainedUnit(task, unit)),
      ...task.deadlines.map((deadline) => explainedDeadline(task, deadline)),
    ]),
    ...notice.tasks.flatMap((recorded) => [
      ...timesPassedOver(recorded, notice.context),
      ...bracketsPassedOver(recorded),
    ]),
    ...sectionsWithoutTasks(notice),
    ...explainedQuantities(notice),
  ];
  return found.sort((a, b) => a.at.start - b.at.start || a.at.end - b.at.end);
}

function explainedTask(task: Task, rule: string): Explained {
  const { number, title, at } = task;
  const value = [number, title].filter(Boolean).join(' ');
  return { kind: 'tasks', task, value, instead: null, rule, raw: title, at };
}

function explainedUnit(task: Task, unit: Task['units'][number]): Explained {
  const { name, role, basis, inherited, rule, raw, at } = unit;
  const value = `${role} ${name} (${inherited ? `${basis}, inherited` : basis})`;
  return { kind: 'units', task, value, instead: null, rule, raw, at };
}

function explainedDeadline(task: Task, deadline: Task['deadlines'][number]): Explained {
  const { kind, start, end, every, rule, raw, at } = deadline;
  const days = start === null ? [end] : [`${start} …`, end];
  const value = [kind, ...days, every].filter((part) => part !== null).join(' ');
  return { kind: 'deadlines', task, value, instead: null, rule, raw, at };
}

/** Times of a task's block and of its row's cells that set no deadline, or one that stands already. */
function timesPassedOver({ task, draft }: RecordedTask, context: DeadlineContext): Explained[] {
  const { whole, timeCells } = draft;
  const said = explainDeadlines(whole, context).flatMap(({ time, rule, value }) =>
    value === null
      ? [passedOver('deadlines', task, rule, whole.grounding(time.start, time.end))]
      : [],
  );
  const cells = timeCells
    .flatMap((cell) => explainPeriodCell(cell, context))
    .filter(({ deadline }) => deadline === null)
    .map(({ rule, raw, at }) => passedOver('deadlines', task, rule, { raw, at }));
  return [...said, ...cells];
}

/** Brackets of a task's block that name nobody responsible. */
function bracketsPassedOver({ task, draft }: RecordedTask): Explained[] {
  const { whole } = draft;
  return whole
    .annotation(clauses)
    .passed.map(({ rule, start, end }) =>
      passedOver('units', task, rule, whole.grounding(start, end)),
    );
}

function passedOver(
  kind: ExplainedKind,
  task: Task | null,
  rule: string,
  place: { readonly raw: string; readonly at: At },
): Explained {
  return { kind, task, value: null, instead: null, rule, ...place };
}

/** Headings and paragraphs in which no task begins: aims, definitions, what only introduces its items. */
function sectionsWithoutTasks({ sections, tasks }: ReadNotice): Explained[] {
  const starts = tasks.map(({ draft }) => draft.whole.at().start).sort((a, b) => a - b);
  const placed = sections
    .filter(({ passage }) => passage.length > 0)
    .map(({ rule, passage }) => ({ rule, ...passage.grounding() }))
    .sort((a, b) => a.at.start - b.at.start);
  let next = 0;
  return placed.flatMap(({ rule, raw, at }) => {
    while (next < starts.length && starts[next]! < at.start) next++;
    if (next < starts.length && starts[next]! < at.end) return [];
    return [passedOver('tasks', null, rule, { raw, at })];
  });
}

/** The ledger: what is a target is a value, the rest was passed over. */
function explainedQuantities({ converted, tasks }: ReadNotice): Explained[] {
  const byId = new Map(tasks.map(({ task }) => [task.id, task]));
  const dates = new Map(converted.targets.map(({ id, by }) => [id, by]));
  return converted.quantities.map((quantity) => {
    const { role, task_id, target_id, rule, raw, at } = quantity;
    const task = task_id === null ? null : (byId.get(task_id) ?? null);
    const by = target_id === null ? null : (dates.get(target_id) ?? null);
    const says = amountOf(quantity, by);
    const decided =
      role === 'target'
        ? { value: says, instead: null }
        : { value: null, instead: `${role} ${says}` };
    return { kind: 'targets' as const, task, ...decided, rule, raw, at };
  });
}

function amountOf({ indicator, op, value, unit }: Quantity, by: string | null): string {
  const amount = `${op ?? ''} ${value}${unit ?? ''}`.trim();
  return [indicator, amount, by && `by ${by}`].filter(Boolean).join(' ');
}
