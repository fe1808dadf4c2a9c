import type { Passage } from '../model/passage.js';
import {
  type OpenTime,
  readOpenTimes,
  settleTimes,
  type TimeExpression,
  type TimeReference,
} from '../values/times/index.js';
import { spansAnnotator } from './spans.js';

/** The times that a passage writes, their years open: what year it is, the document says. */
export const times = spansAnnotator<OpenTime>(
  'times',
  (passage) => readOpenTimes(passage.reading),
  (time, by) => ({ ...time, start: time.start + by, end: time.end + by }),
);

/** The times of a passage with their days, offsets in the passage. */
export function timesIn(passage: Passage, reference: TimeReference): TimeExpression[] {
  return settleTimes(passage.annotation(times), reference);
}
