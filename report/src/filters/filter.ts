import {
  datesOf,
  fallsInto,
  INFERENCES,
  type Inference,
  isInferred,
  partOf,
} from '../data/facts.js';
import type { Row } from '../data/model.js';

/** What the list is narrowed to; `''` is anything. */
export interface Filter {
  readonly doc: string;
  readonly unit: string;
  readonly role: string;
  readonly from: string;
  readonly to: string;
  readonly region: string;
  /** A warning's code, or how something was inferred. */
  readonly mark: string;
  /** What was decided: open, accept, set, reject. */
  readonly status: string;
  readonly q: string;
}

export const NO_FILTER: Filter = {
  doc: '',
  unit: '',
  role: '',
  from: '',
  to: '',
  region: '',
  mark: '',
  status: '',
  q: '',
};

export const isFiltering = (filter: Filter): boolean => Object.values(filter).some(Boolean);

/** Whether a record is shown. `statusOf` tells what was decided on it. */
export function matcher(filter: Filter, statusOf: (row: Row) => string): (row: Row) => boolean {
  const terms = folded(filter.q).split(/\s+/).filter(Boolean);
  const unit = folded(filter.unit.trim());
  return (row) =>
    (filter.doc === '' || row.doc.id === filter.doc) &&
    (filter.region === '' || row.doc.record.region === filter.region) &&
    (filter.status === '' || statusOf(row) === filter.status) &&
    hasUnit(row, unit, filter.role) &&
    isDue(row, filter.from, filter.to) &&
    hasMark(row, filter.mark) &&
    hasTerms(row, terms);
}

function hasUnit(row: Row, unit: string, role: string): boolean {
  if (unit === '' && role === '') return true;
  if (row.kind === 'target') {
    return role === '' && row.record.units.some((name) => folded(name).includes(unit));
  }
  return row.record.units.some(
    (candidate) =>
      (role === '' || partOf(row, candidate) === role) &&
      (unit === '' ||
        folded(candidate.name).includes(unit) ||
        (candidate.canonical !== null && folded(candidate.canonical).includes(unit))),
  );
}

function isDue(row: Row, from: string, to: string): boolean {
  if (from === '' && to === '') return true;
  if (row.kind === 'task') {
    return row.record.deadlines.some((deadline) => fallsInto(deadline, from, to));
  }
  return datesOf(row).some((date) => (from === '' || date >= from) && (to === '' || date <= to));
}

function hasMark(row: Row, mark: string): boolean {
  if (mark === '') return true;
  if ((INFERENCES as readonly string[]).includes(mark)) return isInferred(row, mark as Inference);
  return row.doc.record.warnings.some(({ code }) => code === mark);
}

const haystacks = new WeakMap<Row, string>();

function hasTerms(row: Row, terms: readonly string[]): boolean {
  if (terms.length === 0) return true;
  let haystack = haystacks.get(row);
  if (haystack === undefined) {
    haystack = folded(wordsOf(row).join('\n'));
    haystacks.set(row, haystack);
  }
  return terms.every((term) => haystack.includes(term));
}

function wordsOf(row: Row): string[] {
  if (row.kind === 'target') {
    const { indicator, raw, units, value, unit } = row.record;
    return [indicator, raw, `${value}${unit ?? ''}`, ...units];
  }
  const { number, path, title, text, units, deadlines, keywords } = row.record;
  const bodies = units.flatMap(({ name, canonical }) => [name, canonical ?? '']);
  const dates = deadlines.map(({ raw }) => raw);
  return [number ?? '', ...path, title, text, ...bodies, ...dates, ...keywords];
}

/** Width and case make no difference to a search. */
export const folded = (value: string): string => value.normalize('NFKC').toLowerCase();
