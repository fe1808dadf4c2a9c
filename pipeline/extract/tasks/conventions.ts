import type { Unit } from '../../../schemas/task.js';
import { append } from '../../model/append.js';
import type { Passage } from '../../model/passage.js';
import { type Clause, type LeadConvention, unitOf } from '../units/index.js';
import type { TaskDraft } from './draft.js';

/** What a notice says once and means from there on. */
export interface Conventions {
  /** `列第一位者为牵头单位，下同`, `逗号前为牵头单位，下同` */
  leads: LeadConvention | null;
  /** `以下任务均需各县、市、区政府及功能区管委落实，不再一一列出` */
  readonly forLater: Unit[];
  /** `上述任务均需…落实`, `各项措施责任单位均包括…`: for tasks that stand before it, too. */
  readonly forOthers: { readonly unit: Unit; readonly scope: 'earlier' | 'all' }[];
}

export const noConventions = (): Conventions => ({ leads: null, forLater: [], forOthers: [] });

/** Units of a task after the conventions that hold for it. */
export function underConventions(
  units: readonly Unit[],
  etAl: boolean,
  conventions: Conventions,
): Unit[] {
  const several = units.length > 1 || etAl;
  const result = units.map((unit, index): Unit => {
    const first =
      index === 0 && conventions.leads === 'first' && !units.some((other) => other.role === 'lead');
    return first && several
      ? { ...unit, role: 'lead', basis: 'verb', rule: 'unit.first-leads' }
      : unit;
  });
  for (const later of conventions.forLater) {
    if (!result.some((unit) => unit.name === later.name)) result.push(later);
  }
  return result;
}

/** Takes up what the clauses of a passage say once for other tasks. */
export function noteClauses(
  conventions: Conventions,
  clauses: readonly Clause[],
  passage: Passage,
): void {
  for (const { leads, blanket } of clauses) {
    if (leads) conventions.leads = leads;
    if (blanket === null) continue;
    const { mentions, scope } = blanket;
    const units = mentions.map((mention) => unitOf(passage, mention, true));
    if (scope === 'later') append(conventions.forLater, units);
    else
      append(
        conventions.forOthers,
        units.map((unit) => ({ unit, scope })),
      );
  }
}

/** Tasks with the bodies that a sentence behind or among them makes responsible for them, too. */
export function withOthers(
  tasks: readonly TaskDraft[],
  { forOthers }: Conventions,
): readonly TaskDraft[] {
  if (forOthers.length === 0) return tasks;
  return tasks.map((task) => {
    const names = new Set(task.units.map(({ name }) => name));
    const { start } = task.whole.at();
    const others = forOthers.filter(
      ({ unit, scope }) => !names.has(unit.name) && (scope === 'all' || start < unit.at.start),
    );
    return { ...task, units: [...task.units, ...others.map(({ unit }) => unit)] };
  });
}
