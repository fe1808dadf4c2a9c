import type { Row } from '../data/model.js';

/** The measure under which sums of money of every unit stand, counted in 万元. */
export const MONEY = 'money';

/** What each unit of money is in 万元. */
const MONEY_UNITS: Readonly<Record<string, number>> = {
  元: 0.0001,
  百元: 0.01,
  千元: 0.1,
  万元: 1,
  百万元: 100,
  千万元: 1000,
  亿元: 10_000,
  万亿元: 100_000_000,
};

/** A number with its unit, as records give it. */
interface Value {
  readonly value: number | null;
  readonly unit: string | null;
}

/** Targets and parameters have a value, a task those of its targets; other records have none. */
export function valuesOf(row: Row): readonly Value[] {
  if (row.kind === 'target' || row.kind === 'parameter') return [row.record];
  return row.kind === 'task' ? row.targets.map(({ record }) => record) : [];
}

/** The number of a value in a measure: a unit as written, or `money`; null where it has another one. */
export function measured({ value, unit }: Value, measure: string): number | null {
  if (value === null) return null;
  if (measure === '') return value;
  if (measure !== MONEY) return unit === measure ? value : null;
  const factor = MONEY_UNITS[unit ?? ''];
  return factor === undefined ? null : value * factor;
}

/** What is asked of values, as a filter has it; `''` is anything. */
interface Asked {
  readonly measure: string;
  readonly least: string;
  readonly most: string;
}

/** Whether one of a record's values is of the measure and within the bounds, which count too. */
export function hasValue(row: Row, { measure, least, most }: Asked): boolean {
  if (measure === '' && least === '' && most === '') return true;
  const from = bound(least, Number.NEGATIVE_INFINITY);
  const to = bound(most, Number.POSITIVE_INFINITY);
  return valuesOf(row).some((value) => {
    const number = measured(value, measure);
    return number !== null && number >= from && number <= to;
  });
}

/** What was typed as a number; what is none sets no bound. */
const bound = (typed: string, none: number): number => {
  const number = Number(typed);
  return typed.trim() === '' || Number.isNaN(number) ? none : number;
};

/** Units of the values of rows, the commonest first; `money` stands for those of money together. */
export function measuresIn(rows: Iterable<Row>): readonly string[] {
  const counts = new Map<string, number>();
  for (const row of rows) {
    for (const { unit } of valuesOf(row)) {
      if (unit === null) continue;
      const measure = unit in MONEY_UNITS ? MONEY : unit;
      counts.set(measure, (counts.get(measure) ?? 0) + 1);
    }
  }
  return [...counts].sort(([a, n], [b, m]) => m - n || (a < b ? -1 : 1)).map(([unit]) => unit);
}
