import { type WarningCode, warningOf } from '../../../schemas/codes.js';
import type { Warning } from '../../../schemas/document.js';
import type { Passage } from '../../model/passage.js';
import type { DeadlineContext } from './context.js';
import { explainDeadlines } from './explain.js';
import { explainPeriodCell } from './period-cell.js';
import { feastUnknown } from './rules/feast-unknown.js';
import { impossibleDay } from './rules/impossible-day.js';
import { season } from './rules/season.js';
import { yearUnknown } from './rules/year-unknown.js';

/** What a person should look at, by the rule that passed a time over. */
const WARNINGS: ReadonlyMap<string, WarningCode> = new Map([
  [impossibleDay.id, 'date_impossible'],
  [season.id, 'season_without_date'],
  [feastUnknown.id, 'feast_year_unknown'],
  [yearUnknown.id, 'year_unknown'],
]);

/** A warning for each time of a passage that would be a deadline if it had a day. */
export function deadlineWarnings(passage: Passage, context: DeadlineContext): Warning[] {
  return explainDeadlines(passage, context).flatMap(({ time, rule }) => {
    const code = WARNINGS.get(rule);
    if (!code) return [];
    const { raw, at } = passage.grounding(time.start, time.end);
    return [warningOf(code, at, raw.replace(/\s+/g, ''))];
  });
}

/** The same for a cell of a time column, where every time without a year would be a deadline. */
export function timeCellWarnings(cell: Passage, context: DeadlineContext): Warning[] {
  const passedOver = explainPeriodCell(cell, context).filter(({ rule }) => WARNINGS.has(rule));
  return [
    ...deadlineWarnings(cell, context),
    ...passedOver.map(({ rule, raw, at }) =>
      warningOf(WARNINGS.get(rule)!, at, raw.replace(/\s+/g, '')),
    ),
  ];
}
