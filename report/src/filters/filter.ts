import { folded, holds } from '../../../pipeline/emit/search-terms.js';
import {
  datesOf,
  deadlinesOf,
  INFERENCES,
  type Inference,
  isInferred,
  isWithin,
  type Part,
  partOf,
  runsIn,
} from '../data/facts.js';
import { type Body, type Row, type TaskRow, tasksOf } from '../data/model.js';
import { type Term, termsOf } from './query.js';
import { hasValue } from './values.js';
import { haystackOf } from './words-of.js';

/** What the list is narrowed to; `''` is anything. */
export interface Filter {
  /** Kind of record: task, target, parameter, deadline, warning; none: tasks and documents' targets. */
  readonly kind: string;
  readonly doc: string;
  /** Words of a body's name. */
  readonly unit: string;
  /** Id of a body, as `units.jsonl` has it. */
  readonly body: string;
  readonly role: string;
  readonly from: string;
  readonly to: string;
  /** How dates count: none: what ends in the stretch; `running`: what goes on in it; `recurring`: what comes again; `none`: what has no date. */
  readonly when: string;
  /** Unit of a value, or `money` for sums of money in 万元. */
  readonly measure: string;
  /** Bounds of a value; both count. */
  readonly least: string;
  readonly most: string;
  readonly region: string;
  readonly nature: string;
  /** A warning's code, or how something was inferred. */
  readonly mark: string;
  /** What was decided: open, accept, set, reject. */
  readonly status: string;
  /** Order of the list; it lets nothing through and keeps nothing back. */
  readonly sort: string;
  readonly q: string;
}

export const NO_FILTER: Filter = {
  kind: '',
  doc: '',
  unit: '',
  body: '',
  role: '',
  from: '',
  to: '',
  when: '',
  measure: '',
  least: '',
  most: '',
  region: '',
  nature: '',
  mark: '',
  status: '',
  sort: '',
  q: '',
};

export const isFiltering = (filter: Filter): boolean =>
  Object.entries(filter).some(([name, value]) => name !== 'sort' && value !== '');

/** What a filter is compared with beside the rows themselves. */
export interface Matching {
  readonly bodies: readonly Body[];
  statusOf(row: Row): string;
}

/** Whether a row is shown, whatever its kind: the kind is told by the list that is narrowed. */
export function matcher(filter: Filter, { bodies, statusOf }: Matching): (row: Row) => boolean {
  const terms = termsOf(filter.q, bodies);
  const named = asked(filter, bodies);
  return (row) =>
    (filter.doc === '' || row.doc.id === filter.doc) &&
    (filter.region === '' || row.doc.record.region === filter.region) &&
    (filter.nature === '' || row.doc.record.nature === filter.nature) &&
    (filter.status === '' || statusOf(row) === filter.status) &&
    isOfBody(row, named) &&
    isDue(row, filter) &&
    hasValue(row, filter) &&
    hasMark(row, filter.mark) &&
    holds(terms, (term) => hasTerm(row, term));
}

/** The body that is asked for: by id, by words of its name, by what it does. */
interface Asked {
  readonly body: Body | null;
  readonly words: string;
  readonly role: string;
}

function asked({ body: id, unit, role }: Filter, bodies: readonly Body[]): Asked | null {
  if (id === '' && unit === '' && role === '') return null;
  // An id that the dataset does not have is nobody's.
  const body = id === '' ? null : (bodies.find((each) => each.id === id) ?? NOBODY);
  return { body, words: folded(unit.trim()), role };
}

const NOBODY: Body = {
  index: -1,
  id: '',
  name: '',
  canonical: null,
  names: [],
  region: null,
  is_group: false,
};

function isOfBody(row: Row, named: Asked | null): boolean {
  if (named === null) return true;
  if (tasksOf(row).some((task) => hasUnit(task, named))) return true;
  if (row.kind !== 'target' || named.role !== '') return false;
  const { body, words } = named;
  if (body !== null) return row.bodies.includes(body);
  return row.record.units.some((name) => folded(name).includes(words));
}

function hasUnit(task: TaskRow, { body, words, role }: Asked): boolean {
  return task.record.units.some(
    (unit, index) =>
      (role === '' || isPart(partOf(task, unit), role)) &&
      (body === null || task.bodies[index] === body) &&
      (words === '' ||
        folded(unit.name).includes(words) ||
        (unit.canonical !== null && folded(unit.canonical).includes(words))),
  );
}

const isPart = (part: Part, role: string): boolean =>
  part === role || (role === 'any_lead' && (part === 'lead' || part === 'first_listed'));

function isDue(row: Row, { from, to, when }: Filter): boolean {
  if (when === 'none') return datesOf(row).length === 0;
  if (when === 'recurring') return isRecurring(row);
  if (from === '' && to === '') return true;
  if (when === 'running' && row.kind !== 'target') {
    return deadlinesOf(row).some((deadline) => runsIn(deadline, from, to));
  }
  return datesOf(row).some((date) => isWithin(date, from, to));
}

const isRecurring = (row: Row): boolean =>
  row.kind !== 'target' && deadlinesOf(row).some(({ every }) => every !== null);

function hasMark(row: Row, mark: string): boolean {
  if (mark === '') return true;
  if ((INFERENCES as readonly string[]).includes(mark)) return isInferred(row, mark as Inference);
  if (row.kind === 'warning') return row.record.code === mark;
  return row.doc.record.warnings.some(({ code }) => code === mark);
}

function hasTerm(row: Row, { words, bodies }: Term): boolean {
  return (
    haystackOf(row).includes(words) ||
    (bodies.size > 0 &&
      tasksOf(row).some((task) => task.bodies.some((body) => body !== null && bodies.has(body))))
  );
}
