import type { Deadline } from '../../../schemas/task.js';
import type { Passage } from '../../model/passage.js';
import { readTimes, type TimeExpression } from '../../values/times/index.js';
import { draft } from './judge.js';
import { by, type DeadlineContext, ONGOING, period, recurring, type Verdict } from './rule.js';

/** Words of a time column without a number: 长期, 持续. */
const ONGOING_CELL = /^(?:长期|持续|常年)[^\d]{0,6}$/;

/**
 * What the time column of a table says: `2023-2027年`, `长期实施`, `2023年` (that whole year),
 * `2023年底前`, `每季度`. Empty cells and cells without a time give nothing.
 */
export function readPeriodCell(passage: Passage, context: DeadlineContext): Deadline[] {
  const cell = passage.trim();
  const text = cell.reading;
  const times = readTimes(text, { year: context.documentYear });
  if (times.length === 0 && ONGOING_CELL.test(text)) {
    return [{ ...ONGOING, year_basis: null, ...cell.grounding() }];
  }
  return times.flatMap((time) => {
    const verdict = cellVerdict(time);
    return verdict ? [draft(cell, time, verdict)] : [];
  });
}

function cellVerdict(time: TimeExpression): Verdict | null {
  switch (time.kind) {
    case 'ongoing':
      return ONGOING;
    case 'recurring':
      return recurring(time.every);
    case 'duration':
      return null;
    case 'by':
      return by(time.to);
    case 'date':
      return by(time.to);
    default:
      if (time.to === null) return null;
      // 6月底 is a day to be done by, 第三季度 and 2023年 are the time in which it is done
      return time.unit === 'part' ? by(time.to) : period(time.from, time.to);
  }
}
