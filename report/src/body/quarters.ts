import { daysOfMonth } from '../charts/counts.js';

/** The quarter of a day: 2025-06-30 is 2025Q2. */
export const quarterOf = (day: string): string =>
  `${day.slice(0, 4)}Q${Math.ceil(Number(day.slice(5, 7)) / 3)}`;

/** First and last day of a quarter. */
export function daysOfQuarter(quarter: string): { from: string; to: string } {
  const [year, n] = quarter.split('Q').map(Number) as [number, number];
  return { from: daysOfMonth(year, n * 3 - 2).from, to: daysOfMonth(year, n * 3).to };
}
