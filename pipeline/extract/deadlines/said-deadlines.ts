import type { Deadline } from '../../../schemas/task.js';

/** What tells whether a deadline is said again: its days, and of a recurring one the words that name its day. */
export type SaidDeadline = Pick<Deadline, 'kind' | 'start' | 'end' | 'every' | 'raw'>;

/** The day in a recurring time: 3月31日 of 每年3月31日前, 10日 of 每月10日前. */
const OWN_DAY =
  /(?:[\d一二三四五六七八九十]{1,3}\s{0,3}月份?\s{0,3})?\d{1,2}\s{0,3}[日号]|[\d一二三四五六七八九十]{1,3}\s{0,3}月/;
const ANY_DAY = '';

/** The deadlines that a task has so far. 每年3月31日前 and 9月30日前 are two, 每年 and 9月30日前 are one. */
export class SaidDeadlines {
  private readonly days = new Map<string, Set<string>>();

  /** Takes a deadline down; false where it was said before. */
  add({ kind, start, end, every, raw }: SaidDeadline): boolean {
    const key = `${kind}|${start}|${end}|${every}`;
    const days = this.days.get(key) ?? new Set();
    const day =
      kind === 'recurring' ? (OWN_DAY.exec(raw)?.[0].replace(/\s/g, '') ?? ANY_DAY) : ANY_DAY;
    if (day === ANY_DAY ? days.size > 0 : days.has(day) || days.has(ANY_DAY)) return false;
    this.days.set(key, days.add(day));
    return true;
  }
}
