import { type Part, partOf } from '../data/facts.js';
import type { Doc, Row } from '../data/model.js';

/** Tasks that are due in one month. */
export interface MonthCount {
  readonly year: number;
  /** 1–12. */
  readonly month: number;
  readonly tasks: number;
}

/** A task counts in each month in which one of its deadlines ends, once a month. */
export function tasksByMonth(rows: readonly Row[]): MonthCount[] {
  const counts = new Map<string, number>();
  for (const row of rows) {
    if (row.kind !== 'task') continue;
    const months = new Set(row.record.deadlines.flatMap(({ end }) => end?.slice(0, 7) ?? []));
    for (const month of months) counts.set(month, (counts.get(month) ?? 0) + 1);
  }
  return [...counts]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, tasks]) => ({ year: Number(key.slice(0, 4)), month: Number(key.slice(5)), tasks }));
}

/** Tasks of one unit in one part. */
export interface UnitCount {
  readonly unit: string;
  readonly part: Part;
  readonly tasks: number;
}

/** Tasks a unit by what it does in them, for the units with most tasks, those first. */
export function tasksByUnit(rows: readonly Row[], most: number): UnitCount[] {
  const counts = new Map<string, Map<Part, number>>();
  for (const row of rows) {
    if (row.kind !== 'task') continue;
    const met = new Set<string>();
    for (const unit of row.record.units) {
      if (met.has(unit.name)) continue;
      met.add(unit.name);
      const parts = counts.get(unit.name) ?? new Map<Part, number>();
      const part = partOf(row, unit);
      parts.set(part, (parts.get(part) ?? 0) + 1);
      counts.set(unit.name, parts);
    }
  }
  const total = (parts: Map<Part, number>): number =>
    [...parts.values()].reduce((sum, tasks) => sum + tasks, 0);
  const busiest = [...counts].sort(([a, n], [b, m]) => total(m) - total(n) || (a < b ? -1 : 1));
  return busiest
    .slice(0, most)
    .flatMap(([unit, parts]) => [...parts].map(([part, tasks]) => ({ unit, part, tasks })));
}

/** Targets of one year; null: the text does not say by when. */
export interface YearCount {
  readonly year: number | null;
  readonly targets: number;
}

export function targetsByYear(rows: readonly Row[]): YearCount[] {
  const counts = new Map<number | null, number>();
  const met = new Set<string>();
  for (const row of rows) {
    for (const target of row.kind === 'task' ? row.targets : [row]) {
      if (met.has(target.id)) continue;
      met.add(target.id);
      const { by } = target.record;
      const year = by === null ? null : Number(by.slice(0, 4));
      counts.set(year, (counts.get(year) ?? 0) + 1);
    }
  }
  return [...counts]
    .sort(([a], [b]) => (a ?? 9999) - (b ?? 9999))
    .map(([year, targets]) => ({ year, targets }));
}

/** How much of a document went into its records. */
export interface CoverageShare {
  readonly doc: Doc;
  /** 0–1, of its characters. */
  readonly share: number;
}

/** The documents with the lowest share of text in records and known parts, lowest first. */
export function lowestCoverage(docs: readonly Doc[], most: number): CoverageShare[] {
  return docs
    .map((doc) => {
      const { chars, chars_unassigned: loose } = doc.record.coverage;
      return { doc, share: chars === 0 ? 1 : 1 - loose / chars };
    })
    .sort((a, b) => a.share - b.share || a.doc.index - b.doc.index)
    .slice(0, most);
}
