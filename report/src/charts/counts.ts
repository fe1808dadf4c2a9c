import { isWithin, type Part, partsOf } from '../data/facts.js';
import type { Body, Doc, Row } from '../data/model.js';

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

/** First and last day of a month, ISO. */
export function daysOfMonth(year: number, month: number): { from: string; to: string } {
  const iso = `${year}-${String(month).padStart(2, '0')}`;
  const last = new Date(Date.UTC(year, month, 0)).getUTCDate();
  return { from: `${iso}-01`, to: `${iso}-${last}` };
}

/** Tasks of one body in one part. */
export interface BodyCount {
  readonly body: Body;
  readonly part: Part;
  readonly tasks: number;
}

/** A body with the tasks that it is named in, whatever its part: each once. */
export interface BodyTotal {
  readonly body: Body;
  readonly tasks: number;
}

/** Tasks a body by what it does in them, and in all; the bodies with most tasks first. */
export function tasksByBody(
  rows: readonly Row[],
  most: number,
): { readonly totals: BodyTotal[]; readonly counts: BodyCount[] } {
  const parts = new Map<Body, Map<Part, number>>();
  const totals = new Map<Body, number>();
  for (const row of rows) {
    if (row.kind !== 'task') continue;
    for (const body of new Set(row.bodies)) {
      if (body === null) continue;
      totals.set(body, (totals.get(body) ?? 0) + 1);
      const counted = parts.get(body) ?? new Map<Part, number>();
      for (const part of partsOf(row, body)) counted.set(part, (counted.get(part) ?? 0) + 1);
      parts.set(body, counted);
    }
  }
  const busiest = [...totals]
    .sort(([a, n], [b, m]) => m - n || a.index - b.index)
    .slice(0, most)
    .map(([body, tasks]) => ({ body, tasks }));
  const counts = busiest.flatMap(({ body }) =>
    [...parts.get(body)!].map(([part, tasks]) => ({ body, part, tasks })),
  );
  return { totals: busiest, counts };
}

/** Targets of one year; null: the text does not say by when. */
export interface YearCount {
  readonly year: number | null;
  readonly targets: number;
}

export function targetsByYear(rows: readonly Row[]): YearCount[] {
  const counts = new Map<number | null, number>();
  for (const row of rows) {
    if (row.kind !== 'target') continue;
    const { by } = row.record;
    const year = by === null ? null : Number(by.slice(0, 4));
    counts.set(year, (counts.get(year) ?? 0) + 1);
  }
  return [...counts]
    .sort(([a], [b]) => (a ?? 9999) - (b ?? 9999))
    .map(([year, targets]) => ({ year, targets }));
}

/** How many rows of a kind have a date in a stretch of days. */
export const dueWithin = (dates: readonly string[], from: string, to: string): boolean =>
  dates.some((date) => isWithin(date, from, to));

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
