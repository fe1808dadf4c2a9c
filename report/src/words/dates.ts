import type { Deadline } from '../../../schemas/index.js';
import { currentLanguage, say } from './language.js';

/** A day as its reader writes it: 2025年6月30日, 2025-06-30. */
export function dayWords(day: string): string {
  if (currentLanguage() === 'en') return day;
  const [year, month, date] = day.split('-').map(Number);
  return `${year}年${month}月${date}日`;
}

/** A month: 2025年6月, 2025-06. */
export const monthWords = (year: number, month: number): string =>
  currentLanguage() === 'en' ? `${year}-${String(month).padStart(2, '0')}` : `${year}年${month}月`;

/** A day as an end: that of a month or a year goes by the month's or the year's name (年底, 6月底). */
export function endWords(day: string): string {
  if (currentLanguage() === 'en') return day;
  const [year, month, date] = day.split('-').map(Number) as [number, number, number];
  if (month === 12 && date === 31) return `${year}年底`;
  const last = new Date(Date.UTC(year, month, 0)).getUTCDate();
  return date === last ? `${year}年${month}月底` : dayWords(day);
}

/** The last day by which something is to be: 2025年6月底前, by 2025-06-30. */
export const byWords = (day: string): string =>
  currentLanguage() === 'en' ? `by ${day}` : `${endWords(day)}前`;

const UNITS: Readonly<Record<string, readonly [zh: string, en: string]>> = {
  D: ['天', 'day'],
  W: ['周', 'week'],
  M: ['个月', 'month'],
  Y: ['年', 'year'],
};
/** Lengths of time that have a word of their own. */
const EVERY: Readonly<Record<string, readonly [zh: string, en: string]>> = {
  P1D: ['每天', 'every day'],
  P1W: ['每周', 'every week'],
  P7D: ['每周', 'every week'],
  P1M: ['每月', 'every month'],
  P3M: ['每季度', 'every quarter'],
  P6M: ['每半年', 'every half-year'],
  P1Y: ['每年', 'every year'],
};

/** How often, by an ISO 8601 duration: 每月, 每2年; every month. What is none is left as it is. */
export function everyWords(duration: string): string {
  const known = EVERY[duration];
  const at = currentLanguage() === 'en' ? 1 : 0;
  if (known) return known[at];
  const [, count, letter] = /^P(\d+)([DWMY])$/.exec(duration) ?? [];
  const unit = UNITS[letter ?? ''];
  if (!count || !unit) return duration;
  return at === 0 ? `每${count}${unit[0]}` : `every ${count} ${unit[1]}s`;
}

/** A length of time: 3年, 6个月. */
export function lengthWords(duration: string): string {
  const [, count, letter] = /^P(\d+)([DWMY])$/.exec(duration) ?? [];
  const unit = UNITS[letter ?? ''];
  if (!count || !unit) return duration;
  return currentLanguage() === 'en'
    ? `${count} ${unit[1]}${count === '1' ? '' : 's'}`
    : `${count}${unit[0]}`;
}

/** When, in a few words: 2025年6月底前, 2023年1月1日至2027年底, 每月, 长期. */
export function deadlineWords({ kind, start, end, every }: Deadline): string {
  if (kind === 'recurring') return everyWords(every ?? '') || say('kind_recurring');
  if (kind === 'ongoing') return say('kind_ongoing');
  if (kind === 'by') return end === null ? '' : byWords(end);
  if (start === null) return end === null ? '' : say('until', { end: endWords(end) });
  return end === null
    ? say('since', { start: dayWords(start) })
    : say('from_to', { start: dayWords(start), end: endWords(end) });
}
