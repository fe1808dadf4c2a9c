import type { Deadline, Task } from '../../schemas/index.js';
import { type Counts, countExact, countNames } from './counts.js';
import type { GoldDeadline, GoldRow, GoldTask } from './gold.js';
import { normalised, normalisedHeading } from './normalised.js';

/** Says what was missed or found too much. */
export type Note = (line: string) => void;

interface Role {
  readonly name: string;
  readonly role: string;
}

/** The names with role `lead`; where there are none, the first-listed. */
function leads(units: readonly Role[]): string[] {
  const named = units.filter((unit) => unit.role === 'lead');
  return (named.length > 0 ? named : units.slice(0, 1)).map((unit) => normalised(unit.name));
}

const namedUnits = (task: Task | undefined) =>
  (task?.units ?? []).filter((unit) => unit.basis !== 'subject');

const bareSubjects = (task: Task | undefined) =>
  (task?.units ?? []).filter((unit) => unit.basis === 'subject');

/** Compares a gold task with what was found of it, or with nothing. */
export function scoreTask(
  counts: Counts,
  gold: GoldTask,
  row: GoldRow | undefined,
  found: Task | undefined,
  subjects: boolean,
  note: Note,
): void {
  const tag = `${gold.number}${gold.part ? `/${gold.part}` : ''} ${gold.title.slice(0, 16)}`;
  if (!found) note(`task missed: ${tag}`);
  const units = [...(gold.units ?? []), ...(row?.units ?? [])];
  scoreUnits(counts, units, found, (line) => note(`${line}   [${tag}]`));
  if (subjects && units.length === 0) {
    const names = (gold.subject_units ?? []).map(normalised);
    countNames(
      counts.subjects,
      names,
      bareSubjects(found).map((unit) => normalised(unit.name)),
      (what, name) => note(`subject ${what}: ${name}   [${tag}]`),
    );
  }
  const deadlines = [...(gold.deadlines ?? []), ...(row?.deadlines ?? [])];
  scoreDeadlines(counts, deadlines, found?.deadlines ?? [], (line) => note(`${line}   [${tag}]`));
  if (found) scoreLabels(counts, gold, found, note);
}

function scoreUnits(counts: Counts, gold: readonly Role[], found: Task | undefined, note: Note) {
  const predicted = namedUnits(found);
  countNames(
    counts.units,
    gold.map((unit) => normalised(unit.name)),
    predicted.map((unit) => normalised(unit.name)),
    (what, name) => note(`unit ${what}: ${name}`),
  );
  const withRole = (unit: Role) => `${normalised(unit.name)}|${unit.role}`;
  countNames(counts.roles, gold.map(withRole), predicted.map(withRole), (what, name) =>
    note(`role ${what}: ${name}`),
  );
  countNames(counts.leads, leads(gold), leads(predicted));
}

function scoreDeadlines(
  counts: Counts,
  gold: readonly GoldDeadline[],
  predicted: readonly Deadline[],
  note: Note,
): void {
  const key = (deadline: GoldDeadline | Deadline) =>
    [deadline.kind, deadline.start, deadline.end, deadline.every].map((x) => x ?? '').join('|');
  const doubtful = gold.filter((deadline) => deadline.optional).map((d) => normalised(d.raw));
  const isDoubtful = (deadline: Deadline) => {
    const raw = normalised(deadline.raw);
    return doubtful.some((other) => other.includes(raw) || raw.includes(other));
  };
  countNames(
    counts.deadlines,
    gold.filter((deadline) => !deadline.optional).map(key),
    predicted.filter((deadline) => !isDoubtful(deadline)).map(key),
    (what, name) => note(`deadline ${what}: ${name}`),
  );
}

function scoreLabels(counts: Counts, gold: GoldTask, found: Task, note: Note): void {
  const compare = (field: 'number' | 'title' | 'path', is: string, should: string) => {
    countExact(counts[field], is === should);
    if (is !== should) note(`${field}: ${is} should be ${should}`);
  };
  compare('number', normalised(found.number), normalised(gold.number?.toString()));
  compare('title', normalisedHeading(found.title), normalisedHeading(gold.title));
  compare('path', normalisedHeading(found.path.at(-1)), normalisedHeading(gold.path.at(-1)));
}

/** Counts a predicted task that is in no gold one, with all that it holds. */
export function scoreExtraTask(counts: Counts, extra: Task, note: Note): void {
  note(`task extra: ${extra.number ?? ''} ${normalised(extra.title).slice(0, 24)}`);
  const units = namedUnits(extra);
  counts.units.extra += units.length;
  counts.roles.extra += units.length;
  counts.leads.extra += leads(units).length;
  counts.deadlines.extra += extra.deadlines.length;
}
