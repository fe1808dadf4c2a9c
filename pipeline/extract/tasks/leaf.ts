import type { Unit } from '../../../schemas/task.js';
import type { Passage } from '../../model/passage.js';
import {
  type Clause,
  findClauses,
  readRunningUnits,
  readVerbUnitsOf,
  unitOf,
} from '../units/index.js';
import { type Conventions, underConventions } from './conventions.js';
import type { TaskDraft } from './draft.js';
import { inlineLabels } from './inline.js';
import { type ItemText, partOf, without } from './item-text.js';
import { titleEnd } from './title.js';

/** What stands above an item and holds for it. */
export interface ItemContext {
  readonly path: readonly string[];
  /** Bodies that a heading's clause names, for items without one of their own. */
  readonly inherited: readonly Unit[];
  readonly inheritedEtAl: boolean;
  readonly conventions: Conventions;
  /** Called with every clause that is given to a task. */
  readonly attached: (clause: Clause, passage: Passage) => void;
}

/** Clauses this near to each other say one thing: `（牵头单位：甲）（完成时限：…）`. */
const SAME_CLAUSE = 4;

/**
 * The tasks of a block that no label divides further: one; or one for each 一是 / 二是 where they
 * share no clause; or, where several clauses close stretches of it, one for each stretch.
 */
export function leafTasks(
  number: string | null,
  printed: Passage | null,
  item: ItemText,
  context: ItemContext,
): TaskDraft[] {
  const { reading } = item.passage;
  const clauses = findClauses(reading, item.breaks);
  const labels = inlineLabels(reading, item.breaks);
  if (labels.length > 0 && sharesNoClause(labels, clauses, reading.length)) {
    const heading = printed ? [...context.path, headingOf(printed, item)] : [...context.path];
    return labels.flatMap((label, index) => {
      const end = labels[index + 1]?.start ?? reading.length;
      const part = partOf(item, label.end, end);
      return stretchTasks(label.printed, part, findClauses(part.passage.reading, part.breaks), {
        ...context,
        path: heading,
      });
    });
  }
  return stretchTasks(number, item, clauses, context);
}

/** True where no clause stands in the blocks, or most of them end with their own. */
function sharesNoClause(
  labels: readonly { start: number }[],
  clauses: readonly Clause[],
  length: number,
): boolean {
  if (clauses.length === 0) return true;
  const owned = labels.filter((label, index) => {
    const end = labels[index + 1]?.start ?? length;
    return clauses.some((clause) => clause.start > label.start && clause.end <= end);
  });
  return owned.length >= 2 && owned.length >= labels.length - 1;
}

/** A heading as printed: its label and words up to the first sentence's end. */
export function headingOf(printed: Passage, item?: ItemText): string {
  const { reading, text } = printed;
  const end = reading.search(/[。！？]/);
  const inline = item ? reading.search(/一是/) : -1;
  if (end >= 0 && end + 1 < reading.length) return text.slice(0, end + 1);
  return inline > 0 ? text.slice(0, inline) : text;
}

function stretchTasks(
  number: string | null,
  item: ItemText,
  clauses: readonly Clause[],
  context: ItemContext,
): TaskDraft[] {
  const groups = clauseGroups(item.passage.reading, clauses);
  if (groups.length < 2) return [taskOf(number, null, item, clauses, context)];
  let start = 0;
  return groups.map((group, index) => {
    const last = index === groups.length - 1;
    const end = last ? item.passage.length : group.at(-1)!.end;
    const part = partOf(item, start, end);
    const own = group.map((clause) => shifted(clause, -start));
    start = end;
    return taskOf(number, index + 1, part, own, context);
  });
}

function clauseGroups(reading: string, clauses: readonly Clause[]): Clause[][] {
  const groups: Clause[][] = [];
  let end = 0;
  for (const clause of clauses) {
    const between = reading.slice(end, clause.start).replace(/[。；，、\s]/g, '').length;
    const group = groups.at(-1);
    if (group && between < SAME_CLAUSE) group.push(clause);
    else groups.push([clause]);
    end = clause.end;
  }
  return groups;
}

function shifted(clause: Clause, by: number): Clause {
  const move = <T extends { start: number; end: number }>(span: T): T => ({
    ...span,
    start: span.start + by,
    end: span.end + by,
  });
  return {
    ...move(clause),
    innerStart: clause.innerStart + by,
    innerEnd: clause.innerEnd + by,
    mentions: clause.mentions.map(move),
    forLater: clause.forLater.map(move),
  };
}

function taskOf(
  number: string | null,
  part: number | null,
  item: ItemText,
  clauses: readonly Clause[],
  context: ItemContext,
): TaskDraft {
  const { passage } = item;
  const { conventions } = context;
  for (const clause of clauses) {
    context.attached(clause, passage);
    if (clause.firstLeads) conventions.firstLeads = true;
    for (const mention of clause.forLater) {
      conventions.forLater.push(unitOf(passage, mention, true));
    }
  }
  const text = without(passage, clauses);
  const end = titleEnd(text.reading, breaksOf(item, text));
  const title = text.text.slice(0, end).replace(/[。；，：\s]+$/, '');
  // A headline on a line of its own is the title, and the text goes on below it.
  const ownLine = end < text.length && !/[。；，：！？]/.test(text.reading[end]!);
  const body = ownLine ? text.slice(end) : text.length > 0 ? text : passage;
  const own = ownUnits(passage, clauses);
  const named = own.length > 0 ? own : context.inherited;
  const etAl =
    own.length > 0
      ? clauses.some((clause) => clause.etAl)
      : named.length > 0 && context.inheritedEtAl;
  const units =
    named.length > 0 || conventions.forLater.length > 0
      ? underConventions(withVerbUnits(named, body), etAl, conventions)
      : readRunningUnits(body);
  return {
    number,
    part,
    path: context.path,
    title,
    body,
    whole: passage,
    units,
    et_al: etAl,
    periods: [],
    contacts: [],
    goals: [],
    tabular: false,
  };
}

/** Bodies of a clause, then those that a verb in the text adds (`由市安委办牵头各行业监管部门`). */
function withVerbUnits(named: readonly Unit[], body: Passage): Unit[] {
  const names = new Set(named.map((unit) => unit.name));
  return [...named, ...readVerbUnitsOf(body, false).filter((unit) => !names.has(unit.name))];
}

/** The paragraph breaks of an item in its body, where only words behind them were left out. */
function breaksOf(item: ItemText, body: Passage): number[] {
  const lead = item.passage.text.indexOf(body.text.slice(0, 12));
  return item.breaks.map((offset) => offset - Math.max(0, lead)).filter((offset) => offset > 0);
}

function ownUnits(passage: Passage, clauses: readonly Clause[]): Unit[] {
  const units = new Map<string, Unit>();
  for (const clause of clauses) {
    for (const mention of clause.mentions) {
      const unit = unitOf(passage, mention);
      if (unit.name.length > 0 && !units.has(unit.name)) units.set(unit.name, unit);
    }
  }
  return [...units.values()];
}
