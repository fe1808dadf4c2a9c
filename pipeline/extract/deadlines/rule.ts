import type { Deadline } from '../../../schemas/task.js';
import type { Surroundings } from './surroundings.js';

/** What a bare 年底前 needs to know of its document. */
export interface DeadlineContext {
  /** Year of the document's title, else of its issue; null where neither is known. */
  readonly documentYear: number | null;
}

/** What a rule makes of a time: a deadline's kind and days. */
export type Verdict = Pick<Deadline, 'kind' | 'start' | 'end' | 'every'>;

/** One way in which a time is a deadline; `none` ends the search, null leaves it to later rules. */
export interface DeadlineRule {
  readonly name: string;
  read(surroundings: Surroundings): Verdict | 'none' | null;
}

export const by = (end: string | null): Verdict => ({
  kind: 'by',
  start: null,
  end,
  every: null,
});

export const period = (start: string | null, end: string | null): Verdict => ({
  kind: 'period',
  start,
  end,
  every: null,
});

export const recurring = (every: string | null): Verdict => ({
  kind: 'recurring',
  start: null,
  end: null,
  every,
});

export const ONGOING: Verdict = { kind: 'ongoing', start: null, end: null, every: null };
