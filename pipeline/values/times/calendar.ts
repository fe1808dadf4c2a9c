/** A calendar day of the Gregorian calendar; month and day count from 1. */
export interface Day {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

const MILLISECONDS_A_DAY = 86_400_000;
const ISO_DAY = /^(\d{4})-(\d{2})-(\d{2})/;

/** Number of days of a month. */
export function daysInMonth(year: number, month: number): number {
  if (month === 2) return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

export function isDay({ year, month, day }: Day): boolean {
  return year >= 1 && month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year, month);
}

/** `YYYY-MM-DD`. */
export function isoDay({ year, month, day }: Day): string {
  return `${pad(year, 4)}-${pad(month, 2)}-${pad(day, 2)}`;
}

/** The day that `YYYY-MM-DD` (with or without a time behind it) names; null for anything else. */
export function readIsoDay(text: string): Day | null {
  const match = ISO_DAY.exec(text);
  if (!match) return null;
  const day = { year: Number(match[1]), month: Number(match[2]), day: Number(match[3]) };
  return isDay(day) ? day : null;
}

export function addDays(day: Day, days: number): Day {
  const time = new Date(0);
  time.setUTCFullYear(day.year, day.month - 1, day.day);
  const moved = new Date(time.getTime() + days * MILLISECONDS_A_DAY);
  return {
    year: moved.getUTCFullYear(),
    month: moved.getUTCMonth() + 1,
    day: moved.getUTCDate(),
  };
}

/** The same day `months` later; the month's last day where it is shorter. */
export function addMonths(day: Day, months: number): Day {
  const count = day.year * 12 + (day.month - 1) + months;
  const year = Math.floor(count / 12);
  const month = count - year * 12 + 1;
  return { year, month, day: Math.min(day.day, daysInMonth(year, month)) };
}

function pad(value: number, width: number): string {
  return String(value).padStart(width, '0');
}
