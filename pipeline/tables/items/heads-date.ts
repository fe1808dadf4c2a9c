import { daysInMonth, isoDay } from '../../values/times/calendar.js';

/** Last years of the five-year plans (十三五 … 十六五). */
const PLAN_END: Readonly<Record<string, string>> = {
  三: '2020',
  四: '2025',
  五: '2030',
  六: '2035',
};

/** The day that a column's heads name: `2025年` its last day, `2025年6月底` that month's. */
export function dateOfHeads(heads: readonly string[]): string | null {
  const words = heads.join('');
  const date = /(20\d\d)年?(?:(\d{1,2})月|(上半年))?/.exec(words);
  if (date !== null) {
    const month = date[2] ? Number(date[2]) : date[3] ? 6 : 12;
    return month >= 1 && month <= 12 ? lastDay(Number(date[1]), month) : `${date[1]}-12-31`;
  }
  const plan = /十([三四五六])五/.exec(words);
  return plan === null ? null : `${PLAN_END[plan[1]!]}-12-31`;
}

const lastDay = (year: number, month: number): string =>
  isoDay({ year, month, day: daysInMonth(year, month) });
