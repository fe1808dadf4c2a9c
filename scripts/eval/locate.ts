import type { GoldTask } from './gold.js';
import { normalised } from './normalised.js';

/** A stretch of the normalised source, `end` exclusive. */
export interface Stretch {
  readonly start: number;
  readonly end: number;
}

/** Characters of a task's text that are searched for. */
const KEY_LENGTH = 14;
/** How far into the text the search moves on where its beginning is not found, and by what step. */
const FURTHEST_SKIP = 8;
const SKIP_STEP = 2;
/** A text of fewer characters is searched for as a whole. */
const SHORT_TEXT = 10;
/** A label that may stand before a task's text. */
const LABEL = /^[\d一二三四五六七八九十()（）.、．①-⑳]{1,6}/;

/** Where the gold tasks of a document stand in the normalised source, found in their order. */
export function locateGoldTasks(
  source: string,
  tasks: readonly GoldTask[],
  from: number,
): Stretch[] {
  let at = from;
  return tasks.map((task) => {
    const head = normalised(task.head);
    const tail = normalised(task.tail);
    const ahead = source.indexOf(head, at);
    const start = ahead < 0 ? source.indexOf(head) : ahead;
    if (start >= at) at = start;
    const last = source.indexOf(tail, Math.max(start, start + head.length - tail.length));
    return { start, end: last < 0 ? start + head.length : last + tail.length };
  });
}

/** Every stretch within the range where a predicted task's text may stand. */
export function locateText(source: string, text: string, range: Stretch): Stretch[] {
  const whole = normalised(text);
  const unlabelled = whole.replace(LABEL, '');
  for (const body of [whole, unlabelled]) {
    for (
      let skip = 0;
      skip <= FURTHEST_SKIP && skip + SHORT_TEXT <= body.length;
      skip += SKIP_STEP
    ) {
      const found = occurrences(source, body.slice(skip, skip + KEY_LENGTH), range);
      if (found.length > 0) {
        return found.map((at) => ({ start: at - skip, end: at - skip + body.length }));
      }
    }
  }
  if (unlabelled === '' || unlabelled.length >= SHORT_TEXT) return [];
  return occurrences(source, unlabelled, range).map((at) => ({
    start: at,
    end: at + unlabelled.length,
  }));
}

function occurrences(source: string, words: string, range: Stretch): number[] {
  const found: number[] = [];
  let at = source.indexOf(words, range.start);
  while (at >= 0 && at < range.end) {
    found.push(at);
    at = source.indexOf(words, at + 1);
  }
  return found;
}

/** What two stretches share, as a part of what both cover together; 0 to 1. */
export function overlap(a: Stretch, b: Stretch): number {
  const shared = Math.min(a.end, b.end) - Math.max(a.start, b.start);
  return shared <= 0 ? 0 : shared / (Math.max(a.end, b.end) - Math.min(a.start, b.start));
}
